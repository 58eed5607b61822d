"""What identifies a document, read from what it prints; ``reader`` is the way in."""
