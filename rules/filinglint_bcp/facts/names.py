"""Names: of the firms to which customers may turn, and of persons who are reached in an emergency."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from filinglint.dates import MONTHS
from filinglint.facts.sentences import fold
from filinglint.patterns import pattern
from filinglint.spans import Range
from filinglint_bcp.facts.channels import Channel
from filinglint_bcp.facts.definitions import Reading

_NAME = r"[A-Z][\w&'’.-]{1,30}(?: (?:& )?[A-Z][\w&'’-]{0,30}){0,4}"
_ROLE = (
    r"(?:clearing|carrying|executing) (?:(?:firm|agent|broker|bank|house|corporation|company|member"
    r"|organization|partner|provider)"
    r"s?(?:-dealers?|/dealers?)?|broker-dealers?|fcms?|FCMs?)|[Cc]ustodians?|custodial (?:bank|firm|broker)s?"
    r"|transfer agents?"
    r"|prime brokers?|futures commission merchants?|FCMs?"
)
# "our clearing firm, Harborgate" and "Harborgate, our clearing firm"; and names that say it themselves.
_AFTER_ROLE = pattern(rf"\b(?:{_ROLE}),? {{0,2}}(?:\(|is |are |such as )?({_NAME})")
_BEFORE_ROLE = pattern(
    rf"({_NAME})(?:,? (?:LLC|Inc\.?|Corp\.?|Corporation|LP|N\.A\.))?,? (?:is |are |as |\()?(?:our|the|your|a"
    rf"|its) (?:\w+ )?(?:{_ROLE})\b"
)
_CLEARS = pattern(rf"({_NAME}),? (?:which|who|that) (?:clears|carries|holds|keeps)\b")
_SPEAKING = pattern(
    r"\b((?:[A-Z][\w&'’-]{1,30} ){1,3}(?:Clearing|Custody|Trust Company)(?: (?:Corp|Corporation|LLC|Services"
    r"|Company))?)\b"
)
_THROUGH = pattern(rf"\b(?:cleared|clears|held|holds|carried|custody)\b[^.;]{{0,60}}? (?:by|through|with|at) ({_NAME})")
_NOT_A_FIRM = frozenset(
    "We Our The If In You Your This That FINRA SEC NFA SIPC BCP SBD Business Customers Clients Plan A An It".split()
)
_PERSON = pattern(
    r"\b(?!(?:In|The|Our|If|Our|Primary|Secondary|Emergency|Contact|Business|Firm|Executive|Rule|Plan|Policy"
    r"|Call|For|Please)\b)"
    r"[A-Z][a-z'’]{1,20}(?: [A-Z]\.)? (?:[A-Z]\. )?[A-Z][a-zA-Z'’-]{1,25}\b"
)
# A person named with the number or the office that the rules ask for.
_OFFICER = pattern(
    r"\b([A-Z][a-z'’]{1,20}(?: [A-Z]\.)? [A-Z][a-zA-Z'’-]{1,25})(?: ?/ ?CRD ?#| ?\(?CRD|, (?:our "
    r"|the )?(?:CEO|COO|CCO|CFO|President"
    r"|Chief [A-Z]\w+ Officer|Managing (?:Member|Director|Partner)|Executive Representative|(?:Senior "
    r"|Executive )?Vice President)\b)"
)
_EMERGENCY = pattern(
    r"\bemergency contacts?(?: persons?| people| information)?\b"
    r"|\bpersons? to (?:call|contact|reach)\b|\bin an emergency,? (?:please )?(?:contact|call)\b"
)

# To, at or in a place that is called by its name.
_PLACE = pattern(
    r"\b(?:to|at|in|into|from|inside) (?:the |our |its |a )?(?:\d{1,5} )?"
    rf"(?!(?:{'|'.join(MONTHS)}"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Section|Part|Rule"
    r"|Form|Schedule|Appendix|Annex|Exhibit|Article|Phase|Step|Level|Tier|Class|Business|Plan|Act|Member|Members|Class"
    r"|Customer|Client|Chief|Compliance|SBD|BCP|FINRA|NASD|SEC|NFA|SIPC|Rules?|Notice)\b)"
    r"(?:[NSEW]\.? )?[A-Z][a-z][\w'’]{0,30}"
    r"(?: [A-Z][\w'’]{1,30}){0,3}"
    r"|\b(?:with|from) (?:the|our) [A-Z][a-z]\w{1,30}(?: [A-Z]\w{1,30})? (?:office|branch|desk|team)\b"
)
_COMPANY_WORD = pattern(
    r"\b(?:Securities|Bank|Trust|Capital|Group|Services|Advis[eo]rs?|Partners|Financial|Clearing|Company)\b"
)
# What is written with a capital and is no place, and whose a thing is that is none.
_NO_PLACE = pattern(
    r"\b(?:Disruptions?|Events?|Emergenc(?:y|ies)|Internet|Web|Continuity|Recovery|Department|Committee|Team|Firm"
    r"|Manager|Board|Officer|Principal)\b"
)
_OWNER = pattern(
    r"['’]s? (?!(?:\w+ )?(?:office|branch|site|premises|building|suite|facility|campus|place|rooms?|hall)s?\b)"
)
_FOR_ALL = pattern(r"\b(?:customers?|clients?|you|public|website)\b")


def other_firms(reading: Reading) -> list[Range]:
    """Return the ranges at which firms are named that hold accounts, clear trades or keep custody for customers."""
    text = reading.text[:200_000]
    found: set[str] = set()
    for expression in (_AFTER_ROLE, _BEFORE_ROLE, _CLEARS, _SPEAKING, _THROUGH):
        for m in expression.finditer(text):
            name = m[1].rstrip(" .,-")
            first = name.split()[0]
            if first not in _NOT_A_FIRM and len(first) > 2:
                found.update((name, first))
    own = _own_names(reading)
    known = sorted((name for name in found if name not in own), key=len, reverse=True)[:40]
    if not known:
        return []
    expression = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w)")
    return [m.span() for m in expression.finditer(reading.text)]


def named_places(text: str) -> Iterator[Range]:
    """Yield the ranges at which something moves to, or is in, a place that is called by its name."""
    for m in _PLACE.finditer(text):
        if not (_COMPANY_WORD.search(m[0]) or _NO_PLACE.search(m[0]) or _owns(m[0], text, m.end())):
            yield m.span()


def _owns(name: str, text: str, end: int) -> bool:
    """Tell whether the *name* that ends at *end* of *text* is that of the owner of what is no place."""
    at = end - 2 if name.endswith(("'s", "’s")) else end - 1 if name.endswith(("'", "’")) else None
    return at is not None and _OWNER.match(text, at) is not None


def _own_names(reading: Reading) -> frozenset[str]:
    """Return the first words of the title and of the first sentence: the firm's own name stands there."""
    words: set[str] = set()
    for unit in [unit for unit in reading.units if unit.kind != "chrome"][:3]:
        words.update(re.findall(r"[A-Z][\w&'’-]+", reading.text[unit.start : min(unit.end, unit.start + 80)])[:3])
    return frozenset(words)


def persons_reached(text: str, channels: Sequence[Channel]) -> Iterator[Range]:
    """Yield the ranges of the numbers and addresses, or else of the names, of persons to reach in an emergency."""
    folded = fold(text)
    yield from (m.span(1) for m in _OFFICER.finditer(text) if not _COMPANY_WORD.search(m[1]))
    for m in _EMERGENCY.finditer(folded):
        first = True
        for person in _PERSON.finditer(text, m.end(), min(len(text), m.end() + 400)):
            between = folded[person.end() : person.end() + 110]
            end = person.end() + (110 if (cut := _FOR_ALL.search(between)) is None else cut.start())
            theirs = [c for c in channels if person.end() <= c.start <= end and c.medium != "web"]
            yield from ((c.start, c.end) for c in theirs)
            if first and not theirs and m[0].startswith("emergency contact p") and "," in between[:30]:
                yield person.span()
            first = False
