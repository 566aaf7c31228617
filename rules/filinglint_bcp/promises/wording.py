"""BCP050 to BCP055: promises, placeable times, and the caution that no plan covers everything."""

from __future__ import annotations

from collections.abc import Iterator

from filinglint.finding import Confidence, Observation
from filinglint_bcp.facts.summary import Summary
from filinglint_bcp.rulebook import (
    ERROR,
    GENERAL,
    INFO,
    NOTICE_04_37,
    RULE_2210,
    WARNING,
    declared,
    everywhere,
    missing,
    unwanted,
)


def _promised_time(text: Summary) -> Iterator[Observation]:
    if text.disclosures["rto_caveat"].present == "no":
        for found in text.words["promised_time"]:
            yield Observation(found, f"'{found.value[:120]}' promises a recovery time; say goal or objective")


RULES = (
    unwanted(
        __name__,
        "BCP050",
        "absolute-promise",
        "A summary promises no outcome.",
        "No plan can keep service uninterrupted in every event. A guarantee binds the firm, and rules on "
        "communications with the public ask that claims be neither promissory nor exaggerated.",
        words="promise",
        message="'{words}' promises an outcome; say goal or objective",
        remedy="say what you aim at or intend instead of what will be",
        on=everywhere(WARNING),
        authority=(RULE_2210, GENERAL),
        confidence=Confidence.MEDIUM,
    ),
    declared(
        __name__,
        "BCP051",
        "recovery-time-promised",
        "A recovery time is a goal, not a promise.",
        "'Will be restored within two hours' leaves no room for what the firm does not control, and nothing else in "
        "the text does.",
        check=_promised_time,
        remedy="say that you aim to be back within that time, and that actual times may be longer",
        on=everywhere(ERROR),
        authority=(RULE_2210, GENERAL),
    ),
    missing(
        __name__,
        "BCP052",
        "general-caveat-missing",
        "A summary says that no plan covers everything.",
        "It is the honest frame of all the rest. A caveat about recovery times alone does not say it.",
        disclosure="general_caveat",
        message="nothing says that no plan can cover every event",
        remedy="add that no plan can foresee every event",
        on=everywhere(INFO),
        authority=(NOTICE_04_37, GENERAL),
    ),
    unwanted(
        __name__,
        "BCP054",
        "recovery-time-unit-missing",
        "A recovery time or objective has a unit.",
        "Four of what: minutes, hours or days? Readers take the one that suits them.",
        words="unitless_time",
        message="'{words}' has no unit",
        remedy="add minutes, hours or days",
        on=everywhere(ERROR),
        authority=(GENERAL, NOTICE_04_37),
    ),
)
