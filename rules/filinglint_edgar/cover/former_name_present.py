"""COV093."""

from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.header import Header, header
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.names import same_name
from filinglint.rule import EIGHT_K, TEN_Q, Authority, rule
from filinglint.tables.rows import plain_words


@rule(
    "COV093",
    "former-name-present",
    reads=(
        cover_page,
        header,
    ),
    remedy="write 'Not applicable' where neither name nor address has changed, or give the former one",
    authority=Authority(
        "Form 8-K and Form 10-Q, cover page: former name or former address, if changed since last report", "should"
    ),
    severity=Severity.INFO,
    forms=EIGHT_K | TEN_Q,
)
def former_name_present(cover: CoverPage, stated: Header) -> Iterator[Observation]:
    """The former name of a registrant is not the one that it has.

    The line asks for a name or an address only where it changed since the last report.
    """
    former = cover.former
    if not isinstance(former, Located):
        return
    words = plain_words(former.value).removeprefix("not applicable ")  # the name was written below
    for registrant in cover.registrants:
        name = registrant.name
        if not isinstance(name, Located):
            continue
        same = [each for each in stated.names if same_name(each.value, name.value)]
        if any(words == plain_words(each.value) for each in (name, *same)):
            yield Observation(
                former,
                f"'{former.value}' is given as the former name, and is the present one",
                related=[(name, "the name on the cover")],
            )
            return
