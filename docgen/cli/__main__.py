"""`python -m docgen.cli`, for machines where the command is not on the path."""

from docgen.cli import main

main()
