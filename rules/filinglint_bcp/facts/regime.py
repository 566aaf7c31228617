"""The profiles that apply to a text by its own words."""

from __future__ import annotations

from collections.abc import Iterator

from filinglint.documents.document import Document
from filinglint.facts.evened import Evened
from filinglint.facts.sentences import fold
from filinglint.patterns import pattern
from filinglint.spans import Span

_MEMBER = r"members?(?:ship)?(?: firm)?(?: of| in|:)?(?: the)?[ :]{1,2}"
_REGIMES = {
    "finra-4370": pattern(
        r"\b(?:finra|nasd)(?:'s)?,? (?:conduct )?rules? (?:4370|3510|3520)\b|\brule (?:4370|3510)\b"
        rf"|\b{_MEMBER}(?:finra|nasd)\b|\bfinra ?[/&] ?sipc\b|\b(?:finra|nasd)[- ](?:member|registered)\b"
        r"|\bregistered with (?:the )?finra\b|\bbelongs to finra\b"
        r"|\bfinancial industry regulatory authority\b.{0,20}\brule 4370\b"
    ),
    "nfa-2-38": pattern(
        rf"\bnfa(?: compliance)? rule 2-38\b|\bcompliance rule 2-38\b|\b{_MEMBER}(?:nfa|national futures association)\b"
        r"|\b(?:nfa|national futures association) member\b|\bregistered with (?:the )?(?:nfa"
        r"|national futures association)\b"
    ),
}


def regimes_of(document: Document) -> Iterator[tuple[str, Span]]:
    """Yield each profile that *document* names a sign of, with the words that do."""
    rendered = document.rendered
    said = Evened(rendered, whole=True)
    text = fold(said.text)
    for name, sign in _REGIMES.items():
        if m := sign.search(text):
            yield name, rendered.source_span(*said.place(*m.span()))
