"""The rules for filings on EDGAR: each module of the family folders holds one."""

from __future__ import annotations

from collections.abc import Iterator

from filinglint.hooks import hookimpl
from filinglint.rule import Rule
from filinglint.rule_index import rules_of


@hookimpl
def filinglint_rules() -> Iterator[Rule]:
    """Yield the rules of every module of every family folder."""
    yield from rules_of(__name__)
