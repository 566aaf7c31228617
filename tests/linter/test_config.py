"""Configuration: found beside each input, checked to the letter, and shown with where each value is stated."""

from __future__ import annotations

import json
import os
import signal
import time
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from filinglint.catalogue import load_catalogue
from filinglint.cli import main
from filinglint.config.globs import excludes, literal, matches
from filinglint.config.requirements import distribution_of, installed
from filinglint.documents.submission import Submission
from filinglint.errors import PackError
from filinglint.facts.extractor import submission
from filinglint.finding import Observation
from filinglint.rule import Authority, rule
from filinglint_schemas import load_schema

EXAMPLE = """\
#:schema ./schemas/filinglint-1.schema.json
edition = "2026.1"
profile = ["finra-4370"]
purpose = "review"
fail-on = "error"
include = ["filings/**/*.htm", "filings/**/*.txt", "bcp/*"]
exclude = ["filings/archive/**"]
extend-select = ["form:10-K"]
ignore = ["FMT2"]
[severity]
DOC003 = "warning"
[[overrides]]
paths = ["bcp/**"]
extend-select = ["BCP"]
severity = { BCP05 = "info" }
[waivers]
require = ["reason", "approved-by", "expires"]
max-days = 365
max-active = 25
inline = "allow"
[limits]
document-bytes = 268435456
rule-seconds = 30
"""


def found(report: dict[str, Any]) -> dict[str, str]:
    """The severities of what a report finds, by code."""
    return {one["rule"]: one["severity"] for one in report["findings"]}


@pytest.mark.parametrize("name", ["filinglint.toml", ".filinglint.toml", "pyproject.toml"])
def test_example(tree: Any, name: str) -> None:
    """The configuration of the manual holds in each of its three homes: severities, profiles, overrides, patterns."""
    text = EXAMPLE if name != "pyproject.toml" else _under_tool(EXAMPLE)
    tree.write(name, text)
    tree.write("filings/archive/old.txt", Path("filings/bad.txt").read_text())
    report = tree.check()
    assert [one["path"] for one in report["inputs"]] == ["./bcp/page.htm", "./filings/bad.txt", "./filings/good.txt"]
    assert report["exit"] == report["run"]["status"]
    assert found(report)["DOC003"] == "warning"
    assert found(report)["BCP050"] == "info"
    assert report["tool"]["edition"] == "2026.1"
    assert report["tool"]["edition_pinned"] is True
    assert {tuple(one["profile"]) for one in report["inputs"]} == {("finra-4370",)}
    assert report["run"]["config_sha256"]
    assert any("excludes" in notice["message"] or "excluded" in notice["message"] for notice in report["notices"])


def _under_tool(text: str) -> str:
    lines = []
    for line in text.splitlines():
        opening = "[[" if line.startswith("[[") else "["
        lines.append(line.replace(opening, f"{opening}tool.filinglint.", 1) if line.startswith("[") else line)
    return "[project]\nname = 'x'\n\n[tool.filinglint]\n" + "\n".join(lines) + "\n"


def test_example_is_as_its_schema_says() -> None:
    """The configuration of the manual is as the published schema says."""
    Draft202012Validator(load_schema("filinglint")).validate(tomllib.loads(EXAMPLE))


FAULTS = {
    "unknown key": ('fail-onn = "error"\n', "filinglint.toml:1:1: unknown key 'fail-onn'; did you mean 'fail-on'?"),
    "misspelt key that must be": ("[[overrides]]\npath = ['x']\n", ":2:1: unknown key 'path'; did you mean 'paths'?"),
    "unknown value": ('\nfail-on = "eror"\n', "filinglint.toml:2:12: 'eror' is not known here; did you mean 'error'?"),
    "wrong type": ("preview = 1\n", "filinglint.toml:1:11: 1 will not do; give true"),
    "wrong list": ('ignore = "FMT2"\n', "filinglint.toml:1:11: 'FMT2' will not do; give a list of words"),
    "unknown rule": ('ignore = ["FMT2", "EXH0O1"]\n', "filinglint.toml:1:20: no rule is called 'EXH0O1'; did you mean"),
    "unknown slug": ('[severity]\ndocument-count-difers = "info"\n', "did you mean document-count-differs?"),
    "unknown severity": ('[severity]\nDOC003 = "off"\n', "filinglint.toml:2:11: 'off' is not known here; it is one of"),
    "tag in severity": ('[severity]\n"tag:x" = "info"\n', "filinglint.toml:2:1: no rule has 'tag:x'"),
    "unknown tag": ('extend-select = ["tag:no-such"]\n', "no rule has 'tag:no-such'"),
    "unknown citation": ("select = ['cite:\"17 CFR 999\"']\n", "no rule has 'cite:\"17 CFR 999\"'"),
    "unknown profile": ('profile = ["finra-4371"]\n', "no profile is called 'finra-4371'; did you mean 'finra-4370'?"),
    "unknown edition": ('edition = "2026.9"\n', "there is no edition '2026.9'; did you mean '2026.1'?"),
    "no day": ('as-of = "tomorrow"\n', "filinglint.toml:1:10: 'tomorrow' is no day"),
    "no option": ("[rules.document-count-differs]\nmax-age-days = 365\n", "unknown option 'max-age-days'; DOC003"),
    "option of no rule": ("[rules.plan-review-stale]\nmax-age-days = 365\n", "no rule is called 'plan-review-stale'"),
    "edition in an override": ('[[overrides]]\npaths = ["a"]\nedition = "2026.1"\n', "unknown key 'edition'"),
    "override without paths": ('[[overrides]]\nignore = ["FMT2"]\n', "filinglint.toml:1:1: key 'paths' is missing"),
    "key in a table": (
        "[waivers]\nmax-day = 3\n",
        "filinglint.toml:2:1: unknown key 'max-day'; did you mean 'max-days'?",
    ),
    "not TOML": ("edition = \n", "filinglint.toml:1:1: this is not TOML"),
    "no pack": ('rule-packs = ["no/such"]\n', "filinglint.toml:1:16: there is no rule pack 'no/such' beside this file"),
    "no requirement": ('plugins = ["acme pack !"]\n', "filinglint.toml:1:13: 'acme pack !' cannot be read"),
    "missing plugin": ('plugins = ["acme-filinglint>=1.2,<2"]\n', "pack 'acme-filinglint': is not installed"),
    "plugin of another version": ('plugins = ["filinglint<0.0.1"]\n', "'plugins' asks for filinglint<0.0.1"),
    "network": ('extend = "https://rules.example/a.toml"\n', "never read from a network"),
    "nothing to extend": ('extend = "no-such.toml"\n', "there is no file 'no-such.toml' beside this one"),
    "own circle": ('extend = "filinglint.toml"\n', "is extended by itself"),
    "no distribution": ('extend = "pkg:acme-base/strict.toml"\n', "the distribution 'acme-base' is not installed"),
    "no such data": (
        'extend = "pkg:filinglint/no-such.toml"\n',
        "the distribution 'filinglint' has no file 'no-such.toml'",
    ),
    "named waivers missing": ('[waivers]\nfiles = ["w.toml"]\n', "filinglint.toml:2: there is no file 'w.toml'"),
    "named baseline missing": ('baseline = "b.json"\n', "filinglint.toml:1: there is no file 'b.json'"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_fault(tree: Any, name: str) -> None:
    """A fault is status 2, with file, line and column, what is wrong, and the nearest that there is."""
    text, words = FAULTS[name]
    tree.write("filinglint.toml", text)
    said = tree.fails("check", "filings")
    assert words in " ".join(said.split()), said


def test_fault_is_shown(tree: Any) -> None:
    """The line of a fault is shown, with carets under the words."""
    tree.write("filinglint.toml", 'edition = "2026.1"\nfail-on = "eror"\n')
    lines = tree.fails("check").splitlines()
    assert lines[1:] == ["   |", ' 2 | fail-on = "eror"', "   |            ^^^^"]


def test_fault_below_a_table_of_pyproject(tree: Any) -> None:
    """In pyproject.toml the place is that of the file, and other tables are nobody's business."""
    tree.write("pyproject.toml", "[tool.other]\nfilinglint = 1\n\n[tool.filinglint]\nignroe = []\n")
    assert "pyproject.toml:5:1: unknown key 'ignroe'; did you mean 'ignore'?" in tree.fails("check")
    tree.write("pyproject.toml", "[tool.other]\nname = 'filinglint'\n")
    assert tree.check("filings/good.txt", "--select", "DOC003")["run"]["config_sha256"] is None


def test_two_in_one_folder(tree: Any) -> None:
    """Two configurations in one folder are status 2, and both are named."""
    tree.write("filinglint.toml", "")
    tree.write(".filinglint.toml", "")
    assert "filinglint.toml and .filinglint.toml both hold a configuration" in tree.fails("check")


def test_nearest_wins(tree: Any) -> None:
    """For each input the nearest configuration above it holds alone, up to the root of the repository."""
    tree.write("filinglint.toml", '[severity]\nDOC003 = "info"\nBCP050 = "info"\n')
    tree.write("bcp/.filinglint.toml", 'fail-on = "warning"\n')
    report = tree.check("--select", "DOC003,BCP050")
    assert found(report) == {"DOC003": "info", "BCP050": "warning"}
    assert report["exit"] == 1, "the page's own fail-on counts for it"
    assert tree.check("--select", "DOC003,BCP050", "filings")["exit"] == 0
    inner = tree.write("inner/.git/HEAD", "").parent.parent
    tree.write("inner/bad.txt", Path("filings/bad.txt").read_text())
    assert found(tree.check("--select", "DOC003", "inner"))["DOC003"] == "error", f"{inner} is a repository of its own"


def test_extend(tree: Any) -> None:
    """Plain values replace those below, extend- lists add to them, and overrides of both hold."""
    tree.write(
        "base/base.toml",
        'extend = "deep.toml"\nignore = ["DOC003", "FMT2"]\nexclude = ["*.bak"]\nfail-on = "info"\n'
        '[severity]\nBCP050 = "info"\nDOC003 = "info"\n',
    )
    tree.write("base/deep.toml", 'purpose = "audit"\nfail-on = "never"\n')
    tree.write(
        "filinglint.toml",
        'extend = "base/base.toml"\nignore = ["FMT2"]\nextend-exclude = ["bcp/old.htm"]\n'
        '[severity]\nBCP050 = "error"\n',
    )
    tree.page("bcp/old.htm")
    report = tree.check()
    assert found(report)["DOC003"] == "info", "ignore was replaced"
    assert found(report)["BCP050"] == "error"
    assert report["run"]["purpose"] == "audit"
    assert report["run"]["fail_on"] == "info"
    assert "./bcp/old.htm" not in [one["path"] for one in report["inputs"]]
    shown = tree.run("config", "show").stdout
    assert 'purpose = "audit"                        # base/deep.toml:1' in shown
    assert '  "bcp/old.htm",                         # filinglint.toml:3' in shown


def test_extend_from_a_distribution(tree: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an installed distribution ships can be extended; its package is not imported."""
    tree.write("site/acme_base/__init__.py", "raise RuntimeError('imported')\n")
    tree.write("site/acme_base/strict.toml", '[severity]\nBCP050 = "error"\n[[overrides]]\npaths = ["bcp/*"]\n')
    tree.write("site/acme_base-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: acme-base\nVersion: 1.0\n")
    monkeypatch.syspath_prepend(str(tree.root / "site"))
    tree.write("filinglint.toml", 'extend = "pkg:acme-base/strict.toml"\n')
    assert found(tree.check("bcp"))["BCP050"] == "error"
    assert "# pkg:acme-base/strict.toml:2" in tree.run("config", "show").stdout


def test_overrides(tree: Any) -> None:
    """Of several overrides for a path the later wins, and what it ignores is ignored there alone."""
    tree.write(
        "filinglint.toml",
        'ignore = ["FMT2"]\n'
        '[[overrides]]\npaths = ["bcp/**"]\nprofile = ["nfa-2-38"]\nseverity = { BCP050 = "error" }\n'
        '[[overrides]]\npaths = ["bcp/page.htm"]\nignore = ["DOC"]\nseverity = { BCP050 = "info" }\nfail-on = "info"\n',
    )
    report = tree.check()
    assert found(report)["BCP050"] == "info"
    assert "DOC003" in found(report)
    kinds = {one["path"]: (one["profile"], one["fail_on"]) for one in report["inputs"]}
    assert kinds["./bcp/page.htm"] == (["nfa-2-38"], "info")
    assert kinds["./filings/bad.txt"][1] == "error"
    assert "FMT201" not in found(report)


def test_excluded_paths_that_are_named(tree: Any) -> None:
    """A path that is named and excluded is no error: status 0, and a notice says which line excludes it."""
    tree.write("filinglint.toml", '\nexclude = ["filings/**"]\n')
    report = tree.check("filings/bad.txt")
    assert (report["exit"], report["inputs"]) == (0, [])
    assert report["notices"] == [{"path": "filings/bad.txt", "message": "not checked: excluded by filinglint.toml:2"}]
    assert tree.check("filings")["exit"] == 0
    assert tree.check("filings/bad.txt", "--no-exclude", "--select", "DOC003")["exit"] == 1
    assert [one["path"] for one in tree.check(".")["inputs"]] == ["./bcp/page.htm"]
    tree.write("filinglint.toml", 'include = ["bcp/*"]\n')
    report = tree.check("filings/bad.txt")
    assert report["exit"] == 0
    assert "not among what filinglint.toml:1 includes" in report["notices"][0]["message"]


def test_nothing_left(tree: Any) -> None:
    """Where patterns leave nothing of a folder that is searched, that is status 2 unless it is allowed."""
    tree.write("filinglint.toml", 'include = ["no/such/*"]\n')
    assert "no filing and no BCP summary" in tree.fails("check", ".")
    assert tree.check(".", "--allow-empty")["exit"] == 0


def test_config_of_the_caller(tree: Any) -> None:
    """--config names a file for every input, or states one setting; --isolated looks for none."""
    tree.write("filinglint.toml", 'ignore = ["DOC003"]\n')
    tree.write("other/ci.toml", '[severity]\nDOC003 = "info"\n')
    picked = ("--select", "DOC003")
    assert "DOC003" not in found(tree.check("filings"))
    assert "DOC003" in found(tree.check("filings", "--isolated"))
    assert found(tree.check("filings", "--config", "other/ci.toml", *picked)) == {"DOC003": "info"}
    severity = ("--config", "severity.DOC003 = 'warning'", "--config", "fail-on='warning'")
    report = tree.check("filings", *severity, "--config", "ignore=[]")
    assert found(report)["DOC003"] == "warning"
    assert report["run"]["fail_on"] == "warning"
    assert found(tree.check("filings", "--isolated", *severity, *picked)) == {"DOC003": "warning"}


def test_config_in_the_environment(tree: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """FILINGLINT_CONFIG is --config where there is none, and --isolated silences it."""
    tree.write("other/ci.toml", '[severity]\nDOC003 = "info"\n')
    monkeypatch.setenv("FILINGLINT_CONFIG", str(tree.root / "other" / "ci.toml"))
    assert found(tree.check("filings", "--select", "DOC003")) == {"DOC003": "info"}
    assert found(tree.check("filings", "--select", "DOC003", "--isolated")) == {"DOC003": "error"}


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--config", "no-such.toml"], "'no-such.toml' is neither a file nor key = value"),
        (["--config", "fail-onn='x'"], "--config 'fail-onn='x'':1:1: unknown key 'fail-onn'; did you mean 'fail-on'?"),
        (["--config", "a.toml", "--config", "b.toml"], "one may extend the other"),
        (["--config", "filings/good.txt", "--isolated"], "--isolated reads no configuration"),
        (["--edition", "2026.9"], "there is no edition '2026.9'"),
        (["--plugin", "no-such-pack"], "pack 'no-such-pack': is not installed"),
    ],
)
def test_faults_of_the_caller(tree: Any, args: list[str], words: str) -> None:
    """What the caller states is checked as a file is."""
    assert words in " ".join(tree.fails("check", "filings", *args).split())


def test_show(tree: Any) -> None:
    """What holds for a path is shown as TOML with the line of each value, and as JSON."""
    tree.write("filinglint.toml", EXAMPLE)
    shown = tree.run("config", "show", "bcp/page.htm").stdout
    assert 'fail-on = "error"                        # filinglint.toml:5' in shown
    assert '  "BCP",                                 # filinglint.toml:14' in shown
    assert 'as-of = "filing"                         # default' in shown
    assert tomllib.loads(shown)["severity"] == {"DOC003": "warning", "BCP05": "info"}
    record = json.loads(tree.run("config", "show", "--format", "json").stdout)
    assert {"key": "purpose", "value": "review", "origin": "filinglint.toml:4"} in record["settings"]
    assert record["file"] == "filinglint.toml"


def test_validate(tree: Any) -> None:
    """A sound configuration is said to be sound; a fault in it, its records or its baseline is status 2."""
    assert tree.run("config", "validate").stdout == ".: no configuration; the defaults hold\n"
    tree.write("filinglint.toml", EXAMPLE)
    sound = "filinglint.toml: sound, with 0 waivers and 0 entries of a baseline\n"
    assert tree.run("config", "validate").stdout == sound
    assert tree.run("config", "validate", "filinglint.toml").stdout == sound
    tree.write("filinglint-baseline.json", "{}")
    assert "is no baseline" in tree.fails("config", "validate")


@pytest.mark.parametrize("name", ["filinglint", "waivers", "baseline", "report"])
def test_schema(tree: Any, name: str) -> None:
    """The schemas are printed as they are shipped; that of a configuration has the options of rules besides."""
    args = () if name == "filinglint" else (name,)
    printed = json.loads(tree.run("config", "schema", *args).stdout)
    if name == "filinglint":
        assert "DTE001" in printed["properties"]["rules"].pop("properties")
    assert printed == load_schema(name)


def test_too_large(tree: Any) -> None:
    """A file larger than the configuration allows is not read, which is said: status 3."""
    tree.write("filinglint.toml", "[limits]\ndocument-bytes = 100\n")
    report = tree.check("filings/good.txt")
    assert report["exit"] == 3
    assert [one["rule"] for one in report["findings"]] == ["SYS010"]
    assert "document-bytes allows 100" in report["findings"][0]["message"]


@pytest.mark.parametrize(
    ("pattern", "path", "is_of"),
    [
        ("filings/**/*.htm", "filings/a.htm", True),
        ("filings/**/*.htm", "filings/q3/x/a.htm", True),
        ("filings/**/*.htm", "filings/a.txt", False),
        ("bcp/*", "bcp/a.htm", True),
        ("bcp/*", "bcp/old/a.htm", False),
        ("bcp/**", "bcp", True),
        ("bcp/**", "bcp/old/a.htm", True),
        ("bcp/**", "bcp2/a.htm", False),
        ("*.md", "docs/a.md", True),
        ("./*.md", "docs/a.md", False),
        ("./*.md", "a.md", True),
        ("bcp", "bcp/old/a.htm", True),
        ("bcp/", "bcp/a.htm", True),
        ("**", "a/b", True),
        ("a?c.txt", "abc.txt", True),
        ("a?c.txt", "a/c.txt", False),
        ("[ab].txt", "b.txt", True),
        ("[!ab].txt", "b.txt", False),
        ("[[]x].txt", "[x].txt", True),
        ("a.b", "axb", False),
    ],
)
def test_pattern(pattern: str, path: str, *, is_of: bool) -> None:
    """Patterns are of paths as those of git are, most often."""
    assert matches(pattern, path) is is_of


def test_patterns_of_folders() -> None:
    """What excludes a folder excludes what is in it; an anchored name is of one folder; a path names itself alone."""
    assert excludes("archive", "filings/archive/2004/a.txt")
    assert not matches("a.txt", "b/a.txt", anchored=True)
    assert matches("a.txt", "a.txt", anchored=True)
    assert matches(literal("we[i]rd*.txt"), "we[i]rd*.txt", anchored=True)
    assert not matches(literal("we[i]rd*.txt"), "weird1.txt", anchored=True)


@pytest.mark.parametrize(
    ("clauses", "holds"),
    [
        ("", True),
        (">=1.2,<2", True),
        (">=1.2.3", True),
        ("==1.2.3", True),
        ("==1.2.*", True),
        ("!=1.2.*", False),
        ("~=1.2", True),
        ("~=1.3", False),
        (">1.2.3", False),
        ("<=1.2.3.0", True),
    ],
)
def test_requirement(clauses: str, monkeypatch: pytest.MonkeyPatch, *, holds: bool) -> None:
    """A plugin is loaded in the versions that will do, and in no other."""
    monkeypatch.setattr("importlib.metadata.version", lambda _: "1.2.3")
    assert distribution_of(f"acme-pack{clauses}") == "acme-pack"
    if holds:
        assert installed(f"acme-pack{clauses}") == "acme-pack"
    else:
        with pytest.raises(PackError):
            installed(f"acme-pack{clauses}")


def test_reports_are_the_same(tree: Any) -> None:
    """With configurations of their own, overrides and exclusions, reports are the same with one and two processes."""
    tree.write("filinglint.toml", EXAMPLE)
    tree.write("bcp/filinglint.toml", 'fail-on = "info"\n[severity]\nBCP05 = "error"\n')
    for number in range(6):
        tree.page(f"bcp/page{number}.htm")
    one, two = tree.run("check", "--format", "json", "-j", "1"), tree.run("check", "--format", "json", "-j", "2")
    assert one.stdout == two.stdout
    assert one.exit_code == two.exit_code == 1


def test_private(tree: Any) -> None:
    """A run writes nothing but what it is asked for."""
    tree.write("filinglint.toml", EXAMPLE)
    before = sorted(str(path) for path in tree.root.rglob("*"))
    tree.check()
    tree.run("config", "show")
    assert sorted(str(path) for path in tree.root.rglob("*")) == before
    assert os.getcwd() == str(tree.root)


@rule("TST003", "test-never-ends", authority=Authority("A test"), reads=(submission,), remedy="do nothing")
def never_ends(whole: Submission) -> Iterator[Observation]:
    """A rule comes to an end."""
    while whole.path:
        time.sleep(0.01)
    yield Observation(whole.span, "there is no path")


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="there are no such signals here")
def test_rule_that_takes_too_long(tree: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule that takes longer than it may is stopped and named, the others still run, and the status is 3."""
    rules = tuple(one for one in load_catalogue().rules if one.code == "DOC003")
    catalogue = replace(load_catalogue(), rules=(never_ends, *rules))
    monkeypatch.setattr("filinglint.catalogue.load_catalogue", lambda *_: catalogue)
    tree.write("filinglint.toml", "[limits]\nrule-seconds = 0.2\n")
    report = tree.check("filings/bad.txt")
    assert report["exit"] == 3
    assert {one["rule"] for one in report["findings"]} == {"SYS002", "DOC003"}
    outcome = next(one for one in report["outcomes"] if one["rule"] == "TST003")
    assert outcome["reason"] == "incomplete: the rule took more than 0.2 seconds"


def test_standard_input(tree: Any) -> None:
    """Standard input is configured as the file that it is called is."""
    tree.write("filings/filinglint.toml", '[severity]\nDOC003 = "info"\n')
    data = Path("filings/bad.txt").read_bytes()
    args = ["check", "--format", "json", "--select", "DOC003", "-", "--stdin-filename", "filings/new.txt"]
    report = json.loads(CliRunner().invoke(main, args, input=data).stdout)
    assert found(report) == {"DOC003": "info"}
