# ruff: noqa: E501  (sentences are shown unbroken, as authors write them)
"""Sentences, list items and headings of a text, each at its exact place."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint.facts.sentences import Cut, Folded, Unit, UnitKind, fold


def shown(text: str) -> list[tuple[str, str]]:
    """Return the kind and the words of each unit, line breaks as blanks."""
    return [(unit.kind, " ".join(text[unit.start : unit.end].split())) for unit in Cut(text).units]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We have a plan. It is tested.", [("sentence", "We have a plan."), ("sentence", "It is tested.")]),
        # A hard wrap ends nothing.
        (
            "If our usual number does not answer after an event,\ncall the second one. It is staffed.",
            [
                ("sentence", "If our usual number does not answer after an event, call the second one."),
                ("sentence", "It is staffed."),
            ],
        ),
        # Abbreviations, initials, addresses and numbers are not cut.
        (
            "Alder & Co. Inc. (Alder) has a plan. See www.alder.example. Call Mr. J. Roe at 555.010.0123.",
            [
                ("sentence", "Alder & Co. Inc. (Alder) has a plan."),
                ("sentence", "See www.alder.example."),
                ("sentence", "Call Mr. J. Roe at 555.010.0123."),
            ],
        ),
        (
            "Contact R.K. O'Neill or D.E. Ford. We met in B.C. The office is new.",
            [
                ("sentence", "Contact R.K. O'Neill or D.E. Ford."),
                ("sentence", "We met in B.C."),
                ("sentence", "The office is new."),
            ],
        ),
        # ... but a company's name may end a sentence.
        (
            "Trades clear at Elm Clearing Inc. We rely on it.",
            [("sentence", "Trades clear at Elm Clearing Inc."), ("sentence", "We rely on it.")],
        ),
        (
            "How to Reach Us\n\nCall 800-555-0100 during a disruption.",
            [("heading", "How to Reach Us"), ("sentence", "Call 800-555-0100 during a disruption.")],
        ),
        # Heads that run into the paragraph.
        (
            "Contacting Us – If the line is dead, call the second number at once.",
            [("heading", "Contacting Us"), ("sentence", "If the line is dead, call the second number at once.")],
        ),
        (
            "What the plan covers. Copies of records are kept in another state.",
            [("heading", "What the plan covers."), ("sentence", "Copies of records are kept in another state.")],
        ),
        # Bullets, numbers, and bullets inside a line.
        (
            "The plan covers:\n  • data\n  • systems",
            [("heading", "The plan covers:"), ("item", "data"), ("item", "systems")],
        ),
        (
            "We plan for these:\n1. fire in our building\n2. loss of the region",
            [("heading", "We plan for these:"), ("item", "fire in our building"), ("item", "loss of the region")],
        ),
        (
            "Some events: • the office closes • the city closes",
            [("sentence", "Some events:"), ("item", "the office closes"), ("item", "the city closes")],
        ),
        # A list without bullets.
        (
            "The plan looks at the following, among other things:\nData Back-Up\nMission Critical Systems\nRegulatory Reporting\n\nIt is tested.",
            [
                ("sentence", "The plan looks at the following, among other things:"),
                ("item", "Data Back-Up"),
                ("item", "Mission Critical Systems"),
                ("item", "Regulatory Reporting"),
                ("sentence", "It is tested."),
            ],
        ),
        (
            "Skip to main content\n\nWe have a plan.",
            [("chrome", "Skip to main content"), ("sentence", "We have a plan.")],
        ),
        (
            "TABLE OF CONTENTS\nData Back-Up ........ 2\nMission Critical Systems ........ 3\n\nWe have a plan for events.",
            [
                ("contents", "TABLE OF CONTENTS"),
                ("contents", "Data Back-Up ........ 2"),
                ("contents", "Mission Critical Systems ........ 3"),
                ("sentence", "We have a plan for events."),
            ],
        ),
    ],
)
def test_units(text: str, expected: list[tuple[str, str]]) -> None:
    """Sentences, items, headings, contents and chrome are told apart."""
    assert shown(text) == expected


def test_headings_stand_above() -> None:
    """Each statement knows the nearest heading above it."""
    text = "Our Plan\n\nWe go on.\n\nContacting Us – Call us on the usual number if you can."
    assert [(u.text, u.heading) for u in Cut(text).units if u.states] == [
        ("we go on.", "our plan"),
        ("call us on the usual number if you can.", "contacting us"),
    ]


def test_markup_names_heads_and_items() -> None:
    """What markup calls a heading or an item is one, whatever its words."""
    text = "\nwe keep going\n\nThe plan has two parts\nstaff move.\ndata are kept."
    heads, items = [0], [text.index("staff"), text.index("data are")]
    found = Cut(text, wrapped=False, heads=heads, items=items).units
    assert [(u.kind, u.list) for u in found] == [("heading", 0), ("sentence", 0), ("item", 1), ("item", 1)]


TEXTS = st.text(st.sampled_from("aB .\n\t•-–—:;!?()[]12©É\u0130“”’_…"), max_size=120)


@given(TEXTS)
def test_places(text: str) -> None:
    """Units rise, do not overlap, and hold the folded words of their place."""
    last = 0
    for unit in Cut(text).units:
        assert last <= unit.start < unit.end <= len(text)
        assert unit.text == fold(text[unit.start : unit.end])
        assert len(unit.text) == unit.end - unit.start
        last = unit.end


@given(TEXTS, st.booleans(), st.integers(0, 120))
def test_units_are_the_same_piece_by_piece(text: str, wrapped: bool, at: int) -> None:
    """Cut where they are asked for, in whatever order, they are those of the whole."""
    cut = Cut(text, wrapped=wrapped)
    behind = list(cut.passages(at, len(text) + 1))
    found = [*cut.passages(0, at), *behind]
    expected = Cut(text, wrapped=wrapped).units
    assert [tuple(passage) for passage in found] == [(u.text, u.start, u.end, u.kind) for u in expected]
    assert [passage.states for passage in found] == [unit.states for unit in expected]


@given(TEXTS)
def test_no_letter_is_lost(text: str) -> None:
    """Every letter stands in a unit, markers of lists left out."""
    held = [False] * len(text)
    for unit in Cut(text).units:
        held[unit.start : unit.end] = [True] * (unit.end - unit.start)
    lost = "".join(c for c, kept in zip(text, held, strict=True) if not kept)
    assert not any(len(word) > 2 for word in lost.split() if word.isalpha() and word.lower() != word)


@pytest.mark.parametrize(
    "piece", ["a. ", ".", "• ", "Aa\n", "1) ", "- x\n", "A: B ", "... 1 ", " ", "\n", "(", "Ab Cd – "]
)
def test_time_is_linear(piece: str) -> None:
    """Eight times the text takes little more than eight times the time."""

    def seconds(count: int) -> float:
        text = "Table of Contents. We go on " + piece * count
        best = 9.0
        for _ in range(2):
            start = time.perf_counter()
            len(Cut(text).units)
            best = min(best, time.perf_counter() - start)
        return best

    assert seconds(40_000) < 30 * max(seconds(5_000), 0.002)


def test_a_unit_says_whether_it_states() -> None:
    """Sentences and items state; headings, contents and chrome do not."""
    kinds: tuple[UnitKind, ...] = ("sentence", "item", "heading", "contents", "chrome")
    assert [Unit("", 0, 0, kind, "", 0).states for kind in kinds] == [True, True, False, False, False]


SIGNS = "\t\n\r\v\f\xa0\u2002\u2003\u2007\u2009\u202f\u200b\ufeff\u00ad‘’‚‛′`´\x91\x92“”„‟″«»\x93\x94‐‑‒–−\x96―\x97"
PLAIN = " " * 14 + "'" * 9 + '"' * 9 + "-" * 6 + "—" * 2
# A capital sigma is folded by what stands around it, a dotted capital I becomes two characters; ligatures stay.
LETTERS = st.text(st.sampled_from(SIGNS + "aZé Éß.'ΣσΑς-İıſKﬁﬂ中\ud800") | st.characters(), max_size=40)


@given(LETTERS)
def test_folding_is_done_sign_by_sign(text: str) -> None:
    """Signs are replaced as a table of them says, capitals as Python does, and each character stays one."""
    plain = text.translate(str.maketrans(SIGNS, PLAIN))
    lower = plain.lower()
    expected = lower if len(lower) == len(plain) else "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)
    assert fold(text) == expected
    assert len(expected) == len(text)


@given(LETTERS, st.integers(0, 40), st.integers(0, 40))
def test_a_range_is_folded_as_its_words_alone_are(text: str, start: int, end: int) -> None:
    """What is folded once for the whole text is, range by range, what folding the range gives."""
    assert Folded(text).at(start, end) == fold(text[start:end])
    assert Folded(text).whole == fold(text)
