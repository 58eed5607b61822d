"""Citations as an official paper prints them: ``writer`` makes them, ``reader`` finds what people type."""
