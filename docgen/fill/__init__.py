"""Rows + template → files."""
