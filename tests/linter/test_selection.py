"""Which rules run, and how severe they are: the more specific choice wins, then the later layer."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from filinglint.catalogue import load_catalogue
from filinglint.errors import ConfigError
from filinglint.finding import Severity
from filinglint.selectors import Choice, Level, cites, provisions, split
from filinglint.triage.selection import Selection

CATALOGUE = load_catalogue()
RULES = CATALOGUE.rules


def taken(selection: Selection) -> set[str]:
    """The codes of the rules that *selection* takes."""
    return {rule.code for rule in RULES if selection.takes(rule)}


def family(*prefixes: str) -> set[str]:
    """The codes of stable rules that begin so."""
    return {rule.code for rule in RULES if rule.code.startswith(prefixes) and rule.status == "stable"}


def test_worked_example(tree: Any) -> None:
    """Select EXH, ignore EXH01, and EXH014 on the command line: all EXH but EXH010 to EXH019, plus EXH014."""
    tree.write("filinglint.toml", 'select = ["EXH"]\nignore = ["EXH01"]\n')
    listed = json.loads(tree.run("rules", "--extend-select", "EXH014", "--format", "json").stdout)["rules"]
    assert {rule["code"] for rule in listed} == family("EXH") - family("EXH01") | {"EXH014"}
    ran = {one["rule"] for one in tree.check("--extend-select", "EXH014")["outcomes"] if one["outcome"] != "not-run"}
    assert ran == family("EXH") - family("EXH01") | {"EXH014"}


@pytest.mark.parametrize(
    ("select", "extend", "ignore", "codes"),
    [
        (["EXH"], [], ["EXH01"], family("EXH") - family("EXH01")),
        (["EXH"], ["EXH014"], ["EXH01"], family("EXH") - family("EXH01") | {"EXH014"}),
        (["EXH014"], [], ["EXH014"], set()),  # a tie in one layer: the last word is ignore
        (["ALL"], [], ["EXH", "COV", "FMT"], family("") - family("EXH", "COV", "FMT")),
        (["exhibit-attached-not-listed"], [], ["EXH"], {"EXH002"}),
        (["form:SC 13D"], [], [], {r.code for r in RULES if "SC 13D" in (r.forms or ()) and r.status == "stable"}),
        (["doc003"], [], [], {"DOC003"}),
    ],
)
def test_specific_wins(select: Sequence[str], extend: Sequence[str], ignore: Sequence[str], codes: set[str]) -> None:
    """Codes and slugs beat prefixes, longer prefixes shorter ones, all of them what says ALL."""
    assert taken(Selection(tuple(select), tuple(extend), tuple(ignore))) == codes


def choice(selector: str, layer: int, *, takes: bool = True) -> Choice:
    """A choice stated in *layer*."""
    return Choice(selector, takes, f"file{layer}:1", layer)


def test_later_layer_wins() -> None:
    """Of choices that are as specific the later layer's wins, whichever takes and whichever leaves."""
    rule = CATALOGUE.find("DOC003")
    assert rule is not None
    leaves, takes = choice("DOC003", 1, takes=False), choice("DOC003", 2)
    assert Selection(choices=(takes, leaves)).verdict(rule).reason == "selected by 'DOC003' (file2:1)"
    leaves = replace(leaves, layer=3)
    assert Selection(choices=(takes, leaves)).verdict(rule).reason == "ignored by 'DOC003' (file1:1)"
    assert Selection(select=("DOC003",), choices=(leaves,)).takes(rule), "the command line is the last layer"
    assert Selection(select=("DOC",), choices=(leaves,)).takes(rule) is False, "and the more specific still wins"


def test_select_of_the_caller_replaces() -> None:
    """What the configuration adds is left out by a select of the caller."""
    selection = Selection(select=("DOC003",), choices=(choice("EXH", 1), choice("BCP050", 2)))
    assert taken(selection) == {"DOC003"}


def test_preview() -> None:
    """A rule on trial runs with preview alone; ALL never means it."""
    rule = replace(RULES[0], code="TST001", slug="on-trial", status="preview")
    assert not Selection().takes(rule)
    assert not Selection(select=("ALL",)).takes(rule)
    assert not Selection(select=("TST001",)).takes(rule)
    assert Selection(select=("TST001",), preview=True).takes(rule)
    assert Selection(preview=True).takes(rule)


def test_preview_in_the_configuration(tree: Any) -> None:
    """Preview = true lets rules on trial run."""
    on_trial = {rule.code for rule in RULES if rule.status == "preview"}
    tree.write("filinglint.toml", "preview = true\n")
    listed = {rule["code"] for rule in json.loads(tree.run("rules", "--format", "json").stdout)["rules"]}
    assert on_trial & listed
    listed = {
        rule["code"] for rule in json.loads(tree.run("rules", "--no-preview", "--format", "json").stdout)["rules"]
    }
    assert not on_trial & listed


def test_submit_asks_for_sure_errors() -> None:
    """Purpose submit runs what is an error of high confidence, whoever made it an error."""
    codes = taken(Selection(purpose="submit"))
    for rule in RULES:
        worst = min((rule.severity, *rule.profiles.values()), key=lambda severity: severity.rank)
        sure = worst is Severity.ERROR and rule.confidence.value == "high" and rule.status == "stable"
        assert (rule.code in codes) is sure
    raised = Selection(purpose="submit", levels=(Level("BCP030", Severity.ERROR, "x"),))
    found = CATALOGUE.find("BCP030")
    assert found is not None
    assert raised.takes(found) is (found.confidence.value == "high")


def test_severity() -> None:
    """Of severities the more specific selector's holds, then the later layer's; what none names is as it was."""
    levels = (
        Level("COV004", Severity.INFO, "a:1", 1),
        Level("COV", Severity.ERROR, "b:1", 2),
        Level("COV00", Severity.WARNING, "b:2", 2),
        Level("cover-file-number-differs", Severity.ERROR, "c:1", 3),
    )
    selection = Selection(levels=levels)
    by_code = {rule.code: rule for rule in RULES}
    assert selection.severity(by_code["COV004"], Severity.INFO) is Severity.ERROR
    assert selection.severity(by_code["COV005"], Severity.INFO) is Severity.WARNING
    assert selection.severity(by_code["COV011"], Severity.INFO) is Severity.ERROR
    assert selection.severity(by_code["DOC003"], Severity.INFO) is Severity.INFO


@pytest.mark.parametrize(
    ("instrument", "words", "does"),
    [
        ("Regulation S-T, Rule 304(a) (17 CFR 232.304(a)): graphics", "17 CFR 232.304", True),
        ("Regulation S-T, Rule 304(a)", "17 CFR 232.304", True),
        ("Regulation S-T, Rule 304(a)", "regulation  s-t, rule 304", True),
        ("Regulation S-T, Rule 105(d)", "Regulation S-T, Rule 10", False),  # a number is whole
        ("Form 8-K, Item 9.01(d); Regulation S-K, Item 601(a)(2)", "17 CFR 229.601", True),
        ("FINRA Rule 4370(e)", "FINRA Rule 4370", True),
        ("FINRA Rule 4370(e)", "FINRA Rule 4370(e), delivery", False),
        ("FINRA Rule 4370(e)", "", False),
    ],
)
def test_citation(instrument: str, words: str, *, does: bool) -> None:
    """A citation begins with what is asked for, by its own name or by that of the Code of Federal Regulations."""
    assert cites(instrument, words) is does


def test_rules_by_citation(tree: Any) -> None:
    """cite: picks the rules whose authority begins so, with or without quotation marks."""
    expected = {r.code for r in RULES if any("232.304" in a.instrument for a in r.authority) and r.status == "stable"}
    assert expected
    for words in ('cite:"17 CFR 232.304"', "cite:17 CFR 232.304"):
        listed = json.loads(tree.run("rules", "--select", words, "--format", "json").stdout)["rules"]
        assert {rule["code"] for rule in listed} >= expected


def test_provisions() -> None:
    """An authority is taken apart into the provisions that it cites, without titles."""
    assert provisions("Form 8-K, Item 9.01(d); Regulation S-T, Rule 102 (17 CFR 232.102): exhibits") == [
        "Form 8-K, Item 9.01(d)",
        "Regulation S-T, Rule 102",
    ]
    assert provisions("filinglint profile 'general': good practice") == ["filinglint profile 'general'"]


def test_split() -> None:
    """Selectors are parted by commas, but not within quotation marks."""
    assert split(["EXH, COV004", 'cite:"Form 8-K, cover page",DOC']) == (
        "EXH",
        "COV004",
        'cite:"Form 8-K, cover page"',
        "DOC",
    )


def test_unknown() -> None:
    """A selector that names nothing is an error with the nearest; the tool's own remarks have names too."""
    with pytest.raises(ConfigError, match="did you mean DOC0"):
        Selection(ignore=("DOC0O3",)).verify(CATALOGUE)
    Selection(ignore=("WVR010", "directive-left", "WVR")).verify(CATALOGUE)
    Selection(ignore=("EXH9",)).verify(CATALOGUE)  # a range of a family may be empty


def test_why(tree: Any) -> None:
    """For each rule it is said which layer decided whether it runs on a path, and which its severity."""
    tree.write(
        "filinglint.toml",
        'ignore = ["FMT"]\n[severity]\nDOC = "info"\n\n[[overrides]]\npaths = ["bcp/*"]\nignore = ["DOC003"]\n',
    )
    args = ("--ignore", "COV004", "--format", "json")
    said = {r["code"]: r for r in json.loads(tree.run("rules", "--why", "filings/bad.txt", *args).stdout)["rules"]}
    assert (said["FMT001"]["runs"], said["FMT001"]["reason"]) == (False, "ignored by 'FMT' (filinglint.toml:1)")
    assert said["COV004"]["reason"] == "ignored by 'COV004' (--ignore)"
    assert said["DOC003"]["reason"] == "asked for by purpose review"
    assert said["DOC003"]["severity_reason"] == "'DOC' (filinglint.toml:3)"
    text = tree.run("rules", "--why", "bcp/page.htm").stdout
    assert "ignored by 'DOC003' (filinglint.toml:7)" in text
    low = next(rule.code for rule in RULES if rule.confidence.value == "low" and rule.status == "stable")
    assert said[low]["reason"] == "not asked for by purpose review"
    outcomes = {one["rule"]: one for one in tree.check("bcp/page.htm")["outcomes"]}
    assert outcomes["DOC003"]["reason"] == "ignored by 'DOC003' (filinglint.toml:7)"
