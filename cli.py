"""The door: `python cli.py …` is the installed command `docgen …`."""

from docgen.cli import main

if __name__ == "__main__":
    main()
