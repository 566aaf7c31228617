"""What the header of a submission states, in whichever layout and era it was written.

Source: reference of header labels and tags, 1993 to 2026 (EDGAR public dissemination).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar

from filinglint.documents.labels import Line, Section
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf, Located, NotApplicable, Unsure
from filinglint.spans import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Address:
    """A business or mail address."""

    span: Span
    street1: Leaf[str]
    street2: Leaf[str]
    city: Leaf[str]
    state: Leaf[str]
    zip: Leaf[str]
    phone: Leaf[str]


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name the party bore before, and the day it was changed (US Eastern)."""

    name: Leaf[str]
    changed: Leaf[date]


@dataclass(frozen=True, slots=True)
class FilingValues:
    """Under which act and file number the party files; a party may have several."""

    span: Span
    form: Leaf[str]
    act: Leaf[str]
    file_number: Leaf[str]
    film_number: Leaf[str]


@dataclass(frozen=True, slots=True)
class Party:
    """One filer, subject company, reporting owner or issuer; ``role`` is its section's label."""

    role: str
    span: Span
    name: Leaf[str]
    cik: Leaf[str]
    sic: Leaf[str]
    ein: Leaf[str]
    state_of_incorporation: Leaf[str]
    fiscal_year_end: Leaf[str]
    values: tuple[FilingValues, ...]
    business_address: Address | None
    mail_address: Address | None
    former_names: tuple[FormerName, ...]

    @property
    def file_number(self) -> Leaf[str]:
        """The first file number."""
        return self.values[0].file_number if self.values else Absent(self.span, "file number")


@dataclass(frozen=True, slots=True)
class Header:
    """All that the header states. Dates are US Eastern; parties are in file order.

    ``items`` are the values of the ITEM INFORMATION lines, captions or numbers as written; an empty
    line (1998 to 2004) is an Absent leaf among them: it counts, and states nothing. ``lines`` are the
    labelled lines outside every section.
    """

    span: Span
    accession: Leaf[str]
    form: Leaf[str]
    period: Leaf[date]
    filed: Leaf[date]
    changed: Leaf[date]
    accepted: Leaf[datetime]
    document_count: Leaf[int]
    items: tuple[Leaf[str], ...]
    parties: tuple[Party, ...]
    lines: tuple[Line, ...]
    record: Section

    @property
    def filers(self) -> tuple[Party, ...]:
        """The parties whose own report this is."""
        return tuple(party for party in self.parties if party.role in ("FILER", "ISSUER", "SUBJECT COMPANY"))

    @property
    def registrants(self) -> tuple[Party, ...]:
        """The parties in the role FILER."""
        return tuple(party for party in self.parties if party.role == "FILER")


def as_date(words: str) -> date | None:
    """Return the day that eight digits name; None when they name none."""
    try:
        return date(int(words[:4]), int(words[4:6]), int(words[6:])) if _digits(words, 8) else None
    except ValueError:
        return None


def as_iso_date(words: str) -> date | None:
    """Return the day that words such as 2026-03-02 name; None when they name none."""
    try:
        return date.fromisoformat(words) if len(words) == 10 and words.isascii() else None
    except ValueError:
        return None


def as_time(words: str) -> datetime | None:
    """Return the US Eastern time that fourteen digits name, without a zone; None when they name none."""
    if not _digits(words, 14):
        return None
    try:
        hour, minute, second = (int(words[at : at + 2]) for at in (8, 10, 12))
        return datetime(int(words[:4]), int(words[4:6]), int(words[6:8]), hour, minute, second)  # noqa: DTZ001
    except ValueError:
        return None


def _digits(words: str, count: int) -> bool:
    return len(words) == count and words.isascii() and words.isdecimal()


def as_count(words: str) -> int | None:
    """Return the number that up to six digits name."""
    return int(words) if words.isascii() and words.isdecimal() and len(words) <= 6 else None


def _text(section: Section, what: str, *labels: str) -> Leaf[str]:
    line = next((line for line in section.all(*labels) if line.value), None)
    return Located(" ".join(line.value.split()), line.span) if line else Absent(section.span, what)


def _parsed(section: Section, what: str, parse: Callable[[str], T | None], *labels: str) -> Leaf[T]:
    found = _text(section, what, *labels)
    if not isinstance(found, Located):
        return found
    value = parse(found.value)
    if value is None:
        return Unsure(found.span, what, f"'{found.value}' cannot be read")
    return Located(value, found.span)


def _address(section: Section | None) -> Address | None:
    if section is None:
        return None
    return Address(
        section.span,
        _text(section, "street", "STREET 1"),
        _text(section, "second street line", "STREET 2"),
        _text(section, "city", "CITY"),
        _text(section, "state", "STATE"),
        _text(section, "ZIP code", "ZIP"),
        _text(section, "telephone", "BUSINESS PHONE"),
    )


def _party(section: Section, day: Callable[[str], date | None]) -> Party:
    data = next(iter(section.named("COMPANY DATA", "OWNER DATA")), section)
    addresses = {name: next(iter(section.named(name)), None) for name in ("BUSINESS ADDRESS", "MAIL ADDRESS")}
    return Party(
        role=section.label,
        span=section.span,
        name=_text(data, "conformed name", "COMPANY CONFORMED NAME", "OWNER NAME", "NAME"),
        cik=_text(data, "CIK", "CENTRAL INDEX KEY"),
        sic=_text(data, "SIC code", "STANDARD INDUSTRIAL CLASSIFICATION"),
        ein=_text(data, "EIN", "IRS NUMBER", "EIN"),
        state_of_incorporation=_text(data, "state of incorporation", "STATE OF INCORPORATION"),
        fiscal_year_end=_text(data, "fiscal year end", "FISCAL YEAR END"),
        values=tuple(
            FilingValues(
                values.span,
                _text(values, "form type", "FORM TYPE"),
                _text(values, "act", "SEC ACT"),
                _text(values, "file number", "SEC FILE NUMBER"),
                _text(values, "film number", "FILM NUMBER"),
            )
            for values in section.named("FILING VALUES")
        ),
        business_address=_address(addresses["BUSINESS ADDRESS"]),
        mail_address=_address(addresses["MAIL ADDRESS"]),
        former_names=tuple(
            FormerName(
                _text(former, "former name", "FORMER CONFORMED NAME"),
                _parsed(former, "date of name change", day, "DATE OF NAME CHANGE"),
            )
            for former in section.named("FORMER COMPANY", "FORMER NAME")
        ),
    )


@extractor("header", kinds=frozenset(("submission", "draft")))
def header(submission: Submission) -> Header:
    """Read the header's record. Raises NotApplicable when the input has none."""
    record = submission.header
    if record is None:
        raise NotApplicable("there is no header")
    day = as_iso_date if submission.kind == "draft" else as_date
    return Header(
        span=record.span,
        accession=_text(record, "accession number", "ACCESSION NUMBER"),
        form=_text(record, "submission type", "CONFORMED SUBMISSION TYPE"),
        period=_parsed(record, "period of report", day, "CONFORMED PERIOD OF REPORT"),
        filed=_parsed(record, "filing date", day, "FILED AS OF DATE"),
        changed=_parsed(record, "date of change", day, "DATE AS OF CHANGE"),
        accepted=_parsed(record, "acceptance time", as_time, "ACCEPTANCE DATETIME"),
        document_count=_parsed(record, "document count", as_count, "PUBLIC DOCUMENT COUNT"),
        items=tuple(
            Located(" ".join(line.value.split()), line.span) if line.value else Absent(line.line, "item caption")
            for line in record.all("ITEM INFORMATION")
        ),
        parties=tuple(_party(section, day) for section in record.sections if section.named(*_PARTY_DATA)),
        lines=tuple(record.lines),
        record=record,
    )


_PARTY_DATA = ("COMPANY DATA", "OWNER DATA", "FILING VALUES", "BUSINESS ADDRESS", "MAIL ADDRESS")
