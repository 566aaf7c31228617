"""Facts as records: what JSON can say of them, under the names by which people and rules know them.

Facts are frozen dataclasses of leaves; they become objects by what they are, so that the facts of a
pack need nothing here. A leaf says its state (stated, absent, unsure) and its place. Lists of things
that stand in a text (documents, items, exhibits) hold plain values and the place of the thing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import Extractor
from filinglint.located import Absent, Located, Unsure
from filinglint.spans import Span

Record = dict[str, Any]
# What the reading of documents is made of is no fact; facts point into it.
_READING = "filinglint.documents."
_PLACE = ("line", "column", "end_line", "end_column", "byte_start", "byte_end")
# Properties that stand beside the fields; those that are leaves always do.
_BESIDE = {
    "Header": ("filers",),
    "Redactions": ("first", "count", "legend"),
    "Slips": tuple("blanks drafts field_errors misread shown security_numbers joined addresses repeated".split()),
}
_INSTEAD = {"Header": frozenset(("lines", "record"))}


def recorded(submission: Submission, extractor: Extractor[Any], encode: Encoder | None = None) -> Any:
    """Return what *extractor* reads from *submission*. Raises NotApplicable and CannotTell as it does."""
    encode = encode or Encoder(submission)
    if extractor.per_document:
        return [
            {"document": document.label, "facts": encode(extractor.of(submission, document))}
            for document in submission.filed_documents
        ]
    facts = extractor.of(submission)
    shape = _SHAPES.get(extractor.name)
    return shape(encode, facts) if shape else encode(facts)


class Encoder:
    """Turns facts of one submission into what JSON can say."""

    nowhere: Record = dict.fromkeys(_PLACE)

    def __init__(self, submission: Submission) -> None:
        self._submission = submission

    def __call__(self, value: Any) -> Any:
        """Return *value* as a record, a list, or what JSON has for it."""
        if value is None or isinstance(value, str | int | float | bool):
            return value
        if isinstance(value, Located | Absent | Unsure):
            return self.leaf(value)
        if isinstance(value, Span):
            return self.place(value)
        if isinstance(value, Enum):
            return self(value.value)
        if isinstance(value, date | datetime):
            return value.isoformat()
        if isinstance(value, Mapping):
            return {str(key): self(member) for key, member in value.items()}
        if isinstance(value, frozenset | set):
            return sorted(self(member) for member in value)
        if isinstance(value, Sequence):
            return [self(member) for member in value if not _is_reading(member)]
        if is_dataclass(value):
            return self.record(value)
        return str(value)

    def record(self, value: Any) -> Record:
        """Return the fields of a dataclass, its own place among them, and its properties that are leaves."""
        found: Record = {}
        kind = type(value)
        out = left_out(kind)
        for field in fields(value):
            member = getattr(value, field.name)
            if field.name in out or _is_reading(member) or callable(member):
                continue
            if field.name == "span":
                found.update(self.place(member) if isinstance(member, Span) else self.nowhere)
            else:
                found[field.name] = self(member)
        for name in beside(kind):
            found[name] = self(getattr(value, name))
        return found

    def flat(self, value: Any) -> Record:
        """Return a thing that stands in the text: plain values, null where there is none for certain, its place."""
        found: Record = {}
        unsure: Record = {}
        for field in fields(value):
            member = getattr(value, field.name)
            if field.name == "span":
                found.update(self.place(member))
            elif isinstance(member, Located):
                found[field.name] = self(member.value)
            elif isinstance(member, Absent | Unsure):
                found[field.name] = None
                if isinstance(member, Unsure):
                    unsure[field.name] = member.reason
            elif not _is_reading(member):
                found[field.name] = self(member)
        return found | {"unsure": unsure} if unsure else found

    def leaf(self, leaf: Located[Any] | Absent | Unsure) -> Record:
        """Return a leaf: its state, its value or why there is none, its place."""
        if isinstance(leaf, Located):
            said: Record = {"state": "stated", "value": self(leaf.value)}
        elif isinstance(leaf, Absent):
            said = {"state": "absent", "what": leaf.what}
        else:
            said = {"state": "unsure", "what": leaf.what, "reason": leaf.reason}
        return said | self.place(leaf.span)

    def place(self, span: Span) -> Record:
        """Return where *span* is in its file."""
        place = self._submission.source.place(span)
        if not place.in_text:
            return dict.fromkeys(_PLACE) | place.extracted
        return {name: getattr(place, name) for name in _PLACE}

    def document(self, span: Span) -> str | None:
        """Return the label of the document in which *span* lies; None in the header."""
        document = self._submission.document_at(span)
        return document.label if document is not None else None


def _is_reading(value: Any) -> bool:
    if isinstance(value, tuple | list):
        return bool(value) and _is_reading(value[0])
    return type(value).__module__.startswith(_READING)


def beside(kind: type) -> tuple[str, ...]:
    """Return the names of the properties of *kind* that stand beside its fields in a record."""
    return (*_leaf_properties(kind), *_BESIDE.get(kind.__name__, ()))


def left_out(kind: type) -> frozenset[str]:
    """Return the names of the fields of *kind* that are in no record."""
    return _INSTEAD.get(kind.__name__, frozenset())


def _leaf_properties(kind: type) -> tuple[str, ...]:
    """Return the names of the properties of *kind* that are leaves by their annotation."""
    return tuple(
        name
        for name, member in vars(kind).items()
        if isinstance(member, property)
        and str(getattr(member.fget, "__annotations__", {}).get("return", "")).startswith(("Leaf[", "Located["))
    )


def _documents(encode: Encoder, documents: Any) -> list[Record]:
    shaped = []
    for document in documents:
        record = encode.flat(document)
        sequence = record.get("sequence")
        if isinstance(sequence, str) and sequence.isascii() and sequence.isdecimal() and len(sequence) < 10:
            record["sequence"] = int(sequence)
        shaped.append(record)
    return shaped


def _items(encode: Encoder, items: Any) -> list[Record]:
    """Each item of each heading: a heading may name several."""
    return [
        {
            "number": number,
            "caption": _plain(encode, heading.caption),
            "part": _plain(encode, heading.part),
            "document": encode.document(heading.span),
            **encode.place(heading.span),
            "text": encode.place(heading.text),
        }
        for heading in items.headings
        for number in heading.keys
    ]


def _exhibits(encode: Encoder, exhibits: Any) -> Record:
    """What the lists name, number by number, and what is attached."""
    return {
        "listed": [
            {
                "number": number.value,
                "description": _plain(encode, entry.description),
                "filed": _plain(encode, entry.filed),
                "list": entry.place,
                "through": entry.through,
                "links": [link.href for link in entry.links],
                "document": encode.document(entry.span),
                **encode.place(entry.span),
            }
            for entry in exhibits.listed
            for number in entry.numbers
        ],
        "attached": [
            {
                "number": attached.number.value,
                "type": attached.document.type_name,
                "filename": _plain(encode, attached.document.filename),
                "description": _plain(encode, attached.document.description),
                "label": _plain(encode, attached.label),
                "document": attached.document.label,
                **encode.place(attached.document.span),
            }
            for attached in exhibits.attached
        ],
        "embedded": encode(exhibits.embedded),
        "mentions": [{"number": m.number.value, **encode.place(m.span)} for m in exhibits.mentions],
    }


def _signatures(encode: Encoder, signatures: Any) -> list[Record]:
    """Each signature of each block, with what the block says of all; a block without one counts too."""
    shaped = []
    for block in signatures.blocks:
        shared = {
            "kind": block.kind,
            "registrant": encode(block.registrant),
            "heading": encode(block.heading),
            "sentence": encode(block.sentence),
            "document": encode.document(block.span),
            **encode.place(block.span),
        }
        nobody = {name: encode(Absent(block.span, name)) for name in ("conformed", "name", "title")}
        signed = [encode(signer) for signer in block.signers] or [nobody | {"date": encode(block.date)}]
        shaped += [shared | one for one in signed]
    return shaped


def _plain(encode: Encoder, leaf: Located[Any] | Absent | Unsure) -> Any:
    return encode(leaf.value) if isinstance(leaf, Located) else None


_SHAPES: dict[str, Callable[[Encoder, Any], Any]] = {
    "documents": _documents,
    "items": _items,
    "exhibits": _exhibits,
    "signatures": _signatures,
}
