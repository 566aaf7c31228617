"""Under which file numbers the registrants file, and whether they issue asset-backed securities.

Source: file number prefixes of EDGAR; Regulation AB, Item 1101(c). Issuers of asset-backed securities follow
other forms, and their reports lack most of what others must say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from filinglint.addresses import normal_file_number
from filinglint.documents.submission import Submission
from filinglint.facts.cover import cover_page, main_document
from filinglint.facts.cover_values import NOTHING
from filinglint.facts.extractor import extractor
from filinglint.facts.header import header
from filinglint.facts.ixbrl_cover import ixbrl_cover
from filinglint.frozen import dataclass
from filinglint.located import Absent, CannotTell, Leaf, Located, NotApplicable
from filinglint.names import normal_name, same_name
from filinglint.patterns import pattern
from filinglint.spans import Span

_MOST = 8  # guarantors in tens stand in a list of their own
_AND = pattern(r"&|\band\b")
_UNINCORPORATED = pattern(
    r"\b(?:trusts?|partners|partnership|fund|l\.? ?p|lllp|royalty|program|associates)\b\.?(?!\s+\w{4})", re.IGNORECASE
)
_INDUSTRY = pattern(r"\[6189\]|^6189$")
# Names of trusts that hold receivables; "Trust" alone is as often a real estate company.
_BACKED = pattern(
    r"\basset[- ]?backed\b|\bpass[- ]?through\b|\btrust,? (?:series )?(?:19|20)\d\d-|\bcertificates,? series\b"
    r"|\b(?:receivables|automobile|auto|car|truck|vehicle|equipment|student loan|slm|card|credit card|home equity"
    r"|mortgage loan|mortgage securities|loan|lease|leasing|note|dealer floorplan)\b[\w &,.'-]{0,40}\btrust\b"
    r"|\breceivables (?:corp|llc|funding)\b|\b(?:acceptance|funding|assets?) (?:corp|llc|inc)\b.{0,20}\bseries\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Registration:
    """The registrants' file numbers as the header gives them, or, without a header, the cover.

    ``asset_backed`` are the words that tell an issuer of asset-backed securities: its industry or its name.
    ``listed`` is what tells that a class is registered under Section 12(b): a number that begins 001, or a
    title that is tagged so; many companies on Nasdaq keep a number that begins 000. ``unincorporated`` is the
    name of a trust or partnership, which may have no officers and directors. ``unnamed`` are the registrants in
    the header, where there are several, that the cover names nowhere.
    """

    numbers: tuple[Located[str], ...]
    asset_backed: Leaf[str]
    listed: Leaf[str]
    unincorporated: Leaf[str]
    unnamed: tuple[Located[str], ...]

    def under(self, *prefixes: str) -> tuple[Located[str], ...]:
        """Return the numbers with one of *prefixes*, such as ``001``."""
        return _under(self.numbers, *prefixes)


@extractor("registration")
def registration(submission: Submission) -> Registration:
    """Read header and cover. Raises NotApplicable where there is neither."""
    looked = submission.header.span if submission.header is not None else submission.span
    numbers = tuple(_header_numbers(submission)) or tuple(_cover_numbers(submission))
    return Registration(
        numbers,
        _backing(submission, looked),
        _listed(submission, numbers, looked),
        _first(_names(submission), _UNINCORPORATED, looked, "name of a trust or partnership"),
        tuple(_unnamed(submission)),
    )


def _under(numbers: tuple[Located[str], ...], *prefixes: str) -> tuple[Located[str], ...]:
    return tuple(each for each in numbers if (normal_file_number(each.value) or "").startswith(prefixes))


def _listed(submission: Submission, numbers: tuple[Located[str], ...], looked: Span) -> Leaf[str]:
    for number in _under(numbers, "001"):
        return number
    try:
        titles = [security.title for security in ixbrl_cover.of(submission).securities]
    except (NotApplicable, CannotTell):
        titles = []
    stated = (title for title in titles if isinstance(title, Located) and not NOTHING.fullmatch(title.value))
    return next(stated, Absent(looked, "class under Section 12(b)"))


def _unnamed(submission: Submission) -> Iterator[Located[str]]:
    if submission.header is None:
        return
    names = [party.name for party in header.of(submission).registrants if isinstance(party.name, Located)]
    if not 2 <= len(names) <= _MOST:
        return
    try:
        cover = cover_page.of(submission)
    except (NotApplicable, CannotTell):
        return
    rendered = main_document(submission).rendered
    start, end = rendered.offset(cover.span.start), rendered.offset(cover.span.end)
    letters = _squeezed(rendered.text[start:end])
    stated = [registrant.name for registrant in cover.registrants if isinstance(registrant.name, Located)]
    for name in names:
        # EDGAR puts surnames first and abbreviates: only a name of which nothing is on the cover counts.
        alike = any(same_name(name.value, other.value) is not False for other in stated)
        if not alike and _squeezed(" ".join(normal_name(name.value).split()[:2])) not in letters:
            yield name


def _squeezed(words: str) -> str:
    """Return the letters and digits of *words*, in lower case, without the word "and"."""
    return "".join(filter(str.isalnum, _AND.sub(" ", words.lower())))


def _header_numbers(submission: Submission) -> Iterator[Located[str]]:
    if submission.header is not None:
        for party in header.of(submission).registrants:
            for values in party.values:
                if isinstance(values.file_number, Located):
                    yield values.file_number


def _cover_numbers(submission: Submission) -> Iterator[Located[str]]:
    try:
        registrants = cover_page.of(submission).registrants
    except (NotApplicable, CannotTell):
        return
    for registrant in registrants:
        yield from registrant.file_numbers


def _backing(submission: Submission, looked: Span) -> Leaf[str]:
    what = "sign of asset-backed securities"
    if submission.header is not None:
        industry = _first((party.sic for party in header.of(submission).parties), _INDUSTRY, looked, what)
        if isinstance(industry, Located):
            return industry
    return _first(_names(submission), _BACKED, looked, what)


def _first(leaves: Iterator[Leaf[str]], expression: re.Pattern[str], looked: Span, what: str) -> Leaf[str]:
    """Return the first of *leaves* in whose words *expression* is found."""
    found = (leaf for leaf in leaves if isinstance(leaf, Located) and expression.search(leaf.value))
    return next(found, Absent(looked, what))


def _names(submission: Submission) -> Iterator[Leaf[str]]:
    """Yield the names in the header, else those on the cover."""
    if submission.header is not None:
        yield from (party.name for party in header.of(submission).parties)
        return
    try:
        yield from (registrant.name for registrant in cover_page.of(submission).registrants)
    except (NotApplicable, CannotTell):
        return
