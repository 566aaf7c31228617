"""What the values on a cover page look like: file numbers, tax numbers, ZIP codes, telephones, states."""

from __future__ import annotations

import re
from functools import lru_cache

from filinglint.dates import parse_date
from filinglint.patterns import pattern

_DASHES = r"\-‐‑‒–—"
_DASH = rf"[{_DASHES}]"
# 1-3579, 000-27265, 333-12345-01, 33-9518-NY; a tax number has seven digits after the dash.
FILE_NUMBER = pattern(
    rf"(?<![\w{_DASHES}])\d{{1,3}} ?{_DASH} ?\d{{2,6}}(?!\d)(?: ?{_DASH} ?\d{{1,3}}(?!\d))?(?:-[A-Z]{{1,3}}\b)?"
    r"(?![-\d])"
)
EIN = pattern(rf"(?<![\w{_DASHES}])\d{{2}} ?{_DASH} ?\d{{7}}(?![\w-])")
EIN_BARE = pattern(r"(?<![\w-])\d{9}(?![\w-])")
ZIP = pattern(rf"(?<![\w{_DASHES}$,.])\d{{5}}(?:{_DASH}\d{{4}})?(?![\w{_DASHES}])")
ZIP_ENDING = pattern(rf"{ZIP.pattern}(?=[\s.,;)]*$)")  # a number at the head of a line is a house's
# "+44 151 555 0100" and "(86) 871-555-0100" are of no ten digits.
_AFTER_NO_COUNTRY = r"(?<![\w-])(?<!\+\d\d[ -])(?<!\+\d{3}[ -])(?<![(+]\d\d\)[ -])(?<![(+]\d\d\))"
PHONE = pattern(
    _AFTER_NO_COUNTRY
    + r"(?:\+?1[-. ]{1,2})?(?:\( ?\d{3} ?\)[-. ]{0,4}|\d{3} ?[-./–] ?|\d{3} )\d{3} ?[-. –] ?[\dA-Z]{4}(?![\w-])"
)
# Over the ends of blocks, as inline XBRL sets area code and number apart.
PHONE_BROKEN = pattern(
    _AFTER_NO_COUNTRY + r"\(?\s{0,4}\d{3}\s{0,4}\)?[\s.–-]{1,12}\d{3}\s{0,3}[.–-]?\s{0,3}\d{4}(?![\w-])"
)
PHONE_FOREIGN = pattern(r"(?<![\w-])(?:\(?\+|\(|0\d)[\d ()./–-]{6,24}\d(?![\w-])")
PHONE_LOCAL = pattern(r"(?<![\w-])\d{3} ?[-. –] ?\d{4}(?![\w-])")
NOTHING = pattern(
    r"\W*(?:not\s+applicable|n ?[./] ?a\.?|none|no\s+change|same|unchanged|not\s+available|nil|-+)\W*", re.IGNORECASE
)
# What a company's name, or a place, is never.
_NOT_A_NAME = pattern(
    r"(?i:^\W*form\b|\b(?:securities|exchange)\s+(?:and\s+exchange\s+)?(?:commission|act)\b|\bact\s+of\s+19\d\d"
    r"|\bcurrent\s+report\b|\b(?:quarterly|annual|transition)\s+report\b|^\W*washington,?\s+d\. ?c"
    r"|\bunited\s+states\W*$"
    r"|\bpursuant\s+to\b|\bfile\s+(?:no|number)|^\W*(?:or|and)\W*$|^\W*amendment\s+n|^\W*date\b|\(mark\s+one\)"
    r"|^\W*8-k(?:/a)?\W*$|^\W*(?:10-[kq]|20-f|6-k|s-\d)\b|\bfiscal\s+year\b|\bperiod\s+ended\b|\btransition\s+period\b"
    r"|\bcentral\s+index\s+key\b|\bcik\b|^\W*commission\b"
    r"|\bregistration\s+(?:no|number|statement)|\bdate\s+of\s+(?:report|earliest)"
    r"|^\W*page(?:\W*$|\W+(?:\d|no\b|number\b|one\b|of\b|[ivx]{1,5}\b))"
    r"|\bas\s+filed\s+with\b|\bha(?:s|ve)\s+not\s+changed\b|^\W*for\s+the\b|\bchecked\b|^\W*delaware\W*$)"
)
_DIGIT = pattern(r"\d")
_LETTER = pattern(r"[^\W\d_]")

STATES = frozenset(
    "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois "
    "indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri "
    "montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington "
    "wisconsin wyoming".split()
) | {
    "new hampshire",
    "new jersey",
    "new mexico",
    "new york",
    "north carolina",
    "north dakota",
    "rhode island",
    "south carolina",
    "south dakota",
    "west virginia",
    "district of columbia",
    "puerto rico",
    "guam",
    "virgin islands",
}
STATE_CODES = frozenset(
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK "
    "OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR GU VI".split()
)
_STATE_NAME = "|".join(sorted((name.replace(" ", r"\s+") for name in sorted(STATES)), key=len, reverse=True))
STATE_AT_END = pattern(
    rf"(?:(?<=[\s,])|^)(?P<state>(?i:{_STATE_NAME})|(?:{'|'.join(sorted(STATE_CODES))})(?![\w])"
    r"|(?:N\. ?[CDHJMY]|S\. ?[CD]|R\. ?I|D\. ?C|P\. ?R|W\. ?Va)\."
    r"|(?i:Ala|Ariz|Ark|Cal|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Me|Mich"
    r"|Minn|Miss|Mo|Mont|Neb|Nebr|Nev|Okla|Ore|Pa|Penna?|Tenn|Tex|Va|Vt|Wash|Wis|Wisc|Wyo)\.)"
    r"[\s,.]*$"
)


def _is_date(words: str) -> bool:
    return _DIGIT.search(words) is not None and all(
        parse_date(part) is not None for part in re.split(r"[()]", words) if _LETTER.search(part)
    )


@lru_cache(maxsize=1024)  # most lines are asked twice
def may_be_name(words: str) -> bool:
    """Tell whether *words* may be a name, of a party or a place: nothing else that covers say."""
    return (
        _LETTER.search(words) is not None
        and _NOT_A_NAME.search(words) is None
        and FILE_NUMBER.fullmatch(words) is None
        and NOTHING.fullmatch(words) is None
        and len(words) < 200
        and not _is_date(words)
    )
