"""File → Document, one format a module."""
