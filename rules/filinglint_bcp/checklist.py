"""What a public summary says, or should, line by line: the checklist of the profiles.

Each line is a disclosure, what it is called, and the rules that ask for it. Contact channels are one line:
any of them will do. Source: FINRA Rule 4370(e), NASD Notice to Members 04-37, and profile ``general``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from filinglint.documents.submission import Submission
from filinglint.hooks import ChecklistItem
from filinglint.located import CannotTell, NotApplicable
from filinglint_bcp.facts.summary import Disclosure, Summary, summary

_CHANNELS = ("contact_phone", "contact_web", "contact_email")
_STRENGTH = ("yes", "weak", "no")
_LINES = (
    ("varying_scope_scenarios", "events of varying scope, from the firm to the region", ("BCP003", "BCP004", "BCP005")),
    ("continue_business_statement", "whether the firm intends to continue business", ("BCP006",)),
    ("recovery_time_stated", "a planned recovery time", ("BCP007",)),
    ("rto_caveat", "that recovery times are goals and actual times may differ", ("BCP001", "BCP002")),
    ("contact_channel", "a telephone number, web or e-mail address for customers", ("BCP020", "BCP021")),
    ("contact_phone", "a telephone number", ()),
    ("contact_web", "a web address", ()),
    ("contact_email", "an e-mail address", ("BCP022",)),
    ("contact_alternate", "what to do when the usual channel fails", ("BCP023",)),
    ("access_to_funds", "how customers reach their funds and securities", ("BCP008",)),
    ("relocation", "where people or operations go", ("BCP009",)),
    ("data_backup", "back-up and recovery of data", ("BCP010", "BCP011", "BCP012")),
    ("mission_critical", "mission critical systems", ("BCP010",)),
    ("subject_to_change", "that the plan or summary may change", ("BCP030",)),
    ("summary_only", "that it is only a summary of the plan", ("BCP031",)),
    ("written_copy", "that a written copy is to be had", ("BCP032",)),
    ("update_posted", "that changes are posted on the website", ("BCP033",)),
    ("effective_date", "an effective or revision date", ("BCP034",)),
    ("review_frequency", "how often the plan is reviewed or tested", ("BCP035",)),
    ("general_caveat", "that no plan can cover every event", ("BCP052",)),
)


def checklist(text: Submission) -> Iterator[ChecklistItem]:
    """Yield the lines for *text*, a BCP summary; none where it cannot be read."""
    try:
        found = summary.of(text)
    except (CannotTell, NotApplicable):
        return
    disclosures: Mapping[str, Disclosure] = {**found.disclosures, "contact_channel": _strongest(found)}
    for name, title, rules in _LINES:
        shown = disclosures[name]
        yield ChecklistItem(name, title, rules, shown.present, shown.span)


def _strongest(found: Summary) -> Disclosure:
    return min((found.disclosures[name] for name in _CHANNELS), key=lambda shown: _STRENGTH.index(shown.present))
