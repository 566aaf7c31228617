"""FMT015."""

from collections.abc import Iterator

from filinglint.facts.html_use import HtmlUse, html_use
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "FMT015",
    "html-broken-anchor",
    reads=(html_use,),
    tags=frozenset(("links",)),
    remedy="name the place with an anchor, or correct the link",
    authority=Authority("HTML 3.2 Reference Specification, A element: NAME and HREF", "should"),
)
def broken_anchor(use: HtmlUse) -> Iterator[Observation]:
    """Every link inside a document goes to a place that the document has.

    A table of contents made by a tool loses its targets when a chapter is replaced.
    """
    broken = use.links_where(
        lambda goal: (
            goal.goes == "anchor"
            and goal.fragment != ""
            and goal.fragment not in use.anchors
            and _plain(goal.fragment) not in use.anchors
            and goal.fragment.lower() != "top"
        )
    )
    if broken:
        others = "" if len(broken) == 1 else f" and {len(broken) - 1} more"
        yield Observation(
            broken[0].span, f"a link goes to '#{broken[0].fragment[:60]}'{others}, which is not in the document"
        )


def _plain(fragment: str) -> str:
    """Return *fragment* with what is written by the numbers of its bytes as what it is."""
    if "%" not in fragment:
        return fragment
    from urllib.parse import unquote  # with the addresses of networks slow to load

    return unquote(fragment)
