"""Every case of every pack holds, as it stands and as another editor would have saved it."""

from __future__ import annotations

from functools import cache

import pytest

from filinglint.cases import Case, CaseResult, cases_of, judge_case
from filinglint.catalogue import load_catalogue
from filinglint.finding import Outcome

PACKS = ("filinglint_edgar", "filinglint_bcp")
CASES = [case for pack in PACKS for case in cases_of(pack, load_catalogue())]
BY_NAME = {case.name: case for case in CASES}
every_case = pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])


@cache
def ran(name: str) -> CaseResult:
    """What came of the case of that name."""
    return judge_case(BY_NAME[name], BY_NAME[name].data, load_catalogue())


@every_case
def test_case(case: Case) -> None:
    """The rule finds what the expectation says, there and nothing else."""
    result = ran(case.name)
    assert result.holds, f"\n{result}"


@every_case
def test_case_with_other_line_ends(case: Case) -> None:
    """A text saved with CRLF says the same at the same lines and columns."""
    if b"\r" in case.data or case.rule.code.startswith("FMT"):
        return  # the line ends are the case
    result = judge_case(case, case.data.replace(b"\n", b"\r\n"), load_catalogue())
    assert result.holds, f"\n{result}"


@every_case
def test_case_in_another_encoding(case: Case) -> None:
    """A text with a byte order mark says the same at the same lines and columns."""
    if case.rule.code.startswith(("FMT", "INT")) or not case.data.isascii():
        return  # the bytes are the case
    result = judge_case(case, b"\xef\xbb\xbf" + case.data, load_catalogue())
    assert result.holds, f"\n{result}"


@every_case
def test_places_of_a_case(case: Case) -> None:
    """Every finding shows the words that stand at its place."""
    for finding in ran(case.name).findings:
        for spot in (finding.spot, *finding.related):
            assert spot.place is not None
            assert 0 <= spot.place.byte_start <= spot.place.byte_end <= len(case.data)
            assert spot.place.line >= 1


def test_every_outcome_of_a_case_is_one() -> None:
    """A case expects an outcome that there is."""
    assert {case.outcome for case in CASES} <= set(Outcome)
