"""Drafts are inside information: what is kept, logged or said of a crash holds no text of theirs."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Tree

SECRET = "Zanzibar Holdings at 41.75 a share"
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
# A pack that breaks over the text, in each of the ways in which an exception may quote it.
PACK = f'''
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor
from filinglint.hooks import hookimpl
from filinglint.rule import Authority, rule


def quoted(whole):
    at = whole.source.text.find("{SECRET[:8]}")
    return whole.source.text[at : at + {len(SECRET)}] if at >= 0 else "nothing"


@extractor("quoting", frozenset(("submission", "draft", "document", "bcp-summary")))
def quoting(submission: Submission) -> dict[str, str]:
    """Return nothing."""
    return {{}}[quoted(submission)]


@extractor("whole", frozenset(("submission", "draft", "document", "bcp-summary")))
def whole(submission: Submission) -> Submission:
    """Return it."""
    return submission


def breaking(number, error):
    @rule(f"ACM00{{number}}", f"breaks-{{number}}", reads=(whole,), remedy="ask", authority=Authority("A manual"),
          kinds=frozenset(("submission", "draft", "document", "bcp-summary")))
    def check(text):
        """A rule does not break."""
        try:
            raise KeyError(quoted(text))
        except KeyError as inner:
            raise error(quoted(text)) from inner
        yield
    return check


RULES = [breaking(number, error) for number, error in enumerate((ValueError, SystemExit, AssertionError, OSError), 1)]


@hookimpl
def filinglint_rules():
    return RULES


@hookimpl
def filinglint_facts():
    return [quoting]
'''


@pytest.fixture
def confidential(tree: Tree) -> Tree:
    """Texts of all kinds that nobody has published, each with the secret; a pack that breaks over it is installed."""
    for file in (EXAMPLES / "draft").iterdir():
        tree.write(f"drafts/{file.name}", file.read_text().replace("</p>", f" {SECRET}</p>", 1))
    tree.write("ex99.htm", f"<html><body onload='x()'><p>EXHIBIT 99.1</p><p>{SECRET}</p></body></html>")
    tree.page("bcp/page.htm", after=f"<p>{SECRET}. We guarantee it.</p>")
    tree.write("filings/own.txt", Path("filings/bad.txt").read_text().replace("Nothing happened", SECRET))
    for name in ("good", "bad"):
        Path(f"filings/{name}.txt").unlink()
    # Neither accession number nor day: nobody has filed it.
    own = Path("filings/own.txt")
    lines = own.read_text().splitlines(keepends=True)
    own.write_text("".join(one for one in lines if not one.startswith(("ACCESSION", "FILED AS", "<SEC-DOC"))))
    tree.write("../site/acme_filinglint.py", PACK)
    tree.write("../site/acme_filinglint-1.3.dist-info/METADATA", "Name: acme-filinglint\nVersion: 1.3\n")
    tree.write("../site/acme_filinglint-1.3.dist-info/entry_points.txt", "[filinglint]\nacme = acme_filinglint\n")
    return tree


def run(tree: Tree, *args: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own that has nowhere to leave anything but beside the tree."""
    site, kept = tree.root.parent / "site", tree.root.parent / "kept"
    for name in ("home", "tmp"):
        (kept / name).mkdir(parents=True, exist_ok=True)
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith(("FILINGLINT", "XDG"))},
        "PYTHONPATH": os.pathsep.join([str(site), *sys.path]),
        "PYTHONDONTWRITEBYTECODE": "1",
        "HOME": str(kept / "home"),
        "TMPDIR": str(kept / "tmp"),
    }
    return subprocess.run(
        [sys.executable, "-m", "filinglint", *args],
        cwd=tree.root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def left(tree: Tree) -> Iterator[tuple[Path, bytes]]:
    """The files that runs have left, each with what is in it, as it is and unpacked."""
    for path in (tree.root.parent / "kept").rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            _, _, packed = data.partition(b"\n")
            try:
                yield path, data + zlib.decompress(packed)
            except zlib.error:
                yield path, data


def test_crashes(confidential: Tree) -> None:
    """Rules and facts that break over a text are named with place and kind of fault; no word of the text is said."""
    plugin = ("--plugin", "acme-filinglint")
    for more in ((), ("-v",), ("-j", "2")):
        done = run(confidential, "check", *plugin, "--select", "ACM", "--format", "json", *more)
        assert done.returncode == 3, done.stderr
        report = json.loads(done.stdout)
        assert {one["rule"] for one in report["findings"]} == {"SYS001"}
        assert len(report["findings"]) == 4 * 4
        assert SECRET[:8] not in done.stdout + done.stderr
    assert "acme_filinglint.py" in json.dumps(report["findings"])
    done = run(confidential, "facts", *plugin, "--fact", "quoting", "-v", "ex99.htm")
    assert done.returncode == 3
    assert "KeyError" in done.stderr
    assert SECRET[:8] not in done.stdout + done.stderr


@pytest.mark.parametrize(
    "args",
    [
        ("check", "-v", "-j", "2", "-o", "sarif:report.sarif"),
        ("facts", "--format", "json"),
        ("fix", "-q", "--format", "json"),
        ("fix", "--diff"),
        ("diff", "drafts", "drafts"),
        ("coverage",),
        ("baseline", "create"),
        ("init", "--yes"),
        ("doctor",),
    ],
    ids=" ".join,
)
def test_nothing_is_kept_or_logged(confidential: Tree, args: tuple[str, ...]) -> None:
    """Beside the report that is asked for nothing holds a word of a draft, and temporary files are gone."""
    before = {path: path.read_bytes() for path in confidential.root.rglob("*") if path.is_file()}
    done = run(confidential, *args)
    assert done.returncode in (0, 1), done.stderr
    assert SECRET[:8] not in done.stderr
    for path, data in left(confidential):
        assert SECRET[:8].encode() not in data, path
    assert list((confidential.root.parent / "kept" / "tmp").iterdir()) == []
    for path in confidential.root.rglob("*"):
        if path.is_file() and path not in before and path.suffix != ".sarif":
            assert SECRET[:8].encode() not in path.read_bytes(), path


def test_what_is_kept_is_private(confidential: Tree) -> None:
    """Folders that a run leaves behind are their owner's alone; of what is not published they hold no verdict."""
    confidential.write("filings/public.txt", (EXAMPLES / "8-k-clean.txt").read_text())
    assert run(confidential, "check").returncode in (0, 1)
    kept = list(left(confidential))
    assert [path for path, data in kept if b"filings/public.txt" in data]
    for path, data in kept:
        assert b"drafts" not in data, path
        assert b"ex99.htm" not in data, path
        folder = path.parent
        while folder.name not in (".cache", "Caches", "home"):
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700, folder
            folder = folder.parent
