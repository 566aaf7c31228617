"""``python -m filinglint``: the command line where no script is installed."""

from filinglint.cli import main

if __name__ == "__main__":
    main()
