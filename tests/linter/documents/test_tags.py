"""The tags of a part of a text are those of the whole that stand there."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from filinglint.documents.markup import Rendered
from filinglint.spans import Span

_NAMES = frozenset(("td", "/td", "tr", "b"))
_PIECES = st.sampled_from(
    ["<table>", "<tr>", "<td>", "</td>", "<b>", "<p>", "x", " ", "&amp;", "<!-- -->", "w " * 2500]
)


@given(st.lists(_PIECES, max_size=30).map("".join), st.data())
def test_tags_of_a_part_are_those_of_the_whole_that_stand_there(source: str, data: st.DataObject) -> None:
    """Where the part begins and ends, in whichever stretch, makes no difference."""
    rendered = Rendered(source, Span(0, len(source)), html=True)
    start = data.draw(st.integers(0, len(rendered.text)))
    end = data.draw(st.none() | st.integers(start, len(rendered.text)))
    every = [tag for tag in rendered.tags(_NAMES) if start <= tag.at and (end is None or tag.at <= end)]
    assert list(rendered.tags(_NAMES, start, end)) == every


_NESTED = st.sampled_from(
    ["<td>", "<td hidden>", "</td>", "<td hidden/>", "<b>", "<b hidden>", "</b>", "<p>", "x", "w " * 2500]
)


@given(st.lists(_NESTED, max_size=30).map("".join))
def test_enclosing_tags_are_those_of_the_elements_that_are_wanted(source: str) -> None:
    """What they open and close is the same as with all tags of the names, whatever stands before and behind."""
    rendered = Rendered(source, Span(0, len(source)), html=True)
    wanted = frozenset(("<td hidden>", "<b hidden>", "<td hidden/>")) & set(rendered.tag_words)

    def ranges(tags: Iterable[tuple[str, str, int]]) -> list[tuple[int, int]]:
        opened: dict[str, list[tuple[int, bool]]] = {"td": [], "b": []}
        found = []
        for name, words, at in tags:
            stack = opened[name.removeprefix("/")]
            if name in opened and not words.endswith("/>"):
                stack.append((at, words in wanted))
            elif name not in opened and stack:
                start, counts = stack.pop()
                found += [(start, at)] if counts else []
        return found

    assert ranges(rendered.enclosing_tags(wanted)) == ranges(rendered.shown_tags(frozenset(("td", "/td", "b", "/b"))))
