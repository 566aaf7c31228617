"""The words of a text are found once: at the same lines as if each line were tried."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hypothesis import example, given
from hypothesis import strategies as st

from filinglint.documents.signs import Signs
from filinglint.facts import exhibit_labels, exhibit_lists, item_anchors, item_sorting, items
from filinglint.facts.line_words import LineWords

PIECES = (
    *("\n", "\n", "\t", " ", "    ", "[", "|", "*", "x" * 300),
    *("Item", "ITEM", "item", "iTEM", "1.", "5.02", "Part ", "PART ", "part ", "I", "4", ", ", "Section ", "SECTION "),
    *("SIGNATURES", "Signature", "signatures", "ſignature", "sIGNATURE", "S I G N A T U R E", "S IGNATURE", "S", ":"),
    *("Pursuant to the requirements of the", "PURSUANT TO THE REQUIREMENT OF SECTION", "pursuant to the Requirements"),
    *("Exhibit ", "EXHIBIT ", "exhibits", "Xhibit", "xhibit", "99.1"),
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def lines_with(text: str, *words: str, within: int, start: int = 0, end: int | None = None) -> list[int]:
    """The line feeds from *start* before lines that have one of *words*, up to *end*, in so many first characters."""
    found = set()
    for word in words:
        for m in re.finditer(re.escape(word), text[: len(text) if end is None else end]):
            line = text.rfind("\n", start, m.start()) if m.start() >= start else -1
            if line >= 0 and m.start() - line <= within:
                found.add(line)
    return sorted(found)


def matches(pattern: re.Pattern[str], text: str, lines: Iterable[int]) -> list[int]:
    """The *lines* at which *pattern* matches."""
    return [line for line in lines if pattern.match(text, line)]


@given(TEXTS)
@example("\n part I of Part II\n[SIGNATURES\n")
def test_no_line_that_an_expression_matches_is_missing(text: str) -> None:
    """Items, parts and signatures begin at the lines where their expressions match, of all that have their words."""
    words = LineWords(Signs(text))
    anchored = lines_with(text, "Item", "ITEM", "item", within=500)
    assert matches(item_anchors._ANCHOR, text, list(words.items)) == matches(item_anchors._ANCHOR, text, anchored)
    parts = lines_with(text, "Part", "PART", within=300)
    assert matches(item_sorting._PART, text, words.parts) == matches(item_sorting._PART, text, parts)
    signing = ("IGNATURE", "ignature", "I G N A T U R E", "ursuant to the requ", "URSUANT TO THE REQU")
    signed = lines_with(text, *signing, within=300)
    for pattern in (items._SIGNATURES, exhibit_lists._ENDS, exhibit_labels._SIGNED):
        assert matches(pattern, text, words.signatures) == matches(pattern, text, signed)


@given(TEXTS, st.data())
def test_exhibits_are_found_in_a_part_of_the_text(text: str, data: st.DataObject) -> None:
    """Lines that speak of exhibits are found between any two places, and the words themselves wherever they stand."""
    start, end = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
    words = LineWords(Signs(text))
    expected = lines_with(text, "xhibit", "XHIBIT", within=10_000, start=start, end=end)
    assert list(words.exhibit_lines(start, end)) == expected
    assert list(words.exhibits) == [m.start() for m in re.finditer("[Ee](?:xhibit|XHIBIT)", text)]
