"""Finding it: chunks, the keyword and vector legs, and the snapshot on disk."""
