"""Waiver records: what they hold, what they must be, and what is said of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from filinglint.catalogue import load_catalogue

Codes = Callable[[dict[str, Any]], list[str]]
ONLY = ("--select", "BCP050")
RECORD = """\
[[waiver]]
id = "W-2026-014"
rules = ["absolute-promise"]
paths = ["bcp/*.htm"]
at = { heading = "Access", text = "access to your  account", fingerprint = "" }
reason = "Wording of the head office; legal memo 2026-03-02."
approved-by = "cco@larkspur.example"
approved-on = 2026-03-04
expires = 2027-03-03
ticket = "GRC-881"
"""


def record(**changes: str | None) -> str:
    """The example's record with other lines; None leaves one out."""
    lines = dict(line.split(" = ", 1) for line in RECORD.splitlines()[1:])
    for key, value in changes.items():
        name = key.replace("_", "-")
        if value is None:
            lines.pop(name, None)
        else:
            lines[name] = value
    return "[[waiver]]\n" + "".join(f"{key} = {value}\n" for key, value in lines.items())


def wvr(report: dict[str, Any]) -> list[str]:
    """The remarks in a report."""
    return [one["rule"] for one in report["findings"] if one["rule"].startswith("WVR")]


def test_example(tree: Any, codes: Codes) -> None:
    """The record of the manual holds its finding, which stays in the report with record, reason, approver and end."""
    tree.write("filinglint-waivers.toml", RECORD)
    report = tree.check(*ONLY, "bcp")
    assert codes(report) == []
    assert report["findings"][0]["suppression"] == {
        "kind": "waiver",
        "id": "W-2026-014",
        "reason": "Wording of the head office; legal memo 2026-03-02.",
        "approved_by": "cco@larkspur.example",
        "expires": "2027-03-03",
    }
    assert [one["outcome"] for one in report["outcomes"] if one["rule"] == "BCP050"] == ["waived"]
    assert report["summary"]["suppressed"] == 1
    assert "1 waived (W-2026-014)" in " ".join(tree.run("check", *ONLY, "bcp").stdout.split())


def test_plain_text(tree: Any, codes: Codes) -> None:
    """In plain text, which has no directives, a record is the way."""
    tree.write(
        "filinglint-waivers.toml",
        record(rules='["DOC003"]', paths='["filings/bad.txt"]', at=None, expires="2027-01-01"),
    )
    report = tree.check("filings", "--select", "DOC003")
    assert (codes(report), report["exit"]) == ([], 0)
    assert tree.check("filings", "--select", "DOC003", "--no-suppressions")["exit"] == 1


@pytest.mark.parametrize(
    ("changes", "holds"),
    [
        ({"at": None}, True),
        ({"at": '{ heading = "ACCESS" }'}, True),
        ({"at": '{ heading = "Contacting us" }'}, False),
        ({"at": '{ text = "We guarantee" }'}, True),
        ({"at": '{ text = "your adviser" }'}, False),
        ({"at": '{ fingerprint = "fp1:00000000000000000000000000000000" }'}, False),
        ({"paths": '["bcp/page.htm"]'}, True),
        ({"paths": '["page.htm"]'}, False),  # a path is from the configuration, not of any folder
        ({"paths": '["filings/*", "bcp/**"]'}, True),
        ({"rules": '["BCP"]'}, True),
        ({"rules": '["BCP054"]'}, False),
    ],
)
def test_place(tree: Any, codes: Codes, changes: dict[str, str | None], *, holds: bool) -> None:
    """A record holds where its paths, its rules and the words that it names are, and nowhere else."""
    tree.write("filinglint-waivers.toml", record(**changes))
    assert ("BCP050" not in codes(tree.check(*ONLY, "bcp"))) is holds


def test_fingerprint(tree: Any, codes: Codes) -> None:
    """A record may name the fingerprints that it is for."""
    mark = tree.check(*ONLY, "bcp")["findings"][0]["fingerprint"]
    for words in (f'{{ fingerprint = "{mark}" }}', f'{{ fingerprint = ["fp1:{"0" * 32}", "{mark}"] }}'):
        tree.write("filinglint-waivers.toml", record(at=words))
        assert codes(tree.check(*ONLY, "bcp")) == []


FAULTS = {
    "no reason": (record(reason=None), "filinglint-waivers.toml:1:1: W-2026-014 has no 'reason'"),
    "no approval": (record(approved_by=None), "W-2026-014 has no 'approved-by', which every record must have"),
    "no end": (record(expires=None), "W-2026-014 has no 'expires'"),
    "too long": (record(expires="2027-03-05"), "filinglint-waivers.toml:9:11: W-2026-014 holds for 366 days"),
    "too long from today": (
        record(approved_on=None, expires="2027-10-01"),
        "holds for 366 days from today, 2026-09-30",
    ),
    "no rules": (record(rules="[]"), "give codes, slugs"),
    "blanket": (record(rules='["ALL"]'), "there is no blanket form"),
    "unknown rule": (record(rules='["absolute-promisse"]'), "did you mean absolute-promise"),
    "no paths": (record(paths=None), "key 'paths' is missing; give patterns of paths"),
    "a line number": (record(line="4"), "unknown key 'line'"),
    "a line number in at": (record(at="{ line = 4 }"), "unknown key 'line'"),
    "no date": (record(expires='"soon"'), "'soon' will not do; give the last day"),
    "same id": (RECORD + "\n" + RECORD, "'W-2026-014' is the id of another record"),
    "no TOML": ("[[waiver]\n", "this is not TOML"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_fault(tree: Any, name: str) -> None:
    """A record that is not as it must be is status 2, from check and from waivers check, with its place."""
    text, words = FAULTS[name]
    tree.write("filinglint-waivers.toml", text)
    for command in (("check", "bcp"), ("waivers", "check")):
        assert words in " ".join(tree.fails(*command).split())


def test_terms_of_the_configuration(tree: Any) -> None:
    """What a record must have, for how long it may hold and how many there may be, the configuration says."""
    tree.write("filinglint-waivers.toml", record(approved_by=None) + record(id='"W-2"', rules='["BCP054"]'))
    tree.write("filinglint.toml", '[waivers]\nrequire = ["expires"]\nmax-active = 2\n')
    assert tree.run("waivers", "check").exit_code == 0
    tree.write("filinglint.toml", '[waivers]\nrequire = ["expires"]\nmax-active = 1\n')
    assert "this is record 2 that is in force; max-active is 1" in tree.fails("check", "bcp")
    tree.write("filinglint.toml", '[waivers]\nrequire = ["ticket"]\nmax-days = 100\n')
    assert "max-days is 100" in tree.fails("check", "bcp")
    tree.write("filinglint.toml", '[waivers]\nfiles = ["a.toml", "b.toml"]\n')
    tree.write("a.toml", RECORD)
    tree.write("b.toml", RECORD)
    assert "is the id of another record in a.toml" in tree.fails("check", "bcp")


def test_expired(tree: Any, codes: Codes) -> None:
    """A record past its end holds nothing, is named, and is an error under --strict."""
    tree.write("filinglint-waivers.toml", record(expires="2026-09-29"))
    report = tree.check(*ONLY, "bcp")
    assert codes(report) == ["BCP050", "WVR003"]
    finding = next(one for one in report["findings"] if one["rule"] == "WVR003")
    assert (finding["path"], finding["line"], finding["severity"]) == ("filinglint-waivers.toml", 2, "warning")
    assert finding["message"] == "W-2026-014 ended on 2026-09-29"
    assert next(f for f in report["findings"] if f["rule"] == "BCP050")["notes"] == [
        "the waiver W-2026-014 ended on 2026-09-29"
    ]
    assert (report["exit"], tree.check(*ONLY, "bcp", "--strict")["exit"]) == (0, 1)
    assert tree.run("waivers", "check").exit_code == 1
    assert tree.run("waivers", "check", "--fail-on", "error").exit_code == 0


def test_expires_soon(tree: Any) -> None:
    """A record that ends within thirty days is spoken of, and holds."""
    tree.write("filinglint-waivers.toml", record(expires="2026-10-30"))
    report = tree.check(*ONLY, "bcp")
    assert [(one["rule"], one["severity"]) for one in report["findings"] if not one["suppression"]] == [
        ("WVR006", "info")
    ]
    assert tree.run("waivers", "check").exit_code == 0


def test_unused(tree: Any) -> None:
    """A record that holds nothing is named; an error under --strict."""
    tree.write("filinglint-waivers.toml", record(at='{ text = "no such words" }'))
    report = tree.check(*ONLY, "bcp")
    assert wvr(report) == ["WVR001"]
    assert "W-2026-014 names 'absolute-promise', which finds nothing that it covers" in str(report["findings"])
    assert tree.check(*ONLY, "bcp", "--strict")["exit"] == 1


def test_half_a_run_accuses_nobody(tree: Any) -> None:
    """A record is not called unused where one of its files was not looked at, or its rule did not run."""
    tree.write("filinglint-waivers.toml", record(at='{ text = "no such words" }'))
    tree.page("bcp/other.htm")
    assert wvr(tree.check(*ONLY, "bcp/page.htm")) == []
    assert wvr(tree.check("--select", "DOC003", "bcp")) == []
    assert wvr(tree.check(*ONLY, "filings")) == []
    assert wvr(tree.check(*ONLY, "bcp")) == ["WVR001"]
    tree.write("filinglint-waivers.toml", record(rules='["BCP"]', at='{ text = "no such words" }'))
    assert wvr(tree.check(*ONLY, "bcp")) == [], "not all rules of the family ran"
    assert wvr(tree.check("bcp")) == ["WVR001"]


@pytest.mark.parametrize(("waivable", "holds"), [("no", False), ("approval", True)])
def test_not_waivable(tree: Any, codes: Codes, monkeypatch: pytest.MonkeyPatch, waivable: Any, *, holds: bool) -> None:
    """A rule that may not be waived is not; one that needs approval is, by a record that says who approved it."""
    catalogue = load_catalogue()
    rules = tuple(replace(r, waivable=waivable) if r.code == "BCP050" else r for r in catalogue.rules)
    changed = replace(catalogue, rules=rules)
    monkeypatch.setattr("filinglint.catalogue.load_catalogue", lambda *_: changed)
    tree.write("filinglint-waivers.toml", RECORD)
    report = tree.check(*ONLY, "bcp")
    assert ("BCP050" not in codes(report)) is holds
    assert wvr(report) == ([] if holds else ["WVR004"])
    assert tree.run("waivers", "check").exit_code == int(not holds)
    tree.write("filinglint.toml", '[waivers]\nrequire = ["reason"]\n')
    tree.write("filinglint-waivers.toml", record(approved_by=None))
    assert "BCP050" in codes(tree.check(*ONLY, "bcp"))


def test_list(tree: Any) -> None:
    """Records are listed with their state today."""
    tree.write(
        "filinglint-waivers.toml",
        RECORD + record(id='"W-2"', expires="2026-10-01") + record(id='"W-3"', expires="2026-09-01"),
    )
    text = tree.run("waivers", "list").stdout
    assert "W-2026-014  in force, until 2027-03-03, approved by cco@larkspur.example" in text
    assert text.endswith("3 records, 2 in force\n")
    listed = json.loads(tree.run("waivers", "list", "--format", "json").stdout)["waivers"]
    assert [one["state"] for one in listed] == ["in force", "expires soon", "expired"]
    assert listed[0]["text"] == "access to your  account"


ADD = ("waivers", "add", "--rule", "BCP050", "--path", "bcp/page.htm", "--reason", 'the "board" wants it')


def test_add(tree: Any, codes: Codes) -> None:
    """A record is added to the end of the file with the next id of the year, and what was there stays."""
    tree.write("filinglint-waivers.toml", "# ours\r\n" + RECORD.replace("absolute-promise", "BCP054"))
    result = tree.run(*ADD, "--approved-by", "cco@larkspur.example", "--expires", "2026-12-31", "--text", "guarantee")
    assert result.stdout == "added W-2026-015 to filinglint-waivers.toml\n"
    text = Path("filinglint-waivers.toml").read_bytes().decode()
    assert text.startswith("# ours\r\n" + RECORD.replace("absolute-promise", "BCP054"))
    assert 'at = { text = "guarantee" }\nreason = "the \\"board\\" wants it"\n' in text
    assert "approved-on = 2026-09-30\nexpires = 2026-12-31\n" in text
    assert codes(tree.check(*ONLY, "bcp")) == []


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ((), "has no 'approved-by'"),
        (("--approved-by", "x", "--expires", "2028-01-01"), "max-days is 365"),
        (("--approved-by", "x", "--expires", "soon"), "is no date"),
        (("--approved-by", "x", "--expires", "2026-12-31", "--rule", "NOPE"), "no rule is called 'NOPE'"),
    ],
)
def test_add_what_must_not_be(tree: Any, more: tuple[str, ...], words: str) -> None:
    """A record that would not be as it must is not written."""
    assert words in tree.fails(*ADD, *more)
    assert not Path("filinglint-waivers.toml").exists()


def test_expire(tree: Any, codes: Codes) -> None:
    """A record that is ended holds nothing from today on; no other byte of the file changes."""
    text = "# ours\r\n" + RECORD + "# end"
    tree.write("filinglint-waivers.toml", text)
    assert tree.run("waivers", "expire", "W-2026-014").stdout == "W-2026-014 ended on 2026-09-29\n"
    assert Path("filinglint-waivers.toml").read_bytes().decode() == text.replace("2027-03-03", "2026-09-29")
    assert "BCP050" in codes(tree.check(*ONLY, "bcp"))
    assert "did you mean W-2026-014?" in tree.fails("waivers", "expire", "W-2026-041")
    tree.write("filinglint.toml", '[waivers]\nrequire = ["reason"]\n')
    tree.write("filinglint-waivers.toml", record(expires=None))
    tree.run("waivers", "expire", "W-2026-014")
    assert 'id = "W-2026-014"\nexpires = 2026-09-29\n' in Path("filinglint-waivers.toml").read_text()


def test_import_and_strip(tree: Any, codes: Codes) -> None:
    """Directives become records as narrow as they are; the documents, stripped, are clean and hold what they held."""
    before = '<!-- filinglint: ignore[BCP050] by=cco@larkspur.example until=2026-12-31 reason="board" -->'
    idle = '<!-- filinglint: ignore[BCP041] by=x until=2026-12-31 reason="idle" -->'
    tree.page(before=before, after=idle)
    bare = Path("bcp/page.htm").read_bytes().replace(before.encode(), b"").replace(idle.encode(), b"")
    shown = tree.run("waivers", "import", "bcp", "--dry-run")
    assert "[[waiver]]" in shown.stdout
    assert not Path("filinglint-waivers.toml").exists()
    result = tree.run("waivers", "import", "bcp")
    assert "added W-2026-001 to filinglint-waivers.toml" in result.stdout
    assert "this directive suppresses nothing" in result.stderr
    text = Path("filinglint-waivers.toml").read_text()
    assert 'rules = ["BCP050"]\npaths = ["bcp/page.htm"]\nat = { fingerprint = "fp1:' in text
    assert "guarantee" not in text, "no word of a document is in a record"
    assert tree.run("strip", "bcp").exit_code == 0
    assert Path("bcp/page.htm").read_bytes() == bare
    report = tree.check(*ONLY, "bcp", "--purpose", "submit")
    assert (codes(report), report["exit"]) == ([], 0)


def test_import_needs_who_and_when(tree: Any) -> None:
    """A directive that names nobody needs --approved-by, one without end --expires; ignore-file names no place."""
    tree.page(first='<!-- filinglint: ignore-file[BCP050] reason="draft" -->')
    assert "has no 'approved-by'" in tree.fails("waivers", "import", "bcp")
    assert "has no 'expires'" in tree.fails("waivers", "import", "bcp", "--approved-by", "cco")
    tree.run("waivers", "import", "bcp", "--approved-by", "cco", "--expires", "2026-12-31")
    assert "at =" not in Path("filinglint-waivers.toml").read_text()


def test_the_same_with_several_processes(tree: Any) -> None:
    """With records used, unused and expired, reports are the same with one and two processes."""
    tree.write(
        "filinglint-waivers.toml",
        RECORD + record(id='"W-2"', expires="2026-09-01") + record(id='"W-3"', rules='["BCP041"]'),
    )
    for number in range(5):
        tree.page(f"bcp/page{number}.htm")
    one, two = (tree.run("check", "--format", "json", "-j", jobs) for jobs in "12")
    assert one.stdout == two.stdout
    assert wvr(json.loads(one.stdout)) == ["WVR003", "WVR001"]
