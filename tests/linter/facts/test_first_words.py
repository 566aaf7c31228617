"""What is found by its first word is what the expression finds by itself."""

import re
import sys
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from filinglint.documents import signs
from filinglint.documents.signs import Signs
from filinglint.facts import (
    cover,
    cover_boxes,
    cover_securities,
    earlier_filings,
    item_statements,
    signatures,
)
from filinglint.facts.first_words import Lowered, Phrase, lowered
from filinglint.facts.rare_signs import matches


def test_a_letter_stands_where_expressions_take_one_for_it() -> None:
    """Each letter stands where an expression that ignores case finds it, in all of Unicode."""
    every = "".join(map(chr, range(0x110000)))
    lower = lowered(every)
    assert len(lower) == len(every)
    for letter in "abcdefghijklmnopqrstuvwxyz":
        ours = [m.start() for m in re.finditer(letter, lower)]
        assert ours == [m.start() for m in re.finditer(letter, every, re.IGNORECASE)]


def test_letters_without_case() -> None:
    """All that is a letter of ASCII where case is ignored is one, or among the few that are named."""
    letter = re.compile("[a-z]", re.IGNORECASE)
    alike = {chr(code) for code in range(128, sys.maxunicode + 1) if letter.match(chr(code))}
    assert alike == {taken for taken, _ in signs._TAKEN}


@given(st.text())
def test_every_character_keeps_its_place(text: str) -> None:
    """Each character has its own at its place, and those of ASCII only their case changed."""
    lower = lowered(text)
    assert len(lower) == len(text)
    assert all(ours == theirs.lower() for ours, theirs in zip(lower, text, strict=True) if theirs.isascii())


def _phrases() -> Iterator[Phrase]:
    for module in (cover, cover_boxes, cover_securities, item_statements):
        for value in vars(module).values():
            held = value.values() if isinstance(value, dict) else (value,)
            yield from (each for each in held if isinstance(each, Phrase))


_PHRASES = tuple(_phrases())


@st.composite
def _said(draw: st.DrawFn) -> tuple[Phrase, str]:
    """Return a phrase, and a text that says it, and its words, among other things."""
    phrase = draw(st.sampled_from(_PHRASES))
    words = phrase.words + phrase.lines
    filler = st.sampled_from([*words, *map(str.upper, words), " ", "\n", "\t", "x", "’", ". ", "\n  ", "8", "\u212a"])
    expression = re.compile(phrase.expression.pattern, phrase.expression.flags)
    return phrase, "".join(draw(st.lists(st.one_of(filler, filler, st.from_regex(expression)), max_size=8)))


@given(_said(), st.integers(0, 20), st.integers(0, 20))
def test_a_phrase_is_found_where_its_expression_is(said: tuple[Phrase, str], start: int, less: int) -> None:
    """A phrase is found where its expression finds itself."""
    phrase, text = said
    end = max(len(text) - less, 0)
    found = [m.span() for m in Lowered(text, len(text)).finditer(phrase, start, end)]
    assert found == [m.span() for m in phrase.expression.finditer(text, start, end)]


_HEADINGS = (
    "signature|Signatures|S I G N A T U R E S|SIGNATURE PAGE|power of attorney and|POWER| of|attorney|and|\n| |\t|—|x"
    "|\u3000|page|of the company|(s)|\n\n   |\u017f\u0131gnature"
).split("|")


@given(st.lists(st.sampled_from(_HEADINGS), max_size=14).map("".join))
def test_headings_of_signatures_are_found_where_their_expression_is(text: str) -> None:
    """Headings of signatures are found where their expression finds itself."""
    found = signatures._headings(Signs(text))
    assert [m.span() for m in found] == [m.span() for m in signatures._HEADING.finditer(text)]


_SENTENCES = (
    "Pursuant to the requirements of|PURSUANT  TO\nTHE REQUIREMENT OF|pURSUANT TO|In accordance with Section|In |"
    "in\taccordance with the Exchange Act|IN ACCORDANCE WITH THE SECURITIES EXCHANGE ACT|THE ISSUER |p| |x|\n"
    "|The registrant hereby certifies that it meets all|CERTIFIES THAT IT MEETS ALL"
).split("|")


@given(st.lists(st.sampled_from(_SENTENCES), max_size=8).map("".join))
def test_sentences_of_signatures_are_found_where_their_expressions_are(text: str) -> None:
    """Sentences of signatures are found where their expressions find themselves."""
    plain = [
        m.end()
        for _, expression in signatures._SENTENCES
        for m in expression.finditer(text)
        if signatures._BEGINNING.search(text[max(0, m.start() - 40) : m.start()])
    ]
    assert [end for _, end in signatures._beginnings(Signs(text))] == sorted(plain)


_EARLIER = (
    "filed with the SEC on |filed by Harbor Tool, Inc. on |filed|filed on |Report on Form 10-K for the year ended "
    "|report|report on Form 20-F/A for our fiscal years ended |Report on |March 3, 2020|x|\n"
).split("|")


@given(st.lists(st.sampled_from(_EARLIER), max_size=12).map("".join))
def test_earlier_filings_are_found_where_their_expressions_are(text: str) -> None:
    """What is said of earlier filings is found by its first word where the expressions find themselves."""
    for expression, words in ((earlier_filings._FILED, ("filed",)), (earlier_filings._YEAR, ("Report", "report"))):
        found = sorted(m.span() for word in words for m in matches(text, word, expression))
        assert found == [m.span() for m in expression.finditer(text)]


_ON, _OFF, _LETTER = cover_boxes._ON, cover_boxes._OFF, cover_boxes._LETTER
_PLAIN_MARK = re.compile(
    rf"(?P<on>[\[(|/]_? ?[xX{_ON}] ?_?[\])|/]|_{{1,8}} ?[xX{_ON}] ?_{{1,8}}|[{_ON}])"
    rf"|(?P<off>[\[(|]_? {{0,5}}[{_OFF}]? {{0,5}}_{{0,5}} ?[\])|]|/ ?_{{0,3}} ?/|_{{2,12}}|[{_OFF}])"
    rf"|(?<![\w.,'’(\[-])[{_LETTER}](?![\w.,'’)\]-])"
)


@given(st.lists(st.sampled_from([*"[(|/)]_ xX☒þ☐¨oTa.,-\n", "____"]), max_size=30).map("".join), st.integers(0, 3))
def test_marks_are_those_of_the_plain_expression(text: str, start: int) -> None:
    """Marks are those that the expression finds without the set it starts with."""
    found = [(m.span(), m.lastgroup) for m in cover_boxes._MARK.finditer(text, start)]
    assert found == [(m.span(), m.lastgroup) for m in _PLAIN_MARK.finditer(text, start)]
