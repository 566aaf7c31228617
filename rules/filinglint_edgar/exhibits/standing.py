"""Which of the exhibits that a filing lists or holds a rule has to account for."""

from __future__ import annotations

from functools import lru_cache

from filinglint.documents.submission import Submission
from filinglint.facts.exhibits import AttachedExhibit, ExhibitEntry, Exhibits, Manner, Relation, relation
from filinglint.facts.header import Header
from filinglint.located import Absent, Located

# EX-27 was data for machines; EDGAR has taken it out of many old filings.
_FOR_MACHINES = frozenset(("27", "100", "101", "102", "103", "104", "106", "107"))


@lru_cache(1024)
def base(number: str) -> str:
    """Return the number of Item 601 that *number* begins with: "99" for "99.1"."""
    digits = number.strip().upper().removeprefix("EX-")
    end = next((index for index, character in enumerate(digits) if not character.isdigit()), len(digits))
    return digits[:end]


def is_for_machines(number: str) -> bool:
    """Tell whether *number* is that of data files, which lists name as a whole or not at all."""
    return base(number) in _FOR_MACHINES


def attached_documents(found: Exhibits) -> tuple[AttachedExhibit, ...]:
    """Return the attached exhibits that a person reads."""
    return tuple(each for each in found.attached if base(each.number.value) and not is_for_machines(each.number.value))


def may_be(one: str, other: str) -> bool:
    """Tell whether the numbers *one* and *other* may mean the same exhibit: "99" and "99.1" may."""
    return relation(one, other) is not Relation.DIFFERENT


def is_held(found: Exhibits, number: str, *, appended: bool = True) -> bool:
    """Tell whether the submission has an exhibit that *number* may mean, attached or in the main document.

    Unless *appended*, nothing stands behind the report that a label in it could be of.
    """
    labels = (each.label.value for each in found.attached if isinstance(each.label, Located))
    embedded = (each.value for each in found.embedded if appended)
    return any(may_be(number, each) for each in (*(one.number.value for one in found.attached), *embedded, *labels))


def local_file(href: str) -> str:
    """Return the name of the file of the same submission that a link goes to, "" for any other link."""
    name = href.split("#", 1)[0].split("?", 1)[0].strip()
    return "" if ":" in name or "/" in name else name


def is_listed_here(entry: ExhibitEntry, *, by_default: bool) -> bool:
    """Tell whether *entry* says that its exhibit comes with this report.

    Where it says nothing, a link to a file of the submission says so, and a link elsewhere that it does not;
    *by_default* decides where there is no link.
    """
    if isinstance(entry.filed, Located):
        return entry.filed.value.attached
    if not isinstance(entry.filed, Absent):
        return False
    if entry.links:
        return any(local_file(link.href) for link in entry.links)
    return by_default


def some_are_withheld(stated: Header, filing: Submission) -> bool:
    """Tell whether the header counts more documents than the file holds, so that what is missing proves nothing.

    Where EDGAR made documents of its own the count is not exact, and tells nothing.
    """
    if len(filing.filed_documents) != len(filing.documents):
        return False
    return isinstance(stated.document_count, Located) and stated.document_count.value > len(filing.documents)


def is_by_reference(entry: ExhibitEntry) -> bool:
    """Tell whether *entry* says that its exhibit was filed before."""
    return isinstance(entry.filed, Located) and entry.filed.value in (Manner.BY_REFERENCE, Manner.PREVIOUSLY)
