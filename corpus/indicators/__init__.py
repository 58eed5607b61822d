"""What a plan sets, in numbers and in words; ``reader`` is the way in."""
