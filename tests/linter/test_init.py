"""``filinglint init`` looks over a tree and writes the first files, over nothing that is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from filinglint import __version__, editions
from filinglint.cli import main

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def init(*arguments: str | Path, say: str | None = None) -> Result:
    """Run ``filinglint init``."""
    return CliRunner().invoke(main, ["init", *map(str, arguments)], input=say)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A tree with two filings, a BCP summary, a draft, and a text that is nothing of these."""
    for folder in ("filings", "bcp", "drafts/q3"):
        (tmp_path / folder).mkdir(parents=True)
    for name in ("8-k-clean.txt", "8-k-defects.txt"):
        (tmp_path / "filings" / name).write_bytes((EXAMPLES / name).read_bytes())
    (tmp_path / "bcp" / "summary.txt").write_bytes((EXAMPLES / "bcp-summary-defects.txt").read_bytes())
    (tmp_path / "drafts/q3/submission.toml").write_text('form = "10-Q"\n')
    (tmp_path / "notes.txt").write_text("Buy milk.\n")
    (tmp_path / "empty.txt").write_text("")
    return tmp_path


def test_it_says_what_it_found(tree: Path) -> None:
    """Kinds, forms and drafts are printed before anything is written."""
    lines = [line.strip() for line in init(tree, "--yes").stdout.splitlines()]
    assert "2 submissions" in lines
    assert "1 BCP summary" in lines
    assert any(line.startswith("forms: 8-K (2)") for line in lines)
    assert any(line.startswith("drafts: drafts/q3") for line in lines)
    assert "1 other text, which filinglint leaves alone" in lines


def test_the_configuration_can_be(tree: Path) -> None:
    """What is written names the newest edition and the schema, and is a sound configuration."""
    assert init(tree, "--yes").exit_code == 0
    text = (tree / "filinglint.toml").read_text()
    assert text.startswith("#:schema ")
    assert f'edition = "{editions.newest()}"' in text
    validated = CliRunner().invoke(main, ["config", "validate", str(tree)])
    assert validated.exit_code == 0, validated.output
    assert "sound" in validated.stdout


def test_a_tree_with_nothing_in_it(tmp_path: Path) -> None:
    """Whoever begins before there is anything gets a configuration too."""
    result = init(tmp_path, "--yes")
    assert result.exit_code == 0
    assert "no filing" in result.stdout
    assert (tmp_path / "filinglint.toml").is_file()


@pytest.mark.parametrize(("say", "written"), [("y\n", True), ("\n", True), ("n\n", False)])
def test_it_asks(tree: Path, say: str, written: bool) -> None:
    """Without --yes it asks once, and writes when told so."""
    result = init(tree, say=say)
    assert result.exit_code == 0
    assert "write filinglint.toml?" in result.stdout
    assert (tree / "filinglint.toml").exists() == written


def test_nobody_to_ask(tree: Path) -> None:
    """Where nobody answers nothing is written."""
    assert init(tree, say="").exit_code == 130
    assert not (tree / "filinglint.toml").exists()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("filinglint.toml", 'edition = "2026.1"\n'),
        (".filinglint.toml", ""),
        ("pyproject.toml", '[tool.filinglint]\nedition = "2026.1"\n'),
    ],
)
def test_a_configuration_is_never_overwritten(tree: Path, name: str, text: str) -> None:
    """Whichever file configures the tree already, it stays, and no second one is written beside it."""
    (tree / name).write_text(text)
    result = init(tree, "--yes")
    assert result.exit_code == 0
    assert f"{name} is a configuration already" in result.stdout
    assert (tree / name).read_text() == text
    assert [path.name for path in tree.glob("*filinglint.toml")] == ([] if name == "pyproject.toml" else [name])


def test_a_project_without_a_table_of_ours(tree: Path) -> None:
    """A pyproject.toml that does not speak of filinglint is no configuration."""
    (tree / "pyproject.toml").write_text('[project]\nname = "filings"\n')
    init(tree, "--yes")
    assert (tree / "filinglint.toml").is_file()


def test_hooks_where_there_are_none(tree: Path) -> None:
    """The hooks are those of the installed version, and their entries are commands that there are."""
    assert init(tree, "--yes", "--hooks").exit_code == 0
    written = yaml.safe_load((tree / ".pre-commit-config.yaml").read_text())
    hooks = [hook for repo in written["repos"] for hook in repo["hooks"]]
    assert [hook["id"] for hook in hooks] == ["filinglint", "filinglint-drafts", "filinglint-registry"]
    for hook in hooks:
        assert hook["additional_dependencies"] == [f"filinglint=={__version__}"]
        command = hook["entry"].split()[1:]
        assert CliRunner().invoke(main, [*command, "--help"]).exit_code == 0


@pytest.mark.parametrize(
    "before",
    [
        "repos:\n  - repo: https://a.example/tools\n    rev: v1\n    hooks:\n      - id: spell\n",
        "repos:\n- repo: https://a.example/tools\n  rev: v1\n  hooks:\n  - id: spell",
        "# ours\ndefault_stages: [pre-commit]\nrepos:\r\n  - repo: local\r\n    hooks: []\r\n",
    ],
)
def test_hooks_are_added_to_those_there_are(tree: Path, before: str) -> None:
    """What was there stays as it was, byte for byte; one repository of hooks follows it."""
    path = tree / ".pre-commit-config.yaml"
    path.write_bytes(before.encode())
    assert init(tree, "--yes", "--hooks").exit_code == 0
    after = path.read_bytes().decode()
    assert after.startswith(before)
    old, new = yaml.safe_load(before), yaml.safe_load(after)
    assert new["repos"][:-1] == old["repos"]
    assert new["repos"][-1]["hooks"][0]["id"] == "filinglint"
    assert {key: value for key, value in new.items() if key != "repos"} == {
        key: value for key, value in old.items() if key != "repos"
    }
    again = path.read_bytes()
    assert "it has the hook already" in init(tree, "--yes", "--hooks").stdout
    assert path.read_bytes() == again


@pytest.mark.parametrize(
    "before",
    [
        "repos: []\n",
        "repos:\n  - repo: local\n    hooks: []\nfail_fast: true\n",
        "not: [a, list\n",
        "",
    ],
)
def test_hooks_that_cannot_be_added_are_shown(tree: Path, before: str) -> None:
    """A file laid out otherwise is left as it is, and what to add is printed."""
    path = tree / ".pre-commit-config.yaml"
    path.write_text(before)
    result = init(tree, "--yes", "--hooks")
    assert result.exit_code == 0
    assert path.read_text() == before
    assert "id: filinglint" in result.stdout


def test_a_workflow(tree: Path) -> None:
    """The workflow reads, may write nothing, and every action in it is pinned to a commit."""
    (tree / ".git").mkdir()
    (tree / ".git" / "HEAD").write_text("ref: refs/heads/trunk\n")
    assert init(tree, "--yes", "--workflow").exit_code == 0
    text = (tree / ".github/workflows/filinglint.yml").read_text()
    written = yaml.safe_load(text)
    assert written["permissions"] == {"contents": "read"}
    assert written[True]["push"]["branches"] == ["trunk"]  # YAML 1.1 reads "on" so
    steps = written["jobs"]["filinglint"]["steps"]
    for step in steps:
        assert "run" in step or re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", step["uses"])
    assert f"filinglint=={__version__}" in text
    (tree / ".github/workflows/filinglint.yml").write_text("mine\n")
    init(tree, "--yes", "--workflow")
    assert (tree / ".github/workflows/filinglint.yml").read_text() == "mine\n"


@pytest.mark.parametrize("arguments", [("--draft", "8-K", "--hooks"), ("--draft", "8-K", "--workflow")])
def test_a_draft_is_something_else(tree: Path, arguments: tuple[str, ...]) -> None:
    """A manifest is written for a folder of documents, hooks for a repository."""
    assert init(tree, *arguments).exit_code == 2


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """There is nothing to begin in."""
    assert init(tmp_path / "nowhere", "--yes").exit_code == 2
