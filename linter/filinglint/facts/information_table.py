"""The holdings of a report on Form 13F: how many there are, what they come to, by which CUSIP numbers.

Source: the EDGAR Form 13F XML Technical Specification: the holdings are documents of their own, ``informationTable``,
beside the form itself (``facts/form_data.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf, Located, NotApplicable
from filinglint.patterns import pattern
from filinglint.spans import Span

_ROW = pattern(r"</(?:[\w.-]+:)?infoTable>")
_VALUE = pattern(r"<(?:[\w.-]+:)?value>\s{0,9}(\d{1,18})\s{0,9}</")
_CUSIP = pattern(r"<(?:[\w.-]+:)?cusip>\s{0,9}([0-9A-Za-z*@#]{9})\s{0,9}</")
_WORDS = pattern(
    r"<(?:[\w.-]+:)?(?P<name>sshPrnamtType|investmentDiscretion|putCall)>\s{0,9}(?P<words>[^<>\s]{1,40})\s{0,9}</"
)
# Only shares: of a bond the principal is held, of an option what it is on, and their votes may be any.
_SHARES = pattern(
    r"<(?:[\w.-]+:)?sshPrnamt>\s{0,9}(\d{1,18})\s{0,9}</[^<>]{1,60}>\s{0,99}"
    r"<(?:[\w.-]+:)?sshPrnamtType>\s{0,9}SH\s{0,9}</[^<>]{1,60}>\s{0,99}</[^<>]{1,60}>"
    r"(?:\s{0,99}<(?:[\w.-]+:)?(?:investmentDiscretion|otherManager)>[^<>]{0,99}</[^<>]{1,60}>){0,3}"
    r"\s{0,99}<(?:[\w.-]+:)?votingAuthority>\s{0,99}<(?:[\w.-]+:)?Sole>\s{0,9}(\d{1,18})\s{0,9}</[^<>]{1,60}>"
    r"\s{0,99}<(?:[\w.-]+:)?Shared>\s{0,9}(\d{1,18})\s{0,9}</[^<>]{1,60}>"
    r"\s{0,99}<(?:[\w.-]+:)?None>\s{0,9}(\d{1,18})\s{0,9}</"
)
_KNOWN = {
    "sshPrnamtType": frozenset(("SH", "PRN")),
    "investmentDiscretion": frozenset(("SOLE", "DFND", "OTR")),
    "putCall": frozenset(("PUT", "CALL")),
}
_MOST_CUSIPS = 50_000


@dataclass(frozen=True, slots=True)
class VotesBeyondShares:
    """A holding of shares with votes for more of them: the shares, and the votes of each authority that has some."""

    shares: Located[int]
    votes: tuple[Located[int], ...]


@dataclass(frozen=True, slots=True)
class InformationTable:
    """All information tables of one report, taken together.

    ``entries`` is how many rows they have, ``value`` what the rows come to (in dollars; until 2022 in thousands),
    absent where a row states none. ``cusips`` are the numbers of nine characters, in order, and
    ``unknown_words`` those in columns of set words (SH or PRN, SOLE …) that are none of them. ``excess_votes`` are
    the holdings of shares with votes for more shares than are held.
    """

    span: Span
    entries: Located[int]
    value: Leaf[int]
    cusips: tuple[Located[str], ...]
    unknown_words: tuple[Located[str], ...]
    excess_votes: tuple[VotesBeyondShares, ...]


@extractor("information_table")
def information_table(submission: Submission) -> InformationTable:
    """Read the tables. Raises NotApplicable when there is none."""
    spans = [each.content for each in submission.documents if each.root == "informationTable"]
    if not spans:
        raise NotApplicable("there is no information table")

    def found(what: re.Pattern[str]) -> Iterator[re.Match[str]]:
        for span in spans:
            yield from what.finditer(submission.source.text, span.start, span.end)

    rows = sum(1 for _ in found(_ROW))
    values = [int(m[1]) for m in found(_VALUE)]
    start = Span(spans[0].start, spans[0].start)
    return InformationTable(
        span=spans[0],
        entries=Located(rows, start),
        value=Located(sum(values), start) if len(values) == rows else Absent(spans[0], "value of each entry"),
        cusips=tuple(Located(m[1].upper(), Span(*m.span(1))) for m in islice(found(_CUSIP), _MOST_CUSIPS)),
        unknown_words=tuple(
            Located(m["words"], Span(*m.span("words")))
            for m in found(_WORDS)
            if m["words"].upper() not in _KNOWN[m["name"]]
        ),
        excess_votes=tuple(
            VotesBeyondShares(
                Located(int(m[1]), Span(*m.span(1))),
                tuple(Located(int(m[at]), Span(*m.span(at))) for at in (2, 3, 4) if int(m[at])),
            )
            for m in found(_SHARES)
            if int(m[2]) + int(m[3]) + int(m[4]) > int(m[1])
        ),
    )
