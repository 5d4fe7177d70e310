"""Reads Vietnamese reports, cross-checks their figures and fills the official Word forms."""

__version__ = "0.1.0"
