"""The date of the prospectus that a prospectus supplement belongs to: at its top, and on the base prospectus itself.

Source: prospectus supplements filed under Rule 424(b) with their base prospectus, 2010 to 2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from itertools import islice

from filinglint.documents.markup import Rendered
from filinglint.documents.submission import Submission
from filinglint.facts.cover import main_document
from filinglint.facts.date_at import date_at
from filinglint.facts.extractor import extractor
from filinglint.facts.rare_signs import matches
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf, Located
from filinglint.patterns import pattern

_TOP = 8000
_TO = pattern(r"\(to\s{1,9}(?:the\s{1,9})?(?:base\s{1,9})?prospectus,?\s{1,9}dated\s{1,9}", re.IGNORECASE)
# The legend of Item 501(b)(7) of Regulation S-K ends the first page, but for its date.
_LEGEND = pattern(
    r"(?:criminal|CRIMINAL)\s{1,9}(?:offense|OFFENSE)\.?\s{0,200}(?i:the\s{1,9}date\s{1,9}of\s{1,9}this\s{1,9}prospectus\s{1,9}is"
    r"|this\s{1,9}prospectus\s{1,9}is\s{1,9}dated|prospectus\s{1,9}dated)?\s{0,9}"
)
_ACCOMPANYING = pattern(r"accompanying\s{1,9}(?:base\s{1,9})?prospectus,?\s{1,9}dated\s{1,9}")
_MOST = 50  # of each; a prospectus has three or four


@dataclass(frozen=True, slots=True)
class BaseProspectus:
    """``named`` is the date behind "(To Prospectus dated"; ``own`` those behind the legends of later first pages.

    ``accompanying`` are those behind "accompanying prospectus dated", which may be one supplemented before.
    """

    named: Leaf[date]
    own: tuple[Located[date], ...]
    accompanying: tuple[Located[date], ...]


@extractor("base_prospectus")
def base_prospectus(submission: Submission) -> BaseProspectus:
    """Read the dates. Raises NotApplicable when there is no main document to read."""
    rendered = main_document(submission).rendered
    text, top = rendered.text, min(len(rendered.text), _TOP)
    to = _TO.search(text, 0, top)
    named = date_at(rendered, to.end()) if to else None
    if named is None:
        nothing = Absent(rendered.source_span(0, top), "date of the prospectus that it supplements")
        return BaseProspectus(nothing, (), ())
    legends = sorted(m.end() for word in ("criminal", "CRIMINAL") for m in matches(text, word, _LEGEND))
    accompanying = (m.end() for m in matches(text, "accompanying", _ACCOMPANYING))
    return BaseProspectus(named, _dates(rendered, legends[1:]), _dates(rendered, accompanying))


def _dates(rendered: Rendered, places: Iterable[int]) -> tuple[Located[date], ...]:
    return tuple(found for at in islice(places, _MOST) if (found := date_at(rendered, at)))
