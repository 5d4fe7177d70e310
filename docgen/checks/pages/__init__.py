"""The public pages of the checks, in Vietnamese: one class a check, named by its code; its docstring is the page."""
