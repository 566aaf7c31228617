"""What a form that is filled in on EDGAR (13F, D, N-CEN, ATS-N …) says: of whom, for which period, which totals.

Source: the EDGAR XML technical specifications of these forms: the root is ``edgarSubmission``. The holdings of a
report on Form 13F are a fact of their own (``facts/information_table.py``).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from filinglint.documents.submission import Submission
from filinglint.facts.elements import Element, said, tree, words
from filinglint.facts.extractor import extractor
from filinglint.facts.header import as_date, as_iso_date
from filinglint.frozen import dataclass
from filinglint.located import Absent, CannotTell, Leaf, Located, NotApplicable, parsed
from filinglint.patterns import pattern
from filinglint.spans import Span

FILLED_IN = frozenset(
    (
        *("13F-HR", "13F-NT", "D", "C", "C-U", "C-AR", "1-A", "1-K", "1-Z", "144", "SCHEDULE 13D", "SCHEDULE 13G"),
        *("N-CEN", "N-PX", "NPORT-P", "N-MFP3", "ATS-N", "ATS-N-W", "TA-1", "TA-2", "MA", "SBSE", "X-17A-5"),
    )
)
"""Forms that are filled in on EDGAR, whose submissions hold them in XML."""
_LONGEST = 5_000_000
_FILERS = ("filerInfo", "primaryIssuer")
_NAMES = (("primaryIssuer", "entityName"), ("filingManager", "name"))
_PERIODS = ("periodOfReport", "reportCalendarOrQuarter")
_AMERICAN = pattern(r"(\d\d)[-/](\d\d)[-/](\d{4})")
_NUMBER = pattern(r"\d{1,18}")


@dataclass(frozen=True, slots=True)
class FormData:
    """One form. ``ciks`` and ``names`` are of the filers, or of the issuer; ``periods`` are the ends it is for.

    ``entries_stated`` and ``value_stated`` are the totals on the summary page of Form 13F (the value in dollars; until
    2022 in thousands). The three after them are amounts of an offering in dollars, absent where they are indefinite.
    ``report_type`` and ``file_number`` are those of the cover page of Form 13F, ``amendment`` whether its box says that
    it is one; ``managers_stated`` is how many other managers the summary page counts, ``managers`` how many it lists.
    ``states`` are the codes of states and countries in the addresses, in file order.
    """

    span: Span
    form: Leaf[str]
    ciks: tuple[Located[str], ...]
    names: tuple[Located[str], ...]
    periods: tuple[Located[date], ...]
    signed: tuple[Located[date], ...]
    entries_stated: Leaf[int]
    value_stated: Leaf[int]
    offered: Leaf[int]
    sold: Leaf[int]
    remaining: Leaf[int]
    report_type: Leaf[str]
    file_number: Leaf[str]
    amendment: Leaf[bool]
    managers_stated: Leaf[int]
    managers: Leaf[int]
    states: tuple[Located[str], ...]


@extractor("form_data")
def form_data(submission: Submission) -> FormData:
    """Read the form. Raises NotApplicable when the main document is none that is filled in on EDGAR."""
    document = submission.main
    if document is None or document.root != "edgarSubmission":
        raise NotApplicable("there is no form that is filled in on EDGAR")
    if len(document.content) > _LONGEST:
        raise CannotTell("the form is longer than any")
    root = tree(submission.source.text, document.content, "edgarSubmission")
    return FormData(
        span=root.span,
        form=words(root, "submission type", "submissionType"),
        ciks=tuple(_stated(_within(root, _FILERS, "cik"))),
        names=tuple(_stated(words(each, "name", name) for part, name in _NAMES for each in root.named(part))),
        periods=tuple(_days(_within(root, ("headerData", "formData"), *_PERIODS))),
        signed=tuple(_days(_within(root, ("signatureBlock",), "signatureDate"))),
        entries_stated=_count(root, "number of entries", "tableEntryTotal"),
        value_stated=_count(root, "total value", "tableValueTotal"),
        offered=_count(root, "total offering amount", "totalOfferingAmount"),
        sold=_count(root, "total amount sold", "totalAmountSold"),
        remaining=_count(root, "total remaining", "totalRemaining"),
        report_type=words(root, "type of report", "reportType"),
        file_number=_file_number(root),
        amendment=parsed(words(root, "whether it is an amendment", "isAmendment"), "amendment", _as_flag, "is no flag"),
        managers_stated=_count(root, "number of other managers", "otherIncludedManagersCount"),
        managers=_managers(root),
        states=tuple(_stated(said(each, "state or country") for each in root.named("stateOrCountry"))),
    )


def _file_number(root: Element) -> Leaf[str]:
    """Return the number of the manager who reports, not of those for whom it does."""
    cover = root.first("coverPage")
    own = next((each for each in cover.children if each.name == "form13FFileNumber"), None) if cover else None
    return said(own, "file number") if own else Absent(root.span, "file number")


def _as_flag(said: str) -> bool | None:
    return {"true": True, "false": False, "1": True, "0": False}.get(said.lower())


def _managers(root: Element) -> Leaf[int]:
    summary = root.first("summaryPage")
    if summary is None:
        return Absent(root.span, "other managers")
    return Located(sum(1 for _ in summary.named("otherManager2")), summary.span)


def _within(root: Element, parts: tuple[str, ...], *names: str) -> Iterator[Leaf[str]]:
    """Yield the words of the elements *names* inside each of *parts*."""
    for part in parts:
        for element in root.named(part):
            for name in names:
                for each in element.named(name):
                    yield said(each, name)


def _stated(leaves: Iterator[Leaf[str]]) -> Iterator[Located[str]]:
    return (leaf for leaf in leaves if isinstance(leaf, Located))


def _days(leaves: Iterator[Leaf[str]]) -> Iterator[Located[date]]:
    for leaf in leaves:
        day = parsed(leaf, "day", _as_day, "is no day")
        if isinstance(day, Located):
            yield day


def _as_day(said: str) -> date | None:
    m = _AMERICAN.fullmatch(said)
    return as_date(f"{m[3]}{m[1]}{m[2]}") if m else as_iso_date(said[:10])


def _count(root: Element, what: str, name: str) -> Leaf[int]:
    stated = words(root, what, name)
    if isinstance(stated, Located) and _NUMBER.fullmatch(stated.value) is None:
        return Absent(stated.span, what)
    return parsed(stated, what, int)
