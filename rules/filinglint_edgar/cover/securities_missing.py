"""COV017."""

from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.registration import Registration, registration
from filinglint.finding import Observation
from filinglint.located import Absent, Located
from filinglint.rule import Authority, rule


@rule(
    "COV017",
    "annual-securities-missing",
    reads=(cover_page, registration),
    remedy="list the securities registered under Section 12(b), each with its exchange, or say 'None'",
    authority=Authority("Form 10-K, cover page: securities registered pursuant to Section 12(b) of the Act"),
    forms=frozenset(("10-K", "10-K405", "10-KT", "10-KSB", "10-KSB40")),
    amendments=False,
)
def securities_missing(cover: CoverPage, registered: Registration) -> Iterator[Observation]:
    """The cover of an annual report lists the securities registered under Section 12(b).

    A file number that begins 001 is given for such a class.
    """
    yield from unlisted(cover, registered)


def unlisted(cover: CoverPage, registered: Registration) -> Iterator[Observation]:
    """Yield what there is to say of a cover that lists no securities where something tells that there are some."""
    listed = registered.listed
    if isinstance(listed, Located) and isinstance(cover.securities.heading, Absent):
        yield Observation(
            cover.securities.heading,
            "the cover does not list the securities registered under Section 12(b)",
            related=[(listed, f"'{listed.value}' tells of such a class")],
        )
