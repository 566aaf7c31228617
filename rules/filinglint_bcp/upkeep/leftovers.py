"""BCP037 to BCP044: old rules, unfilled text, what is not for the public, and texts of another sort."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from filinglint.finding import Confidence, Observation, Severity
from filinglint.rule import Authority, Rule
from filinglint_bcp.facts.summary import BCP_SUMMARY, Nature, nature
from filinglint_bcp.rulebook import ERROR, GENERAL, INFO, NOTICE_04_37, WARNING, everywhere, unwanted

# The rule filing was published on 28 August 2009; Rule 4370 has been in force since 14 December 2009.
_REPLACED = Authority("SR-FINRA-2009-036, Release 34-60534", "guidance", effective_from=date(2009, 12, 14))
_CITED = (GENERAL, NOTICE_04_37)


def _whole_plan(text: Nature) -> Iterator[Observation]:
    if text.full_plan:
        yield Observation(text.title, "this reads as the plan itself, not as a summary for customers")


def _other_language(text: Nature) -> Iterator[Observation]:
    if text.language != "en":
        message = f"the text is in {text.language_name}: what it discloses was not checked"
        yield Observation(text.title, message)


def _about_nature(
    code: str,
    slug: str,
    title: str,
    why: str,
    check: Callable[[Nature], Iterator[Observation]],
    remedy: str,
    level: Severity,
) -> Rule:
    return Rule(
        code=code,
        slug=slug,
        severity=level,
        confidence=Confidence.MEDIUM,
        authority=_CITED,
        reads=(nature,),
        check=check,
        title=title,
        rationale=why,
        remedy=remedy,
        kinds=BCP_SUMMARY,
        profiles=everywhere(level),
        module=__name__,
    )


RULES = (
    unwanted(
        __name__,
        "BCP037",
        "rule-reference-outdated",
        "A text cites the rule that is in force.",
        "FINRA Rule 4370 replaced NASD Rules 3510 and 3520 in 2009, and NYSE Rule 446 was deleted as a duplicate. An "
        "old number shows that nobody has read the text since.",
        words="nasd_rule",
        message="'{words}' was replaced by FINRA Rule 4370",
        remedy="cite FINRA Rule 4370",
        on=everywhere(WARNING),
        authority=(_REPLACED,),
    ),
    unwanted(
        __name__,
        "BCP038",
        "rule-reference-former",
        "A text that names a former rule or an old notice does so knowingly.",
        "'Formerly NASD Rule 3510' is right but tells customers nothing; the Notice to Members is still guidance.",
        words="former_nasd_rule",
        message="'{words}' is a reference of the time before FINRA",
        remedy="leave the old reference out, unless the reader needs it",
        on=everywhere(INFO),
        authority=(_REPLACED,),
    ),
    unwanted(
        __name__,
        "BCP045",
        "body-outdated",
        "A text names the bodies that there are.",
        "NASD became part of FINRA in 2007; IIROC and the MFDA became CIRO in 2023.",
        words="former_body",
        message="'{words}' names a body that is no more",
        remedy="name FINRA, or CIRO",
        on=everywhere(WARNING),
        authority=(_REPLACED,),
    ),
    unwanted(
        __name__,
        "BCP046",
        "proposed-rule-cited",
        "A text cites no rule that was only proposed.",
        "Advisers Act Rule 206(4)-4 was proposed in 2016 and never adopted.",
        words="proposed_rule",
        message="'{words}' was proposed and never adopted",
        remedy="take the reference out, or cite Rule 206(4)-7",
        on=everywhere(WARNING),
        authority=(Authority("Advisers Act Release IA-4439 (28 June 2016), a proposal", "guidance"),),
    ),
    unwanted(
        __name__,
        "BCP041",
        "template-text-left",
        "No template text is left unfilled.",
        "A bracket that should hold the firm's name or number shows customers that nobody read the text.",
        words="placeholder",
        message="unfilled template text: '{words}'",
        remedy="put in what the template asks for, or take it out",
        on=everywhere(ERROR),
        authority=_CITED,
    ),
    unwanted(
        __name__,
        "BCP042",
        "secret-disclosed",
        "A public text holds no code, password or machine name.",
        "What opens a door or a system is of use to intruders alone. Whoever published it should change it.",
        words="secret",
        message="this tells outsiders how to get in: '{words}'",
        remedy="take it out, and change what has been public",
        on=everywhere(ERROR),
        authority=_CITED,
    ),
    unwanted(
        __name__,
        "BCP043",
        "private-number-disclosed",
        "A public text holds no private telephone number of an employee.",
        "Emergency contacts are reported to the regulator. They do not belong into the public summary.",
        words="private_number",
        message="a private telephone number is public: '{words}'",
        remedy="give a number of the firm instead",
        on=everywhere(WARNING),
        authority=_CITED,
    ),
    unwanted(
        __name__,
        "BCP048",
        "person-disclosed",
        "A public text does not name the persons who are reached in an emergency or approve the plan.",
        "The rules ask for such names in the plan and in reports to the regulator, not in what customers read.",
        words="person",
        message="a person with a part in the plan is named: '{words}'",
        remedy="name the office instead",
        on=everywhere(WARNING),
        authority=_CITED,
        confidence=Confidence.MEDIUM,
    ),
    unwanted(
        __name__,
        "BCP044",
        "recovery-site-disclosed",
        "A public text does not give the street address of the recovery site.",
        "The notice says that the location of back-up sites need not be disclosed: naming the area is enough.",
        words="other_site",
        message="the street address of the recovery site is public: '{words}'; consider naming only the area",
        remedy="name only the area",
        on=everywhere(WARNING),
        authority=_CITED,
        confidence=Confidence.MEDIUM,
    ),
    unwanted(
        __name__,
        "BCP047",
        "confidential-mark-left",
        "A public text is not marked as confidential or for internal use.",
        "The mark is left from the plan, or the text was never meant to be public.",
        words="confidential_mark",
        message="the text is marked '{words}'",
        remedy="take the mark out, or the text down",
        on=everywhere(WARNING),
        authority=_CITED,
        confidence=Confidence.MEDIUM,
    ),
    _about_nature(
        "BCP039",
        "plan-instead-of-summary",
        "What is published is a summary, not the plan itself.",
        "A full plan names people, places and systems. One in four pages found under such a title is the plan.",
        _whole_plan,
        "publish a summary, and take the plan down",
        WARNING,
    ),
    _about_nature(
        "BCP040",
        "language-not-read",
        "A text in English is read; in other languages only its title is.",
        "Words are looked for in English. A text in another language is neither right nor wrong for that.",
        _other_language,
        "check the text by hand, or an English version of it",
        INFO,
    ),
)
