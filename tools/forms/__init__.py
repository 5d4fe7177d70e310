"""Builds the official forms of `templates_docx/` from one layout kit.

Outside the installed program on purpose: the program fills forms and needs no word of how they are drawn.
"""
