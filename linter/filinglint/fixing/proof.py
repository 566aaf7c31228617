"""What a safe fix must leave as it is: rendered text, reported facts, and where links go.

The input is read again as it is to be, and compared with what it was. Two things are not compared. The
digest of the privacy-enhanced wrapper is over bytes, and no edit leaves it as it was. A link to an
attached document goes where it went when only the capitals of the file's name change: a browser on most
systems opens the same file, and EDGAR alone does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from filinglint.catalogue import Catalogue
from filinglint.documents.document import Body, Document
from filinglint.documents.markup import attributes
from filinglint.documents.submission import Submission
from filinglint.frozen import dataclass
from filinglint.identity import form_of
from filinglint.patterns import pattern
from filinglint.reporters.facts import facts_of

_BLANKS = pattern(r" +")
_PLACES = frozenset(("line", "column", "end_line", "end_column", "byte_start", "byte_end"))
_NOT_COMPARED = frozenset(("integrity",))
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Witness:
    """What an input shows and states: by document its text and its links, then the header, then the facts."""

    texts: tuple[tuple[str, str], ...]
    links: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    header: tuple[tuple[str, str], ...]
    facts: Mapping[str, Any]


def witness(submission: Submission, catalogue: Catalogue) -> Witness:
    """Return what *submission* shows and states."""
    names = {document.file_name.lower() for document in submission.documents}
    facts = facts_of(submission, catalogue.extractors(), form_of(submission)).record["facts"]
    return Witness(
        tuple((document.label, _text(document)) for document in submission.documents),
        tuple((document.label, tuple(_links(document, names))) for document in submission.documents),
        tuple(_header(submission)),
        {name: values_of(value) for name, value in facts.items() if name not in _NOT_COMPARED},
    )


def difference(before: Witness, after: Witness) -> str:
    """Return in words what *after* shows or states otherwise than *before*; "" when nothing."""
    if [label for label, _ in before.texts] != [label for label, _ in after.texts]:
        return "the documents are others"
    for (label, old), (_, new) in zip(before.texts, after.texts, strict=True):
        if old != new:
            at = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
            first, second = old[at : at + _SHOWN], new[at : at + _SHOWN]
            return f"the rendered text of {label or 'the document'} changes from '{first}' to '{second}'"
    for (label, old_links), (_, new_links) in zip(before.links, after.links, strict=True):
        if old_links != new_links:
            return f"the links of {label or 'the document'} change"
    if before.header != after.header:
        return "the header changes"
    changed = [name for name in before.facts if before.facts[name] != after.facts.get(name)]
    return f"the facts '{changed[0]}' change" if changed else ""


def _text(document: Document) -> str:
    """Return what *document* shows, runs of blanks folded; of what nobody reads, what it is."""
    if not document.readable:
        source, _ = document.source.source_at(document.span.start)
        if source.encoding == "binary":
            return ""  # no edit reaches it
        return document.source.text[document.content.start : document.content.end]
    return "\n".join(_BLANKS.sub(" ", line).strip(" ") for line in document.rendered.text.split("\n")).strip("\n")


def _links(document: Document, names: set[str]) -> Iterator[tuple[str, str]]:
    """Yield where each link and picture goes, and its words."""
    if document.body not in (Body.HTML, Body.IXBRL):
        return
    rendered = document.rendered
    for link in rendered.links:
        yield _goes(link.href, names), _BLANKS.sub(" ", rendered.text[link.start : link.end])
    for tag in rendered.tags(frozenset(("img",))):
        yield _goes(attributes(tag.words).get("src", ""), names), ""


def _goes(address: str, names: set[str]) -> str:
    file, mark, fragment = address.strip().partition("#")
    bare = file.removeprefix("./").lower()
    return f"{bare}{mark}{fragment}" if bare in names else address


def _header(submission: Submission) -> Iterator[tuple[str, str]]:
    if submission.header is not None:
        for section in submission.header.walk():
            yield section.label, ""
            yield from ((line.label, " ".join(line.value.split())) for line in section.lines)


def values_of(record: Any) -> Any:
    """Return a record of facts without the places; links are compared by themselves."""
    if isinstance(record, dict):
        return {key: values_of(value) for key, value in record.items() if key not in _PLACES and key != "links"}
    if isinstance(record, list):
        return [values_of(value) for value in record]
    return record
