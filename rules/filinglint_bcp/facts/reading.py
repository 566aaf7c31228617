"""From a document to what is read in it: its units, what it is, what it discloses, each with its place."""

from __future__ import annotations

from dataclasses import replace
from weakref import WeakKeyDictionary

from filinglint.documents.document import Document
from filinglint.documents.markup import Rendered, folded
from filinglint.facts.evened import Evened
from filinglint.hooks import Recognition
from filinglint.located import Absent, Located
from filinglint.spans import Span
from filinglint_bcp.facts.disclosures import IDS, disclosed
from filinglint_bcp.facts.recognition import Verdict, hints, recognise
from filinglint_bcp.facts.summary import Disclosure, Nature, Summary

# What a text is shows in its first pages.
_LOOK = 60_000
_SHOWN = 500
_HINTED = 250_000


# A text is recognised before anybody asks for its nature: the verdict is kept as long as the text is.
_verdicts: WeakKeyDictionary[Rendered, Verdict] = WeakKeyDictionary()


def _verdict(rendered: Rendered) -> Verdict:
    if rendered not in _verdicts:
        _verdicts[rendered] = _judged(rendered)
    return _verdicts[rendered]


def _judged(rendered: Rendered) -> Verdict:
    said = Evened(rendered)
    verdict = recognise(said.text[:_LOOK], tuple(unit for unit in said.units if unit.end <= _LOOK))
    return replace(verdict, decided_by=tuple(said.place(*place) for place in verdict.decided_by))


def recognition_of(document: Document) -> Recognition | None:
    """Say whether *document* is a BCP summary; None when it does not speak of continuity at all."""
    if not document.readable or not hints(folded(document.rendered.text[:_HINTED])):
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
    said = Evened(rendered)
    found = disclosed(said.text, said.units)
    return Summary(
        disclosures={name: _disclosure(rendered, said, found[name].present, found[name].places) for name in IDS},
        elements=found.elements,
        reaches=found.reaches,
        words={
            sort: tuple(rendered.located(*said.place(*place)) for place in places)
            for sort, places in found.words.items()
        },
        content=_content(rendered, said, document.content),
        document=document,
    )


def _disclosure(rendered: Rendered, said: Evened, present: str, places: tuple[tuple[int, int], ...]) -> Disclosure:
    if not places:
        return Disclosure("no", None, None)
    start, end = said.place(*places[0])
    words = folded(rendered.text[start:end])
    shown = words if len(words) <= _SHOWN else f"{words[: _SHOWN // 2 - 2]} … {words[2 - _SHOWN // 2 :]}"
    return Disclosure("yes" if present == "yes" else "weak", shown, rendered.source_span(start, end))


def _content(rendered: Rendered, said: Evened, content: Span) -> Span:
    """Return the range of all that the author says."""
    start, end = len(said.text) - len(said.text.lstrip()), len(said.text.rstrip())
    return rendered.source_span(*said.place(start, end)) if start < end else content
