"""The rules for public summaries of business continuity plans."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import Extractor
from filinglint.hooks import Recognition, hookimpl
from filinglint.rule import Rule
from filinglint.spans import Span

_FAMILIES = ("disclosures", "promises", "contacts", "upkeep")


@hookimpl
def filinglint_rules() -> Iterator[Rule]:
    """Yield the rules of every module of every family folder."""
    for family in _FAMILIES:
        package = import_module(f"{__name__}.{family}")
        for module in pkgutil.iter_modules(package.__path__):
            yield from import_module(f"{package.__name__}.{module.name}").RULES


@hookimpl
def filinglint_facts() -> Iterator[Extractor[Any]]:
    """Yield the facts of a BCP summary."""
    from filinglint_bcp.facts.summary import disclosures

    yield disclosures


@hookimpl
def filinglint_recognise(text: Submission) -> Recognition | None:
    """Recognise a BCP summary by what it says."""
    if text.main is None:
        return None
    from filinglint_bcp.facts.reading import recognition_of

    return recognition_of(text.main)


@hookimpl
def filinglint_profiles(text: Submission) -> Iterator[tuple[str, Span]]:
    """Yield the profiles that a text calls for by naming its own regulator or that regulator's rule."""
    if text.main is None:
        return
    from filinglint_bcp.facts.regime import regimes_of

    yield from regimes_of(text.main)
