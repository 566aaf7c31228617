"""Rules in YAML: what they say of a text, and what is said to who wrote them."""

from __future__ import annotations

import textwrap
from importlib.resources import files
from pathlib import Path

import pytest

from filinglint.cases import cases_of, judge_case
from filinglint.catalogue import Catalogue, load_catalogue, vocabulary_of
from filinglint.errors import PackError
from filinglint.finding import Outcome
from filinglint.plugins import load_packs
from filinglint.rulebook.packs import load_rule_folder
from filinglint.rulebook.yaml_text import YamlError, read_yaml
from filinglint_bcp.facts.disclosures import disclosed
from filinglint_bcp.vocabulary import WORDS

TEXT = """Larkspur Example LLC: Business Continuity Plan Summary

Larkspur Example LLC has a business continuity plan for significant business disruptions. Our recovery time
objective is four hours. If you cannot reach us, call 800-555-0100. We back up our records every day.
"""
HEAD = """\
pack: acme-bcp
kinds: [bcp-summary]
rules:
  - code: ACM001
    slug: copy-missing
    title: A summary offers a copy in writing.
    severity: warning
    authority: [{instrument: "Manual of the house, section 1", obligation: should}]
    rationale: Who has no computer wants it on paper.
    remedy: offer a copy
"""
RULE = HEAD + "    message: no copy is offered\n"


def written(folder: Path, text: str) -> str:
    """The path of a file of rules with that text."""
    path = folder / "acme.yaml"
    path.write_text(text, "utf-8")
    return str(path)


def loaded(folder: Path, body: str) -> Catalogue:
    """The catalogue with one rule whose conditions and message are *body*."""
    return load_catalogue((), (written(folder, HEAD + textwrap.indent(textwrap.dedent(body), "    ")),), tried=False)


def said(folder: Path, body: str, text: str = TEXT) -> tuple[Outcome, list[tuple[str, str]]]:
    """What comes of that rule on *text*, and its messages with the words at their places."""
    catalogue = loaded(folder, body + "\ncases: [{silent: x}]\n")
    (case,) = cases_of("acme-bcp", catalogue)
    result = judge_case(case, text.encode(), catalogue)
    (outcome,) = {outcome for outcome, _ in result.outcomes}
    return outcome, [(finding.message, finding.spot.text) for finding in result.findings]


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        ("require: {disclosure: written_copy}", "failed"),
        ("require: {disclosure: recovery_time_stated}", "passed"),
        ("forbid: {disclosure: recovery_time_stated}", "failed"),
        ("forbid: {not: {disclosure: written_copy}}", "failed"),
        ("require: {not: {disclosure: written_copy}}", "passed"),
        ("require: {any: [{disclosure: written_copy}, {fact: phone}]}", "passed"),
        ("require: {all: [{disclosure: written_copy}, {fact: phone}]}", "failed"),
        ("require: {at-least: 2, of: [{fact: phone}, {fact: url}, {fact: email}]}", "failed"),
        ("require: {at-least: 1, of: [{fact: phone}, {fact: url}, {fact: email}]}", "passed"),
        ("forbid: {all: [{fact: phone}, {fact: email}]}", "passed"),
        ('require: {phrase: "if you cannot reach us"}', "passed"),
        ('forbid: {phrase: "record* every day"}', "failed"),
        ("require: {concept: recovery_time}", "passed"),
        ("require: {disclosure: written_copy}\nwhen: {fact: phone}", "failed"),
        ("require: {disclosure: written_copy}\nwhen: {fact: email}", "not-applicable"),
        ("require: {disclosure: written_copy}\nunless: {fact: phone}", "passed"),
        ("require: {disclosure: written_copy, present: no}", "passed"),
        ("require: {disclosure: written_copy, present: [weak, yes]}", "failed"),
    ],
)
def test_conditions(tmp_path: Path, body: str, outcome: str) -> None:
    """Conditions combine as they read."""
    assert said(tmp_path, body + "\nmessage: so it is")[0] is Outcome(outcome)


@pytest.mark.parametrize(
    ("body", "findings"),
    [
        (
            "require: {all: [{disclosure: written_copy, as: a copy}, {fact: phone}, {fact: email}]}\n"
            'message: "lacking: {missing}; given: {met}"',
            [("lacking: a copy, email; given: phone", None)],
        ),
        (
            "require: {all: [{fact: url, as: a site}, {fact: email}]}\nreport: each\nmessage: there is no {what}",
            [("there is no a site", None), ("there is no email", None)],
        ),
        (
            "when: {fact: phone}\nrequire: {fact: email}\nat: when\nmessage: \"'{words}' is all there is\"",
            [("'800-555-0100' is all there is", "800-555-0100")],
        ),
        (
            'forbid: {any: [{fact: phone, as: number}, {fact: email}, {phrase: "every day"}]}\n'
            'message: "a {what}: {words}"',
            [("a number: 800-555-0100", "800-555-0100"), ("a every day: every day", "every day")],
        ),
        (
            'forbid: {all: [{fact: phone}, {phrase: "every day"}]}\nmessage: "{words}"',
            [("800-555-0100", "800-555-0100")],
        ),
    ],
)
def test_what_findings_say(tmp_path: Path, body: str, findings: list[tuple[str, str | None]]) -> None:
    """Messages name what is missing or there, and places are those of the words."""
    _, found = said(tmp_path, body)
    assert sorted(message for message, _ in found) == sorted(message for message, _ in findings)
    assert {pair for pair in findings if pair[1] is not None} <= set(found)


def test_related_places_are_shown(tmp_path: Path) -> None:
    """What belongs to a finding is shown beside it, in the words of the rule."""
    body = """\
    forbid: {fact: phone}
    related: [{phrase: "every day", as: the day is given here}]
    message: a number
    cases:
      - fires: "Our business continuity plan. Records are kept every day. Call «800-555-0100»."
    """
    catalogue = loaded(tmp_path, body)
    (case,) = cases_of("acme-bcp", catalogue)
    (finding,) = judge_case(case, case.data, catalogue).findings
    assert [(spot.text, spot.label) for spot in finding.related] == [("every day", "the day is given here")]


@pytest.mark.parametrize(
    ("cases", "holds"),
    [
        ('{fires: "Call «800-555-0100» or «800-555-0101»."}', True),
        ('{fires: "Call «800-555-0100» or 800-555-0101."}', False),
        ('{fires: "«Call» 800-555-0100."}', False),
        ('{fires: "Call 800-555-0100."}', True),
        ('{silent: "Call us."}', True),
        ('{silent: "Call 800-555-0100."}', False),
        ('{not-applicable: "Call 800-555-0100.", kind: document}', True),
        ('{not-applicable: "Call 800-555-0100."}', False),
    ],
)
def test_cases_in_the_file(tmp_path: Path, cases: str, holds: bool) -> None:
    """A case that stands beside its rule says where the rule fires, and holds when that is so."""
    catalogue = loaded(tmp_path, f"forbid: {{fact: phone}}\nmessage: a number\ncases: [{cases}]\n")
    (case,) = cases_of("acme-bcp", catalogue)
    assert judge_case(case, case.data, catalogue).holds is holds


@pytest.mark.parametrize(
    ("case", "line", "words"),
    [
        ('- {silent: "Call 800-555-0100."}', 14, "case 1 of ACM001 does not hold: it is meant to be 'silent', and is"),
        ('- {silent: x}\n      - {fires: "Call us."}', 15, "case 2 of ACM001 does not hold: it is meant to be 'fires'"),
        ('- {fires: "Call «us» at 800-555-0100."}', 14, "it points at '800-555-0100', and 'us' is marked"),
        ('- {not-applicable: "x"}', 14, "it is meant to be 'not-applicable', and is 'silent'"),
        ('- {fires: "Call «800-555-0100» «1:every day»."}', 14, "beside it stands nothing; 'every day' is marked so"),
    ],
)
def test_a_case_that_does_not_hold_is_no_rule(tmp_path: Path, case: str, line: int, words: str) -> None:
    """A pack whose cases do not hold is not loaded, and the line of the case is told."""
    text = RULE + f"    forbid: {{fact: phone}}\n    cases:\n      {case}\n"
    with pytest.raises(PackError) as caught:
        load_catalogue((), (written(tmp_path, text),))
    assert caught.value.pack.endswith(f"acme.yaml:{line}")
    assert words in caught.value.reason


def test_what_was_found_sound_is_known_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that have not changed are not read again, and say the same; changed ones are."""
    monkeypatch.setenv("FILINGLINT_CACHE_DIR", str(tmp_path / "kept"))
    path = written(tmp_path, RULE + '    forbid: {fact: phone}\n    cases: [{fires: "Call «800-555-0100»."}]\n')
    load_catalogue.cache_clear()
    first = load_catalogue((), (path,))
    assert len(list((tmp_path / "kept" / "packs").iterdir())) == 1
    assert (tmp_path / "kept" / "packs").stat().st_mode & 0o077 == 0
    load_catalogue.cache_clear()
    again = load_catalogue((), (path,))
    assert type(again.find("ACM001")).__name__ == "IndexedRule"
    (one,), (other,) = (list(cases_of("acme-bcp", loaded)) for loaded in (first, again))
    assert (
        judge_case(one, one.data, first).actual == judge_case(other, other.data, again).actual == ("1:6-1:18 ACM001",)
    )
    written(tmp_path, RULE + '    forbid: {fact: phone}\n    cases: [{silent: "Call 800-555-0100."}]\n')
    load_catalogue.cache_clear()
    with pytest.raises(PackError, match="does not hold"):
        load_catalogue((), (path,))
    load_catalogue.cache_clear()


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (RULE, 4, "give one of the keys require, forbid, if and then"),
        (RULE + "    requires: {fact: phone}\n", 12, "unknown key 'requires'; did you mean 'require'?"),
        (RULE + "    require: {fact: phon}\n", 12, "there is no fact 'phon'; did you mean 'phone'?"),
        (RULE + "    require: {facts: phone}\n", 12, "nothing is known of 'facts'; did you mean 'fact'?"),
        (RULE + "    require:\n      any:\n        - {fact: phone, words: web}\n", 14, "several things at once"),
        (RULE + "    require: {present: yes}\n", 12, "asks for nothing"),
        (RULE + "    require: {at-least: 2, of: [{fact: phone}]}\n", 12, "2 of 1 there cannot be"),
        (RULE + "    require: {fact: phone, present: maybe}\n", 12, "'maybe' will not do"),
        (RULE + "    require: {all: []}\n", 12, "a list of conditions"),
        (RULE + '    require: {phrase: "~3 phone"}\n', 12, "a phrase begins and ends with a word"),
        (RULE + "    require: {fact: phone}\n    at: when\n", 13, "there is no 'when' to point at"),
        (RULE + "    require: {fact: phone}\n    kinds: [document]\n", 13, "cannot be asked of a document"),
        (RULE + "    require: {fact: phone}\n    severity: error\n", 13, "'severity' is given twice, first on line 7"),
        (RULE + "    forbid: {fact: phone}\n    cases: [{fires: a «b}]\n", 13, "go in pairs"),
        (HEAD + "    message: it is {colour}\n    forbid: {fact: phone}\n", 11, "there is no {colour} here"),
        (HEAD + "    message: it is {words}\n    require: {fact: phone}\n", 11, "there is no {words} here"),
        (RULE.replace("ACM001", "acm1") + "    forbid: {fact: phone}\n", 4, "such as ACM003"),
        (RULE.replace("warning", "grave") + "    forbid: {fact: phone}\n", 7, "'grave' will not do"),
        (RULE.replace("    remedy: offer a copy\n", "") + "    forbid: {fact: phone}\n", 4, "key 'remedy' is missing"),
        (RULE.replace('[{instrument: "Manual of the house, section 1", obligation: should}]', "[manual]")
         + "    forbid: {fact: phone}\n", 8, "no authority is named 'manual'"),
        (RULE + "    forbid: &a {fact: phone}\n", 12, "an anchor or alias"),
        (RULE + "    forbid: !!map {fact: phone}\n", 12, "a tag is not read"),
        (RULE + "    forbid: {<<: {fact: phone}}\n", 12, "a merge"),
        (RULE + "    forbid: {fact: phone\n", 13, "this is not YAML"),
        ("- a\n", 1, "give"),
        ("", 1, "give"),
    ],
)  # fmt: skip
def test_a_mistake_is_shown_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    """Who wrote the file learns where it is wrong and what would be right."""
    with pytest.raises(PackError) as caught:
        load_catalogue((), (written(tmp_path, text),), tried=False)
    assert caught.value.pack.endswith(f"acme.yaml:{line}"), str(caught.value)
    assert words in caught.value.reason


def test_a_file_names_its_pack(tmp_path: Path) -> None:
    """Rules of nobody are not read, and neither is what there is not."""
    text = RULE.replace("pack: acme-bcp\n", "") + "    forbid: {fact: phone}\n"
    with pytest.raises(PackError, match="no file names the pack"):
        load_catalogue((), (written(tmp_path, text),), tried=False)
    with pytest.raises(PackError, match="cannot be read"):
        load_catalogue((), (str(tmp_path / "none.yaml"),), tried=False)


def test_a_taken_code_is_refused(tmp_path: Path) -> None:
    """No file takes the code of a rule that there is."""
    with pytest.raises(PackError, match="BCP001"):
        load_catalogue((), (written(tmp_path, RULE.replace("ACM001", "BCP001") + "    forbid: {fact: phone}\n"),))


def test_a_folder_shares_its_authorities(tmp_path: Path) -> None:
    """What one file of a folder names, the rules of all may cite."""
    (tmp_path / "a.yaml").write_text(
        "authorities: {manual: {instrument: Manual of the house, obligation: must, effective_from: 2009-12-14}}\n",
        "utf-8",
    )
    text = RULE.replace('[{instrument: "Manual of the house, section 1", obligation: should}]', "[manual]")
    written(tmp_path, text + "    forbid: {fact: phone}\n")
    rule = load_catalogue((), (str(tmp_path),), tried=False).find("ACM001")
    assert rule is not None
    assert [authority.instrument for authority in rule.authority] == ["Manual of the house"]
    assert rule.module == "acme-bcp.acme"
    assert rule.severity.value == "warning"


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: [yes, no, on, off]", {"a": ["yes", "no", "on", "off"]}),
        ("a: [true, 12, 2009-12-14, '12', null]", {"a": [True, 12, "2009-12-14", "12", None]}),
        ("a: |\n  b\n  c\n", {"a": "b\nc\n"}),
        ("", None),
    ],
)  # fmt: skip
def test_words_stay_words(text: str, data: object) -> None:
    """Neither yes, no and off nor days become anything else."""
    assert read_yaml(text).data == data


@pytest.mark.parametrize(
    "text", ["[" * 9000, "a: " + "{b: " * 200, "a: \x01", "? [a]\n: b", "a\n---\nb", "'" * 99, "a: b: c"]
)
def test_no_text_breaks_the_reader(text: str) -> None:
    """What is not read as YAML is said to be so, with a line."""
    with pytest.raises(YamlError) as caught:
        read_yaml(text)
    assert caught.value.line >= 1


def test_our_own_rules_are_held_to_the_schema() -> None:
    """The files of the BCP pack are as those of strangers must be."""
    rules = load_rule_folder(files("filinglint_bcp").joinpath("rules"), "filinglint_bcp", vocabulary_of(load_packs()))
    assert [rule.code for rule in load_catalogue().rules if rule.code.startswith("BCP")] == sorted(
        r.code for r in rules
    )


def test_the_sorts_of_words_are_those_there_are() -> None:
    """What rules can ask for by its sort is what a summary is searched for."""
    assert set(WORDS) == disclosed("", ()).words.keys()


def test_the_example_of_the_guide_holds(tmp_path: Path) -> None:
    """What docs/yaml-rules.md shows can be loaded, and its cases hold."""
    guide = (Path(__file__).resolve().parents[2] / "docs" / "yaml-rules.md").read_text("utf-8")
    catalogue = load_catalogue((), (written(tmp_path, guide.partition("```yaml\n")[2].partition("```")[0]),))
    results = [judge_case(case, case.data, catalogue) for case in cases_of("acme-bcp", catalogue)]
    assert len(results) == 2
    assert [str(result) for result in results if not result.holds] == []
