"""No text makes a rule or an extractor break: what cannot be read is an outcome."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from filinglint.catalogue import load_catalogue
from filinglint.errors import InputError
from filinglint.finding import Finding
from filinglint.judging import Options, judge
from filinglint.kinds import KINDS, read
from filinglint.source import Source
from filinglint.triage.selection import Selection

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.txt"))
OPTIONS = Options(selection=Selection(select=("ALL",), purpose="audit", preview=True))
SPOILERS = [
    "",
    "\0",
    "\r",
    "&#x0;",
    "<",
    "</table>",
    "<td>",
    "<!--",
    "Item 9.01",
    "Exhibit",
    "99.1",
    "$" * 9,
    "é",
    "0" * 40,
]


@lru_cache
def texts() -> list[str]:
    """The examples, whole."""
    return [path.read_text("utf-8") for path in EXAMPLES]


def judged(text: str, kind: str | None) -> tuple[Finding, ...]:
    """The findings of every rule there is on *text*, read as *kind*."""
    catalogue = load_catalogue()
    try:
        source = Source.from_bytes(text.encode("utf-8", "replace"), "x.txt")
    except InputError:
        return ()
    recognise = catalogue.packs.hook.filinglint_recognise
    reading = read(source, kind, lambda submission: recognise(text=submission))
    return judge(reading.submission, source, OPTIONS, catalogue).findings


def broken(findings: tuple[Finding, ...]) -> list[str]:
    """What the tool says of itself."""
    return [finding.message for finding in findings if finding.code.startswith("SYS")]


@given(st.data())
def test_a_damaged_text_breaks_no_rule(data: st.DataObject) -> None:
    """Texts cut, doubled, shuffled in parts and spoilt are judged to their end."""
    text = data.draw(st.sampled_from(texts()))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.sampled_from([0, 1, 40, 400, 4000])))
        spoiler = data.draw(st.sampled_from([*SPOILERS, text[start:end] * 2, text[start:end].upper()]))
        text = text[:start] + spoiler + text[end:]
    assert broken(judged(text, None)) == []


@given(st.sampled_from(texts()), st.sampled_from(KINDS))
def test_a_text_read_as_what_it_is_not_breaks_no_rule(text: str, kind: str) -> None:
    """Whatever the caller says that a text is, it is judged to its end."""
    assert broken(judged(text, kind)) == []


@given(st.text(max_size=300), st.sampled_from(KINDS))
def test_any_text_breaks_no_rule(text: str, kind: str) -> None:
    """Any text whatever, read as anything, is judged to its end."""
    assert broken(judged(text, kind)) == []


@given(st.sampled_from(texts()).flatmap(lambda text: st.permutations(text.splitlines(keepends=True))))
def test_a_shuffled_text_breaks_no_rule(lines: list[str]) -> None:
    """The lines of a filing or summary in any order are judged to their end."""
    assert broken(judged("".join(lines), None)) == []
