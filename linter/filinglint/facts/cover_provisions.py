"""Which rules, sections and items the fixed words of a cover name, and which those words have on the form.

Source: Forms S-1, S-3, S-4, F-1 and F-3, facing page; Forms 8-K, 10-K, 10-Q and 20-F, cover page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from filinglint.documents.signs import Automaton
from filinglint.documents.submission import Submission
from filinglint.facts.cover import main_document
from filinglint.facts.extractor import extractor
from filinglint.frozen import dataclass
from filinglint.located import Located
from filinglint.patterns import pattern

_FIRST = 20_000  # a table of registrants may stand among the sentences
# The words before a number, and the numbers that they have on some form: by the first of them they are found.
# Prose further down has some of them too: there what follows tells the sentence of the form.
_FIXED = (
    ("continuous", " basis pursuant to rule", ("415",)),
    ("additional", " securities for an offering,? pursuant to rule", ("462(b)",)),
    ("post-effective", " amendment filed pursuant to rule", ("462(c)", "462(d)")),
    ("become", " effective upon filing with the commission,? pursuant to rule", ("462(e)",)),
    ("classes", " of securities pursuant to rule", ("413(b)",)),
    ("become", " effective in accordance with section", ("8(a)",)),
    ("commission", ",? acting pursuant to(?: said)? section", ("8(a)",)),
    ("revised", " financial accounting standards[^a-z]{0,3} provided pursuant to section", ("7(a)(2)(B)", "13(a)")),
    ("interactive", " data file required to be submitted(?: and posted)? pursuant to rule", ("405",)),
    ("delinquent", " filers pursuant to item", ("405",)),
    ("effectiveness", " of its internal control over financial reporting under section", ("404(b)",)),
    ("seasoned", " issuer,? [(]?as defined in rule", ("405",)),
    ("shell", " company,? [(]?as defined in rule", ("12b-2", "405", "144(i)")),
    ("growth", " company,? [(]?as defined in rule", ("405", "12b-2")),
    ("pursuant", " to section 13 or(?: section)?(?= (?:15|51)(?![0-9]))", ("15(d)",)),
    ("report", " pursuant to section(?= [0-9]{1,3} or(?: section)? 15)", ("13",)),
    ("securities", " registered pursuant to section(?= [0-9]{1,2} ?[(][bg][)] of the act)", ("12(b)", "12(g)")),
)
_NUMBER = " (?P<number>[0-9]{1,3}[a-z]?(?:-[0-9]{1,2})?(?: ?[(][0-9a-z]{1,3}[)]){0,3})(?![0-9a-z-])"
_SENTENCES = tuple(
    pattern((first + rest + _NUMBER).replace(" ?", r"\s{0,9}").replace(" ", r"\s{1,40}"), re.IGNORECASE)
    for first, rest, _ in _FIXED
)
_FINDER = Automaton({word for word, _, _ in _FIXED})
_PARTS = pattern(r"[0-9-]{1,6}|[a-z]")


@dataclass(frozen=True, slots=True)
class CoverProvision:
    """The number of a rule, section or item behind words that the form fixes, and the numbers these words have."""

    number: Located[str]
    fixed: tuple[str, ...]

    @property
    def fits(self) -> bool:
        """Whether it is one of them, or the same with fewer or more paragraphs, in brackets or not."""
        own = _PARTS.findall(self.number.value.lower())
        return any(all(a == b for a, b in zip(own, _PARTS.findall(each.lower()), strict=False)) for each in self.fixed)


@extractor("cover_provisions")
def cover_provisions(submission: Submission) -> tuple[CoverProvision, ...]:
    """Read the numbers in the fixed sentences. Raises NotApplicable when there is no main document to read."""
    return tuple(sorted(_read(submission), key=lambda each: each.number.span.start))


def _read(submission: Submission) -> Iterator[CoverProvision]:
    rendered = main_document(submission).rendered
    first = rendered.text[:_FIRST]
    places = _FINDER.places(first)
    for (word, _, fixed), sentence in zip(_FIXED, _SENTENCES, strict=True):
        for at in places.get(word, ()):
            if m := sentence.match(first, at):
                yield CoverProvision(rendered.located(*m.span("number")), fixed)
