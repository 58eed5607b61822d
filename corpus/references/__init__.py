"""Documents that a plan names, and which of them are the same; ``reader`` is the way in."""
