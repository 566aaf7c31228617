"""COV036."""

from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.cover_values import NOTHING
from filinglint.facts.header import Header, header
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.names import same_name
from filinglint.rule import EIGHT_K, TEN_Q, Authority, rule

_RECENT = 60  # days: no more than two current reports lie between


@rule(
    "COV036",
    "former-name-unsaid",
    reads=(cover_page, header),
    remedy="give the former name below the telephone number",
    authority=Authority(
        "Form 8-K and Form 10-Q, cover page: former name or former address, if changed since last report"
    ),
    severity=Severity.INFO,
    forms=EIGHT_K | TEN_Q,
)
def former_name_unsaid(cover: CoverPage, stated: Header) -> Iterator[Observation]:
    """A registrant that has changed its name since its last report gives the former one on the cover.

    The line is filled with "Not applicable" in most templates, and stays so.
    """
    former = cover.former
    if not isinstance(former, Located) or NOTHING.fullmatch(former.value) is None:
        return
    filed = stated.filed.value
    for party in stated.registrants[:1]:
        for old in party.former_names:
            if not isinstance(old.changed, Located) or not isinstance(old.name, Located):
                continue
            age = (filed - old.changed.value).days
            if (
                0 <= age <= _RECENT
                and isinstance(party.name, Located)
                and not same_name(old.name.value, party.name.value)
            ):
                yield Observation(
                    former,
                    f"the cover says '{former.value}', the name '{old.name.value}' was changed on "
                    f"{old.changed.value.isoformat()}",
                    related=[(old.changed, f"changed on {old.changed.value.isoformat()}")],
                    label="former name or address",
                )
