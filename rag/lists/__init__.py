"""Answers that are lists: parts of a section, rows of a table, members, measures."""
