"""FMT040."""

from collections.abc import Iterator

from filinglint.documents.document import Body, Document
from filinglint.facts.extractor import document
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule

_NAMES = frozenset("b i u br p font center div span strong em hr td tr sup sub".split())
_NAMED = _NAMES | {f"/{name}" for name in _NAMES}


@rule(
    "FMT040",
    "text-html-tags",
    reads=(document,),
    remedy="take the tags out, or file the document as HTML",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2.1 (ASCII documents: tags accepted)"),
    severity=Severity.INFO,
)
def text_html_tags(filed: Document) -> Iterator[Observation]:
    """A document in plain text has no tags of HTML.

    They came with words copied from a web page. EDGAR knows them in HTML documents only: here its readers see them.
    """
    if filed.body is not Body.TEXT or filed.source.text.find("<", filed.content.start, filed.content.end) < 0:
        return
    tags = list(filed.rendered.tags(_NAMED))
    if tags:
        others = "" if len(tags) == 1 else f", and {len(tags) - 1} more of HTML"
        yield Observation(tags[0].span, f"the plain text has the tag '<{tags[0].name}>'{others}")
