"""HDR046."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.finding import Confidence, Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.file_numbers import file_number_prefix
from filinglint.tables.submission_types import expected_header

_EXCLUSIVE = (("005",), ("028",), ("021",), ("812",))


@rule(
    "HDR046",
    "header-file-number-prefix-unusual",
    reads=(header,),
    remedy="look up the file number on EDGAR",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: FILE-NUMBER", "guidance"),
    confidence=Confidence.MEDIUM,
)
def file_number_prefix_unusual(stated: Header) -> Iterator[Observation]:
    """A form with file numbers of its own bears one of them.

    Schedules 13D and 13G have numbers beginning 005, reports of managers 028, notices of exempt offerings 021. Those of
    a report begin as the SEC's numbers do.
    """
    if stated.form.value.upper().removesuffix("/A") in EIGHT_K | TEN_K | TEN_Q:
        for party in stated.registrants:
            for values in party.values:
                number = values.file_number
                if isinstance(number, Located) and "-" in number.value and file_number_prefix(number.value) is None:
                    yield Observation(number, f"no file numbers begin as '{number.value}' does")
        return
    expected = expected_header(stated.form.value)
    if expected is None or not expected.firm or expected.file_number_prefixes not in _EXCLUSIVE:
        return
    for party in stated.parties:
        number = party.file_number
        if isinstance(number, Located) and number.value.partition("-")[0].zfill(3) not in expected.file_number_prefixes:
            yield Observation(
                number,
                f"the file number '{number.value}' does not begin '{expected.file_number_prefixes[0]}-', as those of "
                f"form '{stated.form.value}' do",
            )
