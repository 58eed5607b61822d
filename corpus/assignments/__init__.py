"""Who does what by when; ``reader`` is the way in, one module for each way of writing it."""
