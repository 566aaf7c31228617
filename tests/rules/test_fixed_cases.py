"""What the fixes of each rule make of its cases is what the case says, and they come to rest."""

from __future__ import annotations

from itertools import chain

import pytest

from filinglint.cases import Case, cases_of, judge_case
from filinglint.catalogue import load_catalogue
from filinglint.finding import Outcome
from filinglint.fixing.fixed_cases import fixed_case
from filinglint.rule import Rule

PACKS = ("filinglint_edgar", "filinglint_bcp")
CATALOGUE = load_catalogue()
CASES = list(chain.from_iterable(cases_of(pack, CATALOGUE) for pack in PACKS))
FIXING = [rule for rule in CATALOGUE.rules if rule.fixable in ("safe", "unsafe")]
FIXED = [case for case in CASES if case.fixed is not None]
FAILING = [case for case in CASES if case.rule.fixable != "no" and case.outcome is Outcome.FAILED]

every_fixed_case = pytest.mark.parametrize("case", FIXED, ids=[case.name for case in FIXED])
every_failing_case = pytest.mark.parametrize("case", FAILING, ids=[case.name for case in FAILING])


def mended(case: Case, data: bytes) -> bytes:
    """The text of *case* as the fixes of its rule make it."""
    done = fixed_case(case, data, CATALOGUE)
    assert done.findings == ()
    return done.files[0].data if done.files else data


def expected(case: Case) -> bytes:
    """What the case says it becomes."""
    assert case.fixed is not None
    return case.fixed.read_bytes()


@pytest.mark.parametrize("rule", FIXING, ids=[rule.code for rule in FIXING])
def test_a_rule_that_fixes_shows_it(rule: Rule) -> None:
    """Each rule that fixes has a case that says what its fix makes of a text."""
    assert any(case.rule.code == rule.code for case in FIXED)


@every_fixed_case
def test_a_case_becomes_what_it_says(case: Case) -> None:
    """The fixes of the rule make the text beside the case, byte by byte."""
    assert mended(case, case.data).decode("latin-1") == expected(case).decode("latin-1")


@every_fixed_case
def test_a_fixed_text_stays_as_it_is(case: Case) -> None:
    """To fix what is fixed changes nothing, and the rule finds nothing there that it could fix."""
    assert mended(case, expected(case)) == expected(case)
    findings = judge_case(case, expected(case), CATALOGUE).findings
    assert [finding.message for finding in findings if finding.fixable in ("safe", "unsafe")] == []


@every_fixed_case
def test_line_ends_stay(case: Case) -> None:
    """A text with CRLF is mended as one with LF is, and keeps its line ends."""
    if b"\r" in case.data:
        return  # the line ends are the case
    assert mended(case, case.data.replace(b"\n", b"\r\n")) == expected(case).replace(b"\n", b"\r\n")


@every_failing_case
def test_every_failing_case_comes_to_rest(case: Case) -> None:
    """Whatever a rule that fixes finds, its fixes hold what they promise and leave nothing that they could fix."""
    left = judge_case(case, mended(case, case.data), CATALOGUE).findings
    assert [finding.message for finding in left if finding.fixable in ("safe", "unsafe")] == []


@every_failing_case
def test_a_safe_run_makes_safe_fixes_only(case: Case) -> None:
    """Unless unsafe fixes are asked for, none is made; a rule offers nothing better than it says."""
    done = fixed_case(case, case.data, CATALOGUE, unsafe=False)
    assert {kind for _, kind in done.made} <= {"safe"}
    assert done.findings == ()
    order = ("safe", "unsafe", "suggestion", "no")
    for finding in judge_case(case, case.data, CATALOGUE).findings:
        assert order.index(finding.fixable) >= order.index(case.rule.fixable)
