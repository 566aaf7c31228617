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
from filinglint.located import Absent, Leaf, Located, NotApplicable, parsed
from filinglint.spans import Span

T = TypeVar("T")
_PARTY_DATA = frozenset(("COMPANY DATA", "FILING VALUES", "BUSINESS ADDRESS", "MAIL ADDRESS"))
# Labels of lines and of sections under which others stand in some headers, above all those of reporting owners.
_SAME = {
    "OWNER NAME": "COMPANY CONFORMED NAME",
    "NAME": "COMPANY CONFORMED NAME",
    "EIN": "IRS NUMBER",
    "OWNER DATA": "COMPANY DATA",
    "FORMER NAME": "FORMER COMPANY",
}


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

    @property
    def names(self) -> list[Located[str]]:
        """The names of all parties, in the order of the header."""
        return [party.name for party in self.parties if isinstance(party.name, Located)]

    @property
    def former_names(self) -> list[Located[str]]:
        """The former names of all parties, in the order of the header."""
        former = (each.name for party in self.parties for each in party.former_names)
        return [name for name in former if isinstance(name, Located)]

    @property
    def file_numbers(self) -> list[Located[str]]:
        """The file numbers under which all parties file, in the order of the header."""
        given = (values.file_number for party in self.parties for values in party.values)
        return [number for number in given if isinstance(number, Located)]


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


class _Stated:
    """What one section states: the first line of each label that has a value."""

    def __init__(self, section: Section) -> None:
        self.span = section.span
        self._lines: dict[str, Line] = {}
        for line in section.lines:
            if line.value:
                self._lines.setdefault(_SAME.get(line.label, line.label), line)

    def text(self, what: str, label: str) -> Leaf[str]:
        line = self._lines.get(label)
        return Absent(self.span, what) if line is None else Located(" ".join(line.value.split()), line.span)

    def parsed(self, what: str, parse: Callable[[str], T | None], label: str) -> Leaf[T]:
        return parsed(self.text(what, label), what, parse)


def _address(section: Section | None) -> Address | None:
    if section is None:
        return None
    stated = _Stated(section)
    return Address(
        stated.span,
        stated.text("street", "STREET 1"),
        stated.text("second street line", "STREET 2"),
        stated.text("city", "CITY"),
        stated.text("state", "STATE"),
        stated.text("ZIP code", "ZIP"),
        stated.text("telephone", "BUSINESS PHONE"),
    )


def _values(section: Section) -> FilingValues:
    stated = _Stated(section)
    return FilingValues(
        stated.span,
        stated.text("form type", "FORM TYPE"),
        stated.text("act", "SEC ACT"),
        stated.text("file number", "SEC FILE NUMBER"),
        stated.text("film number", "FILM NUMBER"),
    )


def _former_name(section: Section, day: Callable[[str], date | None]) -> FormerName:
    stated = _Stated(section)
    return FormerName(
        stated.text("former name", "FORMER CONFORMED NAME"),
        stated.parsed("date of name change", day, "DATE OF NAME CHANGE"),
    )


def _party(section: Section, day: Callable[[str], date | None]) -> Party | None:
    """Return the party whose section *section* is; None where it is no party's."""
    groups: dict[str, list[Section]] = {}
    for inner in section.sections:
        groups.setdefault(_SAME.get(inner.label, inner.label), []).append(inner)
    if groups.keys().isdisjoint(_PARTY_DATA):
        return None
    first = {label: inner[0] for label, inner in groups.items()}
    data = _Stated(first.get("COMPANY DATA", section))
    return Party(
        role=section.label,
        span=section.span,
        name=data.text("conformed name", "COMPANY CONFORMED NAME"),
        cik=data.text("CIK", "CENTRAL INDEX KEY"),
        sic=data.text("SIC code", "STANDARD INDUSTRIAL CLASSIFICATION"),
        ein=data.text("EIN", "IRS NUMBER"),
        state_of_incorporation=data.text("state of incorporation", "STATE OF INCORPORATION"),
        fiscal_year_end=data.text("fiscal year end", "FISCAL YEAR END"),
        values=tuple(_values(values) for values in groups.get("FILING VALUES", ())),
        business_address=_address(first.get("BUSINESS ADDRESS")),
        mail_address=_address(first.get("MAIL ADDRESS")),
        former_names=tuple(_former_name(former, day) for former in groups.get("FORMER COMPANY", ())),
    )


@extractor("header", kinds=frozenset(("submission", "draft")))
def header(submission: Submission) -> Header:
    """Read the header's record. Raises NotApplicable when the input has none."""
    record = submission.header
    if record is None:
        raise NotApplicable("there is no header")
    day = as_iso_date if submission.kind == "draft" else as_date
    stated = _Stated(record)
    parties = (_party(section, day) for section in record.sections)
    return Header(
        span=record.span,
        accession=stated.text("accession number", "ACCESSION NUMBER"),
        form=stated.text("submission type", "CONFORMED SUBMISSION TYPE"),
        period=stated.parsed("period of report", day, "CONFORMED PERIOD OF REPORT"),
        filed=stated.parsed("filing date", day, "FILED AS OF DATE"),
        changed=stated.parsed("date of change", day, "DATE AS OF CHANGE"),
        accepted=stated.parsed("acceptance time", as_time, "ACCEPTANCE DATETIME"),
        document_count=stated.parsed("document count", as_count, "PUBLIC DOCUMENT COUNT"),
        items=tuple(
            Located(" ".join(line.value.split()), line.span) if line.value else Absent(line.line, "item caption")
            for line in record.all("ITEM INFORMATION")
        ),
        parties=tuple(party for party in parties if party is not None),
        lines=tuple(record.lines),
        record=record,
    )
