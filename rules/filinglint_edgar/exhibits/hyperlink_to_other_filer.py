"""EXH040."""

from collections import Counter
from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.html_use import HtmlUse, html_use
from filinglint.finding import Confidence, Observation, Severity
from filinglint.located import Located
from filinglint.patterns import pattern
from filinglint.rule import Authority, rule
from filinglint_edgar.cover.mistyped import mistyped

_FILER = pattern(r"/Archives/edgar/data/0{0,9}([1-9]\d{0,9})/")
_SHORTEST = 4  # digits: shorter numbers are neighbours by chance


@rule(
    "EXH040",
    "hyperlink-to-filer-mistyped",
    reads=(html_use, header),
    remedy="correct the number of the filer in the link",
    authority=Authority("Regulation S-T, Rule 105 (17 CFR 232.105): hyperlinks"),
    severity=Severity.INFO,
    confidence=Confidence.MEDIUM,
    tags=frozenset(("links",)),
)
def hyperlink_to_other_filer(use: HtmlUse, stated: Header) -> Iterator[Observation]:
    """A link to an earlier filing names its filer by the right number.

    The link may well lead to a parent or a predecessor. A number that is one slip away from the registrant's own, and
    that no party to the filing has, most often leads nowhere. Affiliates may have numbers in a row: where only the last
    digit differs, another link with the right number must show that it is a slip, and more than one that it is none.
    """
    ciks = [party.cik for party in stated.parties if isinstance(party.cik, Located)]
    own = {cik.value.lstrip("0"): cik for cik in ciks if len(cik.value.lstrip("0")) >= _SHORTEST}
    if not own:
        return
    links = use.links_where(lambda goal: goal.goes == "archive" and _FILER.search(goal.words) is not None)
    numbers = [m[1] if (m := _FILER.search(link.words)) else "" for link in links]
    times = Counter(numbers)
    first = {number: link for link, number in zip(reversed(links), reversed(numbers), strict=True)}
    for number, link in reversed(first.items()):
        near = next((cik for digits, cik in own.items() if number not in own and mistyped(number, digits)), None)
        if near is None:
            continue
        in_a_row = number[:-1] == near.value.lstrip("0")[:-1]
        if in_a_row and (times[number] > 1 or own.keys().isdisjoint(times)):
            continue
        yield Observation(
            link.span,
            f"a link goes to the filings of '{number}', which is a slip away from the registrant's '{near.value}'",
            related=[(near, f"the header says {near.value}")],
        )
