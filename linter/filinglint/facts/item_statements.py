"""What the items of a current report must or may say, and where they say it.

Source: Form 8-K, General Instruction B.2 (furnished), Items 1.05, 4.01, 5.03 and 5.07, and the sentences of real
reports, 2004 to 2026.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor, readable_main
from filinglint.facts.first_words import Lowered, Phrase
from filinglint.facts.items import ItemHeading, items
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf
from filinglint.patterns import pattern

_FURNISHED = Phrase(
    pattern(
        r"\bfurnish(?:ed|es|ing)?\b"
        r"|\b(?:not|nor|neither)\s(?:\w{1,12}\s){0,4}deemed\s(?:\w{1,12}\s){0,3}[\"“”']{0,2}filed",
        re.IGNORECASE,
    ),
    ("furnish", "not", "nor", "neither"),
)
_VOTES = pattern(
    r"\b(?:votes?\s(?:cast\s)?)?(?:for|against|withh(?:eld|old)|abstain(?:ed)?|abstentions?|broker\snon-?votes?)\b",
    re.IGNORECASE,
)
_AGREEMENT = pattern(
    r"\b(?:articles|certificate|by-?laws|charter|memorandum|declaration\sof\strust|operating\sagreement"
    r"|partnership\sagreement)\b",
    re.IGNORECASE,
)
_DETERMINED = pattern(r"\b(?:determin|conclud)\w{1,8}\b[^.\n]{0,160}\bmaterial", re.IGNORECASE)
_LETTER = pattern(r"\bletter\b[^.\n]{0,200}\b(?:Commission|SEC|Exhibit)\b|\b(?:Exhibit|EX)\s?-?16", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ItemStatement:
    """What one item says of one thing: its number and heading, and the first words that say it.

    ``words`` is absent where the item and, for ``furnished``, the whole report do not say it.
    """

    key: str
    heading: ItemHeading
    words: Leaf[str]


@dataclass(frozen=True, slots=True)
class ItemStatements:
    """What the items say, each list in the order of the headings.

    ``furnished``: that the information under Items 2.02 and 7.01 is furnished, not filed. ``votes``: the votes for and
    against under Item 5.07. ``instrument``: the charter or by-laws under Item 5.03. ``determined``: that the incident
    under Item 1.05 was determined to be material. ``letter``: a letter of the former accountant under Item 4.01.
    """

    furnished: tuple[ItemStatement, ...]
    votes: tuple[ItemStatement, ...]
    instrument: tuple[ItemStatement, ...]
    determined: tuple[ItemStatement, ...]
    letter: tuple[ItemStatement, ...]


@extractor("item_statements")
def item_statements(submission: Submission) -> ItemStatements:
    """Look for what the items say. Raises NotApplicable without a main document to read."""
    main = readable_main(submission)
    rendered = main.rendered
    headings = items.of(submission).headings

    text = rendered.text

    @cache
    def furnished() -> re.Match[str] | None:
        return Lowered(text, len(text)).search(_FURNISHED, 0, len(text))

    def under(pattern: re.Pattern[str]) -> Callable[[ItemHeading], re.Match[str] | None]:
        return lambda heading: pattern.search(
            text, rendered.offset(heading.span.start), rendered.offset(heading.text.end)
        )

    def said(
        keys: tuple[str, ...], find: Callable[[ItemHeading], re.Match[str] | None], what: str
    ) -> tuple[ItemStatement, ...]:
        found = []
        for heading in headings:
            for key in set(keys) & set(heading.keys):
                m = find(heading)
                words: Leaf[str] = rendered.located(*m.span()) if m else Absent(heading.text, what)
                found.append(ItemStatement(key, heading, words))
        return tuple(found)

    return ItemStatements(
        furnished=said(("2.02", "7.01"), lambda _: furnished(), "statement that it is furnished"),
        votes=said(("5.07",), under(_VOTES), "number of votes"),
        instrument=said(("5.03",), under(_AGREEMENT), "instrument that was amended"),
        determined=said(("1.05",), under(_DETERMINED), "determination that it is material"),
        letter=said(("4.01",), under(_LETTER), "letter of the accountant"),
    )
