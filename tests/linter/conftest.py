"""What the tests of configuration and exceptions share: a tree of small inputs, and the command line run in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from filinglint.cli import main
from filinglint_schemas import load_schema
from made_up import filing

TODAY = "1790726400"  # 2026-09-30
PAGE = """\
<html><body>{first}
<h1>Business Continuity Plan Disclosure</h1>
<p>Larkspur Securities LLC has a business continuity plan for significant business disruptions of our office,
the building, the city and the region. We plan to continue business.</p>
<h2>Access</h2>
{before}<p>We guarantee access to your account.</p>{after}
<h2>Contacting us</h2>
<p>In a disruption call 1-800-555-0100 or visit www.larkspur.example.</p>
</body></html>
"""


@dataclass(frozen=True)
class Tree:
    """A folder of inputs that is the working directory: a filing with one error, and a page with one warning.

    DOC003 finds the error in ``filings/bad.txt``, BCP050 the warning in ``bcp/page.htm``.
    """

    root: Path

    def write(self, path: str, text: str) -> Path:
        """Write *text* to *path*, and return where it is."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
        return file

    def page(self, path: str = "bcp/page.htm", *, first: str = "", before: str = "", after: str = "") -> Path:
        """Write a page about continuity with words before all others, and around its promise."""
        return self.write(path, PAGE.format(first=first, before=before, after=after))

    def run(self, *args: str) -> Result:
        """Run the command line."""
        result = CliRunner().invoke(main, args)
        assert "Traceback" not in result.output, result.output
        return result

    def check(self, *args: str) -> dict[str, Any]:
        """Return the report of ``check``, which is as its schema says, with the exit status as ``exit``."""
        result = self.run("check", "--format", "json", *args)
        assert result.stdout, result.output
        report: dict[str, Any] = json.loads(result.stdout)
        Draft202012Validator(load_schema("report")).validate(report)
        return report | {"exit": result.exit_code}

    def fails(self, *args: str) -> str:
        """Return what is said on standard error when *args* are status 2, blanks folded."""
        result = self.run(*args)
        assert result.exit_code == 2, result.output
        assert result.stdout == ""
        return result.stderr


@pytest.fixture
def tree(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Tree:
    """A repository of inputs, on the last day of September 2026."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    monkeypatch.delenv("FILINGLINT_CONFIG", raising=False)
    # The trees of all tests are alike: what one test says of rules must not be what another is told.
    monkeypatch.setenv("FILINGLINT_CACHE_DIR", str(tmp_path_factory.mktemp("kept")))
    made = Tree(tmp_path)
    (tmp_path / ".git").mkdir()
    made.write("filings/good.txt", filing())
    made.write("filings/bad.txt", filing(count=7))
    made.page()
    monkeypatch.chdir(tmp_path)
    return made


@pytest.fixture
def codes() -> Callable[[dict[str, Any]], list[str]]:
    """What a report finds: the codes of the findings that are not suppressed, in order."""
    return lambda report: [one["rule"] for one in report["findings"] if one["suppression"] is None]
