"""COV002."""

from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Absent
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "COV002",
    "amendment-not-marked",
    reads=(cover_page, header),
    remedy="add '/A' to the form's name, or 'Amendment No. 1', on the cover",
    authority=Authority("Exchange Act Rule 12b-15 and Rule 12b-11"),
    forms=EIGHT_K | TEN_K | TEN_Q | {"20-F"},
)
def amendment_not_marked(cover: CoverPage, stated: Header) -> Iterator[Observation]:
    """An amendment is designated as one on its cover, by '/A' or by its number.

    A reader who holds the document without its header takes an unmarked amendment for the first report.
    """
    if stated.form.value.upper().endswith("/A") and isinstance(cover.amendment, Absent):
        yield Observation(
            cover.form_name,
            f"the header says '{stated.form.value}', the cover does not say that it is an amendment",
            related=[(stated.form, "the submission type in the header")],
        )
