"""filinglint: a linter for disclosure documents."""

__version__ = "0.1.0"
