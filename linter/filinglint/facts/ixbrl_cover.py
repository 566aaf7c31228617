"""What the inline XBRL of a cover page states in the vocabulary ``dei``: for machines, and at times hidden.

Source: EDGAR Filer Manual, volume II, 6.5.20 to 6.5.55; Inline XBRL 1.1; the registries of transformations
``ixt`` and ``ixt-sec``. Cover pages are tagged since June 2019. No taxonomy is read and nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeVar

from filinglint.dates import parse_date
from filinglint.documents.document import Body
from filinglint.documents.markup import Rendered, attributes
from filinglint.documents.submission import Submission
from filinglint.facts.cover import main_document
from filinglint.facts.extractor import extractor
from filinglint.facts.header import as_iso_date
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf, Located, NotApplicable, Unsure, parsed
from filinglint.patterns import pattern
from filinglint.spans import Span

T = TypeVar("T")

# A literal head is searched many times faster than what may stand before it.
_NAME = pattern(r"""dei:([A-Za-z0-9]{1,80})["']""")
_NAMED = pattern(r"""\bname\s?=\s?["']\Z""")
_OPENING = pattern(r"<ix:non(?:Numeric|Fraction)\b")
_MARK = pattern(r"<(/?)ix:non(?:Numeric|Fraction)\b[^<>]*>")
_CONTEXT = pattern(
    r"""<(?:[\w.-]{1,20}:)?context\b[^<>]{0,400}\bid\s?=\s?["']([^"'<>]{1,300})["'][^<>]{0,400}>(.{0,6000}?)"""
    r"</(?:[\w.-]{1,20}:)?context\s?>",
    re.DOTALL,
)
_IDENTIFIER = pattern(r"<(?:[\w.-]{1,20}:)?identifier\b[^<>]{0,400}>\s{0,40}([^<>\s]{1,40})\s{0,40}<")
_MEMBER = pattern(
    r"""<(?:[\w.-]{1,20}:)?explicitMember\b[^<>]{0,300}\bdimension\s?=\s?["']([^"'<>]{1,200})["'][^<>]{0,300}>"""
    r"\s{0,40}([^<>\s]{1,300})"
)
_ENTITY_AXIS = "dei:LegalEntityAxis"
_ADDRESS_AXIS = "dei:EntityAddressesAddressTypeAxis"
_LONGEST = 20_000
_FOUR = pattern(r"(?:19|20)\d\d")
_TEXT = frozenset(
    (
        "DocumentType DocumentPeriodEndDate EntityRegistrantName EntityCentralIndexKey EntityFileNumber "
        "EntityTaxIdentificationNumber EntityIncorporationStateCountryCode EntityAddressAddressLine1 "
        "EntityAddressCityOrTown EntityAddressStateOrProvince EntityAddressCountry EntityAddressPostalZipCode "
        "CityAreaCode LocalPhoneNumber EntityFilerCategory EntityInformationFormerLegalOrRegisteredName "
        "Security12bTitle Security12gTitle TradingSymbol SecurityExchangeName "
        "DocumentFiscalYearFocus DocumentFiscalPeriodFocus CurrentFiscalYearEndDate"
    ).split()
)
_FLAGS = (
    "WrittenCommunications",
    "SolicitingMaterial",
    "PreCommencementTenderOffer",
    "PreCommencementIssuerTenderOffer",
    "DocumentAnnualReport",
    "DocumentQuarterlyReport",
    "DocumentTransitionReport",
    "EntityWellKnownSeasonedIssuer",
    "EntityVoluntaryFilers",
    "EntityCurrentReportingStatus",
    "EntityInteractiveDataCurrent",
    "EntitySmallBusiness",
    "EntityEmergingGrowthCompany",
    "EntityExTransitionPeriod",
    "EntityShellCompany",
    "IcfrAuditorAttestationFlag",
    "DocumentFinStmtErrorCorrectionFlag",
    "DocumentFinStmtRestatementRecoveryAnalysisFlag",
)
_READ = _TEXT | set(_FLAGS) | {"AmendmentFlag", "NoTradingSymbolFlag"}
_ON, _OFF = frozenset("☒☑✓✔✗✘🗹⊠√þýüxX"), frozenset("☐□▢◻❑❏❒◯○¨oq")


@dataclass(frozen=True, slots=True)
class TaggedEntity:
    """What the tags say of one registrant; ``member`` is its legal entity, "" for the first or only one."""

    member: str
    name: Leaf[str]
    cik: Leaf[str]
    file_number: Leaf[str]
    ein: Leaf[str]
    state_of_incorporation: Leaf[str]
    street: Leaf[str]
    city: Leaf[str]
    state: Leaf[str]
    country: Leaf[str]
    zip: Leaf[str]
    area_code: Leaf[str]
    telephone: Leaf[str]


@dataclass(frozen=True, slots=True)
class TaggedSecurity:
    """One class under Section 12(b); ``no_symbol`` says that it has no trading symbol."""

    title: Leaf[str]
    symbol: Leaf[str]
    no_symbol: Leaf[bool]
    exchange: Leaf[str]


@dataclass(frozen=True, slots=True)
class TaggedFlag:
    """A statement that is true or false, such as ``EntityShellCompany``; of several registrants, of the first."""

    name: str
    value: Leaf[bool]


@dataclass(frozen=True, slots=True)
class IxbrlCover:
    """The tagged statements of the cover, each with its place, in the header of the inline XBRL too.

    ``span`` is the document. ``entities`` holds at least one. ``identifiers`` are the CIKs under which
    facts of the whole document are filed, each once. ``flags`` are all that we know, in a fixed order.
    ``fiscal_period`` is ``FY`` or a quarter such as ``Q2``; ``fiscal_year_end`` month and day, written in any way.
    """

    span: Span
    document_type: Leaf[str]
    period: Leaf[date]
    amendment: Leaf[bool]
    filer_category: Leaf[str]
    former_name: Leaf[str]
    entities: tuple[TaggedEntity, ...]
    securities: tuple[TaggedSecurity, ...]
    flags: tuple[TaggedFlag, ...]
    identifiers: tuple[Located[str], ...]
    fiscal_year: Leaf[int]
    fiscal_period: Leaf[str]
    fiscal_year_end: Leaf[str]

    @property
    def entity(self) -> TaggedEntity:
        """The first or only registrant."""
        return self.entities[0]

    def flag(self, name: str) -> Leaf[bool]:
        """Return the flag called *name*. Raises KeyError for no name of ours."""
        for flag in self.flags:
            if flag.name == name:
                return flag.value
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class _Context:
    """Whose facts, and in which dimensions."""

    entity: str
    is_address: bool


@dataclass(frozen=True, slots=True)
class _Fact:
    name: str
    context: str
    form: str
    words: Leaf[str]


@extractor("ixbrl_cover")
def ixbrl_cover(submission: Submission) -> IxbrlCover:
    """Read the tags of the main document. Raises NotApplicable when it is no inline XBRL, or tags no cover."""
    document = main_document(submission)
    if document.body is not Body.IXBRL:
        raise NotApplicable("the main document is no inline XBRL")
    reader = _Reader(submission.source.text, document.content, document.rendered)
    if not reader.facts:
        raise NotApplicable("the inline XBRL tags no cover page")
    return reader.cover()


class _Reader:
    def __init__(self, text: str, span: Span, rendered: Rendered) -> None:
        self.text, self.span, self.rendered = text, span, rendered
        self.contexts: dict[str, _Context] = {}
        self.identifiers: dict[str, Located[str]] = {}
        self._read_contexts()
        self.facts = list(self._facts())
        self._by_name: dict[tuple[str, str], list[_Fact]] = {}
        for fact in self.facts:
            if not self._is_address(fact):
                self._by_name.setdefault((self._member(fact), fact.name), []).append(fact)

    def _read_contexts(self) -> None:
        start = self.text.find("<ix:resources", self.span.start, self.span.end)
        end = self.text.rfind("</ix:resources", self.span.start, self.span.end)
        for m in _CONTEXT.finditer(self.text, start, end) if 0 <= start < end else ():
            body = m[2]
            members = dict(_MEMBER.findall(body))
            self.contexts.setdefault(m[1], _Context(members.get(_ENTITY_AXIS, ""), _ADDRESS_AXIS in members))
            named = _IDENTIFIER.search(body)
            if named and named[1] not in self.identifiers:
                place = Span(m.start(2) + named.start(1), m.start(2) + named.end(1))
                self.identifiers[named[1]] = Located(named[1], place)

    def _facts(self) -> Iterator[_Fact]:
        for m in _NAME.finditer(self.text, self.span.start, self.span.end):
            if m[1] not in _READ or not _NAMED.search(self.text, max(0, m.start() - 12), m.start()):
                continue
            start = self.text.rfind("<", max(self.span.start, m.start() - 2000), m.start())
            end = self.text.find(">", m.end(), min(self.span.end, m.end() + 2000))
            if start < 0 or end < 0 or not _OPENING.match(self.text, start):
                continue
            marks = attributes(self.text[start : end + 1])
            words = self._words(m[1], marks, end + 1) if self.text[end - 1] != "/" else Absent(Span(start, end), m[1])
            yield _Fact(m[1], marks.get("contextref", ""), marks.get("format", ""), words)

    def _words(self, name: str, marks: dict[str, str], start: int) -> Leaf[str]:
        """Return the words of the fact that begins at *start*."""
        limit = min(self.span.end, start + _LONGEST)
        depth = 1
        for m in _MARK.finditer(self.text, start, limit):
            if m[0].endswith("/>"):
                continue
            depth += -1 if m[1] else 1
            if depth == 0:
                place = self._trimmed(start, m.start())
                words = self.rendered.words(place)
                if not words or marks.get("xsi:nil", "") in ("true", "1"):
                    return Absent(place, name)
                if "continuedat" in marks:
                    return Unsure(place, name, "it goes on elsewhere")
                return Located(words, place)
        return Unsure(Span(start, start), name, "its end cannot be found")

    def _trimmed(self, start: int, end: int) -> Span:
        """Return the range without the tags and blanks at its ends."""
        text = self.text
        while start < end:
            if text[start].isspace():
                start += 1
            elif text[start] == "<" and (close := text.find(">", start, end)) >= 0:
                start = close + 1
            else:
                break
        while end > start:
            if text[end - 1].isspace():
                end -= 1
            elif text[end - 1] == ">" and (opening := text.rfind("<", start, end)) >= 0:
                end = opening
            else:
                break
        return Span(start, end)

    def cover(self) -> IxbrlCover:
        """Put the facts in order."""
        return IxbrlCover(
            span=self.span,
            document_type=self._of("DocumentType"),
            period=self._parsed("DocumentPeriodEndDate", _day),
            amendment=self._flag("AmendmentFlag"),
            filer_category=self._of("EntityFilerCategory"),
            former_name=self._of("EntityInformationFormerLegalOrRegisteredName"),
            entities=tuple(self._entity(member) for member in self._members()),
            securities=tuple(self._securities()),
            flags=tuple(TaggedFlag(name, self._flag(name)) for name in _FLAGS),
            identifiers=tuple(self.identifiers.values()),
            fiscal_year=self._parsed("DocumentFiscalYearFocus", _year),
            fiscal_period=self._of("DocumentFiscalPeriodFocus"),
            fiscal_year_end=self._of("CurrentFiscalYearEndDate"),
        )

    def _member(self, fact: _Fact) -> str:
        context = self.contexts.get(fact.context)
        return context.entity if context else ""

    def _members(self) -> list[str]:
        """Return the legal entities with a name of their own, the first or only one first."""
        named = dict.fromkeys(self._member(fact) for fact in self.facts if fact.name == "EntityRegistrantName")
        return ["", *(member for member in named if member)]

    def _is_address(self, fact: _Fact) -> bool:
        """Tell whether *fact* is of an address apart: the former one, or that of a contact."""
        context = self.contexts.get(fact.context)
        return context is not None and context.is_address

    def _of(self, name: str, member: str = "") -> Leaf[str]:
        """Return the first fact of *name* that says something; the absence of one that does not."""
        found = [fact.words for fact in self._by_name.get((member, name), ())]
        stated = next((leaf for leaf in found if not isinstance(leaf, Absent)), None)
        return stated or (found[0] if found else Absent(self.span, f"tag dei:{name}"))

    def _parsed(self, name: str, parse: Callable[[str], T | None]) -> Leaf[T]:
        return parsed(self._of(name), name, parse, most=80)

    def _flag(self, name: str) -> Leaf[bool]:
        facts = self._by_name.get(("", name))
        return _truth(facts[0]) if facts else Absent(self.span, f"tag dei:{name}")

    def _entity(self, member: str) -> TaggedEntity:
        def of(name: str) -> Leaf[str]:
            return self._of(name, member)

        return TaggedEntity(
            member,
            name=of("EntityRegistrantName"),
            cik=of("EntityCentralIndexKey"),
            file_number=of("EntityFileNumber"),
            ein=of("EntityTaxIdentificationNumber"),
            state_of_incorporation=of("EntityIncorporationStateCountryCode"),
            street=of("EntityAddressAddressLine1"),
            city=of("EntityAddressCityOrTown"),
            state=of("EntityAddressStateOrProvince"),
            country=of("EntityAddressCountry"),
            zip=of("EntityAddressPostalZipCode"),
            area_code=of("CityAreaCode"),
            telephone=of("LocalPhoneNumber"),
        )

    def _securities(self) -> Iterator[TaggedSecurity]:
        """Yield the classes in the order of their titles: facts of one context are of one class."""
        by_context: dict[str, dict[str, _Fact]] = {}
        for fact in self.facts:
            by_context.setdefault(fact.context, {}).setdefault(fact.name, fact)
        for facts in by_context.values():
            title = facts.get("Security12bTitle")
            if title is None:
                continue

            def words(name: str, facts: dict[str, _Fact] = facts, at: Span = title.words.span) -> Leaf[str]:
                return facts[name].words if name in facts else Absent(at, f"tag dei:{name}")

            no_symbol: Leaf[bool] = Absent(title.words.span, "tag dei:NoTradingSymbolFlag")
            if "NoTradingSymbolFlag" in facts:
                no_symbol = _truth(facts["NoTradingSymbolFlag"])
            yield TaggedSecurity(title.words, words("TradingSymbol"), no_symbol, words("SecurityExchangeName"))


def _truth(fact: _Fact) -> Leaf[bool]:
    """Return what *fact* means as true or false: by its transformation, else by its words."""
    place, form = fact.words.span, fact.form.rpartition(":")[2].replace("-", "").lower()
    if form in ("fixedtrue", "booleantrue"):
        return Located(True, place)
    if form in ("fixedfalse", "booleanfalse"):
        return Located(False, place)
    if not isinstance(fact.words, Located):
        return fact.words
    words = fact.words.value
    if words in _ON or words.lower() in ("true", "yes", "1"):
        return Located(True, place)
    if words in _OFF or words.lower() in ("false", "no", "0"):
        return Located(False, place)
    return Unsure(place, fact.name, f"'{words[:80]}' says neither true nor false")


def _year(words: str) -> int | None:
    return int(words) if _FOUR.fullmatch(words) else None


def _day(words: str) -> date | None:
    return as_iso_date(words) or parse_date(words)
