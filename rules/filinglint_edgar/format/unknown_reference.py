"""FMT018."""

from collections.abc import Iterator
from functools import cache
from itertools import islice

from filinglint.facts.html_use import HtmlUse, html_use
from filinglint.facts.mending import by_number, references_written
from filinglint.finding import Fix, Observation
from filinglint.rule import Authority, rule
from filinglint.tables.formats import formats

_MOST = 20  # different ones in one document: the rest says nothing new


@rule(
    "FMT018",
    "html-reference-unknown",
    reads=(html_use,),
    remedy="write the number of the character, or &amp; for an ampersand",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2.2.6 (character references)"),
    fixable="safe",
)
def unknown_reference(use: HtmlUse) -> Iterator[Observation]:
    """Named character references are those of the manual's list.

    An unknown one is shown as it is written, or suspends the document.
    """
    named = (words for words in use.references if words != "&" and words[1] != "#")
    for words in islice((words for words in named if words[1:-1].lower() not in _known()), _MOST):
        seen = use.seen(words)
        often = "" if seen.count == 1 else f", {seen.count} times"
        fix = Fix("safe", "write the character by its number", references_written(use, {words: by_number(words)}))
        yield Observation(
            seen.first,
            f"'{words}' is no character reference that EDGAR accepts{often}",
            fixes=[fix] if by_number(words) != words else (),
        )


@cache
def _known() -> frozenset[str]:
    return frozenset(reference.lower() for reference in formats().references)
