"""Administrative units before and after 1 July 2025; ``finder`` finds them in a text."""
