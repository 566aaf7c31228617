"""Telephone numbers, web addresses and e-mail addresses as texts give them, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from filinglint.facts.sentences import fold
from filinglint.frozen import dataclass
from filinglint.patterns import pattern

Medium = Literal["phone", "web", "email"]
Use = Literal["customers", "fax", "person", "other"]


@dataclass(frozen=True, slots=True)
class Channel:
    """A number or address at ``[start, end)`` of the text, and what it is for.

    ``value`` is as written, without the sentence's punctuation. ``use`` is ``customers`` unless the
    words around say otherwise; ``masked`` is whether an e-mail address was hidden from readers of the text.
    """

    medium: Medium
    start: int
    end: int
    value: str
    use: Use
    masked: bool = False


_TLD = (
    r"(?:com|net|org|edu|gov|biz|info|us|ca|uk|co|io|bank|finance|financial|capital|fund|invest|example|test|pro|ai"
    r"|app|tech|online|site|eu|de|fr|es|mx|ch|ie|au|jp|hk|sg|in|me|tv|group|investments|trade|trading|markets|cloud)"
)
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
EMAIL = pattern(
    rf"(?<![\w.+-])[\w.+'-]{{1,64}}@(?:{_LABEL}\.){{1,6}}[a-z]{{2,24}}\b"
    r"|\[?e-?mail\W{0,3}protected\]?"
    r"|(?<![\w.+-])[\w.+-]{1,40} ?[\[(] ?at ?[\])] ?[\w-]{1,60} ?(?:[\[(] ?dot ?[\])]|\.) ?[a-z]{2,10}\b"
)
URL = pattern(
    rf"(?<![\w@./-])(?:https?://|ftp://|www\d?\.)[^\s<>\"'|\\^`{{}}\[\]]{{3,400}}"
    rf"|(?<![\w@./-])(?:{_LABEL}\.){{1,4}}{_TLD}\b(?![\w@-]|\.\w)(?:/[^\s<>\"'|\\^`{{}}\[\]]{{0,300}})?"
)
_TRAILING = ".,;:!?)*'\"”’…"
# North American numbers with or without area code, numbers with a country code or a leading nought.
PHONE = pattern(
    r"(?<![\w#$.,/-])(?:(?:\+|0{1,2})?1[ .-]{0,2})?(?:\(\d{3}\)|\d{3})[ ]?[-./ ]{0,2}"
    r"[ ]?\d{3}[ ]?[-. ][ ]?\d{4}\b(?![-./]\d)"
    r"|(?<![\w+])\+\d{1,3}(?:[ .()-]{1,3}\d{1,5}){2,6}\b"
    r"|(?<![\w#$.,/-])(?:\+?1)?[2-9]\d{9}\b"
    r"|(?<![\w#$.,/-])(?:\(0\d{1,4}\)|0\d{2,4})[ -]\d{3,4}[ -]?\d{3,4}\b(?![-./]\d)"
    r"|(?<![\w#$.,/-])\d{3}-\d{4}\b(?!-\d)"
)
# Letters for some of the last digits (866-555-5BCP, 1-800-555-HELP); capitals, or every word would do.
VANITY = pattern(
    r"(?<![\w#$.,/-])(?:\+?1[ .-]{0,2})?(?:\(\d{3}\) ?|\d{3}[-. ])(?=[0-9A-Z. -]{0,10}[A-Z]{2})"
    r"(?:\d{3}[-. ][0-9A-Z]{4}|[0-9A-Z]{3}-?[0-9A-Z]{4}|[A-Z]{3,9}(?:-[A-Z0-9]{2,9})?)(?!\w)"
)
_NOT_PHONE = pattern(
    r"\b(?:crd|cusip|cik|file|rule|form|notice|release|section|sec|nmls|aba|routing|account|license|licence"
    r"|isin|ein|zip"
    r"|no|nos|number of|suite|box|section|lei|id|code|ref|invoice)\W{0,3}(?:no|nos|number|#)?\W{0,4}$"
)
_PHONE_CUE = pattern(
    r"\b(?:call\w*|phone|telephone|tel|ph|dial\w*|ring\w*|toll|free|hot ?line|number|at|on|or|line|reach\w*"
    r"|contact\w*|desk|help"
    r"|us|center|centre|department|service|support|office|customers?|clients?|t|p|extension"
    r"|text(?:s| message)? to|sms|whatsapp|messages? to)\b\W{0,6}$"
)
_FAX = pattern(r"\b(?:fax|faxes|faxed|facsimiles?|telefax|telex|f)\b[^.;\d]{0,30}$")
_FAX_AFTER = pattern(r"\W{0,3}\(?(?:fax|facsimile)\b")
_PRIVATE = pattern(
    r"\b(?:mobile|cell|cellular|home(?! office)|residence|residential|pager|personal|private)\b[^.;\d]{0,25}$"
    # Relatives of those who work here, and sleepers.
    r"|\b(?:wife|husband|spouse|widow|next of kin|mother|father|son|daughter)\b[^;\d]{0,40}$"
    r"|\b(?:wake|rouse|awaken)\b[^.;\d]{0,60}$"
)
# A number that its owner gives out as the way to reach them.
_OFFERED = pattern(
    r"\b(?:my|our)\s{1,4}(?:own |direct )?(?:mobile|cell|cellular|pager)\b[^.;\d]{0,25}$"
    r"|\b(?:call|text|phone|ring|dial|reach|use|try)(?: me| us)?(?: at| on| by)? (?:my|our|the|a) [^.;\d]{0,40}$"
)
_PRIVATE_AFTER = pattern(r"\W{0,3}\(?(?:mobile|cell|home|pager)(?: (?:phone|number|line))?\s{0,2}(?:[),.;:/]|$)")
_FOREIGN_SITE = pattern(
    r"(?:^|[/.@])(?:finra|sipc|sec|cftc|nyse|nasdaq|msrb|adobe|google|facebook|twitter|linkedin|youtube|brokercheck"
    r"|adviserinfo|futures|investor|ready|fema|cdc|who|fdic|treasury)\.[a-z]{2,12}\b"
)
_EMERGENCY = pattern(r"\b(?:emergenc|disrupt|disaster|outage|interrupt|trouble)")
_OTHER_MAIL = pattern(
    r"\b(?:order[- ]routing|routing|privacy|opt[- ]out|unsubscribe|careers?|jobs?|resumes?|complaints?"
    r"|press (?:office|inquir\w*|contacts?|relations)|media"
    r"|advertis\w*|webmaster)\b[^.;]{0,80}$"
)


def _domain_of(address: str) -> str:
    return address.split("//", 1)[-1].split("/", 1)[0]


def _emails(folded: str) -> Iterator[Channel]:
    for m in EMAIL.finditer(folded):
        masked = "protected" in m[0] or "@" not in m[0]
        if "protected" in m[0] and not m[0].startswith("[") and "\u00a0" not in m[0]:
            continue
        before = folded[max(0, m.start() - 100) : m.start()]
        other = _OTHER_MAIL.search(before) is not None and _EMERGENCY.search(before[-80:]) is None
        use: Use = "other" if other else "customers"
        yield Channel("email", m.start(), m.end(), m[0], use, masked)


def _addresses(folded: str, taken: list[tuple[int, int]]) -> Iterator[Channel]:
    for m in URL.finditer(folded):
        value = m[0].rstrip(_TRAILING)
        if "(" in value and ")" not in value:
            value = value.split("(", 1)[0].rstrip(_TRAILING)
        if "." not in value or any(start < m.end() and m.start() < end for start, end in taken):
            continue
        use: Use = "other" if _FOREIGN_SITE.search(_domain_of(value)) else "customers"
        yield Channel("web", m.start(), m.start() + len(value), value, use)


def _phone_use(folded: str, m: re.Match[str]) -> Use | None:
    """Return what the number *m* is for; None when it is no telephone number."""
    before = folded[max(0, m.start() - 60) : m.start()]
    after = folded[m.end() : m.end() + 16]
    digits = sum(c.isdigit() for c in m[0])
    cue = _PHONE_CUE.search(before) is not None or (before.endswith(" (") and after.startswith(")"))
    if _NOT_PHONE.search(before) or (digits <= 7 and not cue and m[0].isascii() and not any(c.isalpha() for c in m[0])):
        return None
    if any(c.isalpha() for c in m[0]) and sum(c.isalnum() for c in m[0]) < 10:
        return None
    if _FAX.search(before) or _FAX_AFTER.match(after):
        return "fax"
    if (_PRIVATE.search(before) and not _OFFERED.search(before)) or _PRIVATE_AFTER.match(after):
        return "person"
    return "customers"


def _phones(text: str, folded: str, taken: list[tuple[int, int]]) -> Iterator[Channel]:
    last = 0
    for m in sorted((*PHONE.finditer(folded), *VANITY.finditer(text)), key=lambda m: m.start()):
        if m.start() < last or any(start < m.end() and m.start() < end for start, end in taken):
            continue
        use = _phone_use(folded, m)
        if use:
            last = m.end()
            yield Channel("phone", m.start(), m.end(), m[0].strip(), use)


def channels(text: str) -> tuple[Channel, ...]:
    """Return the numbers and addresses of *text* in reading order; they do not overlap."""
    folded = fold(text)
    found = list(_emails(folded))
    taken = [(channel.start, channel.end) for channel in found]
    found += _addresses(folded, taken)
    taken = [(channel.start, channel.end) for channel in found]
    found += _phones(text, folded, taken)
    values = (
        Channel(c.medium, c.start, c.end, text[c.start : c.end], c.use, c.masked)
        for c in sorted(found, key=lambda channel: channel.start)
    )
    return tuple(values)
