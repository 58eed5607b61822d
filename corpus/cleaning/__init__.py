"""What converters did to a text, undone before any offset exists."""
