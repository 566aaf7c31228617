"""Statements of ownership in XML: what they say, each word at its place."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint.documents.submission import Submission, read_document, read_submission
from filinglint.facts.ownership import Ownership, ownership
from filinglint.located import Absent, CannotTell, Located, NotApplicable, Unsure
from filinglint.source import Source

FORM_4 = """\
<?xml version="1.0"?>
<ownershipDocument>
  <documentType>4</documentType>
  <periodOfReport>2004-07-12</periodOfReport>
  <issuer>
    <issuerCik>0009990001</issuerCik>
    <issuerName>LARKSPUR TOOLS &amp; DIES INC</issuerName>
    <issuerTradingSymbol> LKSP </issuerTradingSymbol>
  </issuer>
  <reportingOwner>
    <reportingOwnerId><rptOwnerCik>0009990002</rptOwnerCik><rptOwnerName>Doe Ann</rptOwnerName></reportingOwnerId>
    <reportingOwnerRelationship><isOfficer>1</isOfficer><officerTitle>CFO</officerTitle></reportingOwnerRelationship>
  </reportingOwner>
  <nonDerivativeTable>
    <nonDerivativeTransaction>
      <transactionDate><value>2004-07-12-05:00</value></transactionDate>
      <transactionCoding><transactionCode>P</transactionCode></transactionCoding>
    </nonDerivativeTransaction>
    <nonDerivativeHolding><transactionDate><value>2001-01-01</value></transactionDate></nonDerivativeHolding>
  </nonDerivativeTable>
  <derivativeTable>
    <derivativeTransaction>
      <transactionDate><footnoteId id="F1"/></transactionDate>
      <transactionCoding><transactionCode>A</transactionCode></transactionCoding>
    </derivativeTransaction>
  </derivativeTable>
  <ownerSignature><signatureName>/s/ Ann Doe</signatureName><signatureDate>2004-07-14</signatureDate></ownerSignature>
</ownershipDocument>
"""


def submission_of(text: str) -> Submission:
    """The text as a document alone."""
    return read_document(Source.from_bytes(text.encode("utf-8"), "form4.xml"), "document")


def statement(text: str) -> Ownership:
    """What *text* says."""
    return ownership.of(submission_of(text))


def test_what_a_form_4_says() -> None:
    """Issuer, owners, transactions and signatures are read in file order, holdings left out."""
    said = statement(FORM_4)
    assert said.form.value == "4"
    assert said.period.value == date(2004, 7, 12)
    assert (said.issuer.cik.value, said.issuer.symbol.value) == ("0009990001", "LKSP")
    assert said.issuer.name.value == "LARKSPUR TOOLS & DIES INC"
    (owner,) = said.owners
    assert (owner.cik.value, owner.name.value, owner.title.value) == ("0009990002", "Doe Ann", "CFO")
    bought, granted = said.transactions
    assert (bought.derivative, bought.code.value, bought.date.value) == (False, "P", date(2004, 7, 12))
    assert (granted.derivative, granted.code.value) == (True, "A")
    assert isinstance(granted.date, Absent)
    (signature,) = said.signatures
    assert (signature.name.value, signature.date.value) == ("/s/ Ann Doe", date(2004, 7, 14))
    assert isinstance(said.amends, Absent)


def test_every_word_stands_at_its_place() -> None:
    """The words at the place of a leaf are its value, references decoded."""
    submission = submission_of(FORM_4)
    said = ownership.of(submission)
    leaves = [said.form, said.issuer.name, said.issuer.symbol, said.owners[0].name, said.signatures[0].name]
    for leaf in leaves:
        assert submission.words(leaf.span) == leaf.value
    assert submission.words(said.period.span) == "2004-07-12"


def test_inside_a_submission() -> None:
    """The wrapper that EDGAR puts around XML, and a name space, change nothing."""
    text = f"<SEC-HEADER>\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>4\n<TEXT>\n<XML>\n{FORM_4}</XML>\n</TEXT>\n</DOCUMENT>\n"
    submission = read_submission(Source.from_bytes(text.encode(), "x.txt"))
    assert ownership.of(submission).owners[0].name.value == "Doe Ann"
    prefixed = FORM_4.replace("<owner", "<o:owner").replace("</owner", "</o:owner")
    assert statement(prefixed).signatures[0].name.value == "/s/ Ann Doe"


@pytest.mark.parametrize(
    ("change", "state"),
    [
        (("2004-07-12<", "20040712<"), Unsure),
        (("2004-07-12<", "2004-13-12<"), Unsure),
        (("2004-07-12<", " <"), Absent),
        (("2004-07-12<", "<b/>2004-07-12<"), Unsure),
        (("2004-07-12<", "<![CDATA[2004-07-12]]><"), Unsure),
        (("<periodOfReport>2004-07-12</periodOfReport>", ""), Absent),
        (
            ("<periodOfReport>2004-07-12</periodOfReport>", "<!-- <periodOfReport>2004-07-12</periodOfReport> -->"),
            Absent,
        ),
        (("<nonDerivativeTable>", "<nonDerivativeTable ativeTable>"), Located),  # as accepted in 2004
        (("</periodOfReport>", "</periodOfReport></stray>"), Located),
    ],
)
def test_damage_is_never_a_value(change: tuple[str, str], state: type) -> None:
    """What is not a day is unsure, what is not there absent, and damage elsewhere does no harm."""
    said = statement(FORM_4.replace(*change))
    assert isinstance(said.period, state)
    assert said.issuer.cik.value == "0009990001"


def test_entities_are_not_expanded() -> None:
    """An entity of the document's own stands for nothing."""
    bomb = '<!DOCTYPE x [<!ENTITY a "&b;&b;"><!ENTITY b "boom">]>\n<ownershipDocument'
    text = FORM_4.replace("<ownershipDocument", bomb).replace("Doe Ann", "&a;")
    assert statement(text).owners[0].name.value == "&a;"


@pytest.mark.parametrize(
    "text", ["FORM 4\n", "<html><body>Form 4</body></html>", "<?xml version='1.0'?><edgarSubmission/>"]
)
def test_other_documents_have_no_ownership(text: str) -> None:
    """A statement on paper's model, as before 2003, and other XML are none."""
    with pytest.raises(NotApplicable):
        statement(text)


PARTS = st.sampled_from(
    ["<issuer>", "</issuer>", "<issuerName>", "</issuerName>", "<value>", "</value>", "<reportingOwner>", "A", "&amp;",
     "</reportingOwner>", "<rptOwnerName>", "</rptOwnerName>", "<!--", "-->", "<![CDATA[", "]]>", "<", ">", "<a/>",
     "<ownerSignature>", "<signatureDate>", "2004-01-01", "</signatureDate>", "</ownerSignature>", "\n", "<?x?>"]
)  # fmt: skip


@given(st.lists(PARTS, max_size=30).map("".join))
def test_any_statement_is_read(parts: str) -> None:
    """Whatever stands in a statement, each stated word is at its place."""
    submission = submission_of(f"<?xml version='1.0'?><ownershipDocument>{parts}</ownershipDocument>")
    try:
        said = ownership.of(submission)
    except (NotApplicable, CannotTell):
        return
    names = [said.issuer.name, *(owner.name for owner in said.owners)]
    for leaf in names:
        if isinstance(leaf, Located):
            assert submission.words(leaf.span) == leaf.value
        assert leaf.span in submission.span
