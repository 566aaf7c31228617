"""COV024."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.finding import Observation
from filinglint.located import Absent, Located
from filinglint.rule import Authority, rule
from filinglint.tables.registrations import STATEMENTS

_CLASSES = ("large_accelerated", "accelerated", "non_accelerated", "smaller_reporting")


@rule(
    "COV024",
    "filer-status-unchecked",
    reads=(cover_page,),
    remedy="check the class to which the registrant belongs",
    authority=Authority(
        "Forms 10-K, 10-Q, S-1 and S-3, cover page; Exchange Act Rule 12b-2", effective_from=date(2005, 12, 27)
    ),
    forms=frozenset(("10-K", "10-KT", "10-Q", "10-QT")) | STATEMENTS,
)
def filer_status_unchecked(cover: CoverPage) -> Iterator[Observation]:
    """The cover of an annual or quarterly report checks the class of filer to which the registrant belongs.

    From 2008 to 2018 a smaller reporting company checked no other box: its own is answer enough.
    """
    boxes = [cover.box(name) for name in _CLASSES]
    there = [box for box in boxes if not isinstance(box.sentence, Absent)]
    if len(there) >= 3 and all(isinstance(box.ticked, Located) and not box.ticked.value for box in there):
        yield Observation(
            there[0].ticked,
            "no class of filer is checked",
            related=[(box.ticked, "not checked") for box in there[1:]],
            label="not checked",
        )
