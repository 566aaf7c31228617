"""FMT039."""

from collections.abc import Iterator

from filinglint.facts.broken_tags import BrokenTags, broken_tags
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "FMT039",
    "tag-broken",
    reads=(broken_tags,),
    remedy="write the tag with both of its brackets",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2.1.2 and 5.2.2.2 (tags of text and HTML)", "should"),
)
def tag_broken(found: BrokenTags) -> Iterator[Observation]:
    """A tag begins with < and ends with >.

    What has lost a bracket is shown to the reader, or swallows the tag that comes after it.
    """
    if found.tags:
        first, count = found.tags[0], len(found.tags)
        places = "" if count == 1 else f", the first of {count}"
        yield Observation(first, f"the tag '{first.value[:40]}' is broken{places}")
