"""`python -m tools.forms` builds the forms; it is not part of the installed program."""

from tools.forms.build import build_all

build_all()
