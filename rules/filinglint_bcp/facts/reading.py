"""From a document to what is read in it: its units, what it is, what it discloses, each with its place."""

from __future__ import annotations

from filinglint.documents.boilerplate import statements
from filinglint.documents.document import Document
from filinglint.documents.markup import Rendered, folded
from filinglint.facts.sentences import Unit, units
from filinglint.hooks import Recognition
from filinglint.located import Absent, Located
from filinglint.spans import Span
from filinglint_bcp.facts.disclosures import IDS, disclosed
from filinglint_bcp.facts.recognition import Verdict, hints, recognise
from filinglint_bcp.facts.summary import Disclosure, Nature, Summary

# What a text is shows in its first pages.
_LOOK = 60_000
_SHOWN = 500


def units_of(rendered: Rendered) -> tuple[Unit, ...]:
    """Return the units of a rendered text, boilerplate left out; markup tells its headings and list items."""
    marks = rendered.marks
    return units(statements(rendered), wrapped=marks.wrapped, heads=marks.heads, items=marks.items)


def _verdict(rendered: Rendered) -> Verdict:
    known = tuple(unit for unit in units_of(rendered) if unit.end <= _LOOK)
    return recognise(statements(rendered)[:_LOOK], known)


def recognition_of(document: Document) -> Recognition | None:
    """Say whether *document* is a BCP summary; None when it does not speak of continuity at all."""
    if not document.readable or not hints(document.rendered.text):
        return None
    verdict = _verdict(document.rendered)
    places = tuple(document.rendered.source_span(start, end) for start, end in verdict.decided_by)
    return Recognition("bcp-summary" if verdict.is_summary else None, verdict.reason, places)


def nature_of(document: Document) -> Nature:
    """Return what sort of text *document* is."""
    rendered = document.rendered
    verdict = _verdict(rendered)
    title: Located[str] | Absent = Absent(document.content, "title")
    if verdict.decided_by:
        title = rendered.located(*verdict.decided_by[0])
    return Nature(verdict.language, verdict.full_plan, title, verdict.reason)


def summary_of(document: Document) -> Summary:
    """Return what *document*, a text in English, discloses."""
    rendered = document.rendered
    found = disclosed(statements(rendered), units_of(rendered))
    return Summary(
        disclosures={name: _disclosure(rendered, found[name].present, found[name].places) for name in IDS},
        elements=found.elements,
        reaches=found.reaches,
        words={
            sort: tuple(rendered.located(start, end) for start, end in places) for sort, places in found.words.items()
        },
        content=_content(rendered, document.content),
        document=document,
    )


def _disclosure(rendered: Rendered, present: str, places: tuple[tuple[int, int], ...]) -> Disclosure:
    if not places:
        return Disclosure("no", None, None)
    start, end = places[0]
    words = folded(rendered.text[start:end])
    shown = words if len(words) <= _SHOWN else f"{words[: _SHOWN // 2 - 2]} … {words[2 - _SHOWN // 2 :]}"
    return Disclosure("yes" if present == "yes" else "weak", shown, rendered.source_span(start, end))


def _content(rendered: Rendered, content: Span) -> Span:
    """Return the range of all that the author says."""
    text = statements(rendered)
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return rendered.source_span(start, end) if start < end else content
