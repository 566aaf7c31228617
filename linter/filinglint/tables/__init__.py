"""Tables of facts about the world of filings, each a JSON file with its source and a module that reads it.

A row that says when it holds and how sure it is derives from `filinglint.tables.rows.Row`; a rule makes no error
from a row that is not `firm`. Files are read on first use and kept.
"""
