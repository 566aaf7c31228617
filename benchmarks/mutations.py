"""Does the linter see a defect seeded into a real filing? Operators of our own, one defect at a time.

Usage: python benchmarks/mutations.py FOLDER [--limit 12] [--only NAME ...] [--third read|unread|all] [--misses]

Each operator edits one real submission with plain regular expressions, never with the linter's own
readers, and says where. A mutant is found when the linter reports, for it and not for the original, a
finding of one of the operator's rule families at severity warning or error; *placed* counts those of
them with a place on the edited lines.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from quiet import third

from filinglint.catalogue import Catalogue, load_catalogue
from filinglint.discovery import Found
from filinglint.engine import today
from filinglint.finding import Finding, Severity
from filinglint.judging import Options, judge_file


@dataclass(frozen=True)
class Edit:
    """One edit: ``data[start:end]`` becomes ``new``. Bytes from 0."""

    start: int
    end: int
    new: bytes

    def applied(self, data: bytes) -> bytes:
        """Return *data* with the edit made."""
        return data[: self.start] + self.new + data[self.end :]


Operator = Callable[[bytes], Edit | None]
_ANY = re.IGNORECASE | re.DOTALL


def form(data: bytes) -> str:
    """Return the submission type, by plain search."""
    m = re.search(rb"CONFORMED SUBMISSION TYPE:\s*(\S+)", data)
    return m[1].decode("latin-1") if m else ""


def filed(data: bytes) -> int:
    """Return the filing date as a number such as 20041222; 0 when there is none."""
    m = re.search(rb"FILED AS OF DATE:\s*(\d{8})", data)
    return int(m[1]) if m else 0


def of(*forms: str) -> Callable[[bytes], bool]:
    """Tell filings of *forms* from others."""
    return lambda data: form(data) in forms


current = of("8-K")
periodic = of("10-K", "10-Q")
either = of("8-K", "10-K", "10-Q")


def main_text(data: bytes) -> tuple[int, int]:
    """Return the range of the first document's text; an empty one when there is none."""
    m = re.search(rb"<DOCUMENT>\s*\n<TYPE>[^\n]*\n.*?<TEXT>(.*?)</TEXT>", data, re.DOTALL)
    return m.span(1) if m else (0, 0)


def in_header(
    pattern: bytes, new: Callable[[re.Match[bytes]], bytes | None], when: Callable[[bytes], bool]
) -> Operator:
    """Edit group 1 of the first match of *pattern* in the header."""
    expression = re.compile(pattern, re.MULTILINE)

    def operate(data: bytes) -> Edit | None:
        stop = data.find(b"<DOCUMENT>")
        m = expression.search(data, 0, stop if stop >= 0 else len(data)) if when(data) else None
        words = new(m) if m else None
        return Edit(*m.span(1), words) if m and words is not None and words != m[1] else None

    return operate


def in_main(
    pattern: bytes, new: Callable[[re.Match[bytes]], bytes | None], when: Callable[[bytes], bool], reach: int = 10**9
) -> Operator:
    """Edit group 1 of the first match of *pattern* in the first *reach* bytes of the main document."""
    expression = re.compile(pattern, _ANY)

    def operate(data: bytes) -> Edit | None:
        start, end = main_text(data)
        m = expression.search(data, start, min(end, start + reach)) if when(data) else None
        words = new(m) if m else None
        return Edit(*m.span(1), words) if m and words is not None and words != m[1] else None

    return operate


def near_caption(
    caption: bytes, value: bytes, new: Callable[[bytes], bytes], when: Callable[[bytes], bool]
) -> Operator:
    """Edit the one value that stands near a cover caption."""

    def operate(data: bytes) -> Edit | None:
        start, end = main_text(data)
        if not when(data):
            return None
        m = re.compile(caption, _ANY).search(data, start, min(end, start + 40_000))
        if not m:
            return None
        low = max(start, m.start() - 2500)
        values = list(re.compile(value, _ANY).finditer(data, low, min(end, m.end() + 500)))
        if len({v[0] for v in values}) != 1 or len(values) != 1:
            return None
        return Edit(*values[0].span(), new(values[0][0]))

    return operate


def bumped(number: bytes) -> bytes:
    """Return *number* with its last digit changed."""
    at = max(i for i, c in enumerate(number) if chr(c).isdigit())
    return number[:at] + str((int(chr(number[at])) + 4) % 10).encode() + number[at + 1 :]


def exhibits(data: bytes) -> list[re.Match[bytes]]:
    """Return the exhibits that a person reads: group 1 the type, 2 the head, 3 the text."""
    found = re.finditer(
        rb"<DOCUMENT>\s*\n<TYPE>(EX-[0-9.]+)[^\n]*\n((?:<[A-Z]+>[^\n]*\n)*?)<TEXT>(.*?)</TEXT>", data, re.DOTALL
    )
    return [m for m in found if not m[1].startswith((b"EX-101", b"EX-104"))]


def in_exhibit(
    kind: bytes, pattern: bytes, new: Callable[[re.Match[bytes]], bytes], when: Callable[[bytes], bool] = either
) -> Operator:
    """Edit group 1 of the first match of *pattern* in the first exhibit of *kind*."""
    expression = re.compile(pattern, _ANY)

    def operate(data: bytes) -> Edit | None:
        for exhibit in exhibits(data) if when(data) else ():
            if exhibit[1].startswith(kind):
                m = expression.search(data, exhibit.start(3), exhibit.end(3))
                return Edit(*m.span(1), new(m)) if m and new(m) != m[1] else None
        return None

    return operate


def emptied_exhibit(data: bytes) -> Edit | None:
    """Take everything out of the last exhibit."""
    found = exhibits(data)
    return Edit(found[-1].start(3), found[-1].end(3), b"\n") if found else None


def same_filename(data: bytes) -> Edit | None:
    """Give the second document the file name of the first."""
    names = list(re.finditer(rb"^<FILENAME>([^\r\n]+)", data, re.MULTILINE)) if filed(data) > 20010701 else []
    return Edit(*names[1].span(1), names[0][1]) if len(names) > 1 and names[0][1] != names[1][1] else None


def inserted(snippet: bytes) -> Operator:
    """Put *snippet* before the end of the body of an HTML main document."""

    def operate(data: bytes) -> Edit | None:
        start, end = main_text(data)
        at = data[start:end].lower().rfind(b"</body>")
        return Edit(start + at, start + at, snippet) if at >= 0 else None

    return operate


def control_character(data: bytes) -> Edit | None:
    """Put a control character into a plain-text main document."""
    start, end = main_text(data)
    if start == end or re.search(rb"<html|<p\b|<font", data[start : start + 4000], re.IGNORECASE):
        return None
    at = data.find(b" ", start + 200, end)
    return Edit(at, at + 1, b"\x07") if at >= 0 else None


def extra_item(data: bytes) -> Edit | None:
    """Name in the header an item that the body does not have."""
    if form(data) != "8-K" or filed(data) < 20040901 or b"Material Impairments" in data[:5000]:
        return None
    lines = list(re.finditer(rb"^ITEM INFORMATION:[ \t]*[^\s][^\r\n]*(\r?\n)", data, re.MULTILINE))
    at = lines[-1].end() if lines else 0
    return Edit(at, at, b"ITEM INFORMATION:\t\tMaterial Impairments" + lines[-1][1]) if lines else None


def later_signature(data: bytes) -> Edit | None:
    """Move the year of the last date of the signature block two years on."""
    if form(data) != "8-K":
        return None
    start, end = main_text(data)
    sign = list(re.finditer(rb"pursuant\s+to\s+the\s+requirements", data[start:end], re.IGNORECASE))
    if not sign:
        return None
    year = str(filed(data))[:4].encode()
    low = start + sign[-1].start()
    m = re.compile(a_day(rb"(" + year + rb")"), re.IGNORECASE).search(data, low, min(end, low + 6000))
    return Edit(*m.span(1), str(int(year) + 2).encode()) if m else None


def wrong_link(data: bytes) -> Edit | None:
    """Point the link of one exhibit's entry at another exhibit's file."""
    head = rb"<TYPE>(EX-(?!101|104)[0-9.]+)\s*\n<SEQUENCE>\d+\s*\n<FILENAME>([^\r\n]+)"
    names = list(re.finditer(head, data))
    start, end = main_text(data)
    for one in names:
        for other in names:
            if one[2] != other[2]:
                m = re.compile(rb'href="(' + re.escape(one[2]) + rb')"', re.IGNORECASE).search(data, start, end)
                if m:
                    return Edit(*m.span(1), other[2])
    return None


def renumbered_entry(data: bytes) -> Edit | None:
    """Change the number of an attached exhibit wherever the main document names it."""
    start, end = main_text(data)
    for exhibit in exhibits(data) if either(data) else ():
        number = exhibit[1][3:]
        if b"." in number:
            body = data[start:end]
            new = re.sub(rb"(?<![\d.])" + re.escape(number) + rb"(?!\d)", number.split(b".")[0] + b".87", body)
            return Edit(start, end, new) if new != body else None
    return None


def dropped_heading(data: bytes) -> Edit | None:
    """Take the number of one item, not 9.01, out of its headings."""
    start, end = main_text(data)
    if form(data) != "8-K" or filed(data) < 20040901:
        return None
    m = re.compile(rb"item(?:\s|&nbsp;|&#160;|&#8201;)*([1-8]\.\d\d)", re.IGNORECASE).search(data, start, end)
    if not m:
        return None
    body = data[start:end]
    new = re.sub(rb"(?i)item(?:\s|&nbsp;|&#160;|&#8201;)*" + re.escape(m[1]), b"Event", body)
    return Edit(start, end, new)


def earlier_event(data: bytes) -> Edit | None:
    """Put the event of an 8-K five weeks before its filing, in the header."""
    m = re.search(rb"CONFORMED PERIOD OF REPORT:\s*(\d{8})", data)
    due = re.search(rb"Entry into a Material|Departure of Directors|Completion of Acquisition|Unregistered Sales", data)
    if form(data) != "8-K" or filed(data) < 20040901 or not m or not due:
        return None
    day = datetime.strptime(str(filed(data)), "%Y%m%d") - timedelta(days=35)  # noqa: DTZ007
    return Edit(*m.span(1), day.strftime("%Y%m%d").encode())


def mistyped(words: bytes) -> bytes:
    """Return *words* with a letter in the middle of the longest word changed."""
    longest = max(re.finditer(rb"[A-Za-z]+", words), key=lambda m: len(m[0]))
    at = (longest.start() + longest.end()) // 2
    return words[:at] + (b"x" if words[at : at + 1].islower() else b"X") + words[at + 1 :]


def mistyped_name(data: bytes) -> Edit | None:
    """Mistype a letter of the registrant's name above its caption on the cover."""
    start, end = main_text(data)
    name = re.search(rb"COMPANY CONFORMED NAME:\s*([^\r\n]+)", data)
    caption = re.compile(spaced("exact name of registrant"), re.IGNORECASE).search(data, start, end)
    if not name or not caption or not either(data):
        return None
    word = max(re.split(rb"[^A-Za-z]+", name[1]), key=len)
    places = list(
        re.compile(rb"\b" + re.escape(word) + rb"\b(?![^<>]*>)", re.IGNORECASE).finditer(data, start, caption.start())
    )
    return Edit(*places[-1].span(), mistyped(places[-1][0])) if places and len(word) > 5 else None


def in_signature(pattern: bytes, new: Callable[[re.Match[bytes]], bytes]) -> Operator:
    """Edit group 1 of the first match of *pattern* behind the last sentence of signature."""
    expression = re.compile(pattern, _ANY)

    def operate(data: bytes) -> Edit | None:
        start, end = main_text(data)
        sign = list(re.compile(spaced("pursuant to the requirements"), re.IGNORECASE).finditer(data, start, end))
        if not either(data) or not sign:
            return None
        m = expression.search(data, sign[-1].start(), min(end, sign[-1].start() + 8000))
        return Edit(*m.span(1), new(m)) if m else None

    return operate


def unprinted_name(data: bytes) -> Edit | None:
    """Take the name away that is printed beneath the first signature."""
    signed = in_signature(SIGNED, constant(b""))(data)
    if signed is None:
        return None
    name = data[signed.start : signed.end].strip()
    m = re.compile(re.escape(name), re.IGNORECASE).search(data, signed.end, signed.end + 3000)
    return Edit(*m.span(), b" ") if m else None


def unheaded_signature(data: bytes) -> Edit | None:
    """Take away the heading of the signatures."""
    start, end = main_text(data)
    sign = list(re.compile(spaced("pursuant to the requirements"), re.IGNORECASE).finditer(data, start, end))
    low = max(start, sign[-1].start() - 1500) if sign and either(data) else end
    headings = (
        list(re.compile(rb"\bsignatures?\b", re.IGNORECASE).finditer(data, low, sign[-1].start())) if sign else []
    )
    return Edit(*headings[-1].span(), b"") if headings else None


def exchanged_sequence(data: bytes) -> Edit | None:
    """Exchange the sequence numbers of the first two documents."""
    numbers = list(re.finditer(rb"^<SEQUENCE>(\d+)", data, re.MULTILINE))
    if len(numbers) < 2:
        return None
    one, two = numbers[:2]
    return Edit(one.start(1), two.end(1), two[1] + data[one.end(1) : two.start(1)] + one[1])


def added_words(words: bytes) -> Operator:
    """Put *words* behind the last full stop of a paragraph above the signatures of an HTML report."""

    def operate(data: bytes) -> Edit | None:
        start, end = main_text(data)
        sign = list(re.compile(spaced("pursuant to the requirements"), re.IGNORECASE).finditer(data, start, end))
        if not current(data) or not sign:
            return None
        stops = list(
            re.compile(rb"[a-z]{4}\.(?=\s*</(?:p|font|span|div)>)", re.I).finditer(data, start, sign[-1].start())
        )
        return Edit(stops[-1].end(), stops[-1].end(), b" " + words) if stops else None

    return operate


def in_statement(element: bytes, new: Callable[[re.Match[bytes]], bytes]) -> Operator:
    """Edit the value of the first *element* of a statement of ownership in XML."""
    expression = re.compile(rb"<" + element + rb">(?:\s*<value>)?\s*([^<]+?)\s*<")

    def operate(data: bytes) -> Edit | None:
        m = expression.search(data) if form(data) in ("3", "4", "5") else None
        return Edit(*m.span(1), new(m)) if m else None

    return operate


def years_on(years: int) -> Callable[[re.Match[bytes]], bytes]:
    """Return what moves a date that begins with its year by *years*."""
    return lambda m: str(int(m[1][:4]) + years).encode() + m[1][4:]


def always(_: bytes) -> bool:
    """Take every filing."""
    return True


def decimal_items(data: bytes) -> bool:
    """Tell 8-Ks with the items of August 2004 and after."""
    return current(data) and filed(data) > 20040901


def other_main_type(data: bytes) -> Edit | None:
    """Give the first document the type of another form."""
    m = re.search(rb"^<TYPE>([^\s<]+)", data, re.MULTILINE) if either(data) else None
    return Edit(*m.span(1), b"10-D") if m else None


def constant(new: bytes) -> Callable[[object], bytes]:
    """Return what every match becomes."""
    return lambda _: new


def spaced(words: str) -> bytes:
    """Return an expression for *words* with anything blank, or tags, between them."""
    return (GAP + b"+").join(word.encode() for word in words.split())


def a_day(year: bytes) -> bytes:
    """Return an expression for a date in words whose year is *year*."""
    return rb"(?:" + MONTHS + rb")" + GAP + rb"+\d{1,2}," + GAP + rb"*" + year


MONTHS = b"January|February|March|April|May|June|July|August|September|October|November|December"
GAP = rb"(?:\s|&nbsp;|&#160;|<[^<>]*>)"
OTHER_FORM = {b"8-K": b"10-Q", b"10-K": b"8-K", b"10-Q": b"10-K"}
A_YEAR = rb"((?:19|20)\d\d)"
FILE_NUMBER = rb"(?<!\d)(?:0{0,2}[01]|333|814)-\d{4,6}(?!\d)"
ENDED = rb"(?:" + spaced("fiscal year ended") + rb"|" + spaced("quarterly period ended") + rb"):?" + GAP + rb"*"
SIGNED = rb"/s/" + GAP + rb"*([A-Z][^<\r\n]{3,50}(?:\r?\n[ \t]+[A-Z][a-z]+(?=<))?)"
CAPTION = (
    rb"item" + GAP + rb"*[1-8]\.\d\d\.?(?:" + GAP + rb"|[.:-])*"
    rb"(results of operations and financial condition|regulation fd disclosure|other events)"
)
EVENT_DAY = (
    spaced("date of report") + rb".{0,600}?(?:" + MONTHS + rb")" + GAP + rb"+(\d{1,2})," + GAP + rb"*(?:19|20)\d\d"
)

HEADER_OPERATORS = {
    "hdr-drop-name": in_header(rb"^(\s*COMPANY CONFORMED NAME:[^\n]*\n)", constant(b""), current),
    "hdr-bad-filed": in_header(rb"^FILED AS OF DATE:\s*(\d{8})", lambda m: m[1][:4] + b"0231", always),
    "hdr-bad-state": in_header(rb"^\s*STATE OF INCORPORATION:\s*([A-Z]{2})\s*$", constant(b"QQ"), always),
    "hdr-bad-ein": in_header(rb"^\s*(?:IRS NUMBER|EIN):\s*(\d{9})", lambda m: m[1][:5] + b"AB", always),
    "hdr-bad-year-end": in_header(rb"^\s*FISCAL YEAR END:\s*(\d{4})", constant(b"1345"), always),
    "hdr-bad-acceptance": in_header(rb"^<ACCEPTANCE-DATETIME>(\d{14})", lambda m: m[1][:8] + b"296199", always),
    "hdr-bad-file-number": in_header(
        rb"^\s*SEC FILE NUMBER:\s*(\d{3}-\d{5})\s*$", lambda m: m[1].replace(b"-", b"/"), always
    ),
    "hdr-no-count": in_header(rb"^(PUBLIC DOCUMENT COUNT:[^\n]*\n)", constant(b""), always),
    "hdr-other-form-type": in_header(rb"^\s*FORM TYPE:\s*(8-K)\s*$", constant(b"10-K"), current),
    "hdr-extra-item": extra_item,
    "hdr-period-after-filing": in_header(
        rb"^CONFORMED PERIOD OF REPORT:\s*(\d{8})", lambda m: str(int(m[1]) + 10000).encode(), either
    ),
    "dte-late-event": earlier_event,
}
BODY_OPERATORS = {
    "doc-other-main-type": other_main_type,
    "doc-same-filename": same_filename,
    "doc-empty-exhibit": emptied_exhibit,
    "fmt-iframe": inserted(b'<IFRAME SRC="x.htm"></IFRAME>'),
    "fmt-external-link": inserted(b'<A HREF="http://www.example.com/x">x</A>'),
    "fmt-onclick": inserted(b'<P ONCLICK="go()">x</P>'),
    "fmt-missing-image": inserted(b'<IMG SRC="nowhere_to_be_found.jpg">'),
    "fmt-control-in-text": control_character,
    "cov-file-number": near_caption(spaced("Commission File N"), FILE_NUMBER, bumped, either),
    "cov-form-name": in_main(
        rb"FORM" + GAP + rb"+(8-K|10-K|10-Q)\b", lambda m: OTHER_FORM.get(m[1].upper()), either, 9000
    ),
    "cov-report-date": in_main(EVENT_DAY, lambda m: b"9" if m[1] != b"9" else b"17", current, 12000),
    "cov-period": in_main(ENDED + a_day(A_YEAR), lambda m: str(int(m[1]) - 1).encode(), periodic, 20000),
    "cov-state": near_caption(spaced("State or other jurisdiction"), rb"\bDelaware\b", constant(b"Oregon"), either),
    "itm-heading-lost": dropped_heading,
    "itm-not-in-force": in_main(rb"\bitem" + GAP + rb"+((?:7|8|2)\.0[12])", constant(b"6.09"), decimal_items),
    "exh-renumbered": renumbered_entry,
    "exh-wrong-link": wrong_link,
    "sig-date-later": later_signature,
    "crt-other-form": in_exhibit(
        b"EX-31", spaced("report on form") + GAP + rb"+(10-[KQ])", lambda m: OTHER_FORM[m[1].upper()], periodic
    ),
    "crt-unsigned": in_exhibit(b"EX-31", rb"(/s/[^<\n]{0,60})", constant(b" "), periodic),
    "crt-other-period": in_exhibit(
        b"EX-32", spaced("period ended") + GAP + rb"+" + a_day(A_YEAR), lambda m: str(int(m[1]) - 2).encode(), periodic
    ),
}
SECOND_OPERATORS = {
    "hdr-no-filing-values": in_header(rb"^(\s*SEC FILE NUMBER:[^\n]*\n)", constant(b""), either),
    "hdr-no-film-number": in_header(rb"^(\s*FILM NUMBER:[^\n]*\n)", constant(b""), either),
    "hdr-other-industry": in_header(rb"CLASSIFICATION:[^\n]*\[(\d{4})\]", constant(b"9876"), always),
    "hdr-bad-film-number": in_header(rb"^\s*FILM NUMBER:\s*(\d+)", lambda m: m[1][:-2] + b"XZ", always),
    "hdr-other-acceptance-year": in_header(rb"^<ACCEPTANCE-DATETIME>(\d{14})", years_on(1), always),
    "hdr-no-such-prefix": in_header(rb"SEC FILE NUMBER:\s*(\d{3})-", constant(b"999"), either),
    "hdr-item-mistyped": in_header(rb"^ITEM INFORMATION:\s*([A-Z][^\r\n]{8,})", lambda m: mistyped(m[1]), current),
    "hdr-amended": in_header(rb"^CONFORMED SUBMISSION TYPE:\s*(8-K)\s*$", constant(b"8-K/A"), current),
    "hdr-name-mistyped": in_header(rb"COMPANY CONFORMED NAME:\s*([A-Z]{7,})", lambda m: mistyped(m[1]), either),
    "doc-sequence-exchanged": exchanged_sequence,
    "cov-name-mistyped": mistyped_name,
    "cov-phone-short": near_caption(
        rb"telephone" + GAP + rb"+number", rb"(?<!\d)\d{3}[-. ]\d{4}(?!\d)", lambda v: v[:-2], either
    ),
    "cov-no-such-day": in_main(
        spaced("date of report") + rb".{0,600}?((?:" + MONTHS + rb")" + GAP + rb"+\d{1,2})," + GAP + rb"*(?:19|20)\d\d",
        constant(b"February 30"),
        current,
        12000,
    ),
    "itm-caption-mistyped": in_main(CAPTION, lambda m: mistyped(m[1]), decimal_items),
    "sig-name-lost": in_signature(SIGNED, constant(b" ")),
    "sig-mark-lost": in_signature(rb"(/s/)", constant(b" ")),
    "sig-unprinted": unprinted_name,
    "sig-unheaded": unheaded_signature,
    "sig-no-sentence": in_signature(rb"(pursuant" + GAP + rb"+to.{0,400}?authorized\.)", constant(b" ")),
    "sig-other-report": in_signature(
        rb"caused" + GAP + rb"+this" + GAP + rb"+(report)", constant(b"registration statement")
    ),
    "sig-no-such-day": in_signature(
        rb"((?:" + MONTHS + rb")" + GAP + rb"+\d{1,2})," + GAP + rb"*(?:19|20)", constant(b"June 31")
    ),
    "int-sum-open": added_words(b"The price was $[__] per share."),
    "int-sample-text": added_words(b"Lorem ipsum dolor sit amet, consectetur."),
    "crt-other-kind": in_exhibit(
        b"EX-31",
        rb"reviewed" + GAP + rb"+this" + GAP + rb"+(annual|quarterly)",
        lambda m: b"quarterly" if m[1].lower() == b"annual" else b"annual",
        periodic,
    ),
    "own-other-owner": in_statement(rb"rptOwnerCik", lambda m: bumped(m[1])),
    "own-other-owner-name": in_statement(rb"rptOwnerName", constant(b"Vandersmeer Ottoline")),
    "own-other-issuer": in_statement(rb"issuerCik", lambda m: bumped(m[1])),
    "own-other-issuer-name": in_statement(rb"issuerName", constant(b"Quartzvale Lines Ltd")),
    "own-other-period": in_statement(rb"periodOfReport", years_on(-1)),
    "own-later-transaction": in_statement(rb"transactionDate", years_on(1)),
    "own-later-signature": in_statement(rb"signatureDate", years_on(1)),
    "own-unsigned": in_statement(rb"signatureName", constant(b" ")),
    "own-other-form": in_statement(rb"documentType", lambda m: b"5" if m[1] != b"5" else b"4"),
    "own-no-such-code": in_statement(rb"transactionCode", constant(b"Y")),
}
# Where the family is not the operator's own prefix.
FAMILIES = {
    "hdr-bad-filed": ("HDR", "DTE"),
    "hdr-bad-acceptance": ("HDR", "DTE"),
    "hdr-no-count": ("HDR", "DOC"),
    "hdr-extra-item": ("ITM", "HDR"),
    "hdr-period-after-filing": ("HDR", "DTE"),
    "fmt-control-in-text": ("FMT", "DOC"),
    "cov-report-date": ("COV", "DTE"),
    "sig-date-later": ("SIG", "DTE"),
    "crt-unsigned": ("CRT", "SIG"),
    "hdr-other-acceptance-year": ("HDR", "DTE"),
    "hdr-item-mistyped": ("HDR", "ITM"),
    "hdr-amended": ("HDR", "COV"),
    "hdr-name-mistyped": ("HDR", "COV"),
    "cov-no-such-day": ("COV", "DTE"),
    "sig-no-such-day": ("SIG", "DTE"),
} | {name: ("HDR", "DOC", "DTE", "SIG") for name in SECOND_OPERATORS if name.startswith("own-")}
OPERATORS = {
    name: (FAMILIES.get(name, (name[:3].upper(),)), operator)
    for name, operator in (HEADER_OPERATORS | BODY_OPERATORS | SECOND_OPERATORS).items()
}


def unwrapped(data: bytes) -> bytes:
    """Return what a PEM wrapper holds, so that a changed byte is not found by the signature alone."""
    if not data.startswith(b"-----BEGIN PRIVACY-ENHANCED"):
        return data
    body = data.split(b"\n\n", 1)[1].rsplit(b"-----END PRIVACY", 1)[0]
    return re.sub(rb"^- ", b"", body, flags=re.MULTILINE)


def findings_of(data: bytes, path: Path, catalogue: Catalogue) -> list[Finding]:
    """Return the warnings and errors on *data*."""
    path.write_bytes(data)
    judged = judge_file(Found(str(path), named=True), Options(today=today()), catalogue)
    return [finding for finding in judged.findings if finding.severity is not Severity.INFO]


def main() -> None:
    """Seed each defect into a few filings and print how many are found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--limit", type=int, default=12, help="mutants an operator")
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--third", choices=("read", "unread", "all"), default="all")
    parser.add_argument("--misses", action="store_true", help="name every miss")
    asked = parser.parse_args()
    files = [p for p in Path(asked.folder).rglob("*.txt") if p.stat().st_size < 3_000_000]
    files = [p for p in files if asked.third in ("all", third(p.stem))]
    catalogue = load_catalogue()
    hits = total = placed = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "filing.txt")
        for name, (families, operator) in OPERATORS.items():
            if asked.only and name not in asked.only:
                continue
            found = tried = on_place = 0
            missed = []
            for file in sorted(files, key=lambda p: hashlib.sha256((name + p.name).encode()).hexdigest()):
                data = unwrapped(file.read_bytes())
                edit = operator(data) if tried < asked.limit else None
                if edit is None:
                    continue
                tried += 1
                mutant = edit.applied(data)
                known = {(f.code, f.message) for f in findings_of(data, path, catalogue)}
                new = [f for f in findings_of(mutant, path, catalogue) if (f.code, f.message) not in known]
                right = [f for f in new if f.code.startswith(families)]
                low, high = edit.start - 200, edit.start + len(edit.new) + 200
                spots = [s.place for f in right for s in (f.spot, *f.related) if s.place is not None]
                found += bool(right)
                on_place += any(s.byte_start <= high and s.byte_end >= low for s in spots)
                if not right:
                    missed.append(f"{file.name} {[(f.code, f.message[:60]) for f in new]}")
            hits, total, placed = hits + found, total + tried, placed + on_place
            print(f"{name:26} {found:3}/{tried:<3} placed {on_place}")
            for line in missed if asked.misses else missed[:1]:
                print(f"    missed {line}")
    print(f"found {hits}/{total} = {hits / max(1, total):.1%}; placed on the edit {placed}/{max(1, hits)}")


if __name__ == "__main__":
    main()
