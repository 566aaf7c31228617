"""What declared rules can ask of a BCP summary."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial

from filinglint.facts.language import ENGLISH
from filinglint.rulebook.terms import Found, Term
from filinglint_bcp.facts.mends import fixes_of
from filinglint_bcp.facts.summary import Nature, Summary, nature, summary

WORDS = (
    "recovery_time",
    "promise",
    "promised_time",
    "unitless_time",
    "placeholder",
    "secret",
    "private_number",
    "person",
    "other_site",
    "confidential_mark",
    "nasd_rule",
    "former_nasd_rule",
    "former_body",
    "proposed_rule",
    "phone",
    "web",
    "email",
    "masked_email",
    "phone_flaw",
    "web_flaw",
    "email_flaw",
    "contact_conflict",
)
"""The sorts of words that a summary is searched for."""
REACHES = ("firm", "building", "district", "city", "region", "nation")
"""How far a scenario reaches, the nearest first."""
NATURES = ("full_plan", "other_language")
_CHANNELS = {"phone": "phone", "url": "web", "email": "email"}


def _disclosure(text: Summary, name: str) -> Found:
    shown = text.first(name)
    return Found(text.disclosures[name].present, text.content, (shown,) if shown is not None else ())


def _element(text: Summary, name: str) -> Found:
    return Found("yes" if text.elements[name] else "no", text.content)


def _reach(text: Summary, name: str) -> Found:
    return Found("yes" if name in text.reaches else "no", text.content)


def _words(text: Summary, name: str) -> Found:
    places = text.words[name]
    return Found("yes" if places else "no", text.content, places, fixes=fixes_of(text.document, name, places))


def _fact(text: Summary, name: str) -> Found:
    return _words(text, _CHANNELS[name])


def _nature(text: Nature, name: str) -> Found:
    is_so = text.full_plan if name == "full_plan" else text.language != ENGLISH
    says = text.language_name if name == "other_language" else ""
    return Found("yes" if is_so else "no", text.title.span, (text.title,), says)


def _disclosures() -> Collection[str]:
    from filinglint_bcp.facts.disclosures import IDS

    return IDS


def _elements() -> Collection[str]:
    from filinglint_bcp.facts.disclosures import ELEMENTS

    return ELEMENTS


def terms() -> Iterator[Term]:
    """Yield what can be asked."""
    yield Term("disclosure", summary, _disclosure, _disclosures)
    yield Term("element", summary, _element, _elements)
    yield Term("reach", summary, _reach, partial(tuple, REACHES))
    yield Term("words", summary, _words, partial(tuple, WORDS), placed=True)
    yield Term("fact", summary, _fact, partial(tuple, _CHANNELS), placed=True)
    yield Term("nature", nature, _nature, partial(tuple, NATURES))
