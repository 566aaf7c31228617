"""What the cover of a proxy or information statement says of itself: its schedule, its section, and its boxes.

Source: Schedules 14A and 14C, cover page, 1996 to 2026.
"""

from __future__ import annotations

import re

from filinglint.documents.submission import Submission
from filinglint.facts.cover import main_document
from filinglint.facts.cover_boxes import CheckBox, read_proxy_boxes
from filinglint.facts.extractor import extractor
from filinglint.facts.first_words import Lowered
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf, Located
from filinglint.patterns import pattern
from filinglint.spans import Span

_FIRST = 6000
_SCHEDULE = pattern(r"\bschedule\s{1,9}14([AC])\b", re.IGNORECASE)
_SECTION = pattern(r"\bstatement\s{1,40}pursuant\s{1,40}to\s{1,40}section\s{1,9}14\(([a-z])\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ProxyCover:
    """``schedule`` and ``section`` are the letters of the first that are named, A or C where nothing slipped.

    ``boxes`` are those for a preliminary statement, a definitive one, and additional materials.
    """

    span: Span
    schedule: Leaf[str]
    section: Leaf[str]
    boxes: tuple[CheckBox, ...]


@extractor("proxy_cover")
def proxy_cover(submission: Submission) -> ProxyCover:
    """Read the first page. Raises NotApplicable when there is no main document to read."""
    rendered = main_document(submission).rendered
    end = min(len(rendered.text), _FIRST)
    span = rendered.source_span(0, end)

    def letter(named: re.Pattern[str], what: str) -> Leaf[str]:
        m = named.search(rendered.text, 0, end)
        return Located(m[1].upper(), rendered.source_span(*m.span())) if m else Absent(span, what)

    boxes = read_proxy_boxes(rendered, submission.source.text, Lowered(rendered.text, end), end, span)
    return ProxyCover(span, letter(_SCHEDULE, "schedule"), letter(_SECTION, "section of the Exchange Act"), boxes)
