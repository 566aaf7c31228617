"""Directives in documents: what they suppress, and everything that they do not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from filinglint.catalogue import load_catalogue

Codes = Callable[[dict[str, Any]], list[str]]
ONLY = ("--select", "BCP050")


def directive(words: str) -> str:
    """A comment that is a directive."""
    return f"<!-- filinglint: {words} -->\n"


def wvr(report: dict[str, Any]) -> list[str]:
    """The remarks on exceptions in a report, but that a directive is left."""
    return [one["rule"] for one in report["findings"] if one["rule"].startswith("WVR") and one["rule"] != "WVR010"]


def suppressed(report: dict[str, Any]) -> list[dict[str, Any]]:
    """The suppressions in a report."""
    return [one["suppression"] for one in report["findings"] if one["suppression"]]


HELD = {
    "ignore": {"before": directive('ignore[BCP050] reason="wording of the board"')},
    "ignore by slug": {"before": directive('ignore[absolute-promise] reason="r"')},
    "ignore by family": {"before": directive('ignore[BCP] reason="r"')},
    "several rules": {"before": directive('ignore[DOC003, BCP050] reason="r"')},
    "until today": {"before": directive('ignore[BCP050] until=2026-09-30 by=j.doe reason="r"')},
    "any order": {"before": directive('ignore[BCP050] by="J. Doe" reason=ok until=2026-12-31')},
    "range": {
        "before": directive('disable[BCP050] reason="quoted"'),
        "after": directive("enable[BCP050]"),
    },
    "range of two": {
        "before": directive('disable[DTE002,BCP050] reason="quoted"'),
        "after": directive("enable[DTE002,BCP050]"),
    },
    "range ended one by one": {
        "before": directive('disable[DTE002,BCP050] reason="quoted"'),
        "after": directive("enable[bcp050]") + directive("enable[DTE002]"),
    },
    "file": {"first": directive('ignore-file[BCP050] reason="a draft"')},
    "file by prefix": {"first": directive('ignore-file[BCP05] reason="a draft"')},
    "on several lines": {"before": '<!--filinglint:\n  ignore [BCP050]\n  reason="r"-->'},
}


@pytest.mark.parametrize("name", HELD)
def test_held(tree: Any, codes: Codes, name: str) -> None:
    """A directive of the form suppresses what it names where it is, and the finding stays in the report with it."""
    tree.page(**HELD[name])
    report = tree.check(*ONLY, "bcp/page.htm")
    assert [code for code in codes(report) if code == "BCP050"] == []
    (held,) = suppressed(report)
    line = next(number for number, text in enumerate(Path("bcp/page.htm").read_text().splitlines(), 1) if "!--" in text)
    assert held["kind"] == "inline"
    assert held["id"].startswith(f"bcp/page.htm:{line}:")
    assert held["reason"]
    assert [one["outcome"] for one in report["outcomes"] if one["rule"] == "BCP050"] == ["waived"]
    assert "WVR002" not in wvr(report)


def test_record_of_a_directive(tree: Any) -> None:
    """A suppression says its reason, who is behind it, and until when."""
    tree.page(before=directive('ignore[BCP050] until=2026-12-31 by=j.doe reason="wording of the board"'))
    (held,) = suppressed(tree.check(*ONLY, "bcp"))
    assert held == {
        "kind": "inline",
        "id": "bcp/page.htm:6:1",
        "reason": "wording of the board",
        "approved_by": "j.doe",
        "expires": "2026-12-31",
    }
    text = tree.run("check", *ONLY, "bcp", "--show-suppressed").stdout
    assert "suppressed: inline bcp/page.htm:6:1: wording of the board, until 2026-12-31" in " ".join(text.split())
    assert "BCP050" not in tree.run("check", *ONLY, "bcp", "-q").stdout


NOT_HELD = {
    "no rule": ({"before": directive('ignore[] reason="r"')}, "WVR002"),
    "blanket": ({"before": directive('ignore[ALL] reason="r"')}, "WVR002"),
    "no brackets": ({"before": directive('ignore reason="r"')}, "WVR002"),
    "a tag": ({"before": directive('ignore[tag:x] reason="r"')}, "WVR002"),
    "no reason": ({"before": directive("ignore[BCP050]")}, "WVR002"),
    "empty reason": ({"before": directive('ignore[BCP050] reason=" "')}, "WVR002"),
    "unknown verb": ({"before": directive('skip[BCP050] reason="r"')}, "WVR002"),
    "unknown key": ({"before": directive('ignore[BCP050] reason="r" line=4')}, "WVR002"),
    "key given twice": ({"before": directive('ignore[BCP050] reason="r" reason="s"')}, "WVR002"),
    "no such day": ({"before": directive('ignore[BCP050] reason="r" until=2026-02-30')}, "WVR002"),
    "until no day": ({"before": directive('ignore[BCP050] reason="r" until=soon')}, "WVR002"),
    "double hyphen": ({"before": directive('ignore[BCP050] reason="a -- b"')}, "WVR002"),
    "past": ({"before": directive('ignore[BCP050] until=2026-09-29 reason="r"')}, "WVR003"),
    "never enabled": ({"before": directive('disable[BCP050] reason="r"')}, "WVR005"),
    "enabled before": (
        {"first": directive('disable[BCP050] reason="r"'), "before": directive("enable[BCP050]")},
        "WVR001",
    ),
    "enabled alone": ({"before": directive("enable[BCP050]")}, "WVR002"),
    "disabled twice": (
        {"first": directive('disable[BCP050] reason="r"'), "before": directive('disable[BCP050] reason="r"')},
        "WVR002",
    ),
    "file after text": ({"before": directive('ignore-file[BCP050] reason="r"')}, "WVR002"),
    "no element after it": ({"before": f"<div>{directive('ignore[BCP050] reason=x')}</div>"}, "WVR002"),
    "another element": ({"before": directive('ignore[BCP050] reason="r"') + "<p>No word of it.</p>"}, "WVR001"),
    "another rule": ({"before": directive('ignore[BCP054] reason="r"')}, ""),  # which did not run: nobody accuses it
    "unknown rule": ({"before": directive('ignore[BCP0500] reason="r"')}, "WVR007"),
    "in a script": ({"before": f"<script>{directive('ignore[BCP050] reason=x')}</script>"}, ""),
    "in CDATA": ({"before": f"<![CDATA[{directive('ignore[BCP050] reason=x')}]]>"}, ""),
}


MISSPELT = {
    'filinglint: ignor[BCP050] reason="r"': "there is no 'ignor'; did you mean 'ignore'?",
    'filinglint: disabled[BCP050] reason="r"': "there is no 'disabled'; did you mean 'disable'?",
    'filinglint: skip[BCP050] reason="r"': "there is no 'skip'; it is one of ignore, ignore-file, disable, enable",
    'filnglint: ignore[BCP050] reason="r"': "'filnglint' is not known; did you mean 'filinglint'?",
    'filing-lint: ignore[BCP050] reason="r"': "'filing-lint' is not known; did you mean 'filinglint'?",
    'filinglint: ignore[BCP050] reason="r" untill=2027-01-01': "unknown key 'untill'; did you mean 'until'?",
    'filinglint: ignore[BCP050] reasn="r"': "unknown key 'reasn'; did you mean 'reason'?",
    'filinglint: ignore[BCP050] reason="r" zzz=1': "unknown key 'zzz'; there are by, reason and until",
    'filinglint: ignore[absolute-promis] reason="r"': "no rule is called 'absolute-promis'; did you mean",
    'filinglint: ignore[BCP050] reason="r" until=2027-13-01': "until '2027-13-01' is no date such as 2026-12-31",
    'filinglint: ignore(BCP050) reason="r"': 'this is not of the form filinglint: ignore[RULES] reason="…"',
}


@pytest.mark.parametrize("words", MISSPELT)
def test_misspelt(tree: Any, codes: Codes, words: str) -> None:
    """Whatever is misspelt in a directive is named, with the nearest name, and the directive suppresses nothing."""
    tree.page(before=f"<!-- {words} -->")
    report = tree.check(*ONLY, "bcp")
    assert "BCP050" in codes(report)
    messages = [one["message"] for one in report["findings"] if one["rule"] in ("WVR002", "WVR007")]
    assert len(messages) == 1
    assert messages[0].startswith(MISSPELT[words])


@pytest.mark.parametrize("words", ["stylelint-disable", "eslint: disable[x]", "splint:ignore[BCP050] reason=x", "lint"])
def test_comments_of_others(tree: Any, words: str) -> None:
    """Comments for other linters are nobody's business."""
    tree.page(before=f"<!-- {words} -->")
    assert not [one for one in tree.check(*ONLY, "bcp")["findings"] if one["rule"].startswith("WVR")]


@pytest.mark.parametrize("name", NOT_HELD)
def test_not_held(tree: Any, codes: Codes, name: str) -> None:
    """What departs from the form suppresses nothing, and it is said why."""
    placed, remark = NOT_HELD[name]
    tree.page(**placed)
    report = tree.check(*ONLY, "bcp")
    assert "BCP050" in codes(report)
    assert suppressed(report) == []
    said = set(wvr(report))
    assert said == ({remark} if remark else set()) or (name == "disabled twice" and said == {"WVR002", "WVR005"})


def test_note_on_what_returns(tree: Any) -> None:
    """A finding that returns says which directive held it."""
    tree.page(before=directive('ignore[BCP050] until=2026-09-29 reason="r"'))
    report = tree.check(*ONLY, "bcp")
    finding = next(one for one in report["findings"] if one["rule"] == "BCP050")
    assert finding["notes"] == ["the directive at bcp/page.htm:6:1 ended on 2026-09-29"]
    assert "note: the directive at bcp/page.htm:6:1 ended on 2026-09-29" in tree.run("check", *ONLY, "bcp").stdout


def test_soon(tree: Any) -> None:
    """A directive that ends within thirty days is spoken of."""
    tree.page(before=directive('ignore[BCP050] until=2026-10-30 reason="r"'))
    assert wvr(tree.check(*ONLY, "bcp")) == ["WVR006"]
    tree.page(before=directive('ignore[BCP050] until=2026-10-31 reason="r"'))
    assert wvr(tree.check(*ONLY, "bcp")) == []


def test_unused(tree: Any) -> None:
    """A directive that suppresses nothing is named, as an error under --strict; not where its rule did not run."""
    tree.page(first=directive('ignore-file[BCP041,BCP042] reason="r"'))
    report = tree.check("bcp", "--select", "BCP041")
    assert [one["message"] for one in report["findings"] if one["rule"] == "WVR001"] == [
        "'BCP041' suppresses nothing here"
    ]
    assert report["exit"] == 0
    strict = tree.check("bcp", "--select", "BCP041", "--strict")
    assert strict["exit"] == 1
    assert wvr(tree.check("bcp", "--select", "DOC003", "--allow-empty")) == []


def test_unused_is_taken_out(tree: Any) -> None:
    """A directive that suppresses nothing is taken out by a safe fix, both ends of a range too."""
    tree.page(
        first=directive('ignore-file[BCP050] reason="r"'),
        before=directive('disable[BCP041] reason="r"'),
        after=directive("enable[BCP041]"),
    )
    finding = next(one for one in tree.check("bcp")["findings"] if one["rule"] == "WVR001")
    assert finding["fixable"] == "safe"
    tree.run("fix", "bcp")
    assert Path("bcp/page.htm").read_text().count("filinglint:") == 1


@pytest.mark.parametrize(
    ("args", "severity", "status"),
    [
        ((), "info", 0),
        (("--purpose", "submit"), "error", 1),
        (("--purpose", "audit"), "info", 0),
        (("--config", "waivers.inline='forbid'"), "error", 1),
        (("--config", "severity.WVR010='warning'"), "warning", 0),
        (("--config", "ignore=['WVR010']"), None, 0),
        (("--no-suppressions",), "info", 0),
    ],
)
def test_left(tree: Any, args: tuple[str, ...], severity: str | None, status: int) -> None:
    """A directive left in a document is an error when it is to be filed, or forbidden; else it is mentioned."""
    tree.page(first=directive('ignore-file[BCP] reason="r"'))
    report = tree.check("bcp", *ONLY, *args)
    found = [one["severity"] for one in report["findings"] if one["rule"] == "WVR010"]
    assert found == ([severity] if severity else [])
    assert report["exit"] == status


def test_forbidden(tree: Any, codes: Codes) -> None:
    """Where directives are forbidden they have no effect, and what they held says so."""
    tree.write("filinglint.toml", '[waivers]\ninline = "forbid"\n')
    tree.page(first=directive('ignore-file[BCP050] reason="r"'))
    report = tree.check("bcp", *ONLY)
    assert "BCP050" in codes(report)
    note = "the directive at bcp/page.htm:1:13 is forbidden by filinglint.toml:2"
    assert next(one for one in report["findings"] if one["rule"] == "BCP050")["notes"] == [note]


def test_without_suppressions(tree: Any, codes: Codes) -> None:
    """With --no-suppressions everything counts."""
    tree.page(first=directive('ignore-file[BCP050] reason="r"'))
    assert "BCP050" not in codes(tree.check("bcp", *ONLY))
    assert "BCP050" in codes(tree.check("bcp", *ONLY, "--no-suppressions"))


@pytest.mark.parametrize("waivable", ["no", "approval"])
def test_not_waivable(tree: Any, codes: Codes, monkeypatch: pytest.MonkeyPatch, waivable: Any) -> None:
    """A rule that may not be waived, or only with approval, is not suppressed by a directive, and it is said."""
    catalogue = load_catalogue()
    rules = tuple(replace(r, waivable=waivable) if r.code == "BCP050" else r for r in catalogue.rules)
    changed = replace(catalogue, rules=rules)
    monkeypatch.setattr("filinglint.catalogue.load_catalogue", lambda *_: changed)
    tree.page(first=directive('ignore-file[BCP050] reason="r"'))
    report = tree.check("bcp", *ONLY)
    assert "BCP050" in codes(report)
    assert wvr(report) == ["WVR004"]


def test_plain_text_has_none(tree: Any, codes: Codes) -> None:
    """In plain text a comment is words like any other."""
    text = Path("bcp/page.htm").read_text().replace("<p>", "\n").replace("</p>", "\n")
    plain = "\n".join(line for line in text.splitlines() if not line.startswith(("<html", "</body", "<h")))
    tree.write("bcp/page.htm", "BUSINESS CONTINUITY PLAN\n\n" + directive('ignore-file[BCP050] reason="r"') + plain)
    tree.root.joinpath("bcp/page.htm").rename(tree.root / "bcp/page.txt")
    report = tree.check("bcp/page.txt", "--kind", "bcp-summary", *ONLY)
    assert "BCP050" in codes(report)
    assert wvr(report) == []


def test_markdown(tree: Any) -> None:
    """In Markdown a directive is for the block after it."""
    text = (
        "# Business Continuity Plan Disclosure\n\nLarkspur Securities LLC has a business continuity plan.\n\n"
        "{}We guarantee access to your account.\n\nIn a disruption call 1-800-555-0100. We guarantee it.\n"
    )
    tree.write("bcp/page.md", text.format(directive('ignore[BCP050] reason="r"')))
    report = tree.check("bcp/page.md", "--kind", "bcp-summary", *ONLY)
    assert [one["line"] for one in report["findings"] if one["rule"] == "BCP050" and one["suppression"]] == [6]
    assert [one["line"] for one in report["findings"] if one["rule"] == "BCP050" and not one["suppression"]] == [8]


def test_documents_of_a_submission(tree: Any) -> None:
    """In a submission a directive is for its own document; in the header there is none."""
    text = Path("filings/good.txt").read_text()
    body = "<html><body>{}<p>EXHIBIT 99.1</p><p>Sincerely yours</p></body></html>"
    exhibit = "<DOCUMENT>\n<TYPE>EX-99.1\n<SEQUENCE>2\n<FILENAME>a.htm\n<TEXT>\n" + body + "\n</TEXT>\n</DOCUMENT>\n"
    with_exhibit = text.replace(
        "</SEC-DOCUMENT>", exhibit.format(directive('ignore-file[DOC] reason="r"')) + "</SEC-DOCUMENT>"
    )
    header = with_exhibit.replace("<SEC-HEADER>", directive('ignore-file[DOC003] reason="r"') + "<SEC-HEADER>")
    tree.write("filings/two.txt", header)
    report = tree.check("filings/two.txt", "--select", "DOC003")
    assert [(one["rule"], one["document"], one["suppression"]) for one in report["findings"]] == [
        ("DOC003", "header", None),
        ("WVR010", "2 EX-99.1 a.htm", None),
    ]


def test_xml(tree: Any) -> None:
    """In XML a directive is for the element after it, and CDATA holds none."""
    tree.write(
        "a.xml",
        '<?xml version="1.0"?>\n<ownershipDocument>\n'
        + directive('ignore[OWN] reason="r"')
        + "<issuer><issuerCik>1</issuerCik></issuer><![CDATA["
        + directive('ignore[OWN] reason="r"')
        + "]]></ownershipDocument>\n",
    )
    report = tree.check("a.xml", "--select", "DOC003")
    assert [one["line"] for one in report["findings"] if one["rule"] == "WVR010"] == [3]


def test_the_fingerprint_knows_no_directive(tree: Any) -> None:
    """A directive changes no fingerprint: what it suppressed is the finding that returns."""
    bare = tree.check("bcp", *ONLY)["findings"][0]["fingerprint"]
    tree.page(first=directive('ignore-file[BCP050] reason="r"'))
    held = next(one for one in tree.check("bcp", *ONLY)["findings"] if one["rule"] == "BCP050")
    assert held["fingerprint"] == bare


def test_the_same_with_several_processes(tree: Any) -> None:
    """Suppressed or not, reports are the same with one and two processes, in every format."""
    for number in range(5):
        tree.page(f"bcp/page{number}.htm", before=directive('ignore[BCP050] reason="r"') if number % 2 else "")
    for style in ("json", "text", "concise"):
        one, two = (tree.run("check", "--format", style, "-j", jobs, "--show-suppressed") for jobs in "12")
        assert one.stdout == two.stdout


@pytest.mark.parametrize("code", ["WVR001", "WVR010", "baseline-stale", "SYS002"])
def test_remarks_explain_themselves(tree: Any, code: str) -> None:
    """Each remark has a page."""
    assert "What it checks" in tree.run("explain", code).stdout
