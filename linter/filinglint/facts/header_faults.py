"""Where the header of a submission departs from the schema of its family of forms.

The schemas (``filinglint_schemas/header``) are the source of truth about which lines must be there, how
often, and of what shape; here each of their errors is brought back to its place in the header.
"""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Literal

from filinglint.documents.labels import Line, Section
from filinglint.documents.submission import Submission
from filinglint.facts.conformity import Check, conformity
from filinglint.facts.extractor import extractor
from filinglint.facts.header import Header, as_date, as_time, header
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf, Located
from filinglint.patterns import pattern

Kind = Literal["missing", "malformed", "repeated", "unknown"]
_MONTH_AND_DAY = pattern(r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")
_ASKED_OF_A_DRAFT = frozenset(
    ("CONFORMED PERIOD OF REPORT", "FILER", "REPORTING-OWNER", "ISSUER", "SUBJECT COMPANY", "FILED BY")
)
_FORMATS: dict[str, Callable[[str], bool]] = {
    "edgar-date": lambda words: as_date(words) is not None,
    "edgar-time": lambda words: as_time(words) is not None,
    "month-and-day": lambda words: _MONTH_AND_DAY.fullmatch(words) is not None,
}


def _of_words(reads: Callable[[str], bool]) -> Check:
    # A repeated line is a list: that it is one is said by the schema's type.
    return lambda value: not isinstance(value, str) or reads(value)


_FORMATS_OF_ANY = {name: _of_words(reads) for name, reads in _FORMATS.items()}


@dataclass(frozen=True, slots=True)
class Fault:
    """One departure: *label* is the line or section, *within* the labels of the sections around it.

    ``at`` is Absent, with the section that was looked through, for what is missing; else the value that
    is malformed, the one that is too many, or the one whose label no schema knows.
    """

    kind: Kind
    label: str
    within: tuple[str, ...]
    at: Leaf[str]

    @property
    def party(self) -> str:
        """The role in whose section it is; "" at the top."""
        return self.within[0] if self.within else ""


@dataclass(frozen=True, slots=True)
class HeaderFaults:
    """The faults of one header in file order; *family* names the schema it was held to.

    A malformed value that several parties share (the same ZIP code twice) is one fault.
    """

    family: str
    faults: tuple[Fault, ...]

    def of(self, kind: Kind, *labels: str) -> Iterator[Fault]:
        """Yield the faults of one kind that are about one of *labels*."""
        return (fault for fault in self.faults if fault.kind == kind and fault.label in labels)


@extractor("header_faults", kinds=frozenset(("submission", "draft")))
def header_faults(submission: Submission) -> HeaderFaults:
    """Hold the header to its schema. Raises NotApplicable when there is none.

    Of a draft, whose manifest has a schema of its own, only what the form calls for is asked.
    """
    stated = header.of(submission)
    family = family_of(stated)
    record = _record(stated.record)
    errors = () if _conforms(family)(record) else _validator(family).iter_errors(record)
    found = {fault for error in errors for fault in _faults(error, stated.record)} | set(_unknown(stated.record))
    first: dict[object, Fault] = {}
    if submission.kind == "draft":
        found = {fault for fault in found if fault.kind == "missing" and fault.label in _ASKED_OF_A_DRAFT}
    for fault in sorted(found, key=_order):
        value = fault.at.value if isinstance(fault.at, Located) else (fault.at.span, fault.within)
        first.setdefault((fault.kind, fault.label, value), fault)
    return HeaderFaults(family, tuple(first.values()))


def _order(fault: Fault) -> tuple[object, ...]:
    words = fault.at.value if isinstance(fault.at, Located) else fault.at.what
    return fault.at.span, fault.label, fault.kind, fault.within, words


def family_of(stated: Header) -> str:
    """Return the name of the schema for the form that the header states."""
    form = stated.form.value.upper().removesuffix("/A") if isinstance(stated.form, Located) else ""
    return _families().get(form, "submission")


@cache
def _families() -> dict[str, str]:
    table: dict[str, list[str]] = json.loads(_schema_text("families"))
    return {form: family for family, forms in table.items() for form in forms}


@cache
def _labels() -> frozenset[str]:
    return frozenset(json.loads(_schema_text("labels")))


def _schema_text(name: str) -> str:
    data = pkgutil.get_data("filinglint_schemas", f"header/{name}.json")
    assert data is not None, "the package is installed whole"
    return data.decode()


@cache
def _conforms(family: str) -> Check:
    return conformity(_schema(family), _FORMATS_OF_ANY)


@cache
def _validator(family: str) -> Any:
    from jsonschema import Draft202012Validator, FormatChecker

    formats = FormatChecker(formats=())
    for name, reads in _FORMATS_OF_ANY.items():
        formats.checks(name)(reads)
    return Draft202012Validator(_schema(family), format_checker=formats)


@cache
def _schema(name: str) -> dict[str, Any]:
    """Return a schema with its references replaced by what they mean: following them costs half the time."""
    schema: dict[str, Any] = json.loads(_schema_text(name))
    definitions = schema.pop("$defs", {})

    def inlined(part: Any) -> Any:
        if isinstance(part, list):
            return [inlined(each) for each in part]
        if not isinstance(part, dict):
            return part
        reference = part.get("$ref", "")
        if reference.startswith("#/$defs/"):
            return inlined(definitions[reference.removeprefix("#/$defs/")])
        if reference:
            return _schema(reference.removesuffix(".json"))
        return {key: inlined(value) for key, value in part.items()}

    whole: dict[str, Any] = inlined(schema)
    whole.pop("$id", None)
    return whole


def _record(section: Section) -> dict[str, Any]:
    """Return *section* as the schemas know it: a line that stands once is a string, a repeated one a list."""
    record: dict[str, Any] = {}
    for line in section.lines:
        label, value = line.label, line.value
        if not value:
            continue
        before = record.get(label)
        if before is None:
            record[label] = value
        elif isinstance(before, list):
            before.append(value)
        else:
            record[label] = [before, value]
    if section.sections:
        sections: dict[str, list[dict[str, Any]]] = {}
        for inner in section.sections:
            sections.setdefault(inner.label, []).append(_record(inner))
        record |= sections
    return record


def _unknown(record: Section) -> Iterator[Fault]:
    known = _labels()
    for section in record.walk():
        for line in section.lines:
            if line.label not in known and line.value:
                yield Fault("unknown", line.label, (section.label,), Located(" ".join(line.value.split()), line.span))


def _faults(error: Any, record: Section) -> Iterator[Fault]:
    """Yield the faults that one error of the schema is."""
    section, lines, within = _place(list(error.absolute_path), record)
    if error.validator == "required":
        for label in error.validator_value:
            if label not in error.instance:
                yield Fault("missing", label, within, Absent(section.span, label.lower()))
    elif error.validator == "anyOf":
        labels = [choice["required"][0] for choice in error.validator_value]
        yield Fault("missing", labels[0], within, Absent(section.span, " or ".join(labels).lower()))
    elif error.validator == "type" and len(lines) > 1:
        yield Fault("repeated", lines[1].label, within, Located(" ".join(lines[1].value.split()), lines[1].span))
    elif lines:
        line = lines[0]
        yield Fault("malformed", line.label, within, Located(" ".join(line.value.split()), line.span))


def _place(path: list[str | int], section: Section) -> tuple[Section, list[Line], tuple[str, ...]]:
    """Return where *path* leads: the innermost section, the lines it means, and the sections' labels."""
    within: list[str] = []
    while path:
        label = str(path[0])
        index = path[1] if len(path) > 1 else None
        inner = section.named(label)
        if inner and isinstance(index, int):
            section, path = inner[index], path[2:]
            within.append(label)
            continue
        lines = [line for line in section.all(label) if line.value]
        return section, [lines[index]] if isinstance(index, int) else lines, tuple(within)
    return section, [], tuple(within)
