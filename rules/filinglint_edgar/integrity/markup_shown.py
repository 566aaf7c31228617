"""INT012."""

from collections.abc import Iterator

from filinglint.documents.document import Document
from filinglint.facts.extractor import document
from filinglint.facts.mending import shown_references_written
from filinglint.facts.slips import Slips, slips
from filinglint.finding import Fix, Observation
from filinglint.rule import Authority, rule


@rule(
    "INT012",
    "markup-shown",
    reads=(slips, document),
    remedy="write the reference once, not as &amp;nbsp;",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2.2.6 (character references)", "should"),
    fixable="unsafe",
)
def markup_shown(found: Slips, filed: Document) -> Iterator[Observation]:
    """The reader of a document sees its words, not its markup.

    References and tags that were written as references a second time are shown as they are.
    """
    if found.shown:
        first, count = found.shown[0], len(found.shown)
        places = "in one place" if count == 1 else f"in {count} places"
        edits = shown_references_written(filed, [words.span for words in found.shown])
        yield Observation(
            first,
            f"the reader sees markup {places}, first '{first.value[:12]}'",
            fixes=[Fix("unsafe", "write the references once", edits)],
        )
