"""A fact that would have more members than the limits allow is not told, and says of what there are too many."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from filinglint.documents.nesting import different_tags
from filinglint.documents.submission import Submission, read_submission
from filinglint.facts.certifications import certifications
from filinglint.facts.exhibits import exhibits
from filinglint.facts.html_use import HtmlUse, html_use
from filinglint.facts.item_references import item_references
from filinglint.facts.items import items
from filinglint.facts.members import TooMany, few, tell_members
from filinglint.source import Source
from made_up import filing

MOST = 20
LIST = "<p>Item 9.01 Financial Statements and Exhibits</p><p>(d) Exhibits</p>"
CERTIFIED = "<p>I, Ann Doe, certify that:</p><p>1. I have reviewed this annual report on Form 10-K of Larkspur Inc;</p>"


def submission(body: str, most: int) -> Submission:
    """A submission whose document has *body*, and whose facts may have *most* members."""
    text = filing(body).replace("<TYPE>8-K", "<TYPE>10-K" if "certify" in body else "<TYPE>8-K")
    made = read_submission(Source.from_bytes(text.encode(), "x.txt"))
    tell_members(made, most)
    return made


def use_of(made: Submission) -> HtmlUse:
    """What its document uses."""
    return html_use.of(made, made.documents[0])


@pytest.mark.parametrize(
    ("read", "head", "piece", "what"),
    [
        (items.of, "", "<p>Item 5.02 Departure of Directors</p><p>None.</p>", "lines that name items"),
        (items.of, "", "<p>Part I</p>", "lines that head a part"),
        (item_references.of, "", "<p>The matter is told in Item 5.02 above.</p>", "references to items"),
        (exhibits.of, LIST, "<p>99.{} A release</p>", "entries of lists of exhibits"),
        (exhibits.of, f"{LIST}<table>", "<tr><td>99.{}</td><td>A release</td></tr>", "entries of lists of exhibits"),
        (exhibits.of, f"{LIST}<table>", "<tr>" + "<td>a</td>" * 10, "cells in a list of exhibits"),
        (exhibits.of, f"{LIST}<p>99.1 A release ", '<a href="a.htm">a</a>', "links in a list of exhibits"),
        (exhibits.of, "", "<p>EXHIBIT INDEX</p>", "headings of lists of exhibits"),
        (exhibits.of, "", "<p>The release is attached as Exhibit 99.{} hereto.</p>", "mentions of exhibits"),
        (certifications.of, "", CERTIFIED * 8, "certifications"),
        (lambda made: use_of(made).links, "", '<a href="#{}">a</a>', "different links"),
        (lambda made: use_of(made).links, "", '<a href="#a">a</a>', "links"),
        (lambda made: use_of(made).images_where(lambda _: True), "", '<img src="{}.jpg">', "different pictures"),
        (lambda made: use_of(made).images_where(lambda _: True), "", '<img src="a.jpg">', "pictures"),
        (lambda made: use_of(made).references, "", "&x{};", "different references"),
    ],
)
def test_too_many(read: Callable[[Submission], Any], head: str, piece: str, what: str) -> None:
    """Facts with few members are read; of those that would have many nothing is told."""
    read(submission(head + "".join(piece.format(n) for n in range(MOST // 2)), MOST))
    full = submission(head + "".join(piece.format(n) for n in range(3 * MOST)), MOST)
    with pytest.raises(TooMany, match=f"there are more than (?:{MOST}|{10 * MOST}) {what}, which fact-members allows"):
        read(full)


def test_few() -> None:
    """As many as are allowed are given, and one more is too many."""
    assert list(few("abc", 3, "letters")) == ["a", "b", "c"]
    with pytest.raises(TooMany, match="there are more than 2 letters"):
        list(few("abc", 2, "letters"))


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("<p>a</p>" * 50, 0),  # so few that none is counted
        ("".join(f"<p id=x{n}>a</p>" for n in range(20)), 11),
        ("".join(f"<p title='>{n}'>a</p>" for n in range(20)), 11),
        ("".join(f"<script>{n}</script>" for n in range(20)), 11),
    ],
)
def test_different_tags(body: str, count: int) -> None:
    """Different tags are those that rendering tells apart, what is hidden among them."""
    (document,) = read_submission(Source.from_bytes(filing(body).encode(), "x.txt")).documents
    found = different_tags(document, 10)
    assert found > 10 if count else found <= 10
