"""What the header states becomes leaves: stated, absent or unsure, each at its place."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint.documents.submission import Submission, read_document, read_submission
from filinglint.facts.header import Header, as_count, as_date, as_iso_date, as_time, header
from filinglint.located import Absent, Located, NotApplicable, Unsure
from filinglint.source import Source

TEXT = """\
<SEC-HEADER>0009990001-04-000007.hdr.sgml : 20040714
<ACCEPTANCE-DATETIME>20040714161205
ACCESSION NUMBER:\t\t0009990001-04-000007
CONFORMED SUBMISSION TYPE:\t8-K/A
PUBLIC DOCUMENT COUNT:\t\t2
CONFORMED PERIOD OF REPORT:\t20040712
FILED AS OF DATE:\t\t20040714
DATE AS OF CHANGE:\t\t20040714

SUBJECT COMPANY:

\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\t\tLARKSPUR  TOOLS INC
\t\tCENTRAL INDEX KEY:\t\t\t0009990001
\t\tSTATE OF INCORPORATION:\t\t\tDE
\t\tFISCAL YEAR END:\t\t\t1231

\tFILING VALUES:
\t\tFORM TYPE:\t\t8-K/A
\t\tSEC ACT:\t\t1934 Act
\t\tSEC FILE NUMBER:\t001-99901
\t\tFILM NUMBER:\t\t04913001

\tFILING VALUES:
\t\tFORM TYPE:\t\t425
\t\tSEC ACT:\t\t1933 Act
\t\tSEC FILE NUMBER:\t333-99902

\tBUSINESS ADDRESS:
\t\tSTREET 1:\t\t1 FOUNDRY LANE
\t\tCITY:\t\t\tMILLTOWN
\t\tSTATE:\t\t\tNJ
\t\tZIP:\t\t\t08850
\t\tBUSINESS PHONE:\t\t6095550142

\tFORMER COMPANY:
\t\tFORMER CONFORMED NAME:\tLARKSPUR HANDLES INC
\t\tDATE OF NAME CHANGE:\t19970318

FILED BY:

\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\t\tROE ROBERT
\t\tCENTRAL INDEX KEY:\t\t\t0009990002
</SEC-HEADER>
"""


def of(text: str = TEXT) -> tuple[Submission, Header]:
    """The submission and what its header states."""
    submission = read_submission(Source.from_bytes(text.encode(), "x.txt"))
    return submission, header.of(submission)


def test_what_a_header_states() -> None:
    """Every leaf is the words at its place; dates, times and counts are what those words mean."""
    submission, stated = of()
    company, filer = stated.parties
    assert stated.accepted.value == datetime(2004, 7, 14, 16, 12, 5)  # noqa: DTZ001  (US Eastern, as EDGAR has it)
    assert (stated.period.value, stated.filed.value) == (date(2004, 7, 12), date(2004, 7, 14))
    assert stated.document_count.value == 2
    assert (company.role, filer.role) == ("SUBJECT COMPANY", "FILED BY")
    assert [values.file_number.value for values in company.values] == ["001-99901", "333-99902"]
    assert company.file_number.value == "001-99901"
    assert company.business_address is not None
    assert company.former_names[0].changed.value == date(1997, 3, 18)
    leaves = [stated.accession, stated.form, company.name, company.cik, company.business_address.phone]
    for leaf in [*leaves, company.former_names[0].name, company.values[1].act]:
        assert submission.words(leaf.span) == leaf.value
    assert company.name.value == "LARKSPUR TOOLS INC"  # white space folded


def test_parties_by_their_part() -> None:
    """The filers are those whose own report this is; the one who files about another is not."""
    _, stated = of()
    assert [party.role for party in stated.filers] == ["SUBJECT COMPANY"]
    assert stated.registrants == ()


@pytest.mark.parametrize(
    ("change", "leaf", "state"),
    [
        (("20040712", "2004071"), "period", Unsure),
        (("20040712", "20041312"), "period", Unsure),
        (("20040712", "2004-07-12"), "period", Unsure),  # EDGAR's header has eight digits
        (("CONFORMED PERIOD OF REPORT:\t20040712\n", ""), "period", Absent),
        (("CONFORMED PERIOD OF REPORT:\t20040712", "CONFORMED PERIOD OF REPORT:"), "period", Absent),
        (("COUNT:\t\t2", "COUNT:\t\ttwo"), "document_count", Unsure),
        (("20040714161205", "20040714256205"), "accepted", Unsure),
        (("8-K/A\nPUBLIC", "\nPUBLIC"), "form", Absent),
    ],
)
def test_what_cannot_be_read_is_no_value(change: tuple[str, str], leaf: str, state: type) -> None:
    """Damage makes a leaf unsure, an empty or missing line makes it absent; neither takes another line's value."""
    _, stated = of(TEXT.replace(*change, 1))
    assert isinstance(getattr(stated, leaf), state)
    assert stated.filed.value == date(2004, 7, 14)


def test_missing_groups() -> None:
    """A party without addresses or filing values has none, and says where it was looked."""
    _, stated = of()
    filer = stated.parties[1]
    assert (filer.business_address, filer.mail_address, filer.values, filer.former_names) == (None, None, (), ())
    assert isinstance(filer.file_number, Absent)
    assert filer.file_number.looked == filer.span


def test_a_document_alone_has_no_header() -> None:
    """Rules about the header are not applicable to a document alone."""
    with pytest.raises(NotApplicable):
        header.of(read_document(Source.from_bytes(b"words", "x"), "document"))


@given(st.text(max_size=20) | st.from_regex(r"\d{6,15}|\d{4}-\d\d-\d\d", fullmatch=True))
def test_numbers_and_days_of_any_words(words: str) -> None:
    """Any words are a day, a time, a count, or none of them."""
    day, iso = as_date(words), as_iso_date(words)
    assert day is None or day.strftime("%Y%m%d").zfill(8) == words
    assert iso is None or iso.isoformat() == words
    assert as_time(words) is None or len(words) == 14
    count = as_count(words)
    assert count is None or 0 <= count < 1_000_000


@given(
    st.lists(st.sampled_from([*TEXT.splitlines(), "</FILER>", "]", "SPONSOR:", "<SERIES>", "\x0b", ""]), max_size=25)
)
def test_any_header_states_only_what_stands_there(lines: list[str]) -> None:
    """However the lines of a header are mixed, each stated word is at its place."""
    submission, stated = of("<SEC-HEADER>\n" + "\n".join(lines) + "\n</SEC-HEADER>\n")
    leaves = [stated.accession, stated.form, *stated.items]
    for party in stated.parties:
        leaves += [party.name, party.cik, party.sic, party.ein]
    for leaf in leaves:
        if isinstance(leaf, Located):
            assert submission.words(leaf.span) == leaf.value
