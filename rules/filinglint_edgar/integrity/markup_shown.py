"""INT012."""

from collections.abc import Iterator

from filinglint.facts.slips import Slips, slips
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "INT012",
    "markup-shown",
    reads=(slips,),
    remedy="write the reference once, not as &amp;nbsp;",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2.2.6 (character references)", "should"),
)
def markup_shown(found: Slips) -> Iterator[Observation]:
    """The reader of a document sees its words, not its markup.

    References and tags that were written as references a second time are shown as they are.
    """
    if found.shown:
        first, count = found.shown[0], len(found.shown)
        places = "in one place" if count == 1 else f"in {count} places"
        yield Observation(first, f"the reader sees markup {places}, first '{first.value[:12]}'")
