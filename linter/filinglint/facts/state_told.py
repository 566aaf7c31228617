"""Of which state a main document says that its registrant is a corporation: "Example Corp., a Delaware corporation".

Source: current reports, registration statements and prospectuses of 1994 to 2026.
"""

from __future__ import annotations

from itertools import islice

from filinglint.documents.submission import Submission
from filinglint.facts.cover import main_document
from filinglint.facts.extractor import extractor
from filinglint.facts.header import header
from filinglint.frozen import dataclass
from filinglint.located import Located
from filinglint.names import same_name
from filinglint.patterns import pattern

_MOST = 200
_STATE = r"(?P<state>[A-Z][a-z]{2,12}(?:[ \n][A-Z][a-z]{2,10})?)"
_TOLD = pattern(rf",(?:[ \n]an?[ \n]{{1,3}}){_STATE}[ \n]{{1,3}}(?:corporation|limited[ \n]liability[ \n]company)\b")
# The capitalised words before the comma.
_NAME = pattern(
    r"(?P<name>(?:[A-Z][\w&.’'-]{0,30},?[ \n]{1,3}(?:(?:of|and|the|&)[ \n]{1,3})?){0,6}[A-Z][\w.&’'-]{1,30})\Z"
)
_BEFORE = 120


@dataclass(frozen=True, slots=True)
class StateTold:
    """``states`` are those that the text gives the registrant behind its whole name, in reading order."""

    states: tuple[Located[str], ...]


@extractor("state_told")
def state_told(submission: Submission) -> StateTold:
    """Read the main document. Raises NotApplicable when there is none to read, or no header."""
    rendered = main_document(submission).rendered
    names = [party.name.value for party in header.of(submission).registrants if isinstance(party.name, Located)]
    found: list[Located[str]] = []
    for m in islice(_TOLD.finditer(rendered.text), _MOST):
        name = _NAME.search(rendered.text[max(0, m.start() - _BEFORE) : m.start()])
        if name is not None and _ends_with(name["name"].split(), names):
            found.append(rendered.located(*m.span("state")))
    return StateTold(tuple(found))


def _ends_with(words: list[str], names: list[str]) -> bool:
    """Tell whether the last of *words* are one of *names*: a heading, or a sentence, may end right before it."""
    return any(same_name(" ".join(words[at:]), name) is True for at in range(len(words)) for name in names)
