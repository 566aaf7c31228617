"""COV025."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule

_CONFLICTS = {
    "shell_company": "a shell company",
    "voluntary_filer": "a company that is not required to file reports",
}


@rule(
    "COV025",
    "seasoned-issuer-conflict",
    reads=(cover_page,),
    remedy="correct the check mark that is wrong",
    authority=(
        Authority("Securities Act Rule 405, well-known seasoned issuer", effective_from=date(2005, 12, 1)),
        Authority("EDGAR Filer Manual, volume II, 6.5.21", effective_from=date(2019, 6, 1)),
    ),
    forms=frozenset(("10-K", "10-KT")),
)
def seasoned_issuer_conflict(cover: CoverPage) -> Iterator[Observation]:
    """A well-known seasoned issuer is neither a shell company nor free of the duty to report.

    Rule 405 shuts both out. One of the two marks stands in the wrong box.
    """
    seasoned = cover.box("wksi").ticked
    if not seasoned.value:
        return
    for name, words in _CONFLICTS.items():
        other = cover.box(name).ticked
        if isinstance(other, Located) and other.value:
            yield Observation(
                seasoned,
                f"the registrant says that it is a well-known seasoned issuer, and {words}",
                related=[(other, f"checked: {words}")],
                label="checked: a well-known seasoned issuer",
            )
