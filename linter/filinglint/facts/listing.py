"""All words that stand where a report lists its exhibits, read or not as entries.

A list set in a way that nobody foresaw still names its exhibits: a rule that misses an entry looks here first.
"""

from __future__ import annotations

import re
from dataclasses import field
from functools import cached_property

from filinglint.documents.markup import Rendered
from filinglint.documents.submission import Submission
from filinglint.facts.exhibit_numbers import number_key
from filinglint.facts.exhibits import exhibits
from filinglint.facts.extractor import extractor, readable_main
from filinglint.facts.items import items
from filinglint.frozen import dataclass
from filinglint.spans import Span

_LONGEST = 400_000  # code points of a text that is no list any more


@dataclass(frozen=True)
class Listing:
    """The words under the items about exhibits and in the exhibit lists, at *spans* of what is *rendered*."""

    spans: tuple[Span, ...]
    rendered: Rendered = field(repr=False)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words, white space folded; most rules ask for none."""
        return tuple(self.rendered.words(span) for span in self.spans)

    def has(self, number: str) -> bool:
        """Tell whether the exhibit *number* stands there, in any context and with any signs between its parts."""
        key = number_key(number)
        if not key:
            return False
        loose = r"[ .(\-]{0,3}0{0,2}".join(re.escape(part) for part in key)
        pattern = re.compile(rf"(?<![\d.,$]){loose}(?!\d|[.,]\d|%)", re.IGNORECASE)
        return any(pattern.search(words) for words in self.words)

    def speaks_of(self, words: str) -> bool:
        """Tell whether *words*, in lower case, stand there in any case."""
        return any(words in each.lower() for each in self.words)


@extractor("listing")
def listing(submission: Submission) -> Listing:
    """Gather the words. Raises NotApplicable without a main document to read."""
    main = readable_main(submission)
    spans = [one.span for one in exhibits.of(submission).lists]
    spans += [h.text for h in items.of(submission).headings if {"9.01", "7", "14", "15", "6"} & set(h.keys)]
    return Listing(tuple(span for span in spans if len(span) < _LONGEST), main.rendered)
