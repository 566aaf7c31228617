"""What the text of Item 5.02 reports: departures, elections, appointments and pay, each with the words that say so.

Source: Form 8-K, Item 5.02(a) to (f), and the sentences of real reports, 2004 to 2026.
"""

from __future__ import annotations

import re

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor
from filinglint.facts.items import ItemHeading, items
from filinglint.frozen import dataclass
from filinglint.located import Located, NotApplicable
from filinglint.patterns import pattern

_WHO = r"(?:his|her|their|its)"
_REPORTS = {
    "a departure": pattern(
        r"\b(?:has |have |had )?(?:resigned|retired|stepped down)\s(?:from|as|effective|in|on|and)\b"
        rf"|\btendered\s{_WHO}\s(?:\w{{1,12}}\s)?resignation\b"
        rf"|\b(?:notified|informed|advised)\b[^.\n]{{0,160}}\b(?:{_WHO}\s(?:decision|intention|intent|resignation|retirement)"
        r"|(?:would|will)\s(?:not\s(?:be\s)?stand|resign|retire))"
        r"|\b(?:will|to)\s(?:resign|retire|step\sdown)\b|\b(?:ceased|will\scease)\sto\sserve\b"
        r"|\bannounced\s(?:his|her|their)\s(?:\w{1,12}\s)?(?:resignation|retirement)\b"
        r"|\b(?:was|were)\sterminated\s(?:as|from|without|effective)\b|\bwill\snot\sstand\sfor\sre-?election\b",
    ),
    "an election of a director": pattern(
        r"\b(?:elected|appointed)\b[^.\n]{0,160}\b(?:as\sa\s(?:\w{1,20}\s){0,3}(?:director|member\sof\sthe\s"
        r"(?:\w{1,20}['’]?s?\s){0,2}Board)|to\s(?:serve\son\s)?(?:the|its)\s(?:\w{1,20}['’]?s?\s){0,2}Board)\b",
        re.IGNORECASE,
    ),
    "an appointment of an officer": pattern(
        r"\b(?:appointed|promoted|named)\b[^.\n]{0,120}?\b(?:as|to|to\sbe|to\sserve\sas)\s[^.\n]{0,80}?"
        r"\b(?:Chief\s(?:Executive|Financial|Operating|Accounting)\sOfficer|President|Controller|Treasurer)\b"
    ),
}
_NAMES = {
    "a departure": pattern(r"depart|resign|retire|terminat", re.IGNORECASE),
    "an election of a director": pattern(r"elect|appointment\sof\s(?:\w{1,20}\s){0,2}director", re.IGNORECASE),
    "an appointment of an officer": pattern(r"appoint|principal\sofficers|certain\sofficers", re.IGNORECASE),
}
_NOT_NOW = pattern(
    r"\b(?:if|should|unless|in the event|previously|who|whose|vacanc\w{1,3})\b[^.]{0,80}$", re.IGNORECASE
)
# A life told in years: "elected to the Board in 2010".
_LONG_AGO = pattern(r"[^.\n]{0,60}\b(?:in|since|from)\s(?:(?:early|late)\s)?(?:[A-Z][a-z]{2,8}\s)?(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class OfficerChange:
    """A kind of change that the text under one heading reports, by the first words that say so.

    ``named`` is whether the caption of the heading, or of another one of the item, speaks of that kind of change.
    """

    heading: ItemHeading
    kind: str
    words: Located[str]
    named: bool


@dataclass(frozen=True, slots=True)
class OfficerChanges:
    """The kinds of change that the report has under Item 5.02, in reading order of the headings."""

    changes: tuple[OfficerChange, ...]

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of change reported: "a departure", "an election of a director", "an appointment of an officer"."""
        return frozenset(change.kind for change in self.changes)


@extractor("officer_changes")
def officer_changes(submission: Submission) -> OfficerChanges:
    """Find what Item 5.02 reports: nothing without such an item. Raises NotApplicable without a main document."""
    headings = items.of(submission).keyed("5.02")
    main = submission.main
    if main is None:
        raise NotApplicable("there is no document")
    rendered = main.rendered
    found: list[OfficerChange] = []
    captions = " ".join(heading.caption.value for heading in headings if isinstance(heading.caption, Located))
    for heading in headings:
        start, end = rendered.offset(heading.text.start), rendered.offset(heading.text.end)
        for kind, report in _REPORTS.items():
            for m in report.finditer(rendered.text, start, end):
                before = _NOT_NOW.search(rendered.text, max(start, m.start() - 120), m.start())
                if before is None and _LONG_AGO.match(rendered.text, m.end(), end) is None:
                    named = _NAMES[kind].search(captions) is not None
                    found.append(OfficerChange(heading, kind, rendered.located(*m.span()), named))
                    break
    return OfficerChanges(tuple(found))
