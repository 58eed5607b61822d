"""Printed amounts: ``reader`` reads them, ``units`` says what they are counted in."""
