"""COV035."""

from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.registrations import STATEMENTS


@rule(
    "COV035",
    "cover-area-code-missing",
    reads=(cover_page,),
    remedy="give the telephone number with its area code",
    authority=Authority(
        "Forms 8-K, 10-K, 10-Q, S-1 and S-3, cover page: registrant's telephone number, including area code"
    ),
    severity=Severity.INFO,
    forms=EIGHT_K | TEN_K | TEN_Q | STATEMENTS,
)
def area_code_missing(cover: CoverPage) -> Iterator[Observation]:
    """The telephone number on the cover includes the area code.

    Numbers abroad have other lengths, and are not judged.
    """
    number = cover.telephone
    if not isinstance(number, Located) or not isinstance(cover.address.zip, Located):
        return
    signs = [character for character in number.value if character.isalnum()]
    if len(signs) == 7 and "+" not in number.value:
        yield Observation(number, f"the telephone number '{number.value}' has no area code")
