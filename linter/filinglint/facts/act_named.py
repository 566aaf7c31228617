"""Under which Act the cover says that a filing is made.

Source: Forms 8-K, 10-K and 10-Q, cover page ("pursuant to Section 13 or 15(d) of the Securities Exchange Act of
1934"); Forms S-1 and S-3, facing page ("registration statement under the Securities Act of 1933").
"""

from __future__ import annotations

import re

from filinglint.documents.signs import Automaton
from filinglint.documents.submission import Submission
from filinglint.facts.cover import main_document
from filinglint.facts.extractor import extractor
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf, Located
from filinglint.patterns import pattern

_FIRST = 20_000  # the longest covers are shorter
_ACT = (
    r"\s{1,40}the\s{1,40}(?P<act>(?:[a-z]{2,12}\s{1,40}){1,3}act(?:\s{1,40}of)?\s{1,40}(?P<year>(?:19|20)\d\d))(?!\d)"
)
# Each by a word that is looked for alone.
_OF_REPORT, _OF_REGISTRATION = "(d)", "statement"
_FINDER = Automaton((_OF_REPORT, _OF_REGISTRATION))
_REPORT = pattern(r"\(d\)(?:(?<=15\(d\))|(?<=15 \(d\)))\s{1,40}of" + _ACT, re.IGNORECASE)
_REGISTRATION = pattern(r"statement\s{1,40}under" + _ACT, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ActNamed:
    """``name`` is the Act as the cover calls it, ``year`` that of its name; both absent where it names none.

    ``registers`` is whether the words before it are those of a registration statement; else they are of a report.
    """

    name: Leaf[str]
    year: Leaf[int]
    registers: bool


@extractor("act_named")
def act_named(submission: Submission) -> ActNamed:
    """Read the Act that the cover names first. Raises NotApplicable when there is no main document to read."""
    rendered = main_document(submission).rendered
    first = rendered.text[:_FIRST]
    places = _FINDER.places(first)
    found = [(m.start(), m, False) for at in places.get(_OF_REPORT, ()) if (m := _REPORT.match(first, at))]
    found += [(m.start(), m, True) for at in places.get(_OF_REGISTRATION, ()) if (m := _REGISTRATION.match(first, at))]
    if not found:
        missing = Absent(rendered.source_span(0, len(first)), "Act under which it is filed")
        return ActNamed(missing, missing, False)
    _, m, registers = min(found, key=lambda each: each[0])
    year = Located(int(m["year"]), rendered.source_span(*m.span("year")))
    return ActNamed(rendered.located(*m.span("act")), year, registers)
