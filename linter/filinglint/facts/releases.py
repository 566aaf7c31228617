"""The press releases attached to a report, and what stands under the item that announces results with them.

Source: Regulation S-K, Item 601(b)(99); Form 8-K, Item 2.02 (Item 12 until August 2004).
"""

from __future__ import annotations

from collections.abc import Iterator

from filinglint.documents.document import Document
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import readable_main
from filinglint.facts.items import items

_RESULTS = frozenset(("2.02", "12"))


def releases(submission: Submission) -> list[Document]:
    """Return the exhibits numbered 99 that a person reads: as such releases are filed."""
    return [each for each in submission.filed_documents if each.type_name.startswith("EX-99") and each.readable]


def results_items(submission: Submission) -> Iterator[tuple[int, int]]:
    """Yield the ranges under the headings of the item on results, in the rendered text of the main document."""
    rendered = readable_main(submission).rendered
    for heading in items.of(submission).headings:
        if not _RESULTS.isdisjoint(heading.keys):
            yield rendered.offset(heading.text.start), rendered.offset(heading.text.end)
