"""BCP030 to BCP035: that the text may change, is a summary, can be had in writing, and is kept up."""

from __future__ import annotations

from collections.abc import Iterator

from filinglint.finding import Observation
from filinglint_bcp.facts.summary import Summary
from filinglint_bcp.rulebook import (
    GENERAL,
    INFO,
    NFA_2_38,
    NOTICE_04_37,
    REVIEW_4370,
    RULE_3510,
    RULE_4370,
    WARNING,
    declared,
    everywhere,
    missing,
    profiles,
)


def _undated(text: Summary) -> Iterator[Observation]:
    if text.disclosures["effective_date"].present != "yes":
        yield Observation(text.absent("date"), "no effective or revision date")


RULES = (
    missing(
        __name__,
        "BCP030",
        "subject-to-change-missing",
        "A summary says that it, or the plan, may change.",
        "The notice permits cautionary language, and this is the first of it: a reader who kept an old copy is warned.",
        disclosure="subject_to_change",
        message="nothing tells the reader that this summary may change",
        remedy="add that the plan and its summary are subject to change",
        on=profiles(WARNING, WARNING, INFO),
        authority=(NOTICE_04_37, GENERAL),
    ),
    missing(
        __name__,
        "BCP031",
        "summary-not-plan-missing",
        "A summary says that it is only a summary of the plan.",
        "The plan itself holds what is not for the public. Who reads a summary should not take it for the whole.",
        disclosure="summary_only",
        message="the text does not say that it is only a summary of the plan",
        remedy="add that the text is a summary, and that the full plan is not given out if that is so",
        on=profiles(INFO, INFO, None),
        authority=(NOTICE_04_37, GENERAL),
    ),
    missing(
        __name__,
        "BCP032",
        "written-copy-missing",
        "Customers are told that they can ask for a written copy.",
        "Rule 4370(e) asks that the text be mailed to customers on request; the notice suggests that it says so.",
        disclosure="written_copy",
        message="customers are not told that they can ask for a written copy",
        remedy="add that a written copy is mailed on request",
        on=profiles(None, WARNING, None),
        authority=(NOTICE_04_37, RULE_4370, RULE_3510),
    ),
    missing(
        __name__,
        "BCP033",
        "update-posted-missing",
        "A summary says that changed versions are posted on the website.",
        "The notice suggests that updated summaries are promptly made available, and that the text says where.",
        disclosure="update_posted",
        message="the text does not say that changes will be posted on your website",
        remedy="add that updated versions are posted on the website",
        on=profiles(None, INFO, None),
        authority=(NOTICE_04_37,),
    ),
    declared(
        __name__,
        "BCP034",
        "effective-date-missing",
        "A summary bears a date or a version.",
        "Without one nobody can tell which of two copies holds. A copyright year is no date of the text.",
        check=_undated,
        remedy="add the date from which the text holds, or a version",
        on=everywhere(INFO),
        authority=(GENERAL, NFA_2_38),
    ),
    missing(
        __name__,
        "BCP035",
        "review-frequency-missing",
        "A summary says how often the plan is reviewed or tested.",
        "The plan is to be reviewed at least yearly; a customer trusts one that is tried.",
        disclosure="review_frequency",
        message="nothing says how often the plan is reviewed or tested",
        remedy="say how often the plan is reviewed and tested",
        on=everywhere(INFO),
        authority=(REVIEW_4370, NFA_2_38, GENERAL),
    ),
)
