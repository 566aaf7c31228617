"""COV044."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.header import Header, header
from filinglint.facts.ixbrl_cover import IxbrlCover, ixbrl_cover
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "COV044",
    "tagged-amendment-differs",
    reads=(ixbrl_cover, header),
    tags=frozenset(("ixbrl",)),
    remedy="tag dei:AmendmentFlag as true in an amendment, and only there",
    authority=Authority("EDGAR Filer Manual, volume II, 6.5.20", effective_from=date(2019, 6, 15)),
    forms=EIGHT_K | TEN_K | TEN_Q | {"20-F", "40-F"},
)
def tagged_amendment_differs(tagged: IxbrlCover, stated: Header) -> Iterator[Observation]:
    """The tag for amendments is true in an amendment, and false in a first report.

    The flag is hidden from readers, and is copied with the file of the first report.
    """
    said, form = tagged.amendment.value, stated.form.value
    if said != form.upper().endswith("/A"):
        yield Observation(
            tagged.amendment,
            f"the tag says that this is {'an' if said else 'no'} amendment, the submission is of type '{form}'",
            related=[(stated.form, "the submission type in the header")],
            label="dei:AmendmentFlag",
        )
