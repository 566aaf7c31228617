"""FMT029."""

from collections.abc import Iterator
from itertools import islice

from filinglint.facts.html_use import HtmlUse, html_use
from filinglint.finding import Observation
from filinglint.rule import Authority, rule

_MOST = 20  # in one document: the rest says nothing new


@rule(
    "FMT029",
    "html-hidden-text",
    reads=(html_use,),
    remedy="show the words, or take them out",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2.2 (HTML documents)", "should"),
)
def hidden_text(use: HtmlUse) -> Iterator[Observation]:
    """What a document holds, it shows.

    Hidden words are filed and not read. What inline XBRL hides has its tags, and is for machines.
    """
    for words in islice(use.hidden(), _MOST):
        yield Observation(words, f"the words '{words.value[:60]}' are hidden from the reader")
