"""Fact → Finding: which figures do not agree, and which one is wrong."""
