"""Particulars with a form of their own: dates and versions, unfilled template text, and internal details."""

from __future__ import annotations

import re
from collections.abc import Iterator

from filinglint.dates import find_dates
from filinglint.facts.sentences import fold
from filinglint.patterns import pattern
from filinglint.spans import Range
from filinglint_bcp.facts.definitions import Reading

_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_MONTH_YEAR = pattern(
    rf"\b(?:{_MONTHS}\.?|q[1-4]|spring|summer|fall|autumn|winter),? {{1,3}}(?:19|20)\d\d\b"
    r"|\b(?<![\d/-])(?:0?[1-9]|1[0-2])/(?:(?:19|20)\d\d|\d\d)\b(?![/-])"
)
_DATE_LABEL = pattern(
    r"\b(?:effective|revised|revision|rev|updated|update|reviewed|approved|adopted|dated|date|as of|version"
    r"|issued|published"
    r"|amended|modified|current|last|in force|valid|prepared)\b\W{0,4}(?:(?:date|on|as of|of|in|from|since"
    r"|and|approved|is|"
    r"updated|reviewed|revised|review|revision|update|change|last|effective|was"
    r"|modified|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\W{1,3}){0,3}$"
)
_NO_LABEL = pattern(r"(?:©|\(c\)|copyright|ago|uploaded|since|founded|established)\W{0,30}$")
_VERSION = pattern(
    r"\b(?:version|ver\.?|revision|rev\.?|release|edition)\W{0,2}(?:no\.? ?)?\d{1,3}(?:\.\d{1,3}){0,3}\b"
    r"|(?<![\w.])v(?:\. )?\d{1,2}(?:\.\d{1,3}){0,2}\b"
)
_FORM_NUMBER = pattern(r"\b(?:form |no\. ?)?[a-z]{2,8}-?\d{1,6}[a-z]? ?\(? ?(?:rev\.? ?)?\d{1,2}[/-]\d{2,4}\)?")
_TITLE = pattern(
    r"\b(?:plan|summary|statement|disclosure|policy|notice|bcp|continuity|program|resilien\w{2}|recovery)\b"
)
# A page header runs title and date together.
_BESIDE_TITLE = pattern(r"\W{0,4}(?:[\w&.]+ ){0,3}business continuity\b")
_TITLE_BEFORE = pattern(
    r"\bcontinuity (?:and contingency )?(?:plan|planning|policy|summary|statement|disclosure)\W{0,8}$"
)
_TITLE_YEAR = pattern(r"\bcontinuity [a-z ]{4,40}[,(|:–-]? ?\b((?:19|20)\d\d)\b")
# Beside a date alone on its line stands at most a page or reference number.
_REFERENCE = pattern(
    r"[\W_]{1,80}(?:ref|no|form|page|p|doc|document|our ref)\b[\W_]{0,4}[\w/.-]{0,20}(?: of \d+)?\W{0,4}"
)
# In a letter's head a date stands in a column of its own, at either margin.
_COLUMN = 60
_APART_BEFORE = pattern(r"(?:^|\n| {3})\Z")
_APART_AFTER = pattern(r" {0,3}(?:\Z|\n| {3})")
_COPYRIGHT = pattern(r"(?:©|\(c\)|copyright) {0,3}(?:\d{4} ?[-–] ?)?\d{4}|\b\d{1,2} (?:years?|months?) ago\b")


def _dates(folded: str) -> Iterator[Range]:
    for found in find_dates(folded):
        if found.date is not None:
            yield found.start, found.end
    for expression in (_MONTH_YEAR, _TITLE_YEAR):
        for m in expression.finditer(folded):
            yield m.span(m.lastindex or 0)


def text_dates(reading: Reading) -> tuple[list[Range], list[Range]]:
    """Return the ranges of dates and versions that are the text's own, and of those that only look so."""
    folded = fold(reading.text)
    own: list[Range] = []
    hinted: list[Range] = [m.span() for m in _COPYRIGHT.finditer(folded)]
    known = [unit for unit in reading.units if unit.kind != "chrome"]
    edges = {unit.start for unit in [*known[:6], *known[-4:]]}
    titles = {unit.start for unit in known[:4]}
    for start, end in sorted(set(_dates(folded))):
        before = folded[max(0, start - 60) : start]
        index = reading.unit_at(start)
        if index is None or reading.units[index].kind == "chrome" or _NO_LABEL.search(before):
            continue
        unit = reading.units[index]
        alone = (
            len(unit.text) - (end - start) <= 12
            or _REFERENCE.fullmatch(unit.text[end - unit.start :]) is not None
            or _in_column(reading.text, start, end)
        )
        titled = (
            len(unit.text) < 220
            and unit.end - end <= 14
            and (unit.kind == "heading" or unit.start in titles)
            and _TITLE.search(unit.text) is not None
        )
        beside = _BESIDE_TITLE.match(folded, end) is not None or _TITLE_BEFORE.search(before) is not None
        named = (beside and unit.start in titles) or (titled and unit.kind != "contents")
        if named or _DATE_LABEL.search(before) or (alone and unit.start in edges):
            own.append((start, end))
    for expression in (_VERSION, _FORM_NUMBER):
        own.extend(m.span() for m in expression.finditer(folded) if not _rule_number(folded, m.start()))
    return sorted(own), hinted


def _in_column(text: str, start: int, end: int) -> bool:
    """Tell whether the words of *text* from *start* to *end* are a column of their own, as the date of a letter is."""
    before = _APART_BEFORE.search(text[max(0, start - _COLUMN) : start])
    return before is not None and _APART_AFTER.match(text, end) is not None


def _rule_number(folded: str, at: int) -> bool:
    return (
        re.search(r"\b(?:rule|notice|sec|finra|nasd|ntm|iso|release)\W{0,3}$", folded[max(0, at - 20) : at]) is not None
    )


_BLANKS_WORDS = (
    r"insert|enter|fill|firm|company|name|address|phone|telephone|fax|number|date|website|web site|url"
    r"|e-?mail|your|describe"
    r"|specify|select|choose|clearing|custodian|state|city|contact|person|title|xx+|tbd|location|amount|time"
    r"|hours?|days?"
    r"|signature|branch|office|month|year|client|customer|broker|adviser|advisor|list|provide|add|include|logo|here"
)
_BRACKETS = pattern(
    rf"\[(?:\W{{0,3}})(?!\d{{1,3}}\])(?=[^\]\n]{{0,80}}\b(?:{_BLANKS_WORDS})\b)[^\]\n\"']{{2,90}}\]"
    r"|\[ {0,3}[_.•]{2,40} {0,3}\]|\[ {1,10}\]"
    r"|<<[^<>\n]{1,60}>>|\{\{[^{}\n]{1,60}\}\}|\$\{[^{}\n]{1,60}\}|%%[^%\n]{1,40}%%"
    rf"|<(?=[^<>\n]{{0,50}}\b(?:{_BLANKS_WORDS})\b)(?!/)[a-z][^<>\n=\"/@]{{2,50}}>"
)
_NOT_BLANK = pattern(
    r"\[e-?mail\W{0,3}protected\]|\[(?:sic|emphasis|continued|the|a|an|member|members|collectively|together"
    r"|hereinafter|see|note"
    r"|fig|figure|table|page|reserved|omitted|intentionally|footnote|as amended|or|and|his|her|its|their|our"
    r"|this|that)\b[^\]]*\]"
)
_FILLERS = pattern(
    r"(?<!\w)\(?x{3}\)?[-. ]x{3}[-. ]x{4}\b|(?<!\w)\(?_{2,4}\)? ?_{2,4}[-. ]_{2,6}|(?<!\w)\(?(?:000|###"
    r"|nnn)\)?[-. ](?:000|###|nnn)[-. ](?:0000|####|nnnn)(?!\w)"
    r"|\bmm/dd/yy(?:yy)?\b|\bdd/mm/yyyy\b|\b(?:month|xx) (?:dd|xx),? (?:yyyy|20xx)\b|\b20xx\b|\blorem ipsum\b"
    r"|\b(?:your|firm|company|broker|adviser)(?:'s)? (?:firm|company|business)?(?:'s)? ?name here\b"
    r"|\binsert (?:firm|company|phone|telephone|name|date|address|number|website|url|your)\b"
    r"|\babc (?:securities|brokerage|company|corp|financial|investments|advis[eo]rs|bank|firm)\b"
    r"|\bxyz (?:securities|brokerage|company|corp|financial|investments|advis[eo]rs|bank|firm)\b"
    r"|\bany bank\b|\byour firm name\b|\bacme (?:securities|brokerage)\b|\bx{4,20}\b"
)
_TO_BE = pattern(
    r"(?<![A-Za-z0-9])(?:TBD|TBA|TBC|TK)(?![A-Za-z0-9])|\b[Tt]o be (?:determined|inserted|completed|supplied"
    r"|filled in)\b"
)


def placeholders(text: str) -> list[Range]:
    """Return the ranges of unfilled template text, in order."""
    folded = fold(text)
    found = [m.span() for m in _BRACKETS.finditer(folded) if not _NOT_BLANK.match(m[0])]
    found += [m.span() for m in _FILLERS.finditer(folded)]
    found += [m.span() for m in _TO_BE.finditer(text)]
    return _apart(found)


def _apart(ranges: list[Range]) -> list[Range]:
    """Return *ranges* in order, without those that lie in another."""
    kept: list[Range] = []
    for start, end in sorted(ranges, key=lambda place: (place[0], -place[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


_STREET = pattern(
    r"\b\d{1,5}(?:-\d{1,4})? (?:[NSEW]\.? )?(?:(?:[A-Z][\w'.]{0,20}|\d{1,3}(?:st|nd|rd|th)) ){1,4}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Highway|Hwy|Drive|Dr|Boulevard|Blvd|Way|Court|Ct|Place|Pl"
    r"|Parkway|Pkwy|Plaza"
    r"|Square|Sq|Terrace|Circle|Turnpike|Pike|Broadway|Loop|Trail|Row|Alley)\b"
)
# Sites outside America: "Unit 9, Kilmore Industrial Estate", "Plot 17, Sector 44".
_LOT = pattern(
    r"\b(?:Plot|Unit|Lot|Block|Shed|Bay|Warehouse|Building|Survey)(?: No\.?)? [A-Z]?\d{1,4}[A-Z]?, "
    r"(?:Sector \d{1,3}|Phase (?:\d{1,2}|[IV]{1,4})"
    r"|(?:[A-Z][\w'.-]{0,20} ){1,4}(?:Estate|Park|Complex|Nagar|Marg|Colony|Quay|Wharf|Mews|Close))\b"
)
_SECRET = pattern(
    r"\b(?:door|gate|alarm|access|entry|key ?pad|security|safe|lock|disarm|conference|host|moderator|vault"
    r"|padlock|lock ?box|entrance|cabinet|panel|bridge) (?:code|combination"
    r"|pin|number)s?"
    r"(?: \w{1,20}){0,4}? ?(?:is|:|=|#)? ?\d[\d-]{2,12}\b"
    r"|\b(?:key ?pad|pad ?lock|lock ?box|lock|safe|vault|turnstile|alarm|entrance|gate|door)s?\b[^.;]{0,60}?"
    r"\b(?:digits?|code|combination|numbers|turn(?: \w{1,20})? to|set to"
    r"|punch(?: in)?|key in|press|type"
    r"|opens? (?:with|to|on)|opened (?:with|by)|responds? to|unlocks? (?:with|on))"
    r"(?: (?:the|code|digits|is|are))?[: ] ?"
    r"(?:\d(?:-\d){2,7}|\d{4,8})(?![\d-]|[.,]\d)"
    r"|\b(?:pass ?words?|pass ?codes?|pass ?phrases?|pins?)\b(?: \w{1,20}){0,6} ?(?:is|are|:|=) {0,2}\S{3,40}"
    r"|\b(?:pass ?words?|pass ?codes?|pass ?phrases?|pins?|wi-?fi keys?),? (?=[\w-]{0,30}\d)[\w-]{4,40}"
    r"|\b(?:user ?(?:name|id)|log-?in(?: id)?) ?(?:is|:|=) {0,2}\S{3,40}"
    r"|(?<![\d.])(?:10|127|172|192)\.\d{1,3}\.\d{1,3}\.\d{1,3}(?!\d|\.\d)|\\\\[a-z0-9-]{2,30}\\[a-z0-9$-]{1,30}"
    r"|\b(?=[a-z-]{0,12}(?:srv|sql|vpn|dc|exch|db|fs|nas))[a-z]{2,12}-?(?:srv|sql|vpn|exch|db|fs|nas)-?\d{1,3}\b"
    r"|\b(?:feeder|substation|circuit|trunk)s?(?: (?:no\.?|number|id))? ?[a-z]{0,3}-?\d{3,8}\b"
    r"|\b(?:feeds?|fib(?:re|er)|cables?|circuits?|conduits?)\b[^.;]{0,60}\b(?:risers?|man-?holes?)\b"
    r"|\b(?:customer|subscriber|client) (?:no\.?|number|#|id) ?\d{4,10}\b"
    r"|\bunder (?:our )?account (?:no\.? )?\d[\d-]{3,12}\b"
)
# A machine by the name that it has in the house: "server EX2019-A"; not a standard or a sort of equipment.
_MACHINE = pattern(
    r"\b(?:[Ss]ervers?|[Hh]ost(?:name)?s?|[Dd]atabases?|[Cc]ontrollers?|[Mm]achines?|[Nn]odes?|[Cc]lusters?|[Rr]outers?"
    r"|[Ff]irewalls?|[Gg]ateways?|[Aa]ppliances?|[Mm]ainframes?|[Ss]witch(?:es)?)(?:,| named| called|:)? "
    r"((?!AES|SHA|RAID|SOC|ISO|LTO|COVID|TLS|SSL|PCI|FIPS|NIST|TIER|RTO|RPO|FINRA|SEC|NFA|BCP)"
    r"(?=[A-Z0-9_-]{0,24}\d)[A-Z]{2}[A-Z0-9]{0,12}(?:[-_][A-Z0-9]{1,12}){1,3})(?![\w-])"
)


def street_addresses(text: str) -> Iterator[Range]:
    """Yield the ranges of the addresses of streets, and of sites that have a number on an estate."""
    for expression in (_STREET, _LOT):
        for m in expression.finditer(text):
            yield m.span()


def secrets(text: str) -> list[Range]:
    """Return the ranges of codes, passwords, numbers of lines and names of machines, in order."""
    return _apart([*(m.span() for m in _SECRET.finditer(fold(text))), *(m.span(1) for m in _MACHINE.finditer(text))])


_FORMER = pattern(
    r"\b(?:formerly|former|previously|previous|predecessor|superseded|replaced|replaces|old|earlier|then|was)\b"
)


def called_former(text: str, place: Range) -> bool:
    """Tell whether the words around *place* say that what stands there was in force once."""
    around = fold(text[max(0, place[0] - 50) : place[1] + 40])
    return _FORMER.search(around) is not None
