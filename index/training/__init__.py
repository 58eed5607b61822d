"""How the bundled embedding model is made: pairs, vocabulary, batches, learning."""
