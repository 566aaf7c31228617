"""What a stranger's pack brings is there for every command that the configuration lets load it, and for no other."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from filinglint import catalogue, plugins

if TYPE_CHECKING:
    from .conftest import Tree

PACK = '''
"""A pack that knows who wrote a text."""
from dataclasses import dataclass

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor
from filinglint.finding import Observation, Severity
from filinglint.hooks import hookimpl
from filinglint.located import Absent, Leaf, Located
from filinglint.rule import Authority, rule
from filinglint.rule_options import option
from filinglint.spans import Span


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote it."""

    name: Leaf[str]


@extractor("author")
def author(submission: Submission) -> Author:
    """Return who wrote *submission*."""
    at = submission.source.text.find("LARKSPUR")
    return Author(Located("LARKSPUR", Span(at, at + 8)) if at >= 0 else Absent(submission.span, "author"))


@dataclass(frozen=True, slots=True)
class Names:
    """Who may write."""

    allowed: tuple[str, ...] = option((), "the names of who may write")


@rule("ACM001", "author-unknown", reads=(author,), options=Names, remedy="ask", severity=Severity.ERROR,
      authority=Authority("Manual of the house"))
def author_unknown(who: Author, options: Names):
    """A text is written by who may."""
    if who.name.value not in options.allowed:
        yield Observation(who.name, f"'{who.name.value}' may not write")


@hookimpl
def filinglint_rules():
    return [author_unknown]


@hookimpl
def filinglint_facts():
    return [author]
'''
YAML = """\
pack: house-bcp
kinds: [bcp-summary]
rules:
  - code: HSE001
    slug: copy-missing
    title: A summary offers a copy in writing.
    severity: warning
    authority: [{instrument: "Manual of the house, section 1", obligation: should}]
    require: {disclosure: written_copy}
    message: no copy is offered
    rationale: Who has no computer wants it on paper.
    remedy: offer a copy
    cases:
      - silent: We mail you a written copy of this summary on request.
"""


@pytest.fixture
def stranger(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tree]:
    """A tree for which a stranger's distribution is installed, and whose configuration does not list it."""
    site = tree.write("../site/acme_filinglint.py", PACK).parent
    tree.write("../site/acme_filinglint-1.3.dist-info/METADATA", "Name: acme-filinglint\nVersion: 1.3\n")
    tree.write("../site/acme_filinglint-1.3.dist-info/entry_points.txt", "[filinglint]\nacme = acme_filinglint\n")
    monkeypatch.syspath_prepend(str(site))
    yield tree
    plugins.load_packs.cache_clear()
    catalogue.load_catalogue.cache_clear()


LISTED = 'plugins = ["acme-filinglint>=1.2,<2"]\n'


def test_every_command_follows_the_configuration(stranger: Tree) -> None:
    """``check``, ``facts``, ``explain``, ``rules`` and ``doctor`` know the pack once it is listed, and not before."""
    assert "no rule is called 'ACM001'" in stranger.fails("explain", "ACM001")
    assert "no fact is called 'author'" in stranger.fails("facts", "--fact", "author")
    assert "acme-filinglint 1.3, installed and not listed" in stranger.run("doctor").stdout
    stranger.write("filinglint.toml", LISTED)
    assert "A text is written by who may." in stranger.run("explain", "ACM001").stdout
    facts = json.loads(stranger.run("facts", "--fact", "author", "--format", "json", "filings/good.txt").stdout)
    assert facts["inputs"][0]["facts"]["author"]["name"]["value"] == "LARKSPUR"
    report = stranger.check("--select", "ACM001", "filings")
    assert [one["message"] for one in report["findings"]] == ["'LARKSPUR' may not write"] * 2
    assert "1.3, 1 rules" in stranger.run("doctor").stdout or "acme" in stranger.run("doctor").stdout
    assert "ACM001" in stranger.run("rules", "--select", "ACM").stdout


def test_by_the_command_line(stranger: Tree) -> None:
    """``--plugin`` loads it for one run."""
    assert "author-unknown" in stranger.run("explain", "ACM001", "--plugin", "acme-filinglint").stdout
    assert stranger.run("facts", "--fact", "author", "--plugin", "acme-filinglint", "filings").exit_code == 0
    assert stranger.run("check", "--select", "ACM", "--plugin", "acme-filinglint", "filings").exit_code == 1


def test_its_options(stranger: Tree) -> None:
    """A stranger's options are set, shown and verified as ours are."""
    stranger.write("filinglint.toml", LISTED + '[rules.author-unknown]\nallowed = ["LARKSPUR"]\n')
    assert stranger.check("--select", "ACM001", "filings")["findings"] == []
    assert 'allowed = ["LARKSPUR"] (filinglint.toml:3)' in " ".join(stranger.run("explain", "ACM001").stdout.split())
    stranger.write("filinglint.toml", LISTED + '[rules.author-unknown]\nalowed = ["LARKSPUR"]\n')
    assert "filinglint.toml:3:1: unknown key 'alowed'; did you mean 'allowed'?" in stranger.fails("check")


MANUAL = """\
#:schema ./schemas/filinglint-1.schema.json
edition = "2026.1"
profile = ["finra-4370"]
purpose = "review"
fail-on = "error"
include = ["filings/**/*.htm", "filings/**/*.txt", "bcp/*"]
exclude = ["filings/archive/**"]          # also applied to paths given explicitly (pre-commit passes paths)
plugins = ["acme-filinglint>=1.2,<2"]     # only listed plugins load
rule-packs = ["compliance/rules"]         # YAML, data only
extend-select = ["tag:privacy"]
ignore = ["FMT2"]
[severity]
DTE011 = "warning"
[rules.html-outside-link]
hosts = ["larkspur.example"]
[[overrides]]                             # later entries win; any setting except edition/plugins
paths = ["bcp/**"]
extend-select = ["BCP"]
severity = { FMT01 = "info" }
[waivers]
files = ["filinglint-waivers.toml"]
require = ["reason", "approved-by", "expires"]
max-days = 365
max-active = 25
inline = "allow"                          # allow | forbid
[limits]
document-bytes = 268435456
rule-seconds = 30
"""


def test_the_configuration_of_the_manual(stranger: Tree) -> None:
    """Every line of the manual's example is taken, and does what the manual says of it."""
    stranger.write("filinglint.toml", MANUAL)
    stranger.write("compliance/rules/house.yaml", YAML)
    stranger.write("filinglint-waivers.toml", "")
    stranger.write("filings/archive/old.txt", "x")
    report = stranger.check(".", "filings/archive/old.txt")
    assert {"ACM001", "HSE001"} <= {one["rule"] for one in report["outcomes"]}
    assert [one["path"].removeprefix("./") for one in report["inputs"]] == [
        "bcp/page.htm", "filings/bad.txt", "filings/good.txt"
    ]  # fmt: skip
    assert any(one["message"] == "not checked: excluded by filinglint.toml:7" for one in report["notices"])
    reasons = {one["code"]: one for one in json.loads(
        stranger.run("rules", "--why", "bcp/page.htm", "--format", "json").stdout
    )["rules"]}  # fmt: skip
    assert reasons["BCP042"]["reason"] == "selected by 'BCP' (filinglint.toml:18)"
    assert reasons["DTE011"]["severity_reason"] == "'DTE011' (filinglint.toml:13)"
    assert reasons["FMT012"]["severity_reason"] == "'FMT01' (filinglint.toml:19)"
    shown = stranger.run("config", "show", "bcp/page.htm").stdout
    assert 'hosts = ["larkspur.example"]' in shown
    assert stranger.run("config", "validate").exit_code == 0


def test_a_pack_of_the_tree(tree: Tree) -> None:
    """Rules in YAML that the configuration names are explained and listed."""
    tree.write("compliance/rules.yaml", YAML)
    assert "no rule is called 'HSE001'" in tree.fails("explain", "HSE001")
    tree.write("filinglint.toml", 'rule-packs = ["compliance/rules.yaml"]\n')
    assert "A summary offers a copy in writing." in " ".join(tree.run("explain", "copy-missing").stdout.split())
    assert "HSE001" in tree.run("rules", "--select", "HSE").stdout
    assert [one["rule"] for one in tree.check("--select", "HSE", "bcp")["findings"]] == ["HSE001"]


def test_facts_of_what_is_configured(tree: Tree) -> None:
    """``facts`` leaves out what the configuration does, unless it is named, and reads inputs as it says."""
    tree.write("notes.txt", "Business Continuity Plan. We plan to continue business.\n")
    tree.write("filinglint.toml", 'exclude = ["filings/**"]\n[[overrides]]\npaths = ["notes.txt"]\nkind = "document"\n')

    def read(*args: str) -> list[tuple[str, str]]:
        printed = json.loads(tree.run("facts", "--format", "json", *args).stdout)
        return [(one["path"].removeprefix("./"), one["kind"]) for one in printed["inputs"]]

    assert read() == [("notes.txt", "document"), ("bcp/page.htm", "bcp-summary")]
    assert read("filings/good.txt") == [("filings/good.txt", "submission")]
    assert ("filings/good.txt", "submission") in read("--no-exclude")
    assert ("filings/good.txt", "submission") in read("--isolated")
    tree.write("filinglint.toml", "exclued = []\n")
    assert "did you mean 'exclude'?" in tree.fails("facts")
