"""What the tool says of exceptions to its rules: the codes of the family ``WVR``.

They are rules in name only: nothing runs them, no pack can take their codes, and nothing suppresses
them. They can be ignored, and their severities set, as those of rules can.
"""

from __future__ import annotations

from collections.abc import Iterator

from filinglint.finding import Confidence, Observation, Severity
from filinglint.rule import Authority, Rule

_OURS = (Authority("filinglint, exceptions to rules", "should"),)
SOON = 30
"""How many days before its end an exception is spoken of."""


def _never() -> Iterator[Observation]:
    yield from ()


def _remark(code: str, slug: str, severity: Severity, title: str, rationale: str, remedy: str) -> Rule:
    return Rule(
        code=code,
        slug=slug,
        severity=severity,
        confidence=Confidence.HIGH,
        authority=_OURS,
        reads=(),
        check=_never,
        title=title,
        rationale=rationale,
        remedy=remedy,
        waivable="no",
        module=__name__,
    )


UNUSED = _remark(
    "WVR001",
    "suppression-unused",
    Severity.WARNING,
    "Every suppression suppresses something.",
    "A directive or record that hides nothing today may hide a defect tomorrow. It is only said of rules that ran on"
    " every file that the suppression is for. With --strict it is an error.",
    "take the rule out of the suppression, or remove it",
)
MALFORMED = _remark(
    "WVR002",
    "directive-malformed",
    Severity.WARNING,
    "A directive names its rules and its reason.",
    'The form is ignore[RULES] reason="…", with until=YYYY-MM-DD and by=NAME where they are wanted; disable[RULES] …'
    " enable[RULES] and ignore-file[RULES] likewise. There is no blanket form, and no double hyphen. What departs from"
    " it suppresses nothing.",
    "write the directive as filinglint explain WVR002 says, or remove it",
)
EXPIRED = _remark(
    "WVR003",
    "suppression-expired",
    Severity.WARNING,
    "No suppression is past its last day.",
    "A suppression ends after the day that it names; what it hid counts again. With --strict it is an error.",
    "mend what it hid, or have it approved anew; then remove it",
)
NOT_WAIVABLE = _remark(
    "WVR004",
    "rule-not-waivable",
    Severity.WARNING,
    "Only rules that may be waived are suppressed.",
    "Some rules cannot be waived at all, and some only by a record that says who approved it. Directives, records and"
    " the baseline have no effect on them.",
    "mend what the rule found; for rules that need approval, write a record with approved-by",
)
UNCLOSED = _remark(
    "WVR005",
    "directive-unclosed",
    Severity.WARNING,
    "Each disable has its enable in the same document.",
    "A range without an end is no range: it suppresses nothing.",
    "add enable[RULES] where the range ends, or use ignore for one element",
)
EXPIRES_SOON = _remark(
    "WVR006",
    "suppression-expires-soon",
    Severity.INFO,
    "A suppression that ends is renewed, or what it hides is mended, in time.",
    f"It ends within {SOON} days; what it hides will count again on the day after.",
    "mend what it hides, or have it approved anew",
)
UNKNOWN_RULE = _remark(
    "WVR007",
    "suppressed-rule-unknown",
    Severity.WARNING,
    "A suppression names rules that exist.",
    "A misspelt or renamed rule is suppressed by nothing.",
    "correct the name; filinglint rules --all lists them",
)
LEFT = _remark(
    "WVR010",
    "directive-left",
    Severity.INFO,
    "A document that is filed or published holds no directive.",
    "Comments are published with the document, and with them the reasons in the directives. For purpose submit it is"
    " an error, and so it is where the configuration forbids directives.",
    "run filinglint waivers import to keep the reasons as records, then filinglint strip",
)
STALE = _remark(
    "WVR020",
    "baseline-stale",
    Severity.WARNING,
    "Each entry of the baseline is of a finding that is still there.",
    "A finding that was mended should not come back unseen. With --strict it is an error.",
    "run filinglint baseline prune",
)
REMARKS = (UNUSED, MALFORMED, EXPIRED, NOT_WAIVABLE, UNCLOSED, EXPIRES_SOON, UNKNOWN_RULE, LEFT, STALE)
STRICT = frozenset((UNUSED.code, EXPIRED.code, STALE.code))
"""The codes that are errors under --strict."""
