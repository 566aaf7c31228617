"""The words of signature blocks: marks of signatures, titles, the names of persons and of organisations."""

from __future__ import annotations

import re

from filinglint.patterns import pattern

# "/s/", "/S/", "/ s /", "//s//", "/ss/", "\s\", "s/ John", "s/s John", "/s John", "// John"; a name between slashes.
MARK = pattern(
    r"/{1,2} ?[sS]{1,2} ?/{1,2}|(?<![\w/])(?:s/b/|[sS]/[sS]/?(?= [A-Z]))|\\[sS]\\|(?<![\w/])[sS]/(?= ?[A-Z])"
    r"|(?<![\w/])/[sS](?= [A-Z])|\([sS]igned\)"
    r"|(?<![:/\w])//(?= ?[A-Z][a-z])"
)
_HEAD = pattern(
    r"\W*(?:signatures?|names?|titles?|dates?|positions?|capacit(?:y|ies)|title ?\(?s?\)?|dated|name and title"
    r"|signature and title|office|title and capacity)\W*",
    re.IGNORECASE,
)
TITLE = pattern(
    r"\b(?:officer|president|secretary|treasurer|controller|comptroller|director|chair(?:man|woman|person)?|counsel"
    r"|manager|partner|trustee|attorney|principal|c[efoat]o|chief|vice|executive|administrator|actuary|representative"
    r"|signatory|member|head of|agent|founder|cashier|assistant|senior|deputy|authorized|associate|banker|owner"
    r"|board|governor|receiver|supervisor)\b",
    re.IGNORECASE,
)
ORGANISATION = pattern(
    r"\b(?:inc|incorporated|corp|corporation|company|co|ltd|limited|l\.? ?p|l\.? ?l\.? ?c|plc|n\.?v|s\.?a|trust"
    r"|bancorp|partnership|group|holdings?|fund|association|bank|n\.?a|ag|partners|industries|systems|technologies"
    r"|international|communications|enterprises|bancshares|financial|energy|networks?)\b"
    # "Alpha Capital Trust III", "Alpha Trust 2000-2", "Alpha Owner Trust, Series 2001-A"
    r"(?:,? (?:[IVX]{1,4}|(?:series |no\. ?)?\d{1,4}(?:-\w{1,6})?)\b)?\W*$",
    re.IGNORECASE,
)
_PERSON = pattern(r"[^\W\d_][\w.'’“”\"() -]{2,60}[\w.)]?(?:,? (?:jr|sr|ii|iii|iv|esq|m\.?d|ph\.?d)\b\.?)?", re.I)


def has_mark(words: str) -> bool:
    """Tell whether *words* have the mark of a signature in them."""
    return ("/" in words or "\\" in words or "igned)" in words) and MARK.search(words) is not None


def is_head(words: str) -> bool:
    """Tell whether *words* head a column of signatures, names, titles or dates."""
    return _HEAD.fullmatch(words) is not None


def is_person(words: str) -> bool:
    """Tell whether *words* may be the name of a person."""
    return (
        _PERSON.fullmatch(words) is not None
        and 2 <= len(words.split()) <= 7
        and TITLE.search(words) is None
        and ORGANISATION.search(words) is None
        and not is_head(words)
    )
