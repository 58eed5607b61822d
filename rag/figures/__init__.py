"""Numbers: which indicators of a plan answer, and how they are written."""
