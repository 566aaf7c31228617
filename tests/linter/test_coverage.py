"""Coverage: what came of each provision that rules cite, and which no rule covers."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from filinglint.catalogue import load_catalogue
from filinglint.finding import Outcome, OutcomeRecord
from filinglint.reporters.coverage import Looked, as_text, coverage_of
from filinglint.reporters.view import View
from filinglint.selectors import cites
from filinglint.tables.provisions import PROVISIONS

RULES = load_catalogue().rules


def words(text: str) -> str:
    """*text* with its blanks folded."""
    return " ".join(text.split())


def test_example() -> None:
    """Citations, gaps, what was not run and what cannot be told read as in the manual."""
    inputs = [
        Looked("filings/a.txt", "submission", "8-K", ("general",)),
        Looked("bcp/summary.htm", "bcp-summary", None, ("finra-4370",)),
    ]
    outcomes = [
        OutcomeRecord("BCP003", "bcp/summary.htm", None, Outcome.PASSED),
        OutcomeRecord("BCP004", "bcp/summary.htm", None, Outcome.FAILED),
        *(OutcomeRecord("FMT013", "filings/a.txt", str(number), Outcome.PASSED) for number in range(4)),
        OutcomeRecord("FMT014", "filings/a.txt", None, Outcome.NOT_APPLICABLE, "there is no such document"),
        OutcomeRecord("FMT001", "filings/a.txt", None, Outcome.NOT_RUN, "ignored by 'FMT0' (filinglint.toml:14)"),
        OutcomeRecord("INT001", "filings/a.txt", None, Outcome.CANNOT_TELL, "unknown signing key"),
        OutcomeRecord("SYS010", "b.txt", None, Outcome.CANNOT_TELL, "incomplete: empty"),
    ]
    coverage = coverage_of(outcomes, inputs, RULES, edition="2026.1", complete=True)
    text = words("".join(as_text(coverage, View())))
    assert "FINRA Rule 4370(e) partial BCP003 passed, BCP004 failed (bcp/summary.htm) (2 rules)" in text
    assert "FMT013 passed ×4" in text
    assert "FINRA Rule 4370(f) none no rule in edition 2026.1" in text
    assert (
        "not run: FMT0 (ignored by filinglint.toml:14) · cannot tell: INT001 (filings/a.txt: unknown signing key)"
        in text
    )
    assert "SYS010" not in text
    assert "no finding is not compliance" in text


@pytest.mark.parametrize("style", ["text", "json", "markdown"])
def test_of_a_report_and_of_paths(tree: Any, style: str) -> None:
    """A report and the paths that it is of give the same coverage; the status is 0 whatever was found."""
    assert tree.run("check", "-o", "json:report.json", "filings", "bcp").exit_code == 1
    of_report = tree.run("coverage", "report.json", "--format", style)
    of_paths = tree.run("coverage", "filings", "bcp", "--format", style)
    assert (of_report.exit_code, of_paths.exit_code) == (0, 0)
    assert of_report.stdout == of_paths.stdout
    assert "DOC003" in of_report.stdout
    assert "failed" in of_report.stdout


def test_json(tree: Any) -> None:
    """For machines each citation has its rules, each rule its outcomes; every rule is somewhere."""
    record = json.loads(tree.run("coverage", "filings", "--format", "json").stdout)
    assert record["schema"] == "filinglint-coverage-1"
    cited = {rule["rule"] for line in record["citations"] for rule in line["rules"]}
    assert cited == {rule.code for rule in RULES}
    line = next(rule for line in record["citations"] for rule in line["rules"] if rule["rule"] == "DOC003")
    assert (line["outcomes"], line["failed"]) == ({"failed": 1, "passed": 1}, ["filings/bad.txt"])
    none = [line["citation"] for line in record["citations"] if line["coverage"] == "none"]
    assert "17 CFR 243.100" in none
    assert not any(citation.startswith("FINRA") for citation in none), "there is no text of a member"


def test_waived(tree: Any) -> None:
    """What is waived is not passed."""
    tree.page(first='<!-- filinglint: ignore-file[BCP050] reason="r" -->')
    assert "BCP050 waived" in words(tree.run("coverage", "bcp", "--select", "BCP050").stdout)
    assert "BCP050 failed" in words(tree.run("coverage", "bcp", "--select", "BCP050", "--no-suppressions").stdout)


def test_checklist(tree: Any) -> None:
    """For a public summary there is a checklist: what is asked for, by whom, and where it is found, quoted."""
    record = json.loads(tree.run("coverage", "bcp", "--profile", "finra-4370", "--format", "json").stdout)
    (checklist,) = record["checklists"]
    items = {item["name"]: item for item in checklist["disclosures"]}
    assert items["contact_channel"]["present"] == "yes"
    assert items["contact_channel"]["where"] == "bcp/page.htm:8:25"
    assert "1-800-555-0100" in items["contact_channel"]["text"]
    assert (items["written_copy"]["present"], items["written_copy"]["level"]) == ("no", "recommended")
    assert items["varying_scope_scenarios"]["level"] == "required"
    assert "FINRA Rule 4370(e) (must)" in items["varying_scope_scenarios"]["required_by"]
    assert not any("NASD Rule 3510" in name for item in items.values() for name in item["required_by"]), "not in force"
    text = words(tree.run("coverage", "bcp", "--profile", "finra-4370").stdout)
    assert "checklist of bcp/page.htm (profile finra-4370)" in text
    assert "missing that a written copy is to be had recommended by NASD Notice to Members 04-37 (guidance)" in text
    assert (
        "| that a written copy is to be had | recommended by "
        in tree.run("coverage", "bcp", "--profile", "finra-4370", "--format", "markdown").stdout
    )


def test_checklist_of_what_is_gone(tree: Any) -> None:
    """Where the text of a report has changed or is gone, nothing is quoted, which is said."""
    tree.run("check", "-o", "json:report.json", "bcp")
    tree.page(after="<p>More.</p>")
    assert "nothing can be quoted" in words(tree.run("coverage", "report.json").stdout)
    os.remove("bcp/page.htm")
    assert "nothing can be quoted" in words(tree.run("coverage", "report.json").stdout)


def test_incomplete(tree: Any) -> None:
    """Where something could not be looked at the status is 3, and it is said."""
    tree.write("filings/empty.txt", "")
    result = tree.run("coverage", "filings/empty.txt", "filings/bad.txt")
    assert result.exit_code == 3
    assert "INCOMPLETE" in result.stdout


def test_no_report(tree: Any) -> None:
    """A report that is not as its schema says, and a path that is not there, are status 2."""
    Path("report.json").write_text('{"schema": "filinglint-report-1"}')
    assert "this is no report" in tree.fails("coverage", "report.json")
    assert "does not exist" in tree.fails("coverage", "no-such.json")


def test_every_gap_is_one() -> None:
    """A provision that a rule has come to cite is no gap any more; none is listed twice, and each is somebody's."""
    assert len({provision.citation for provision in PROVISIONS}) == len(PROVISIONS)
    for provision in PROVISIONS:
        assert provision.forms or provision.profiles
        cited = [r.code for r in RULES if any(cites(a.instrument, provision.citation) for a in r.authority)]
        assert cited == [], f"{provision.citation} is covered in part: take it off the list"


def test_checklist_asks_by_rules_that_exist(tree: Any) -> None:
    """Each rule that the checklist names is a rule, and each thing that some profile requires is on it."""
    record = json.loads(tree.run("coverage", "bcp", "--format", "json").stdout)
    named = {code for item in record["checklists"][0]["disclosures"] for code in item["rules"]}
    known = {rule.code: rule for rule in RULES}
    assert named <= known.keys()
    missing = {rule.code for rule in RULES if rule.code.startswith("BCP") and rule.slug.endswith("-missing")}
    assert missing - named <= {"BCP011", "BCP012", "BCP029", "BCP054"}
