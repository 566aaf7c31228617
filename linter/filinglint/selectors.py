"""Selectors: how configuration, directives and records name rules.

A selector is a code, a slug, the beginning of a code (``FMT``, ``FMT1``), ``tag:name``,
``cite:"17 CFR 232.304"`` (the beginning of a citation), ``form:10-K`` or ``ALL``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from filinglint.catalogue import Catalogue
from filinglint.finding import Severity
from filinglint.frozen import dataclass
from filinglint.patterns import pattern
from filinglint.rule import Rule

EXACT = 100
_NAME = pattern(r"[A-Za-z][A-Za-z0-9-]+")
_MEMBER = pattern(r'(?:[^",]|"[^"]*"?)+')
# How the rules and regulations that our authorities name are called in the Code of Federal Regulations.
_CFR = (
    ("Regulation S-K, Item ", "17 CFR 229."),
    ("Regulation S-T, Rule ", "17 CFR 232."),
    ("Regulation S-X, Rule ", "17 CFR 210."),
    ("Securities Act Rule ", "17 CFR 230."),
    ("Exchange Act Rule ", "17 CFR 240."),
)
_IN_CFR = pattern(r"17 CFR [0-9]{1,3}\.[0-9a-z-]+(?:\([0-9A-Za-z]{1,4}\))*")
_RANGE = pattern(r"([A-Z]{2,5})[0-9]{1,2}")
_TITLE = pattern(r": | \((?=17 CFR|[a-z])")


@dataclass(frozen=True, slots=True)
class Choice:
    """A selector, whether it takes or leaves the rules that it names, and where and under which key it is stated.

    Of two in different layers the one in the higher ``layer`` is the later.
    """

    selector: str
    takes: bool
    origin: str
    layer: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """A severity for the rules that a selector names; ``origin`` and ``layer`` as of a Choice."""

    selector: str
    severity: Severity
    origin: str
    layer: int = 0


@dataclass(frozen=True, slots=True)
class Setting:
    """The *value* of the option *name* of the rule that *rule* names, by code or slug, and where it is stated."""

    rule: str
    name: str
    value: Any
    origin: str


C = TypeVar("C", Choice, Level)


def decisive(candidates: Iterable[C], rule: Rule) -> tuple[int, C | None]:
    """Return the one of *candidates* that has the last word on *rule*, None when none names it, and its specificity.

    They come in order: on a tie of specificity and layer the later one has it.
    """
    rank, best = 0, None
    for candidate in candidates:
        score = specificity(candidate.selector, rule)
        if score and (best is None or (score, candidate.layer) >= (rank, best.layer)):
            rank, best = score, candidate
    return rank, best


def split(values: Iterable[str]) -> tuple[str, ...]:
    """Return the selectors in *values*, each of which may be a list with commas; quotes keep commas together."""
    return tuple(name.strip() for value in values for name in _MEMBER.findall(value) if name.strip())


def is_name(selector: str) -> bool:
    """Tell whether *selector* has the form of a code, the beginning of one, or a slug."""
    return selector.upper() != "ALL" and _NAME.fullmatch(selector) is not None


def specificity(selector: str, rule: Rule) -> int:
    """Return how closely *selector* names *rule*: 0 when it does not, EXACT for its code or slug."""
    if selector.upper() == rule.code or selector.lower() == rule.slug or was(selector, rule):
        return EXACT
    if selector == "ALL":
        return 1
    kind, colon, words = selector.partition(":")
    if not colon:
        return 10 + len(selector) if selector and rule.code.startswith(selector.upper()) else 0
    words = words.strip().strip('"')
    if kind == "tag":
        return 2 if words in rule.tags else 0
    if kind == "form":
        return 2 if rule.forms is not None and words.upper() in rule.forms else 0
    return 2 if kind == "cite" and any(cites(authority.instrument, words) for authority in rule.authority) else 0


def was(selector: str, rule: Rule) -> bool:
    """Tell whether *selector* is a name that *rule* had, or that of a rule that it has replaced."""
    return bool(rule.formerly) and (selector.lower() in rule.formerly or selector.upper() in rule.formerly)


def renamed(selector: str, rules: Iterable[Rule]) -> str:
    """Say how what *selector* names is called now; "" where that is what it is called."""
    rule = next((rule for rule in rules if was(selector, rule)), None)
    return f"'{selector}' is now {rule.code} {rule.slug}" if rule is not None else ""


def cites(instrument: str, words: str) -> bool:
    """Tell whether *instrument*, by its own name or that of the CFR, begins with *words*; numbers are whole."""
    wanted = " ".join(words.casefold().split())
    return bool(wanted) and any(_begins(" ".join(name.casefold().split()), wanted) for name in citations(instrument))


def citations(instrument: str) -> list[str]:
    """Return the names under which *instrument* can be cited: whole, each provision in it, and those of the CFR."""
    parts = [part for part in instrument.split("; ") if part]
    found = [instrument, *parts, *(name for part in parts for name in _IN_CFR.findall(part))]
    found += [cfr + part.removeprefix(name) for part in parts for name, cfr in _CFR if part.startswith(name)]
    return list(dict.fromkeys(found))


def provisions(instrument: str) -> list[str]:
    """Return the provisions that *instrument* cites, without their titles: ``Regulation S-T, Rule 304(a)``."""
    bare = [_TITLE.split(part, maxsplit=1)[0].strip() for part in instrument.split("; ")]
    named = [part for part in bare if part[:1].isupper() or part[:1].isdigit()]
    return list(dict.fromkeys(named or bare[:1]))


def _begins(name: str, wanted: str) -> bool:
    return name.startswith(wanted) and not (wanted[-1].isdigit() and name[len(wanted) : len(wanted) + 1].isdigit())


def names_any(selector: str, rules: Iterable[Rule]) -> bool:
    """Tell whether *selector* names one of *rules*."""
    return any(specificity(selector, rule) for rule in rules)


def is_known(selector: str, rules: Iterable[Rule], *, takes: bool = False) -> bool:
    """Tell whether *selector* names one of *rules*, or a range of codes of a family that has rules.

    Who *takes* rules names some: that nothing runs is nobody's wish. To leave out a range that is empty does no harm.
    """
    rules = tuple(rules)
    if takes:
        return names_any(selector, rules)
    family = _RANGE.fullmatch(selector.upper())
    return names_any(selector, rules) or (family is not None and names_any(family[1], rules))


def unknown(selector: str, catalogue: Catalogue, more: Sequence[Rule] = ()) -> str:
    """Say that *selector* names nothing, and what resembles it in *catalogue* and among *more*."""
    import difflib  # what is wrong may take its time

    kind, colon, _ = selector.partition(":")
    if colon and kind in ("tag", "cite", "form"):
        names = [f"tag:{tag}" for rule in catalogue.rules for tag in sorted(rule.tags)]
        names += [f'cite:"{authority.instrument}"' for rule in catalogue.rules for authority in rule.authority]
        names += [f"form:{form}" for rule in catalogue.rules for form in sorted(rule.forms or ())]
        near = difflib.get_close_matches(selector, dict.fromkeys(names), 1)
    else:
        extra = [name for rule in more for name in (rule.code, rule.slug)]
        near = catalogue.suggest(selector) or difflib.get_close_matches(selector, extra, 1)
    hint = f"did you mean {' or '.join(near)}?" if near else "see 'filinglint rules'"
    what = "rule has" if colon else "rule is called"
    return f"no {what} '{selector}'; {hint}"
