"""The privacy-enhanced wrapper in which EDGAR disseminated filings from 1993 to 2011.

Source: RFC 1421 (encapsulation, dash-stuffing) and RFC 1423 (RSA-MD5), as far as EDGAR used them.
"""

from __future__ import annotations

import re

from filinglint.frozen import dataclass
from filinglint.patterns import pattern
from filinglint.spans import Span

BEGIN = "-----BEGIN PRIVACY-ENHANCED MESSAGE-----"
END = "-----END PRIVACY-ENHANCED MESSAGE-----"
_LIMIT = 8192
_BLANK_LINE = pattern(r"\r\n\r\n|\n\n|\r\r")
_FIELD = pattern(r"^([A-Za-z-]+):[ \t]*(.*(?:\r?\n[ \t]+.*)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PemWrapper:
    """The wrapper's own fields (names as written, folded values) and the range of what it wraps.

    ``closed`` is whether the END line is there.
    """

    fields: dict[str, str]
    content: Span
    header: Span
    closed: bool


def pem_wrapper(text: str) -> PemWrapper | None:
    """Return the wrapper that *text* begins with; None when it begins with none."""
    start = len(text) - len(text.lstrip()) if text[:1].isspace() else 0
    if not text.startswith(BEGIN, start):
        return None
    blank = _BLANK_LINE.search(text, start, start + _LIMIT)
    header_end = blank.start() if blank else start + len(BEGIN)
    begin = blank.end() if blank else header_end
    end = text.rfind(END)
    closed = end > begin
    fields = {m[1]: "".join(m[2].split()) for m in _FIELD.finditer(text, start, header_end)}
    return PemWrapper(fields, Span(begin, end if closed else len(text)), Span(start, header_end), closed)
