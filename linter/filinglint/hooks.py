"""The hooks through which rule packs, ours and strangers', come in.

A pack is a module named by an entry point of the group ``filinglint``; it implements any of these
with ``@hookimpl``. Its ``API_VERSION`` is the version of this interface that it was written for. Source of the
mechanism: pluggy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import pluggy

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import Extractor
from filinglint.frozen import dataclass
from filinglint.report import Report
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


class Told(NamedTuple):
    """Why a text is taken for what it is, for the notice, and the places of the words that decided."""

    reason: str
    decided_by: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """A kind of input that a pack brings: its name, such as ``form-crs``, and how a text is told to be one.

    ``recognise`` is asked of every text that is no filing; None leaves it to the others. What rules about the kind
    read are the pack's own facts, and what the engine reads of any text: phrases, dates, sections.
    """

    kind: str
    recognise: Callable[[Submission], Told | None]


@dataclass(frozen=True, slots=True)
class Reporter:
    """A format of reports that a pack brings: its name, and what it makes of a report.

    ``render`` is given the report, the rules that were there, and how it is to be shown (colours, width), which
    formats for machines leave alone. It yields pieces of text.
    """

    name: str
    render: Callable[[Report, Sequence[Rule], Any], Iterator[str]]


@hookspec
def filinglint_rules() -> Iterable[Rule]:  # type: ignore[empty-body]
    """Return the pack's rules that are Python.

    >>> @hookimpl
    ... def filinglint_rules():
    ...     from acme_rules.cover import motto_missing
    ...     return [motto_missing]
    """


@hookspec
def filinglint_rule_packs() -> Iterable[Traversable]:  # type: ignore[empty-body]
    """Return the folders, inside the distribution, of the pack's rules that are YAML.

    >>> @hookimpl
    ... def filinglint_rule_packs():
    ...     from importlib.resources import files
    ...     return [files("acme_rules") / "rules"]
    """


@hookspec
def filinglint_terms() -> Iterable[Term]:  # type: ignore[empty-body]
    """Return what rules in YAML can ask of a text through this pack, beside what they always can.

    >>> @hookimpl
    ... def filinglint_terms():
    ...     return [Term("branch", reads=branches, look=lambda found, town: found.of(town), names=lambda: TOWNS)]

    In YAML that is ``require: {branch: denver}``.
    """


@hookspec
def filinglint_concepts() -> Mapping[str, Sequence[str]]:  # type: ignore[empty-body]
    """Return named lists of phrases for which rules in YAML can ask by name.

    >>> @hookimpl
    ... def filinglint_concepts():
    ...     return {"hotline": ["call [us] toll-free", "24-hour line"]}

    In YAML that is ``require: {concept: hotline}``.
    """


@hookspec
def filinglint_facts() -> Iterable[Extractor[Any]]:  # type: ignore[empty-body]
    """Return the pack's extractors, for the facts that it brings.

    >>> @hookimpl
    ... def filinglint_facts():
    ...     return [branches]

    ``filinglint facts`` prints what they find, and rules in YAML ask for it: ``{fact: branches.town}``.
    """


@hookspec
def filinglint_readers() -> Iterable[Reader]:  # type: ignore[empty-body]
    """Return the kinds of input that the pack brings.

    >>> @hookimpl
    ... def filinglint_readers():
    ...     return [Reader("form-crs", lambda text: ("it says so",) if "Form CRS" in text.source.text else None)]
    """


@hookspec
def filinglint_reporters() -> Iterable[Reporter]:  # type: ignore[empty-body]
    r"""Return the formats of reports that the pack brings.

    >>> @hookimpl
    ... def filinglint_reporters():
    ...     return [Reporter("count", lambda report, rules, view: iter([f"{len(report.findings)} findings\n"]))]

    ``filinglint check -o count`` then writes it.
    """


@hookspec
def filinglint_run_started(paths: Sequence[str]) -> None:
    """Be told that a run begins, and which paths it was given. It can observe, and change nothing.

    >>> @hookimpl
    ... def filinglint_run_started(paths):
    ...     log.info("filinglint looks at %s", ", ".join(paths))
    """


@hookspec
def filinglint_run_finished(report: Report) -> None:
    """Be told what a run came to. It can observe, and change nothing.

    >>> @hookimpl
    ... def filinglint_run_finished(report):
    ...     metrics.gauge("filinglint.findings", len(report.findings))
    """


@hookspec(firstresult=True)
def filinglint_recognise(text: Submission) -> Recognition | None:
    """Say what a single text is; None leaves it to the other packs. A new kind is brought by a Reader.

    >>> @hookimpl
    ... def filinglint_recognise(text):
    ...     return Recognition("bcp-summary", "its title says so") if is_summary(text) else None
    """


@hookspec
def filinglint_profiles(text: Submission) -> Iterable[tuple[str, Span]]:  # type: ignore[empty-body]
    """Return the profiles that apply to a text by its own words, each with the words that decided.

    >>> @hookimpl
    ... def filinglint_profiles(text):
    ...     at = text.source.text.find("member of FINRA")
    ...     return [("finra-4370", Span(at, at + 15))] if at >= 0 else []
    """


@hookspec
def filinglint_checklist(text: Submission) -> Iterable[ChecklistItem]:  # type: ignore[empty-body]
    """Return what a text says of all that its kind may be asked for, in the order of a checklist.

    >>> @hookimpl
    ... def filinglint_checklist(text):
    ...     return [ChecklistItem("hotline", "a telephone number", ("ACM002",), "no")]
    """
