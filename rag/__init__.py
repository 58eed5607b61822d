"""Asking and answering: from a question to a verified, cited answer."""
