"""What a person takes away from an answer: a Word file, an Excel file, plain text."""
