"""What a file or its name says is never obeyed: not by a terminal, a CI log, an editor or a browser."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

ESCAPE = "\x1b[2J\x1b]0;owned\x07\x1b]8;;http://evil.example\x1b\\\x9b31m"
OVERRIDE = "\u202efdp.exe\u202c\u2066x\u2069\u200f\u061c"
COMMAND = "\n::error file=x::owned\n::set-output name=a::b\n::add-mask::x\n##vso[task.complete result=Succeeded]\n"
MARKUP = '<script>alert(1)</script><img src=x onerror=alert(2)>" onload="alert(3)\' [x](javascript:alert(4)) |`|'
BACK = "\rPASSED\x08\x08\x7f\0"
NASTY = {"escape": ESCAPE, "override": OVERRIDE, "command": COMMAND, "markup": MARKUP, "back": BACK}
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
FORMATS = "text concise grouped markdown json jsonl sarif github gitlab junit checkstyle azure rdjson html".split()


def nasty_filing(bench: Any, words: str) -> str:
    """Write a filing whose header, cover and name are shown by findings, with *words* in each; return its name."""
    shown = words.replace("<", "&lt;").replace("\n", " &#10;")
    text = bench.filing("plain.txt", f"<p>Commission File Number: 000-2{shown}7265</p>{shown}<p>x</p>").read_text()
    text = text.replace("20241104", f"2024{words.replace(chr(10), ' ')}").replace(
        "lark.htm", f"lark{words.splitlines()[-1]}.htm"
    )
    text = text.replace("LARKSPUR INSTRUMENTS", f"LARKSPUR {words.replace(chr(10), ' ')}")
    bench.write("nasty.txt", "\n" * 9_000 + text)
    return "nasty.txt"


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("kind", NASTY)
def test_reports(bench: Any, format: str, kind: str) -> None:
    """No report holds a control or bidirectional character of a filing as it is, or a command that a CI obeys."""
    name = nasty_filing(bench, NASTY[kind])
    ended = bench.run("check", "--purpose", "audit", "--format", format, "--frames", "all", name)
    assert ended.status == 1, ended.err
    found = CONTROL.search(ended.out)
    assert found is None, (found, ended.out[max(0, found.start() - 90) : found.end() + 40])
    bidi = BIDI.search(ended.out)
    assert bidi is None, (bidi, ended.out[max(0, bidi.start() - 90) : bidi.end() + 40])
    lines = ended.out.splitlines()
    if format == "github":
        assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines if line)
        assert not any(line.startswith("::error file=x") for line in lines)
    elif format == "azure":
        assert all(line.startswith(("##vso[task.logissue ", "info ")) for line in lines if line)
        assert all(line.rfind("##vso[") <= 0 for line in lines)
    elif format not in ("json", "jsonl", "sarif", "gitlab", "rdjson", "junit", "checkstyle", "html"):
        assert not any(re.match(r"\s*::(?!:)", line) or "##vso[" in line for line in lines)
    if format in ("html", "markdown"):
        assert "<script>alert" not in ended.out
        assert "<img src=x" not in ended.out
    if format in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(ended.out)


@pytest.mark.parametrize("kind", NASTY)
def test_facts(bench: Any, kind: str) -> None:
    """``facts`` shows what it read with control characters escaped."""
    ended = bench.run("facts", nasty_filing(bench, NASTY[kind]))
    assert ended.status == 0, ended.err
    assert CONTROL.search(ended.out) is None
    assert BIDI.search(ended.out) is None


@pytest.mark.parametrize(
    "words", ["a\nb", "a\x1b[31mb", "a\u202eb", "a::b,c=%0A", "a'b\"c", "<b>", "-rf", "a b", "\udcff"]
)
@pytest.mark.parametrize("format", FORMATS)
def test_names_of_files(bench: Any, words: str, format: str) -> None:
    """A file name with line feeds, escapes, commas, quotes, markup or bytes that are no text is shown escaped."""
    if "\udcff" in words:
        words = "a\udcffb"
    try:
        bench.filing(f"{words}.txt", "<p>x</p>")
    except (OSError, UnicodeEncodeError):
        pytest.skip("such a name cannot be had here")
    ended = bench.run("check", "--format", format, ".")
    assert ended.status == 1, ended.err
    assert CONTROL.search(ended.out + ended.err) is None
    assert BIDI.search(ended.out + ended.err) is None
    if format in ("text", "concise"):
        assert "DOC003" in ended.out


@pytest.mark.parametrize("words", ["no\nsuch", "no\x1b[31msuch", "no\u202esuch"])
def test_messages(bench: Any, words: str) -> None:
    """What the caller named wrongly is quoted on standard error with control characters escaped."""
    for args in (
        ["check", words],
        ["explain", words],
        ["check", "--select", words],
        ["check", "--config", f"{words}=1"],
    ):
        ended = bench.run(*args)
        assert ended.status == 2
        assert "\x1b" not in ended.err
        assert "\u202e" not in ended.err
