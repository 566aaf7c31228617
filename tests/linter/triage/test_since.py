"""What is new since a revision or a report, by fingerprint and never by changed lines."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Codes = Callable[[dict[str, Any]], list[str]]
ONLY = ("--select", "BCP050,DOC003")


@pytest.fixture
def repository(tree: Any) -> Any:
    """The tree as a git repository with one commit."""
    if shutil.which("git") is None:
        pytest.skip("there is no git")
    shutil.rmtree(tree.root / ".git")
    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "Begin")
    return tree


def git(*args: str) -> str:
    """Run git as somebody who has no configuration."""
    who = {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        **{f"GIT_{role}_{key}": "a@filer.example" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")},
    }
    done = subprocess.run(["git", *args], env={**os.environ, **who}, capture_output=True, text=True, check=True)
    return done.stdout


def test_only_what_is_new(repository: Any) -> None:
    """What was there at the revision is not reported, wherever it stands now; what is new is."""
    report = repository.check(*ONLY, "--since", "HEAD")
    assert (report["findings"], report["exit"]) == ([], 0)
    assert report["notices"][-1]["message"] == "2 findings were there at HEAD and not reported"
    repository.page(first="\n\n\n", after="\n<p>We guarantee your returns.</p>")
    repository.page("bcp/new.htm")
    report = repository.check(*ONLY, "--since", "HEAD", "--fail-on", "warning")
    assert [(one["path"], one["line"]) for one in report["findings"]] == [("./bcp/new.htm", 6), ("./bcp/page.htm", 10)]
    assert report["exit"] == 1


def test_the_repository_stays_as_it_is(repository: Any) -> None:
    """The index, the working tree and the list of worktrees are the same afterwards."""
    repository.page("bcp/new.htm")
    git("add", "bcp/new.htm")
    before = git("status", "--porcelain"), git("worktree", "list"), Path(".git/index").read_bytes()
    repository.check(*ONLY, "--since", "HEAD")
    assert (git("status", "--porcelain"), git("worktree", "list"), Path(".git/index").read_bytes()) == before


def test_from_a_folder(repository: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths are those of the caller, whatever folder the caller is in; files that are gone are no matter."""
    os.remove("filings/good.txt")
    monkeypatch.chdir(repository.root / "filings")
    assert repository.check(*ONLY, "--since", "HEAD")["findings"] == []
    assert (
        repository.check(*ONLY, "--since", "HEAD", "../bcp/page.htm", str(repository.root / "filings"))["findings"]
        == []
    )


def test_configuration_of_today(repository: Any) -> None:
    """Both are judged by the configuration of today: a rule that is new makes no old finding new."""
    repository.write("filinglint.toml", 'ignore = ["DOC003"]\n')
    git("add", ".")
    git("commit", "-q", "-m", "Ignore")
    repository.write("filinglint.toml", '[severity]\nBCP050 = "error"\n')
    assert repository.check(*ONLY, "--since", "HEAD")["findings"] == []


def test_what_was_held_and_is_not(repository: Any, codes: Codes) -> None:
    """A finding that a directive held at the revision, and none holds now, is new."""
    repository.page(before='<!-- filinglint: ignore[BCP050] reason="r" -->')
    git("commit", "-q", "-a", "-m", "Hold")
    repository.page()
    assert codes(repository.check("--select", "BCP050", "bcp", "--since", "HEAD")) == ["BCP050"]


def test_draft(repository: Any) -> None:
    """Drafts are compared as drafts."""
    repository.write("drafts/q3/submission.toml", 'form = "8-K"\n[[documents]]\nfile = "lark.htm"\ntype = "8-K"\n')
    repository.write("drafts/q3/lark.htm", "<html><body><p>FORM 8-K</p><p>Item 7.01 Regulation FD</p></body></html>")
    git("add", ".")
    git("commit", "-q", "-m", "Draft")
    report = repository.check("drafts", "--since", "HEAD")
    assert [one["rule"] for one in report["findings"]] == []
    assert repository.check("drafts/q3", "--since", "HEAD~1")["findings"]


def test_report(tree: Any) -> None:
    """A report of before will do where there is no repository."""
    tree.run("check", *ONLY, "-o", "json:before.json")
    tree.page(after="<p>We guarantee your returns.</p>")
    report = tree.check(*ONLY, "--since", "before.json")
    assert [one["rule"] for one in report["findings"]] == ["BCP050"]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--since", "no-such-revision"], "neither a revision of this repository nor a report"),
        (["--since=--output=x"], "neither a revision of this repository nor a report"),
        (["--since", "filings/good.txt"], "is no report"),
        (["--since", "HEAD", "-"], "standard input is none"),
        (["--since", "HEAD", os.path.abspath(os.sep)], "lies outside of the repository"),
    ],
)
def test_faults_of_the_caller(repository: Any, args: list[str], words: str) -> None:
    """What names no revision and no report is status 2."""
    paths = [] if args[-1] in ("-", os.path.abspath(os.sep)) else ["filings"]
    if args[-1] == os.path.abspath(os.sep):
        args = [*args[:-1], str(repository.root.parent / "other.txt")]
        Path(args[-1]).write_text(Path("filings/bad.txt").read_text())
    assert words in repository.fails("check", *ONLY, *paths, *args)


def test_no_repository(tree: Any) -> None:
    """Without a repository a revision is status 2."""
    if shutil.which("git") is None:
        pytest.skip("there is no git")
    assert "--since 'HEAD'" in tree.fails("check", *ONLY, "filings", "--since", "HEAD")


def test_the_same_with_several_processes(repository: Any) -> None:
    """What is new is the same with one and two processes."""
    for number in range(5):
        repository.page(f"bcp/page{number}.htm")
    one, two = (repository.run("check", "--format", "json", "--since", "HEAD", "-j", jobs) for jobs in "12")
    assert one.stdout == two.stdout
