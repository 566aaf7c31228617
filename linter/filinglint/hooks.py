"""The hooks through which rule packs, ours and strangers', come in.

A pack is a module named by an entry point of the group ``filinglint``; it implements any of these
with ``@hookimpl``. Source of the mechanism: pluggy.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pluggy

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import Extractor
from filinglint.frozen import dataclass
from filinglint.rule import Rule
from filinglint.rulebook.terms import Term
from filinglint.spans import Span

if TYPE_CHECKING:  # it loads tempfile and zipfile, which a run has no need of
    from importlib.resources.abc import Traversable

PROJECT = "filinglint"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@dataclass(frozen=True, slots=True)
class Recognition:
    """A pack's word on what a single text is.

    ``kind`` is the kind it recognises, or None for none of its; ``reason`` says why, for the notice;
    ``decided_by`` are the places of the words that decided.
    """

    kind: str | None
    reason: str
    decided_by: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One thing that a text of some kind says, or should: what it is called, and the rules about it, by code.

    ``present`` is ``yes``, ``weak`` or ``no``; ``at`` are the words that show it, None where none do.
    """

    name: str
    title: str
    rules: tuple[str, ...]
    present: str
    at: Span | None = None


@hookspec
def filinglint_rules() -> Iterable[Rule]:  # type: ignore[empty-body]
    """Return the pack's rules that are Python."""


@hookspec
def filinglint_rule_packs() -> Iterable[Traversable]:  # type: ignore[empty-body]
    """Return the folders, inside the distribution, of the pack's rules that are YAML."""


@hookspec
def filinglint_terms() -> Iterable[Term]:  # type: ignore[empty-body]
    """Return what rules in YAML can ask of a text through this pack."""


@hookspec
def filinglint_concepts() -> Mapping[str, Sequence[str]]:  # type: ignore[empty-body]
    """Return named lists of phrases for which rules in YAML can ask by name."""


@hookspec
def filinglint_facts() -> Iterable[Extractor[Any]]:  # type: ignore[empty-body]
    """Return the pack's extractors, for the facts that it brings."""


@hookspec(firstresult=True)
def filinglint_recognise(text: Submission) -> Recognition | None:
    """Say what a single text is; None leaves it to the other packs."""


@hookspec
def filinglint_profiles(text: Submission) -> Iterable[tuple[str, Span]]:  # type: ignore[empty-body]
    """Return the profiles that apply to a text by its own words, each with the words that decided."""


@hookspec
def filinglint_checklist(text: Submission) -> Iterable[ChecklistItem]:  # type: ignore[empty-body]
    """Return what a text says of all that its kind may be asked for, in the order of a checklist."""
