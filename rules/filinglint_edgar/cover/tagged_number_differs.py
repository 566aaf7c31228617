"""COV046."""

from collections.abc import Callable, Iterator
from datetime import date

from filinglint.addresses import same_ein, same_file_number, same_state, same_zip
from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.ixbrl_cover import IxbrlCover, ixbrl_cover
from filinglint.finding import Observation
from filinglint.located import Leaf, Located
from filinglint.patterns import pattern
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.places import code_of

Same = Callable[[str, str], bool | None]

# Of one kind, where the other belongs: the two tags were exchanged.
_EMPLOYER_NUMBER, _FILE_NUMBER = pattern(r"\d{2}-\d{7}"), pattern(r"\d{3}-\d{5,6}(?:-\d{2})?")


def _same_file_number(one: str, other: str) -> bool | None:
    return False if _EMPLOYER_NUMBER.fullmatch(one) else same_file_number(one, other)


def _same_ein(one: str, other: str) -> bool | None:
    return False if _FILE_NUMBER.fullmatch(one) else same_ein(one, other)


def _same_place(one: str, other: str) -> bool | None:
    code = code_of(one)
    return same_state(other, code) if code else None


@rule(
    "COV046",
    "tagged-statement-differs",
    reads=(ixbrl_cover, cover_page),
    tags=frozenset(("ixbrl",)),
    remedy="tag what the cover prints",
    authority=Authority("EDGAR Filer Manual, volume II, 6.5.47 and 6.5.48", effective_from=date(2019, 6, 15)),
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def tagged_number_differs(tagged: IxbrlCover, cover: CoverPage) -> Iterator[Observation]:
    """File number, employer number, state and ZIP code are tagged as the cover prints them.

    A tag set around the wrong words, or a hidden one left from the last report, tells machines another thing
    than readers.
    """
    if len(tagged.entities) > 1 or len(cover.registrants) > 1:
        return
    entity = tagged.entity
    pairs: tuple[tuple[str, Leaf[str], Leaf[str], Same], ...] = (
        ("file number", entity.file_number, cover.commission_file_number, _same_file_number),
        ("employer number", entity.ein, cover.ein, _same_ein),
        ("state of incorporation", entity.state_of_incorporation, cover.state_of_incorporation, _same_place),
        ("ZIP code", entity.zip, cover.address.zip, same_zip),
    )
    for what, tag, printed, same in pairs:
        if isinstance(tag, Located) and isinstance(printed, Located) and same(tag.value, printed.value) is False:
            yield Observation(
                tag,
                f"the {what} is tagged as '{tag.value}', the cover prints '{printed.value}'",
                related=[(printed, f"the cover prints {printed.value}")],
                label=f"tagged as the {what}",
            )
