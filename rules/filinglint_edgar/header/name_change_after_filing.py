"""HDR031."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.rule import Authority, rule


@rule(
    "HDR031",
    "header-name-change-after-filing",
    reads=(header,),
    remedy="look up the date of the change in the filer's EDGAR company data",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: DATE-CHANGED", "guidance"),
    severity=Severity.INFO,
)
def name_change_after_filing(stated: Header) -> Iterator[Observation]:
    """A former name was given up before the filing that tells of it.

    EDGAR makes the header when it disseminates the filing: a later date is a header made anew, or an error.
    """
    filed = stated.filed.value
    for party in stated.parties:
        for former in party.former_names:
            if isinstance(former.changed, Located) and former.changed.value > filed:
                yield Observation(
                    former.changed,
                    f"the name changed on {former.changed.value.isoformat()}, after the filing on {filed.isoformat()}",
                    related=[(stated.filed, f"filed as of {filed.isoformat()}")],
                )
