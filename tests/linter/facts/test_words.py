"""The words that a phrase cannot do without, held to looking for the phrase everywhere."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint.documents.markup import Rendered
from filinglint.facts.sentences import fold
from filinglint.facts.wording import Sought, Wording
from filinglint.facts.words import Lookup, Needs, Occurrences, all_of, any_of
from filinglint.rulebook.concepts import Concepts
from filinglint.rulebook.phrases import PhraseError, phrase_expression
from filinglint.rulebook.phrases import any_of as alternatives
from filinglint.spans import Span

STEMS = "call back-up e-mail don't u.s. naïve ﬁle s&p to-let-go a ας ασ straße x_1 -".split()
WORD = st.sampled_from([*STEMS, *(f"{word}*" for word in STEMS), "*ing", "*k"])
TOKEN = st.one_of(
    st.lists(WORD, min_size=1, max_size=3).map("|".join),
    WORD.map("[{}]".format),
    st.sampled_from(["~1", "~3", "#", "{birds}", "{nested}"]),
)
PHRASE = st.lists(TOKEN, min_size=1, max_size=4).map(" ".join)
SIGNS = "\t\n\xa0\u200b\u00ad‘’`“”«‐–−—―-.,;:()!? "
PIECE = st.sampled_from(
    """Call CALLS back up Backup back-up back\u2011up E-Mail email don’t U.S. NAÏVE ﬁle S&P to let-go toletgo A ΑΣ ΑΣ.Α
    Straße x_1 x heron Herons geese grey 12.5 calling İ Kall goose • 1)""".split()
)
TEXT = st.lists(PIECE | st.text(st.sampled_from(SIGNS), min_size=1, max_size=3), max_size=30).map("".join) | st.lists(
    PIECE, max_size=12
).map(" ".join)


def concepts() -> Concepts:
    """Lists of phrases, one of them inside the other."""
    return Concepts({"birds": ("heron*", "grey ~2 goose|geese"), "nested": ("back-up {birds}", "call", "[a] {birds}")})


def wording(text: str, *, html: bool, page: bool = True) -> Wording:
    """The wording of a document that is *text*: of a web page, or of a filing."""
    whole = Span(0, len(text))
    document: Any = SimpleNamespace(rendered=Rendered(text, whole, html=html), content=whole, whole_file=page)
    return Wording(document)


def signs_of(text: str) -> frozenset[str]:
    """All that a word of *text* is known by: itself, and all that it begins and ends with."""
    words = [f"\n{word}\n" for word in re.findall(r"\w+", fold(text))]
    parts = [[word[:at], word[-at:]] for word in words for at in range(1, len(word))]
    return frozenset(words).union(*parts)


@pytest.mark.parametrize("page", [True, False])
def test_lists_of_links_are_part_of_a_filing(page: bool) -> None:
    """On a web page they are its menu, which says nothing."""
    links = "".join(f'<p><a href="#{name}">{name}</a></p>' for name in ("Calls", "Herons", "Exhibits"))
    stated, hinted = wording(links, html=True, page=page).found(concepts().sought("birds"))
    assert len(stated) + len(hinted) == (0 if page else 1)


@given(PHRASE, TEXT, st.booleans(), st.booleans())
def test_what_is_looked_for_by_its_words_is_found_wherever_it_is(
    phrase: str, text: str, exact: bool, html: bool
) -> None:
    """A phrase is found in the same places as without a look at the words of the text."""
    try:
        sought = concepts().sought_phrase(phrase, exact=exact)
    except PhraseError:
        return
    quick, slow = wording(text, html=html), wording(text, html=html)
    for one in (sought, concepts().sought("nested")):
        try:
            expected = slow.found(Sought(one.pattern, Needs))
        except Exception as error:  # in another language
            with pytest.raises(type(error)):
                quick.found(one)
            continue
        found = quick.found(one)
        assert [list(places) for places in found] == [list(places) for places in expected]
        if any(expected):
            assert one.needs.met(signs_of(quick.rendered.text))


@pytest.mark.parametrize(
    ("phrase", "text", "met"),
    [
        ("heron", "a heron.", True),
        ("heron", "herons", False),
        ("heron*", "herons", True),
        ("heron*", "a night-heron", True),
        ("*ing", "we go on trading", True),
        ("*ing", "ingot", False),
        ("back-up", "our backup", True),
        ("back-up", "up and back", True),
        ("back-office", "back", False),
        ("back-up", "back", True),  # so brief a word beside another tells nothing
        ("state of play", "the state and the play", True),
        ("of", "the state", False),
        ("goose|geese seen", "seen, some geese", True),
        ("goose|geese seen", "seen, some ducks", False),
        ("call [us] now", "call them now", True),
        ("# of", "of", True),
        ("#", "", True),
        ("{birds} seen", "grey geese seen", True),
        ("{birds} seen", "grey ducks seen", False),
    ],
)
def test_a_phrase_needs_its_words(phrase: str, text: str, met: bool) -> None:
    """Whole words, beginnings and endings of words, one of several, and nothing of what may be left out."""
    needs = concepts().sought_phrase(phrase).needs
    assert needs.met(signs_of(text)) is needs.met(Lookup(needs.every).among(text)) is met


def test_needs_that_ask_for_nothing_are_met_by_any_text() -> None:
    """Of several things one is enough where any text has it, and of all that one counts for nothing."""
    word = Needs(signs=frozenset(("\nheron\n",)))
    assert any_of((word, Needs())).open
    assert not all_of((word, Needs())).open
    assert any_of((word, Needs())).met(frozenset())
    assert not all_of((word, Needs())).met(frozenset())


@given(PHRASE, TEXT)
def test_a_phrase_is_found_by_how_it_begins(phrase: str, text: str) -> None:
    """Where it stands, as often, and as long as without."""
    try:
        sought = concepts().sought_phrase(phrase)
    except PhraseError:
        return
    folded = fold(text)
    for one in (sought, concepts().sought("nested"), concepts().sought("birds")):
        assert [m.span() for m in one.finditer(folded)] == [m.span() for m in one.pattern.finditer(folded)]


@given(PHRASE, st.lists(TEXT, max_size=5))
def test_the_texts_that_meet_a_need_are_told_at_once(phrase: str, texts: list[str]) -> None:
    """What is told of many texts together is what is told of each by itself."""
    try:
        needs = concepts().sought_phrase(phrase).needs
    except PhraseError:
        return
    folded = [fold(text) for text in texts]
    assert Occurrences(folded).meeting(needs) == {at for at, text in enumerate(folded) if needs.met(signs_of(text))}


@given(PHRASE, TEXT)
def test_a_leader_is_in_every_text_that_meets_the_need(phrase: str, text: str) -> None:
    """Of the words that lead to a need, one at least is in any text that meets it."""
    try:
        needs = concepts().sought_phrase(phrase).needs
    except PhraseError:
        return
    signs = signs_of(text)
    if needs.leaders and needs.met(signs):
        assert needs.leaders & signs


ANY = TEXT | st.text(st.characters(exclude_categories=()) | st.sampled_from("ΣΑKİ. \u200b"), max_size=30)


@given(ANY, st.lists(WORD, max_size=12), st.integers(1, 9), st.lists(st.integers(1, 40), unique=True))
def test_no_sign_of_a_text_is_missed(text: str, words: list[str], piece: int, cuts: list[int]) -> None:
    """Signs are found wherever they stand, in pieces or not, and of letters of ASCII none that is not there."""
    needs = [concepts().sought_phrase(word).needs for word in words if word.strip("-")]
    lookup = Lookup(frozenset().union(*(one.every for one in needs)))
    with patch("filinglint.facts.words._PIECE", piece):
        found = lookup.among(text)
        starts = [0, *(cut for cut in sorted(cuts) if cut < len(text)), len(text) + 1]
        stretches = lookup.stretches(text, starts)
    expected = lookup.signs & signs_of(text)
    assert expected <= found
    assert found == stretches.keys()
    if text.isascii() and piece > len(text):
        assert found == expected
    for number, (start, end) in enumerate(pairwise(starts)):
        whole = not re.match(r"\w\w", text[start - 1 : start + 1]) and not re.match(r"\w\w", text[end - 1 : end + 1])
        for sign in lookup.signs & signs_of(text[start:end]) if whole else ():
            assert number in stretches[sign]


@given(TEXT | st.lists(PIECE | st.sampled_from(["\n", "\n\n", "\n \n", "\n*"])).map(" ".join), st.booleans())
def test_no_unit_goes_beyond_its_block(text: str, html: bool) -> None:
    """Nor does a letter or dash stand beside it, but in it: what it has of words its block has too."""
    said = wording(text, html=html)
    folded = fold(said._said.text)
    for unit in said.units:
        assert not re.match(r"[\w-]", folded[unit.start - 1 : unit.start])
        assert not re.match(r"\w", folded[unit.end : unit.end + 1])
        assert bisect_right(said._blocks, unit.start) == bisect_right(said._blocks, unit.end - 1)


@given(st.lists(PHRASE, min_size=1, max_size=4), TEXT)
def test_whole_words_are_told_behind_the_first_letter_as_before_it(phrases: list[str], text: str) -> None:
    """To ask behind the first letter what stands before it finds the same as to ask at once."""
    try:
        expressions = [phrase_expression(phrase, concepts().expression) for phrase in phrases]
    except PhraseError:
        return
    plain = re.compile(rf"(?<![\w-])(?:{'|'.join(expressions)})(?!\w)")
    folded = fold(text)
    found = [m.span() for m in re.finditer(alternatives(expressions, whole=True), folded)]
    if len({expression[:1] for expression in expressions}) == 1:  # the same order of trying them
        assert found == [m.span() for m in plain.finditer(folded)]
    assert bool(found) == bool(plain.search(folded))
