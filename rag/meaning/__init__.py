"""Which words mean the same, how telling they are, how likely a provision answers."""
