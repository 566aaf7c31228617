"""The tagged cover page: each statement with its words and its place, hidden ones too."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint.documents.submission import Submission, read_document
from filinglint.facts.ixbrl_cover import IxbrlCover, ixbrl_cover
from filinglint.located import Absent, CannotTell, Leaf, Located, NotApplicable, Unsure
from filinglint.source import Source


def context(name: str, members: str = "", cik: str = "0001999999") -> str:
    """A context of the company with *cik*."""
    return (
        f'<xbrli:context id="{name}"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">{cik}'
        f"</xbrli:identifier>{members}</xbrli:entity></xbrli:context>"
    )


def member(axis: str, name: str) -> str:
    """A segment with one explicit member."""
    return f'<xbrli:segment><xbrldi:explicitMember dimension="{axis}">{name}</xbrldi:explicitMember></xbrli:segment>'


def fact(name: str, words: str, context: str = "c1", marks: str = "") -> str:
    """A tagged statement."""
    return f'<ix:nonNumeric contextRef="{context}" name="dei:{name}"{marks}>{words}</ix:nonNumeric>'


CONTEXTS = (
    context("c1")
    + context("c2", member("us-gaap:StatementClassOfStockAxis", "us-gaap:CommonStockMember"))
    + context("c3", member("us-gaap:StatementClassOfStockAxis", "bl:NotesDue2031Member"))
    + context("c4", member("dei:LegalEntityAxis", "bl:BirchwoodFinanceMember"), "0001999998")
    + context("c5", member("dei:EntityAddressesAddressTypeAxis", "dei:FormerAddressMember"))
)
HIDDEN = (
    fact("AmendmentFlag", "false")
    + fact("EntityCentralIndexKey", "0001999999")
    + fact("EntityRegistrantName", "Birchwood &amp; Lantern, Inc.")
)
SHOWN = "".join(
    f"<p>{words}</p>"
    for words in (
        "FORM " + fact("DocumentType", "8-K"),
        "Date of Report: "
        + fact("DocumentPeriodEndDate", "June&#160;10, 2024", marks=' format="ixt:date-monthname-day-year-en"'),
        fact("EntityIncorporationStateCountryCode", "<b>Delaware</b>", marks=' format="ixt-sec:stateprovnameen"')
        + fact("EntityFileNumber", "001-39999")
        + fact("EntityTaxIdentificationNumber", "55-0000001"),
        fact("EntityAddressCityOrTown", "Oldtown", "c5") + fact("EntityAddressCityOrTown", "Dover"),
        fact("EntityEmergingGrowthCompany", "&#9744;", marks=' format="ixt-sec:boolballotbox"'),
        fact("WrittenCommunications", "☒", marks=' format="ixt-sec:boolballotbox"'),
        fact("SolicitingMaterial", "☒", marks=' format="ixt:fixed-false"'),
        fact("EntityShellCompany", "perhaps"),
        fact("Security12bTitle", "Common Stock", "c2")
        + fact("TradingSymbol", "BL", "c2")
        + fact("SecurityExchangeName", "New York Stock Exchange", "c2", ' format="ixt-sec:exchnameen"'),
        fact("Security12bTitle", "4% Notes due 2031", "c3")
        + fact("NoTradingSymbolFlag", "N/A", "c3", ' format="ixt:fixed-true"'),
        fact("EntityRegistrantName", "Birchwood Finance LLC", "c4"),
    )
)


def page(hidden: str = HIDDEN, shown: str = SHOWN, contexts: str = CONTEXTS) -> str:
    """An 8-K in inline XBRL."""
    return (
        '<?xml version="1.0" encoding="ASCII"?>\n<html xmlns="http://www.w3.org/1999/xhtml" '
        'xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"><body><div style="display:none"><ix:header><ix:hidden>'
        f"{hidden}</ix:hidden><ix:resources>{contexts}</ix:resources></ix:header></div>{shown}</body></html>"
    )


def submission_of(text: str) -> Submission:
    """The text as a document alone."""
    return read_document(Source.from_bytes(text.encode("utf-8"), "form8k.htm"), "document")


def cover(text: str) -> IxbrlCover:
    """What *text* tags."""
    return ixbrl_cover.of(submission_of(text))


def stated(leaf: Leaf[object]) -> object:
    """The value of *leaf*, or what stands for it."""
    return leaf.value if isinstance(leaf, Located) else type(leaf)


def test_what_a_tagged_cover_says() -> None:
    """Statements on the page and in the header of the inline XBRL are read, each by its meaning."""
    said = cover(page())
    entity = said.entity
    assert stated(said.document_type) == "8-K"
    assert stated(said.period) == date(2024, 6, 10)
    assert stated(said.amendment) is False
    assert stated(entity.cik) == "0001999999"
    assert stated(entity.name) == "Birchwood & Lantern, Inc."
    assert stated(entity.file_number) == "001-39999"
    assert stated(entity.ein) == "55-0000001"
    assert stated(entity.state_of_incorporation) == "Delaware"
    assert stated(entity.zip) is Absent


def test_the_present_address_is_no_former_one() -> None:
    """Facts of an address of another kind are left out."""
    assert stated(cover(page()).entity.city) == "Dover"


def test_each_registrant_has_its_own_statements() -> None:
    """Legal entities are told apart, the one without a member first, and so are their CIKs."""
    said = cover(page())
    assert [(each.member, stated(each.name)) for each in said.entities] == [
        ("", "Birchwood & Lantern, Inc."),
        ("bl:BirchwoodFinanceMember", "Birchwood Finance LLC"),
    ]
    assert [each.value for each in said.identifiers] == ["0001999999", "0001999998"]


def test_each_class_has_its_own_statements() -> None:
    """Securities are told apart by their contexts."""
    said = cover(page()).securities
    assert [tuple(map(stated, (s.title, s.symbol, s.no_symbol, s.exchange))) for s in said] == [
        ("Common Stock", "BL", Absent, "New York Stock Exchange"),
        ("4% Notes due 2031", Absent, True, Absent),
    ]


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("EntityEmergingGrowthCompany", False),
        ("WrittenCommunications", True),
        ("SolicitingMaterial", False),  # the transformation says so, whatever is drawn
        ("EntityShellCompany", Unsure),
        ("EntityVoluntaryFilers", Absent),
    ],
)
def test_flags(name: str, meaning: object) -> None:
    """A flag is what its transformation or its words mean."""
    assert stated(cover(page()).flag(name)) == meaning


def test_no_flag_but_ours() -> None:
    """A name that is no flag's is a mistake of the caller."""
    with pytest.raises(KeyError):
        cover(page()).flag("EntityFileNumber")


def test_words_stand_at_their_places() -> None:
    """The words of every statement are those at its place, hidden ones too."""
    submission = submission_of(page())
    said = ixbrl_cover.of(submission)
    places = [said.document_type, said.entity.name, said.entity.cik, said.entity.state_of_incorporation]
    places += [said.identifiers[0], said.securities[1].title]
    for leaf in places:
        assert isinstance(leaf, Located)
        assert submission.words(leaf.span) == leaf.value


@pytest.mark.parametrize(
    ("shown", "meaning"),
    [
        (fact("DocumentType", fact("EntityFileNumber", "8-K")), "8-K"),  # nested
        (fact("DocumentType", " "), Absent),
        (fact("DocumentType", "8-K", marks=' xsi:nil="true"'), Absent),
        ('<ix:nonNumeric contextRef="c1" name="dei:DocumentType"/>', Absent),
        (fact("DocumentType", "8-", marks=' continuedAt="x"'), Unsure),
        ('<ix:nonNumeric contextRef="c1" name="dei:DocumentType">8-K', Unsure),
        (fact("DocumentType", "") + fact("DocumentType", "8-K"), "8-K"),
        ('<p name="dei:DocumentType">8-K</p>', Absent),  # no tag of inline XBRL
    ],
)
def test_a_statement_that_is_none(shown: str, meaning: object) -> None:
    """What is empty is absent, what goes on elsewhere or never ends is unsure."""
    assert stated(cover(page(shown="<p>FORM 8-K</p>" + shown)).document_type) == meaning


def test_a_day_that_cannot_be_read() -> None:
    """Words that are no date make the period unsure."""
    assert stated(cover(page(shown="<p>FORM 8-K</p>" + fact("DocumentPeriodEndDate", "soon"))).period) is Unsure


@pytest.mark.parametrize("text", ["<html><body><p>FORM 8-K</p></body></html>", page("", "<p>FORM 8-K</p>", "")])
def test_no_tags(text: str) -> None:
    """A document that tags no cover has no such facts."""
    with pytest.raises(NotApplicable):
        cover(text)


@given(st.data())
def test_damage_breaks_nothing(data: st.DataObject) -> None:
    """A page cut, doubled or spoilt anywhere is read, or has no such facts."""
    text = page()
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 200)))
        text = text[:start] + data.draw(st.sampled_from(["", "<", ">", '"', text[start:end] * 2])) + text[end:]
    try:
        said = cover(text)
    except (NotApplicable, CannotTell):
        return
    assert said.entities
