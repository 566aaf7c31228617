"""How the words that rules find in a BCP summary were meant, where that can only be one thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from filinglint.documents.document import Document
from filinglint.facts.rewording import reworded
from filinglint.facts.web_addresses import mail_address, unmasked, web_address
from filinglint.finding import Fix
from filinglint.located import Located
from filinglint.patterns import pattern
from filinglint.spans import Span

_NEAR = 60  # rendered characters around words that tell whether more is named there
_OLD_RULE = pattern(
    r"(?P<body>NASD(?:['’]s)? |NYSE(?:['’]s)? )?(?:(?:Conduct|Manual|Member|Dealer) )?(?P<rule>Rule) (?:3510|3520|446)"
    r"(?P<paragraph>(?:\([a-z0-9]\)){0,3})",
    re.IGNORECASE,
)
_ANOTHER = pattern(r"\s{0,3}(?:and|or|&|,|/|-|through|series)?\s{0,3}(?:\d|series)", re.IGNORECASE)
_BODY = pattern(r"\b(?:the )?(NASD|IIROC|MFDA)\b", re.IGNORECASE)
_SUCCESSOR = {"NASD": "FINRA", "IIROC": "CIRO", "MFDA": "CIRO"}


def present_rule(words: str, before: str, after: str) -> str:
    """Return the rule in force that *words* mean, unless they name several.

    They do where *after* goes on with another, and where *before* has named the present one already.
    """
    m = _OLD_RULE.fullmatch(words)
    if m is None or _ANOTHER.match(after) or "4370" in before:
        return words
    return f"{'FINRA ' if m['body'] else ''}{m['rule']} 4370{m['paragraph']}"


def present_body(words: str) -> str:
    """Return *words* with the bodies that there are."""
    return _BODY.sub(lambda m: _SUCCESSOR[m[1].upper()], words)


_MEANT: Mapping[str, Callable[[str, str, str], str]] = {
    "web_flaw": lambda words, *_: web_address(words),
    "email_flaw": lambda words, *_: mail_address(words),
    "masked_email": lambda words, *_: unmasked(words),
    "nasd_rule": present_rule,
    "former_body": lambda words, *_: present_body(words),
}


def fixes_of(document: Document, sort: str, places: Sequence[Located[str]]) -> dict[Span, Fix]:
    """Return by place the fixes of *places*, words of *sort* in *document*, where it is known how they were meant."""
    meant = _MEANT.get(sort)
    if meant is None:
        return {}
    found: dict[Span, Fix] = {}
    rendered = document.rendered
    for words in places:
        start, end = rendered.offset(words.span.start), rendered.offset(words.span.end)
        right = meant(words.value, rendered.text[max(0, start - _NEAR) : start], rendered.text[end : end + _NEAR])
        if right != words.value:
            found[words.span] = Fix("unsafe", f"write '{right}'", reworded(document, words.span, right))
    return found
