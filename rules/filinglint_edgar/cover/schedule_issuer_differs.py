"""COV084."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.holder_schedule import HolderSchedule, holder_schedule
from filinglint.finding import Confidence, Observation
from filinglint.located import Located
from filinglint.names import same_name
from filinglint.rule import Authority, rule


@rule(
    "COV084",
    "schedule-issuer-differs",
    reads=(holder_schedule, header),
    remedy="name the issuer on the cover, or file on the company that the cover names",
    authority=Authority("Exchange Act Rules 13d-101 and 13d-102 (17 CFR 240.13d-101 and 240.13d-102): name of issuer"),
    confidence=Confidence.MEDIUM,
    status="preview",
    forms=frozenset(("SC 13D", "SC 13G")),
)
def schedule_issuer_differs(schedule: HolderSchedule, stated: Header) -> Iterator[Observation]:
    """The issuer on the cover of a Schedule 13D or 13G is the subject company of the submission.

    A holder of many companies files many schedules, and takes the last as a template. A former name is the same.
    """
    subjects = [party for party in stated.parties if party.role == "SUBJECT COMPANY"]
    names = [party.name for party in subjects] + [each.name for party in subjects for each in party.former_names]
    known = [name for name in names if isinstance(name, Located)]
    issuer = schedule.issuer
    if known and all(same_name(issuer.value, name.value) is False for name in known):
        yield Observation(
            issuer,
            f"the cover names the issuer '{issuer.value}', the header '{known[0].value}'",
            related=[(known[0], "the subject company")],
        )
