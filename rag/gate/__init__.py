"""What a sentence says against what its citations say; ``rag/verify.py`` is the way in."""
