"""Addresses on the internet that lead nowhere as they are written, and how they were meant.

Only slips of which one mending is possible are mended: a doubled or missing stroke, a comma for a full
stop, a blank inside. Source of the forms: RFC 3986 (addresses), RFC 5322 (mail).
"""

from __future__ import annotations

import re

from filinglint.patterns import pattern

_DOMAINS = r"com|org|net|edu|gov|example"
_SCHEME = pattern(r"(?:h{1,4}t{1,4}p|h{1,4}p|ttp)(s?)(?:[:;]/{1,3}|/{2}|:(?=www))", re.IGNORECASE)
_GOOD_SCHEME = pattern(r"https?://(?!/)", re.IGNORECASE)
_WWW = pattern(r"(?:w{4,9}[.,]|ww[.]|www[,;:.]{1,3}) ?", re.IGNORECASE)
_STOPS = pattern(r"(?<=[\w-])\.{2,3}(?=[\w-])")
_COMMA = pattern(rf"(?<=[\w-])[,;] ?(?=(?:{_DOMAINS})\b)", re.IGNORECASE)
_BLANK = pattern(rf"(?<=[\w-]) \.(?=(?:{_DOMAINS})\b)", re.IGNORECASE)
_AT = pattern(r" ?@{1,2}[ .]?(?=[\w-])")
_MASK_AT = pattern(r" ?[\[(] ?at ?[\])] ?", re.IGNORECASE)
_MASK_DOT = pattern(r" ?[\[(] ?dot ?[\])] ?", re.IGNORECASE)


def web_address(words: str) -> str:
    """Return the address that *words* were meant as; *words* where there is nothing to mend."""
    rest, scheme = words, ""
    if m := _GOOD_SCHEME.match(words):
        scheme, rest = m[0], words[m.end() :]
    elif m := _SCHEME.match(words):
        scheme, rest = f"http{m[1].lower()}://", words[m.end() :]
    if m := _WWW.match(rest):
        rest = f"www.{rest[m.end() :]}"
    return scheme + _BLANK.sub(".", _COMMA.sub(".", _STOPS.sub(".", rest)))


def mail_address(words: str) -> str:
    """Return the address that *words* were meant as; *words* where there is nothing to mend."""
    return _BLANK.sub(".", _COMMA.sub(".", _STOPS.sub(".", _AT.sub("@", words))))


def unmasked(words: str) -> str:
    """Return the mail address that *words* hide from robots; *words* where they hide none."""
    if "@" in words or not _MASK_AT.search(words):
        return words
    return _MASK_DOT.sub(".", _MASK_AT.sub("@", words))
