"""COV040."""

from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "COV040",
    "amendment-not-filed-as-one",
    reads=(cover_page, header),
    remedy="file the amendment under the type with '/A', or take the mark off the cover",
    authority=Authority("Exchange Act Rule 12b-15; EDGAR Filer Manual, volume II, submission types"),
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def amendment_unexpected(cover: CoverPage, stated: Header) -> Iterator[Observation]:
    """A report whose cover names an amended form is filed as an amendment.

    Filed under the plain type it is taken for a second report, and whoever reads by form counts it twice.
    """
    named, form = cover.form_name.value, stated.form.value
    if named.replace(" ", "").upper().endswith("/A") and not form.upper().endswith("/A"):
        yield Observation(
            cover.form_name,
            f"the cover says '{named}', the header '{form}'",
            related=[(stated.form, "the submission type in the header")],
            label="the form on the cover",
        )
