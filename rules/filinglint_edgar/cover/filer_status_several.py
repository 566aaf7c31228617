"""COV023."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule
from filinglint.tables.registrations import STATEMENTS

_CLASSES = {
    "large_accelerated": "large accelerated filer",
    "accelerated": "accelerated filer",
    "non_accelerated": "non-accelerated filer",
}


@rule(
    "COV023",
    "filer-status-several",
    reads=(cover_page,),
    remedy="check the one class to which the registrant belongs",
    authority=Authority(
        "Forms 10-K, 10-Q, S-1 and S-3, cover page; Exchange Act Rule 12b-2", effective_from=date(2005, 12, 27)
    ),
    forms=frozenset(("10-K", "10-KT", "10-Q", "10-QT")) | STATEMENTS,
)
def filer_status_several(cover: CoverPage) -> Iterator[Observation]:
    """A registrant is one of large accelerated, accelerated and non-accelerated filer.

    Smaller reporting company and emerging growth company are other questions, and may be checked besides.
    """
    checked = [
        (box.ticked, words)
        for name, words in _CLASSES.items()
        if isinstance((box := cover.box(name)).ticked, Located) and box.ticked.value
    ]
    if len(checked) > 1:
        names = " and ".join(f"'{words}'" for _, words in checked)
        yield Observation(
            checked[0][0],
            f"the cover checks {names}",
            related=[(mark, f"checked: {words}") for mark, words in checked[1:]],
            label=f"checked: {checked[0][1]}",
        )
