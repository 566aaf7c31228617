"""The rules for public summaries of business continuity plans."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import Extractor
from filinglint.hooks import ChecklistItem, Recognition, hookimpl
from filinglint.rulebook.terms import Term
from filinglint.spans import Span


@hookimpl
def filinglint_rule_packs() -> Iterator[str]:
    """Yield the folder of the pack's rules, all of which are YAML."""
    yield os.path.join(os.path.dirname(__file__), "rules")


@hookimpl
def filinglint_terms() -> Iterator[Term]:
    """Yield what rules in YAML can ask of a BCP summary."""
    from filinglint_bcp.vocabulary import terms

    yield from terms()


@hookimpl
def filinglint_concepts() -> Mapping[str, Sequence[str]]:
    """Return the lists of phrases by which disclosures are told."""
    from filinglint_bcp.facts.concepts import read_yaml

    return cast("Mapping[str, Sequence[str]]", read_yaml("concepts"))


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


@hookimpl
def filinglint_checklist(text: Submission) -> Iterator[ChecklistItem]:
    """Yield what a BCP summary says of all that it may be asked for."""
    if text.kind == "bcp-summary":
        from filinglint_bcp.checklist import checklist

        yield from checklist(text)
