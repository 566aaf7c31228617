"""COV060."""

from collections.abc import Iterator

from filinglint.documents.submission import Submission
from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.extractor import submission
from filinglint.facts.header import Header, header
from filinglint.facts.rewording import reworded_in
from filinglint.finding import Fix, Observation, Severity
from filinglint.located import Located, Unsure
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.registrations import STATEMENTS

_DIGITS = 9


@rule(
    "COV060",
    "cover-ein-without-hyphen",
    reads=(cover_page, header, submission),
    remedy="put a hyphen behind the second digit",
    authority=Authority("26 CFR 301.6109-1(a)(1)(ii)(C); Forms 8-K, 10-K, 10-Q, S-1 and S-3, cover page", "should"),
    severity=Severity.INFO,
    forms=EIGHT_K | TEN_K | TEN_Q | STATEMENTS,
    fixable="unsafe",
)
def ein_hyphen(cover: CoverPage, stated: Header, filing: Submission) -> Iterator[Observation]:
    """An employer identification number is written as two digits, a hyphen and seven digits.

    Without the hyphen, or with one in another place, it looks like another number, and a search misses it.
    """
    known = [
        party.ein.value for party in stated.parties if isinstance(party.ein, Located) and party.ein.value.strip("0")
    ]
    for registrant in cover.registrants:
        number = registrant.ein
        if isinstance(number, Unsure) and _digits(words := filing.words(number.looked)) in known:
            number = Located(words, number.looked)  # the hyphen of "123-456789" makes a file number of it
        if not isinstance(number, Located):
            continue
        digits = _digits(number.value)
        right = f"{digits[:2]}-{digits[2:]}"
        if len(digits) == _DIGITS and set(number.value) <= set(digits) | set("- –") and number.value != right:
            yield Observation(
                number,
                f"the employer number '{number.value}' is not written as '{right}'",
                fixes=[Fix("unsafe", f"write '{right}'", reworded_in(filing, number.span, right))],
            )


def _digits(words: str) -> str:
    return "".join(character for character in words if character.isdecimal())
