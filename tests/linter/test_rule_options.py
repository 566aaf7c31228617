"""Options of rules: declared with type and default, shown by ``explain``, set in a configuration, verified by name."""

from __future__ import annotations

import json
import pickle
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from filinglint import editions
from filinglint.catalogue import load_catalogue, optioned
from filinglint.rule_options import chosen_of, option, schema_of, values_of

if TYPE_CHECKING:
    from .conftest import Tree

CATALOGUE = load_catalogue()
WITH_OPTIONS = [rule for rule in CATALOGUE.rules if rule.options is not None]


@dataclass(frozen=True, slots=True)
class Invented:
    """One option of each type."""

    grace_days: int = option(3, "days", minimum=0, maximum=30)
    share: float = option(0.5, "a share")
    strict: bool = option(False, "whether")
    word: str = option("one", "a word", choices=("one", "two"))
    hosts: tuple[str, ...] = option(("a.example",), "hosts", pattern="^[a-z.]+$")


def test_schema_and_values() -> None:
    """The schema of options is made of their types and limits; what it lets pass makes an instance."""
    schema = schema_of(Invented)
    Draft202012Validator.check_schema(schema)
    assert schema["additionalProperties"] is False
    properties = schema["properties"]
    assert properties["grace-days"] == {
        "type": "integer", "minimum": 0, "maximum": 30, "default": 3, "description": "days"
    }  # fmt: skip
    assert properties["hosts"]["items"] == {"type": "string", "minLength": 1, "pattern": "^[a-z.]+$"}
    assert {name: one["default"] for name, one in properties.items()} == values_of(Invented())
    Draft202012Validator(schema).validate(values_of(Invented()))
    chosen = chosen_of(Invented, {"grace-days": 5, "hosts": ["b.example"]})
    assert chosen == Invented(grace_days=5, hosts=("b.example",))


@pytest.mark.parametrize("rule", WITH_OPTIONS, ids=lambda rule: rule.code)
def test_every_option(rule: Any) -> None:
    """Each option has words that say what it is for, and a default that its own schema lets pass."""
    schema = schema_of(rule.options)
    Draft202012Validator(schema).validate(rule.chosen)
    for name, one in schema["properties"].items():
        assert one["description"], name
        assert one["default"] == rule.chosen[name]


def test_several_real_rules_have_options() -> None:
    """Grace for deadlines, and links that a house allows, are among them."""
    assert {"DTE001", "DTE004", "DTE005", "FMT010"} <= {rule.code for rule in WITH_OPTIONS}


def test_rules_with_options_go_to_other_processes() -> None:
    """Options travel as plain values; the same values make the same catalogue."""
    values = (("DTE004", (("grace-days", 9),)), ("FMT010", (("hosts", ("a.example",)),)))
    assert pickle.loads(pickle.dumps(values)) == values
    assert optioned(CATALOGUE, values) is optioned(CATALOGUE, values)
    rule = optioned(CATALOGUE, values).find("DTE004")
    assert rule is not None
    assert rule.chosen == {"grace-days": 9}
    untouched = CATALOGUE.find("DTE004")
    assert untouched is not None
    assert untouched.chosen == {"grace-days": 0}


def test_editions_keep_the_defaults_of_options() -> None:
    """An edition has the default of each option, and a rule is given it back where the default has changed since."""
    rule = next(rule for rule in WITH_OPTIONS if rule.code == "DTE003")
    assert editions.edition(editions.newest()).entries["DTE003"].options == {"days": 60}
    later = rule.with_options({"days": 90})
    (pinned,) = (
        one
        for one in editions.pinned(optioned(CATALOGUE, (("DTE003", (("days", 90),)),)), editions.newest()).rules
        if one.code == "DTE003"
    )
    assert later.chosen == {"days": 90}
    assert pinned.chosen == {"days": 60}


PAGE = """\
<html><body><p>EXHIBIT 99.1</p><p>News. <a href="https://www.larkspur.example/ir">our site</a></p></body></html>
"""
CONFIG = """\
[rules.html-outside-link]
hosts = ["larkspur.example"]

[[overrides]]
paths = ["final/**"]
[overrides.rules.FMT010]
hosts = []
"""


def test_settings_and_overrides(tree: Tree) -> None:
    """An option is set by code or slug, in the configuration, for some paths, and by ``--config``; the later wins."""
    for path in ("drafts/ex99.htm", "final/ex99.htm"):
        tree.write(path, PAGE)

    def found(*args: str) -> list[str]:
        report = tree.check("--select", "FMT010", "drafts", "final", *args)
        return [one["path"] for one in report["findings"]]

    assert found() == ["drafts/ex99.htm", "final/ex99.htm"]
    tree.write("filinglint.toml", CONFIG)
    assert found() == ["final/ex99.htm"]
    assert found("-j", "2") == ["final/ex99.htm"]
    assert found("--config", 'rules.FMT010.hosts = ["www.larkspur.example"]') == []
    assert found("--isolated") == ["drafts/ex99.htm", "final/ex99.htm"]


def test_explain_and_show(tree: Tree) -> None:
    """``explain`` gives each option with its value and where it is stated, ``config show`` what is set."""
    tree.write("filinglint.toml", CONFIG)
    text = " ".join(tree.run("explain", "FMT010").stdout.split())
    assert 'hosts = ["larkspur.example"] (filinglint.toml:2): hosts that links may go to' in text
    assert "grace-days = 0 (default): days after the longest term" in " ".join(
        tree.run("explain", "annual-report-late").stdout.split()
    )
    (rule,) = json.loads(tree.run("explain", "FMT010", "--format", "json").stdout)["rules"]
    assert [(one["name"], one["value"], one["origin"]) for one in rule["options"]] == [
        ("hosts", ["larkspur.example"], "filinglint.toml:2")
    ]
    assert "## Options" in tree.run("explain", "FMT010", "--format", "markdown").stdout
    shown = tree.run("config", "show").stdout
    assert "[rules.html-outside-link]" in shown
    assert "filinglint.toml:2" in shown
    tree.write("other/filinglint.toml", shown)  # what is shown could be a configuration
    assert tree.run("config", "validate", "other").exit_code == 0


@pytest.mark.parametrize(
    ("stated", "says"),
    [
        ('rules.FMT010.host = ["a"]', "1:14: unknown key 'host'; did you mean 'hosts'?"),
        ('rules.FMT010.hosts = "a"', "'a' will not do; give a list of words"),
        ("rules.DTE004.grace-days = -1", "-1 will not do; give at least 0: days after the longest term"),
        ("rules.DTE004.grace-days = 4000", "give at most 3650"),
        ('rules.DTE004.grace-days = "3"', "'3' will not do; give a whole number"),
        ("rules.DTE004.grace-days = true", "true will not do; give a whole number"),
        ("rules.anual-report-late.grace-days = 3", "1:7: no rule is called 'anual-report-late'; did you mean"),
        ("rules.DTE014.days = 3", "1:14: unknown option 'days'; DTE014 release-dated-after-filing has no options"),
        ("rules.DTE004 = 3", "a table of options"),
    ],
)
def test_what_cannot_be(tree: Tree, stated: str, says: str) -> None:
    """A rule, option or value that there is not is status 2, with its place and the nearest name."""
    said = tree.fails("check", "--config", stated)
    assert says in said
    assert "^" in said
    tree.write("filinglint.toml", f"[[overrides]]\npaths = ['x']\n{stated}\n")
    said = tree.fails("check")
    assert "filinglint.toml:3:" in said
    assert says.partition(": ")[2] in said


def test_the_schema_has_them(tree: Tree) -> None:
    """``config schema`` describes the options of rules by code and by slug, while a configuration is wrong, too."""
    for text in ("", "fail_on = 1\n"):
        tree.write("filinglint.toml", text)
        schema = json.loads(tree.run("config", "schema").stdout)
        Draft202012Validator.check_schema(schema)
        rules = schema["properties"]["rules"]["properties"]
        assert rules["FMT010"] == rules["html-outside-link"]
        assert rules["DTE001"]["properties"]["grace-days"]["type"] == "integer"
    wrong = {"rules": {"DTE001": {"grace": 1}}}
    assert not Draft202012Validator(schema).is_valid(wrong)
    record = json.loads(tree.run("rules", "--isolated", "--select", "FMT010", "--format", "json").stdout)
    assert record["rules"][0]["options"]["properties"]["hosts"]["type"] == "array"


HOUSE = """\
pack: house-bcp
kinds: [bcp-summary]
rules:
  - code: HSE001
    slug: words-barred
    title: A summary holds no words that the house bars.
    severity: warning
    authority: [{instrument: "Manual of the house, section 1", obligation: should}]
    options:
      words: {default: [cutting edge], description: the words that are barred}
      most: {default: 0, minimum: 0, maximum: 9, description: how many of them may stand}
    forbid: {count: {any: [{phrase: to be written}, {phrase: {option: words}}]}, max: {option: most}}
    message: "the house bars '{words}'"
    rationale: Words that everybody uses say nothing to anybody in the end.
    remedy: write plainly
    cases:
      - silent: Our plan is plain.
"""


def house(tree: Tree, old: str = "", new: str = "") -> None:
    """Write that pack, changed so, and a configuration that names it."""
    assert old in HOUSE
    tree.write("house.yaml", HOUSE.replace(old, new) if old else HOUSE)


def test_options_in_yaml(tree: Tree) -> None:
    """A declared rule has options too: each value stands for what is asked, a list for as many conditions."""
    house(tree, "forbid: {count: {any: [{phrase: to be written}, {phrase: {option: words}}]}, max: {option: most}}",
          "forbid: {any: [{phrase: to be written}, {phrase: {option: words}}]}")  # fmt: skip
    house_text = (
        Path("house.yaml")
        .read_text()
        .replace("      most: {default: 0, minimum: 0, maximum: 9, description: how many of them may stand}\n", "")
    )
    tree.write("house.yaml", house_text)
    tree.page(after="<p>Our cutting edge plan is bespoke, and to be written.</p>")

    def found(setting: str = "") -> list[str]:
        tree.write("filinglint.toml", f'rule-packs = ["house.yaml"]\n{setting}')
        return [one["text"] for one in tree.check("bcp", "--select", "HSE001")["findings"]]

    assert found() == ["cutting edge", "to be written"]
    assert found("[rules.words-barred]\nwords = []\n") == ["to be written"]
    assert found('[rules.HSE001]\nwords = ["bespoke", "edge"]\n') == ["edge", "bespoke", "to be written"]
    assert 'words = ["bespoke", "edge"] (filinglint.toml:3)' in " ".join(tree.run("explain", "HSE001").stdout.split())
    tree.write("filinglint.toml", 'rule-packs = ["house.yaml"]\nrules.HSE001.wrods = []\n')
    assert "unknown key 'wrods'; did you mean 'words'?" in tree.fails("check")


def test_a_rule_that_asks_for_nothing(tree: Tree) -> None:
    """Where the options ask for nothing the rule is about no text."""
    tree.write("filinglint.toml", "")
    outcomes = tree.check("bcp", "--select", "BCP029")["outcomes"]
    (one,) = (one for one in outcomes if one["rule"] == "BCP029")
    assert (one["outcome"], one["reason"]) == ("not-applicable", "its options ask for nothing")
    tree.write("filinglint.toml", '[rules.BCP029]\nchannels = ["contact_phone", "contact_email"]\n')
    (finding,) = tree.check("bcp", "--select", "BCP029")["findings"]
    assert finding["message"] == "the house requires a contact email, and none is given"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("{option: words}", "{option: wrods}", "there is no option 'wrods'; did you mean 'words'?"),
        ("{phrase: {option: words}}", "{phrase: barred}", "nothing asks for the option 'words'"),
        ("description: the words that are barred", "decription: x", "unknown key 'decription'"),
        ("default: [cutting edge]", "default: [a], one-of: [b]", "'a' is not among one-of"),
        ("words: {default: [cutting edge], ", "words: {", "key 'default' is missing"),
        ("max: {option: most}", "max: {option: words}", ""),
    ],
)
def test_options_in_yaml_that_cannot_be(tree: Tree, old: str, new: str, says: str) -> None:
    """What is wrong with the options of a declared rule is status 2, with the file and the name."""
    house(tree, old, new)
    tree.write("filinglint.toml", 'rule-packs = ["house.yaml"]\n')
    said = tree.fails("check")
    assert "house.yaml:" in said
    assert says in said
