"""How the rules of the pack are declared: a disclosure that is missing, or words that should not be there.

Most rules of this pack say one of these two things; each is a row of a table in its family's folder.
What shows a disclosure is declared in ``definitions`` and ``concepts``, in YAML. The tables are not:
every run of the linter reads all rules, and few meet a BCP summary.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from filinglint.finding import Confidence, Observation, Severity
from filinglint.rule import Authority, Rule
from filinglint_bcp.facts.summary import BCP_SUMMARY, Summary, summary

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

# NASD Rule 3510 was in force from 2004 and is superseded; a text of its time is judged by it.
RULE_4370 = Authority("FINRA Rule 4370(e)", "must", effective_from=date(2009, 12, 14))
RULE_3510 = Authority("NASD Rule 3510(e)", "must", effective_to=date(2009, 12, 13))
ELEMENTS_4370 = Authority("FINRA Rule 4370(c)", "guidance", effective_from=date(2009, 12, 14))
REVIEW_4370 = Authority("FINRA Rule 4370(b)", "guidance", effective_from=date(2009, 12, 14))
NOTICE_04_37 = Authority("NASD Notice to Members 04-37", "guidance")
PAPER = Authority("Interagency Paper on Sound Practices, Release 34-47638", "guidance")
NFA_2_38 = Authority("NFA Compliance Rule 2-38 and Interpretive Notice 9052", "guidance")
RULE_2210 = Authority("FINRA Rule 2210(d)(1)", "guidance")
GENERAL = Authority("filinglint profile 'general': good practice for public BCP summaries", "guidance")


def profiles(
    general: Severity | None = None, finra: Severity | None = None, nfa: Severity | None = None
) -> Mapping[str, Severity]:
    """Return the severity of a rule by profile; None is off."""
    by_name = {"general": general, "finra-4370": finra, "nfa-2-38": nfa}
    return {name: severity for name, severity in by_name.items() if severity is not None}


def everywhere(severity: Severity) -> Mapping[str, Severity]:
    """Return one severity for every profile."""
    return profiles(severity, severity, severity)


def declared(
    module: str,
    code: str,
    slug: str,
    title: str,
    why: str,
    *,
    check: Callable[[Summary], Iterator[Observation]],
    remedy: str,
    on: Mapping[str, Severity],
    authority: tuple[Authority, ...],
    confidence: Confidence = Confidence.HIGH,
) -> Rule:
    """Return the rule that runs *check* on the facts of a summary; *on* is its severity by profile."""
    return Rule(
        code=code,
        slug=slug,
        severity=min(on.values(), key=lambda severity: severity.rank),
        confidence=confidence,
        authority=authority,
        reads=(summary,),
        check=check,
        title=title,
        rationale=why,
        remedy=remedy,
        kinds=BCP_SUMMARY,
        profiles=on,
        module=module,
    )


def missing(
    module: str,
    code: str,
    slug: str,
    title: str,
    why: str,
    *,
    disclosure: str,
    message: str,
    remedy: str,
    on: Mapping[str, Severity],
    authority: tuple[Authority, ...],
) -> Rule:
    """Return the rule that fires where nothing in a text so much as hints at *disclosure*."""

    def check(text: Summary) -> Iterator[Observation]:
        if text.disclosures[disclosure].present == "no":
            yield Observation(text.absent(disclosure.replace("_", " ")), message)

    return declared(
        module,
        code,
        slug,
        title,
        why,
        check=check,
        remedy=remedy,
        on=on,
        authority=authority,
        confidence=Confidence.MEDIUM if min(on.values(), key=lambda s: s.rank) is not ERROR else Confidence.HIGH,
    )


def unwanted(
    module: str,
    code: str,
    slug: str,
    title: str,
    why: str,
    *,
    words: str,
    message: str,
    remedy: str,
    on: Mapping[str, Severity],
    authority: tuple[Authority, ...],
    confidence: Confidence = Confidence.HIGH,
) -> Rule:
    """Return the rule that fires on each of the *words* of that sort; ``{words}`` in *message* are theirs."""

    def check(text: Summary) -> Iterator[Observation]:
        for found in text.words[words]:
            yield Observation(found, message.format(words=found.value[:120]))

    return declared(
        module, code, slug, title, why, check=check, remedy=remedy, on=on, authority=authority, confidence=confidence
    )
