"""Agencies: their names inside sentences, and which were renamed in 2025."""
