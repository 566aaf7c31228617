"""What asks for more than the limits allow is not looked at, says so, and makes the run incomplete."""

from __future__ import annotations

import json
import re
import signal
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from filinglint.catalogue import load_catalogue
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor, submission
from filinglint.finding import Observation
from filinglint.limits import Limits
from filinglint.rule import Authority, rule
from filinglint.running import Overrun, Watch
from filinglint.spans import Span

ALARMS = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="there are no such signals here")
META: dict[str, Any] = {"authority": Authority("A test"), "remedy": "do nothing"}


@rule("TST001", "test-finds-much", reads=(submission,), **META)
def finds_much(whole: Submission) -> Iterator[Observation]:
    """There is little to find."""
    for number in range(1_000):
        yield Observation(whole.span, f"place {number}")


@rule("TST002", "test-backtracks", reads=(submission,), **META)
def backtracks(whole: Submission) -> Iterator[Observation]:
    """An expression comes to an end."""
    if re.match(r"(?:a|a?)+$", "a" * 64 + "b"):
        yield Observation(whole.span, "it did")


@extractor("slow")
def slow(whole: Submission) -> str:
    """Facts that nobody has the time to find."""
    while whole.path:
        time.sleep(0.01)
    return ""


@rule("TST003", "test-waits", reads=(slow,), **META)
def waits(found: str) -> Iterator[Observation]:
    """Facts are found."""
    yield Observation(Span(0, 0), found)


@rule("TST004", "test-waits-too", reads=(slow,), **META)
def waits_too(found: str) -> Iterator[Observation]:
    """Facts are found again."""
    yield Observation(Span(0, 0), found)


@rule("TST005", "test-swallows", reads=(submission,), **META)
def swallows(whole: Submission) -> Iterator[Observation]:
    """Nobody holds on to what is over."""
    for _ in range(2):
        try:
            while whole.path:
                time.sleep(0.01)
        except BaseException:
            pass
    yield Observation(whole.span, "it is still here")


def use(monkeypatch: pytest.MonkeyPatch, *rules: Any) -> None:
    """Let the catalogue hold *rules* and DOC003."""
    ours = tuple(one for one in load_catalogue().rules if one.code == "DOC003")
    catalogue = replace(load_catalogue(), rules=(*ours, *rules))
    monkeypatch.setattr("filinglint.catalogue.load_catalogue", lambda *_: catalogue)


def outcome(report: dict[str, Any], code: str) -> tuple[str, str | None]:
    """The outcome of the rule *code*, and its reason."""
    return next((one["outcome"], one["reason"]) for one in report["outcomes"] if one["rule"] == code)


def tool_says(report: dict[str, Any]) -> list[tuple[str, str]]:
    """What the tool says of itself: codes and messages."""
    return [(one["rule"], one["message"]) for one in report["findings"] if one["rule"].startswith("SYS")]


@pytest.mark.parametrize(
    ("limit", "says"),
    [
        ("document-bytes = 100", "and document-bytes allows 100"),
        ("documents = 2", "the filing has 3 documents, and documents allows 2"),
        ("header-lines = 5", " lines, and header-lines allows 5"),
        ("tags = 3", "has more than 3 different tags, and tags allows 3"),
        ("nesting = 4", "its markup is nested 5 deep, and nesting allows 4"),
    ],
)
def test_input_that_is_too_large(tree: Any, limit: str, says: str) -> None:
    """A file that is too large, holds too many documents or is nested too deep is unread, and the status is 3."""
    text = (tree.root / "filings/bad.txt").read_text()
    begin, end = text.index("<DOCUMENT>"), text.index("</SEC-DOCUMENT>")
    block = text[begin:end]
    nested = block.replace("<p>Nothing", "<div>" * 5 + "<p>Nothing").replace("happened.</p>", "happened.</p></div>")
    tree.write("filings/large.txt", text[:begin] + block + nested + block + text[end:])
    tree.write("filinglint.toml", f"[limits]\n{limit}\n")
    report = tree.check("filings/large.txt", "--select", "DOC003,FMT")
    assert report["exit"] == 3
    ((code, message),) = tool_says(report)
    assert code == "SYS010"
    assert says in message
    assert outcome(report, "SYS010") == ("cannot-tell", f"incomplete: {message}")
    assert not report["run"]["complete"]


def test_what_is_just_within_the_limits(tree: Any) -> None:
    """What reaches a limit and does not pass it is read."""
    size = (tree.root / "filings/bad.txt").stat().st_size
    tree.write("filinglint.toml", f"[limits]\ndocument-bytes = {size}\ndocuments = 1\nnesting = 1\nrule-findings = 1\n")
    report = tree.check("filings/bad.txt", "--select", "DOC003,FMT")
    assert report["exit"] == 1
    assert report["run"]["complete"]


def test_a_fact_of_too_many_members(tree: Any) -> None:
    """Rules that read a fact of too many members cannot tell, all others judge, and one finding says so."""
    text = (tree.root / "filings/bad.txt").read_text()
    tree.write("filings/many.txt", text.replace("</body>", "<p>Item 8.01 Other Events</p><p>None.</p>" * 9 + "</body>"))
    tree.write("filinglint.toml", "[limits]\nfact-members = 7\n")
    report = tree.check("filings/many.txt", "--purpose", "audit")
    assert report["exit"] == 3
    words = "there are more than 7 lines that name items, which fact-members allows"
    assert tool_says(report) == [("SYS013", words)]
    assert {outcome(report, code) for code in ("ITM005", "EXH002")} == {("cannot-tell", f"incomplete: {words}")}
    assert outcome(report, "DOC003") == ("failed", None)
    tree.write("filinglint.toml", "[limits]\nfact-members = 20\n")
    assert tree.check("filings/many.txt")["run"]["complete"]


def test_too_many_findings_in_several_documents(tree: Any) -> None:
    """What a rule finds in one document counts in the next, and one finding says that it found too much."""
    text = (tree.root / "filings/bad.txt").read_text()
    begin, end = text.index("<DOCUMENT>"), text.index("</SEC-DOCUMENT>")
    block = text[begin:end].replace("</body>", '<p><a href="file:///c:/a.htm">a</a></p>' * 3 + "</body>")
    tree.write("filings/many.txt", text[:begin] + block * 4 + text[end:])
    tree.write("filinglint.toml", "[limits]\nrule-findings = 4\n")
    report = tree.check("filings/many.txt", "--select", "FMT")
    assert sum("a file on someone's disk" in one["message"] for one in report["findings"]) == 4
    assert [code for code, _ in tool_says(report)] == ["SYS013"]


def test_too_many_findings(tree: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a rule that finds more than it may the first findings are reported, and the rule is named."""
    use(monkeypatch, finds_much)
    tree.write("filinglint.toml", "[limits]\nrule-findings = 7\n")
    report = tree.check("filings/bad.txt")
    assert report["exit"] == 3
    assert sum(one["rule"] == "TST001" for one in report["findings"]) == 7
    words = "the rule found more than 7 places, which rule-findings allows"
    assert tool_says(report) == [("SYS013", f"TST001 test-finds-much: {words}; the first 7 are reported")]
    assert outcome(report, "TST001") == ("cannot-tell", f"incomplete: {words}")
    assert outcome(report, "DOC003") == ("failed", None)


@ALARMS
def test_expression_that_backtracks(tree: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A regular expression that would go on for years is ended, and its rule is named."""
    use(monkeypatch, backtracks)
    tree.write("filinglint.toml", "[limits]\nrule-seconds = 0.3\n")
    began = time.monotonic()
    report = tree.check("filings/bad.txt")
    assert time.monotonic() - began < 30
    assert report["exit"] == 3
    words = "rule TST002 test-backtracks took more than 0.3 seconds, which rule-seconds allows"
    assert tool_says(report) == [("SYS002", words)]
    assert outcome(report, "TST002") == ("cannot-tell", "incomplete: the rule took more than 0.3 seconds")


@ALARMS
def test_facts_that_take_too_long(tree: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Facts that could not be found in time are not looked for again: every rule that reads them is incomplete."""
    use(monkeypatch, waits, waits_too)
    tree.write("filinglint.toml", "[limits]\nrule-seconds = 0.3\n")
    report = tree.check("filings/bad.txt")
    assert report["exit"] == 3
    assert [code for code, _ in tool_says(report)] == ["SYS002"]
    assert outcome(report, "TST003")[1] == "incomplete: the rule took more than 0.3 seconds"
    assert outcome(report, "TST004") == ("cannot-tell", "incomplete: reading 'slow' took too long")


@ALARMS
def test_rule_that_swallows_its_end(tree: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule that catches whatever is thrown at it is told again; what it says afterwards is a finding."""
    use(monkeypatch, swallows)
    tree.write("filinglint.toml", "[limits]\nrule-seconds = 0.2\ninput-seconds = 30\n")
    began = time.monotonic()
    report = tree.check("filings/bad.txt")
    assert time.monotonic() - began < 20
    assert outcome(report, "TST005")[0] in ("failed", "cannot-tell")


@ALARMS
def test_input_that_takes_too_long(tree: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the time of an input is over, what was found before is reported, and each rule that did not run is named."""
    use(monkeypatch, waits, waits_too, finds_much)
    tree.write("filinglint.toml", "[limits]\ninput-seconds = 0.4\n")
    report = tree.check("filings/bad.txt")
    assert report["exit"] == 3
    words = "the input took more than 0.4 seconds, which input-seconds allows"
    assert tool_says(report) == [("SYS013", words)]
    assert outcome(report, "DOC003") == ("failed", None)
    assert {outcome(report, code) for code in ("TST003", "TST004")} == {("cannot-tell", f"incomplete: {words}")}


@ALARMS
def test_reading_that_takes_too_long(tree: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """An input whose reading does not end is given up, and all others are judged."""

    def endless(*_: Any) -> None:
        while True:
            time.sleep(0.01)

    monkeypatch.setattr("filinglint.judging.open_source", endless)
    tree.write("filinglint.toml", "[limits]\ninput-seconds = 0.3\n")
    report = tree.check("filings/bad.txt", "filings/good.txt")
    assert report["exit"] == 3
    assert [code for code, _ in tool_says(report)] == ["SYS013", "SYS013"]


@ALARMS
def test_watch_leaves_no_alarm_behind() -> None:
    """When an input is done nobody rings any more, and the caller's own alarm is back."""
    rung: list[int] = []
    before = signal.signal(signal.SIGALRM, lambda number, _: rung.append(number))
    try:
        with pytest.raises(Overrun), Watch(Limits(input_seconds=0.05)):
            time.sleep(5)
        time.sleep(0.1)
        assert rung == []
        assert signal.getitimer(signal.ITIMER_REAL)[0] == 0
        signal.raise_signal(signal.SIGALRM)
        assert rung == [signal.SIGALRM]
    finally:
        signal.signal(signal.SIGALRM, before)


def test_limits_have_a_page(tree: Any) -> None:
    """What the tool says of itself is explained like a rule, and ``config show`` tells each limit and its origin."""
    for code in ("SYS002", "SYS010", "SYS011", "SYS013"):
        (page,) = json.loads(tree.run("explain", code, "--format", "json").stdout)["rules"]
        assert page["code"] == code
    tree.write("filinglint.toml", "[limits]\nnesting = 9\n")
    shown = tree.run("config", "show").stdout
    for key in Limits().by_key:
        assert key in shown
