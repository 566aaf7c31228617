"""How deep markup is nested is counted as by walking through it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint.documents.nesting import depth
from filinglint.documents.submission import read_document
from filinglint.source import Source

_NESTING = ("table", "div", "ul", "ol", "dl", "blockquote")
TAGS = tuple(f"<{slash}{name}>" for name in (*_NESTING, "p") for slash in ("", "/"))


def depth_of(markup: str) -> int:
    """How deep *markup* is nested, read as a page and rendered."""
    (document,) = read_document(Source.from_bytes(f"<html>{markup}".encode(), "a.htm"), "document").documents
    assert document.rendered.html
    return depth(document)


def walked(tags: list[str]) -> int:
    """How deep *tags* are nested, one after another."""
    now = most = 0
    for tag in tags:
        if tag.strip("</>") in _NESTING:
            now = max(0, now - 1) if tag[1] == "/" else now + 1
            most = max(most, now)
    return most


@given(st.lists(st.sampled_from(TAGS), max_size=80))
def test_depth_is_that_of_a_walk(tags: list[str]) -> None:
    """Whatever opens, closes, or closes nothing, the greatest depth is found."""
    assert depth_of("".join(tags)) == walked(tags)


@pytest.mark.parametrize("deep", [31, 32, 33, 500])
@pytest.mark.parametrize("shape", ["{0}{1}", "{0}", "</div>{0}{1}</div>", "{0}<p>{1}{1}<ul></ul>{0}<ol><li></ol>"])
def test_depth_beyond_the_usual(deep: int, shape: str) -> None:
    """Markup that is nested deeper than pages are is counted the same."""
    markup = shape.format("<div>" * deep, "</div>" * deep)
    assert depth_of(markup) == walked([f"<{tag}" for tag in markup.split("<")[1:]])
