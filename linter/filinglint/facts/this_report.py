"""What the text of a report calls itself: "this Quarterly Report on Form 10-Q"."""

from __future__ import annotations

import re

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor, readable_main
from filinglint.facts.rare_signs import matches
from filinglint.frozen import dataclass
from filinglint.located import Located
from filinglint.patterns import pattern

_FORM = pattern(r"eport\s{1,9}on\s{1,9}Form\s{1,9}(?P<form>8-K|10-K|10-Q)(?![\w-])")
_THIS = pattern(r"\bthis\s{1,9}(?:current|quarterly|annual)\s{1,9}r\Z", re.IGNORECASE)
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class ThisReport:
    """The words in which the text speaks of this report, and the form that they name."""

    words: Located[str]
    form: str


@extractor("this_report")
def this_report(submission: Submission) -> tuple[ThisReport, ...]:
    """Read what the report calls itself. Raises NotApplicable without a main document to read."""
    rendered = readable_main(submission).rendered
    text = rendered.text
    found: list[ThisReport] = []
    for m in matches(text, "eport", _FORM):
        before = max(0, m.start() - _LONGEST)
        named = _THIS.search(text[before : m.start()])
        if named is not None:
            words = rendered.located(before + named.start(), m.end())
            found.append(ThisReport(words, m["form"]))
    return tuple(found)
