"""What converters did to a text, undone before any offset exists; used by ``corpus.text`` alone."""
