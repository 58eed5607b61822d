"""What a person typed -> readable Vietnamese; ``reader`` is the way in."""
