"""HDR039."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "HDR039",
    "header-changed-before-filed",
    reads=(header,),
    remedy="look up both dates on EDGAR",
    authority=Authority(
        "EDGAR Public Dissemination Service, technical specification: DATE-OF-FILING-DATE-CHANGE", "guidance"
    ),
    severity=Severity.INFO,
)
def changed_before_filed(stated: Header) -> Iterator[Observation]:
    """The filing date is changed on or after the day it was set.

    An earlier change means that the staff moved the filing date forward, or that the header was edited.
    """
    accepted = stated.accepted.value.date()
    if stated.changed.value < min(stated.filed.value, accepted):
        yield Observation(
            stated.changed,
            f"the date of change {stated.changed.value.isoformat()} is before the filing date "
            f"{stated.filed.value.isoformat()}",
            related=[(stated.filed, f"filed as of {stated.filed.value.isoformat()}")],
        )
