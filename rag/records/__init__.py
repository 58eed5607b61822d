"""Answers from what identifies a plan: its metadata, signature, recipients, basis and outline."""
