"""``--scope``: files alone, drafts as a whole, or both; what is known of a finding is known in each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

if TYPE_CHECKING:
    from .conftest import Tree

ROOT = Path(__file__).resolve().parents[2]
DRAFT = ROOT / "examples" / "draft"
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
IGNORE = '<!-- filinglint: ignore-file[ITM002,EXH003] reason="the manifest follows" -->'


@pytest.fixture
def drafted(tree: Tree) -> Tree:
    """The tree with the draft of the examples in it."""
    for file in DRAFT.iterdir():
        tree.write(f"drafts/may/{file.name}", file.read_text())
    return tree


def found(report: dict[str, Any]) -> set[tuple[str, str, str]]:
    """What a report finds that is not suppressed: code, path and fingerprint."""
    return {
        (one["rule"], str(Path(one["path"])), one["fingerprint"])
        for one in report["findings"]
        if not one["suppression"]
    }


def test_scopes(drafted: Tree) -> None:
    """``file`` judges the files of a draft alone, ``draft`` nothing but drafts, ``all`` drafts and what lies beside."""
    kinds = {
        scope: [one["kind"] for one in drafted.check("--scope", scope)["inputs"]] for scope in ("file", "draft", "all")
    }
    assert kinds["file"] == ["bcp-summary", "document", "document", "submission", "submission"]
    assert kinds["draft"] == ["draft"]
    assert kinds["all"] == ["bcp-summary", "draft", "submission", "submission"]
    assert kinds["all"] == [one["kind"] for one in drafted.check()["inputs"]]


def test_a_rule_that_needs_several_files(drafted: Tree) -> None:
    """What a document says against the manifest is found in the draft, and not in the document alone."""
    draft = found(drafted.check("--scope", "draft"))
    alone = {one for one in found(drafted.check("--scope", "file")) if "drafts" in one[1]}
    assert {"ITM002", "EXH003"} <= {code for code, _, _ in draft - alone}
    assert not {"ITM002", "EXH003"} & {code for code, _, _ in alone}


def test_a_finding_is_the_same_in_each(drafted: Tree) -> None:
    """A file of a draft has the same fingerprints alone as in its draft: one baseline serves both."""
    alone = {one for one in found(drafted.check("--scope", "file")) if "drafts" in one[1]}
    assert alone
    assert alone <= found(drafted.check("--scope", "draft"))
    assert drafted.run("baseline", "create").exit_code == 0
    for scope in ("file", "draft", "all"):
        assert found(drafted.check("--scope", scope)) == set(), scope


def test_half_a_draft_accuses_nobody(drafted: Tree) -> None:
    """What suppresses a finding of the draft is not called unused where a file of it is judged alone."""
    page = Path("drafts/may/lark-8k.htm")
    page.write_text(page.read_text().replace("<body", IGNORE + "<body", 1))
    drafted.write(
        "filinglint-waivers.toml",
        '[[waiver]]\nid = "W-1"\nrules = ["COV048"]\npaths = ["drafts/may/lark-8k.htm"]\nreason = "tags follow"\n'
        'approved-by = "counsel@lark.example"\nexpires = 2027-03-01\n',
    )
    drafted.run("baseline", "create", "--add", "ITM002", "--add", "EXH003", "--add", "EXH011")
    for args in (["--scope", "file"], ["--scope", "draft"], ["drafts/may/lark-8k.htm"]):
        codes = {one["rule"] for one in drafted.check(*args)["findings"]}
        assert not codes & {"WVR001", "WVR020"}, args


def test_scope_draft_without_a_draft(tree: Tree) -> None:
    """A repository without drafts has nothing to look at: status 2, or 0 where that is allowed."""
    assert "no filing" in tree.fails("check", "--scope", "draft")
    assert tree.run("check", "--scope", "draft", "--allow-empty").exit_code == 0
    assert "'al'" in tree.fails("check", "--scope", "al")


def test_the_hooks_say_so(drafted: Tree) -> None:
    """The hook for staged files judges each alone, that for drafts all of them, whatever is staged."""
    files, drafts = (HOOKS[name]["entry"].split()[1:] for name in ("filinglint", "filinglint-drafts"))
    assert drafted.run(*files, "drafts/may/lark-8k.htm", "drafts/may/lark-ex99-1.htm").exit_code == 0
    assert HOOKS["filinglint-drafts"]["pass_filenames"] is False
    result = drafted.run(*drafts)
    assert result.exit_code == 1
    assert "ITM002" in result.output


def test_fix_keeps_to_it(drafted: Tree) -> None:
    """``fix --scope draft`` mends drafts and nothing beside them."""
    for name in ("page.htm", "drafts/may/lark-ex99-1.htm"):
        text = (DRAFT / "lark-ex99-1.htm").read_text().replace("<body>", '<body onload="x()">')
        drafted.write(name, text if "onload" in text else text.replace("<body", '<body onload="x()"', 1))
    result = drafted.run("fix", "--scope", "draft", "--quiet")
    assert result.exit_code in (0, 1), result.output
    assert "onload" not in Path("drafts/may/lark-ex99-1.htm").read_text()
    assert "onload" in Path("page.htm").read_text()
