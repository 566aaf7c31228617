"""Files that were made to crash, hang or fool a reader are read in time proportional to their size, or refused."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

LONG = 20_000_000  # code points: a fifth of what is promised, so that the gate stays quick; the growth is the same
BOMB = '<?xml version="1.0"?>\n<!DOCTYPE x [\n<!ENTITY a "aaaaaaaaaa">\n{}]>\n'.format(
    "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">\n' for n in range(12))
)
OUTSIDE = '<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY e SYSTEM "{}"> <!ENTITY % p SYSTEM "{}"> %p;]>\n'
OWNERSHIP = (
    "<ownershipDocument><documentType>4</documentType><issuer><issuerName>{}</issuerName></issuer></ownershipDocument>"
)


def seconds(bench: Any, *args: str) -> tuple[float, Any]:
    """How long a check takes, and how it ends."""
    began = time.monotonic()
    ended = bench.check(*args)
    return time.monotonic() - began, ended


def block(kind: str, name: str, body: str) -> str:
    """A document of a filing."""
    return f"<DOCUMENT>\n<TYPE>{kind}\n<SEQUENCE>2\n<FILENAME>{name}\n<TEXT>\n{body}\n</TEXT>\n</DOCUMENT>\n"


@pytest.mark.parametrize("kind", ["4", "EX-99.1", "8-K"])
def test_entities_are_not_expanded(bench: Any, kind: str) -> None:
    """Entities that would grow to terabytes stay what they are: references that nobody follows."""
    body = f"<XML>\n{BOMB}{OWNERSHIP.format('&m;')}\n</XML>"
    bench.filing("bomb.txt", "<p>x</p>", block(kind, "form4.xml", body))
    bench.write("bomb.xml", BOMB + OWNERSHIP.format("&m;"))
    took, ended = seconds(bench, "bomb.txt", "bomb.xml", "--purpose", "audit")
    assert ended.status in (0, 1), ended.err
    assert ended.tool_says == []
    assert took < 30
    assert len(ended.out) < 2_000_000


def test_nothing_outside_is_read(bench: Any) -> None:
    """What an entity or a DTD names, a file or an address, is neither opened nor shown."""
    secret = bench.write("secret.txt", "the merger is on Friday")
    outside = OUTSIDE.format(secret.as_uri(), "http://127.0.0.1:9/x.dtd")
    page = outside + "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>FORM 8-K &e;</p></body></html>"
    bench.filing("a.txt", "<p>x</p>", block("4", "f.xml", f"<XML>\n{outside}{OWNERSHIP.format('&e;')}\n</XML>"))
    bench.write("b.xml", outside + OWNERSHIP.format("&e;"))
    bench.write("c.htm", page)
    for command in ("check", "facts"):
        ended = bench.run(command, "--format", "json", "a.txt", "b.xml", "c.htm")
        assert ended.status in (0, 1), ended.err
        assert "merger" not in ended.out + ended.err


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("wide", "<table><tr>" + "<td>1" * 1_000_000 + "</tr></table>"),
        ("long", "<table>" + "<tr><td>1" * 500_000 + "</table>"),
        ("columns", "<table>" + "<tr><td colspan=99999999>1</td></tr>" * 20_000 + "</table>"),
        ("lists", "<ul><li>" * 900 + "x" + "</ul>" * 900),
        ("open", "<p><b><i><font>x" * 100_000),
        ("ended", "</div></table></td>" * 200_000),
        ("anchors", "".join(f"<a href='#a{n}'>x</a><a name='a{n}'>" for n in range(15_000))),
        ("ids", "".join(f"<p id='x{n}'>x</p>" for n in range(100_000))),
        ("comments", "<!--" * 300_000),
        ("angles", "<" * 2_000_000),
        ("quotes", '<a href="' * 300_000),
        ("references", "&" * 2_000_000),
        ("numbers", "&#x" + "9" * 2_000_000 + ";"),
        ("declarations", "<![CDATA[" * 200_000),
        ("instructions", "<?" * 500_000),
        ("blanks", "<p>a" + " " * 3_000_000 + "b</p>"),
        ("lines", "<pre>" + "\n" * 3_000_000 + "</pre>"),
        ("ties", "&nbsp;" * 500_000),
    ],
)
def test_markup_without_end(bench: Any, name: str, body: str) -> None:
    """A million cells in a row, rows without end, and tags, comments and references that never close are read."""
    bench.filing(f"{name}.txt", body)
    took, ended = seconds(bench, f"{name}.txt")
    assert ended.status in (0, 1), (ended.err, ended.tool_says)
    assert took < 60
    assert ended.report["inputs"][0]["kind"] == "submission"


@pytest.mark.parametrize(
    "body",
    ["<div>" * 100_000 + "x", "<table><tr><td>" * 100_000 + "x", "<ul><li>" * 100_000 + "x</ul>" * 100_000],
    ids=["divisions", "tables", "lists"],
)
def test_nesting(bench: Any, body: str) -> None:
    """Markup nested a hundred thousand deep is no error of ours: it is past the limit, which is named."""
    bench.filing("deep.txt", body)
    took, ended = seconds(bench, "deep.txt")
    assert ended.status == 3
    assert ended.tool_says == [("SYS010", "its markup is nested 100,000 deep, and nesting allows 1,000")]
    assert took < 60


def peak(bench: Any, name: str) -> tuple[str, int]:
    """How a check of a file ends, and the most memory that it takes, in kB."""
    script = (
        f"import re, sys; from filinglint.cli import main; sys.argv[1:] = ['check', '{name}', '-q']\n"
        "try: main()\nexcept SystemExit as end: status = end.code\n"
        "print('PEAK', status, re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1])"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=bench.root, capture_output=True, text=True, check=True)
    status, most = done.stdout.rpartition("PEAK")[2].split()
    return status, int(most)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="nobody tells the peak of memory here")
def test_long_attribute(bench: Any) -> None:
    """An attribute of twenty million characters is read once, in memory of a few times its size."""
    bench.filing("long.txt", f'<p title="{"x" * LONG}">text</p>')
    began = time.monotonic()
    status, most = peak(bench, "long.txt")
    assert time.monotonic() - began < 60
    assert status == "1"
    assert most < 80_000 + 8 * LONG / 1_000


STYLE = ' style="font-family:Times New Roman;font-size:10pt;vertical-align:top;padding-left:2pt"'


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="nobody tells the peak of memory here")
@pytest.mark.parametrize(
    ("shape", "head"),
    [
        (f"<tr{STYLE}><td{STYLE}>99.1</td><td{STYLE}>Press release dated July 12, 2024</td></tr>\n", "<table>"),
        ("<b></b>", ""),
        ("<tr><td>Revenue</td><td>7</td></tr>\n", "<table>"),
        ("The Company signed the agreement that is due under it. ", ""),
        ("word&nbsp;word&#8217;s ", ""),
    ],
    ids=["a table of exhibits", "tags", "rows", "one line", "references"],
)
def test_much_of_the_same(bench: Any, shape: str, head: str) -> None:
    """A filing of twenty million characters takes no more than eighty megabytes and four times its size."""
    body = f"<p>Item 9.01 Financial Statements and Exhibits</p><p>(d) Exhibits</p>{head}"
    bench.filing("much.txt", body + shape * (LONG // len(shape)))
    _, most = peak(bench, "much.txt")
    assert most < 80_000 + 4 * LONG / 1_000


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="nobody tells the peak of memory here")
@pytest.mark.parametrize(
    "shape",
    [
        "<p>Item 5.02 Departure of Directors</p><p>None.</p>\n",
        '<a href="#n{}">x</a>',
        '<img src="a{}.jpg">\n',
        "<tr><td>99.{}</td><td>Release</td></tr>\n",
        "<p>I, Ann Doe, certify that:</p><p>1. I have reviewed this report of Larkspur Inc;</p>\n",
        "<table><tr><td>1</td><td>&#8212;</td><td>Item 9.01</td></tr></table>\n",
        "<p>SIGNATURES</p>\n",
    ],
    ids=["items", "links", "pictures", "exhibits", "certifications", "references to items", "signatures"],
)
def test_more_than_is_read(bench: Any, shape: str) -> None:
    """What there is more of than any fact may hold takes no more memory than what is read."""
    body = f"<p>Item 9.01 Financial Statements and Exhibits</p><p>(d) Exhibits</p>{'<table>' * shape.startswith('<tr')}"
    bench.filing("much.txt", body + "".join(shape.format(n) for n in range(LONG // len(shape))))
    _, most = peak(bench, "much.txt")
    assert most < 80_000 + 4 * LONG / 1_000


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="nobody tells the peak of memory here")
@pytest.mark.parametrize(
    ("name", "lines"),
    [("header-lines", "ITEM INFORMATION:\t\tOther Events\n"), ("documents", "<DOCUMENT>\n<TYPE>EX-99\n</DOCUMENT>\n")],
)
def test_more_than_is_taken_apart(bench: Any, name: str, lines: str) -> None:
    """A header of hundreds of thousands of lines, and a filing of as many documents, are refused before they are."""
    text = bench.filing("much.txt", "<p>x</p>").read_text()
    at = text.index("</SEC-HEADER>" if name == "header-lines" else "<DOCUMENT>")
    bench.write("much.txt", text[:at] + lines * (LONG // len(lines)) + text[at:])
    status, most = peak(bench, "much.txt")
    assert status == "3"
    assert most < 80_000 + 4 * LONG / 1_000


def test_long_words(bench: Any) -> None:
    """A word, a line and a header value of millions of characters are read."""
    bench.filing("word.txt", f"<p>{'x' * 5_000_000}</p>")
    bench.write("line.txt", "BUSINESS CONTINUITY PLAN\n\n" + "we will continue our business " * 40_000)
    text = (bench.root / "word.txt").read_text()
    bench.write("header.txt", text.replace("LARKSPUR", "L" * 3_000_000))
    took, ended = seconds(bench, "word.txt", "line.txt", "header.txt")
    assert ended.status in (0, 1), (ended.err, ended.tool_says)
    assert ended.tool_says == []
    assert took < 90


def test_packed_file_that_unpacks_to_gigabytes(bench: Any) -> None:
    """A uuencoded body is looked over and never unpacked: what it says of itself is believed of nothing."""
    line = "M" + "_" * 60 + "\n"
    bench.filing("packed.txt", "<p>x</p>", block("GRAPHIC", "a.jpg", "begin 644 a.jpg\n" + line * 200_000 + "`\nend"))
    took, ended = seconds(bench, "packed.txt")
    assert ended.status in (0, 1)
    assert ended.tool_says == []
    assert took < 30


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "the file is empty"),
        (b" \r\n\t\n", "the file is empty"),
        (b"\0" * 100, "this is a binary file"),
        (b"\xff\xfe<\0h\0t\0m\0l\0", "this is UTF-16 text, not a text"),
        (b"\x7fELF\0\0\0", "this is a binary file"),
        (b"%PDF-1.7\n" + b"\xff" * 100, None),
        (b"PK\x03\x04" + b"\0" * 100, "this is a ZIP archive"),
        (b"\x1f\x8b\x08" + b"\0" * 100, None),
    ],
)
def test_what_is_no_text(bench: Any, data: bytes, says: str | None) -> None:
    """An empty, binary or broken file that was named is unread, and the status is 3."""
    bench.write("x.txt", data)
    ended = bench.check("x.txt")
    assert ended.status == 3
    (said,) = ended.tool_says
    assert said[0] == "SYS010"
    assert says is None or says in said[1]


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.replace(b"Disclosure</p>", b"Disclosure\0\0</p>"),
        lambda data: data.replace(b"Disclosure</p>", b"caf\xe9 \xe2\x80\x99 \x81\x8d</p>"),
        lambda data: b"\xef\xbb\xbf" + data.replace(b"Disclosure</p>", "é\ufeff\U0001f4a9</p>".encode()),
        lambda data: data.replace(b"\n", b"\r"),
        lambda data: data.replace(b"\n", b"\r\r\n"),
        lambda data: data.replace(b"\n", b"\x85"),
        lambda data: data.replace(b"\n", b"\n\x0b\x0c\x1c"),
        lambda data: data + b"\x1a" * 1000,
    ],
    ids=["nul", "mixed", "bom", "cr", "crcrlf", "nel", "separators", "end-of-file"],
)
def test_encodings_and_line_ends(bench: Any, change: Any) -> None:
    """NULs, several encodings in one file and any line ends are read; each place is one of the file's bytes."""
    data = change(bench.filing("a.txt", "<p>x</p>").read_bytes())
    bench.write("b.txt", b"\n" * 9000 + data if b"\0" in data else data)
    ended = bench.check("b.txt", "--purpose", "audit")
    assert ended.status in (0, 1), (ended.err, ended.tool_says)
    size = (bench.root / "b.txt").stat().st_size
    for finding in ended.report["findings"]:
        assert 0 <= finding["byte_start"] <= finding["byte_end"] <= size


@pytest.mark.parametrize(
    "name", ["filinglint.toml", "filinglint-waivers.toml", "filinglint-baseline.json", "pack.yaml"]
)
@pytest.mark.parametrize(
    "data", [b"a = " + b"[" * 100_000, b"{" * 100_000, b'{"a":' * 100_000, b"\xff\xfe\0", b"- " * 50_000]
)
def test_configuration_that_is_nested_or_garbage(bench: Any, name: str, data: bytes) -> None:
    """A configuration, registry, baseline or pack that is nested a hundred thousand deep, or no text, is status 2."""
    bench.filing("a.txt", "<p>x</p>")
    bench.write(name, data)
    if name == "pack.yaml":
        bench.write("filinglint.toml", 'rule-packs = ["pack.yaml"]\n')
    ended = bench.run("check", "a.txt")
    assert ended.status == 2, (ended.out, ended.err)
    assert name in ended.err
    assert "report what it prints" not in ended.err


@pytest.mark.parametrize(
    "data", ["a: " + "[" * 50_000, "a:\n" + "".join(" " * n + "- \n" for n in range(2_000)), "&a [*a]"]
)
def test_manifest_that_is_nested(bench: Any, data: str) -> None:
    """A manifest that is nested without end, or refers to itself, is unread, and the status is 3."""
    bench.write("draft/submission.yaml", "form: 8-K\n" + data)
    ended = bench.check("draft")
    assert ended.status == 3
    assert [code for code, _ in ended.tool_says] == ["SYS010"]
