"""EXH003."""

from collections.abc import Iterator

from filinglint.documents.submission import Submission
from filinglint.facts.appended import Appended, appended
from filinglint.facts.exhibits import ExhibitEntry, Exhibits, exhibits
from filinglint.facts.extractor import submission
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, Unclear, rule
from filinglint.tables.exhibits import exhibit_family
from filinglint.tables.registrations import STATEMENTS
from filinglint_edgar.exhibits.standing import base, is_for_machines, is_held, is_listed_here, some_are_withheld

# Certifications and financial data schedules are of the report itself: they come with it whatever the entry says.
_ALWAYS_HERE = frozenset(("27", "31", "32"))


@rule(
    "EXH003",
    "exhibit-listed-not-attached",
    reads=(header, submission, exhibits, appended),
    remedy="attach the exhibit, or say in the list where it was filed or that it is to be filed",
    authority=Authority("Regulation S-K, Item 601(a)(1) and (2) (17 CFR 229.601(a))"),
    forms=EIGHT_K | TEN_K | TEN_Q | STATEMENTS,
)
def listed_not_attached(
    stated: Header, filing: Submission, found: Exhibits, behind: Appended
) -> Iterator[Observation | Unclear]:
    """Each exhibit that a report lists as filed or furnished with it is attached.

    The reader is told of a document that is not there. An agent left it out, or the entry should say that it is
    incorporated by reference. Entries that say so, that are contained in another document or are to come by amendment
    are not meant; nor are data files.
    """
    form = stated.form.value.upper()
    seen: dict[str, ExhibitEntry] = {}
    for entry in found.listed:
        for own in entry.numbers:
            number = own.value
            here = form.startswith("8-K") or base(number) in _ALWAYS_HERE
            if (
                number in seen
                or not is_listed_here(entry, by_default=here)
                or (is_for_machines(number) and base(number) not in _ALWAYS_HERE)
                or exhibit_family(number) is None
                or is_held(found, number, appended=behind.may_be_exhibit)
            ):
                continue
            seen[number] = entry
            if some_are_withheld(stated, filing):
                yield Unclear("the header counts more documents than the file holds", stated.document_count)
                continue
            if behind.may_be_exhibit and not found.attached:
                yield Unclear(f"exhibit '{number}' may be what stands behind the signatures", behind.span)
                continue
            what = f", '{_cut(entry.description.value)}'," if isinstance(entry.description, Located) else ""
            how = f" as {entry.filed.value.value}" if isinstance(entry.filed, Located) else ""
            yield Observation(
                own,
                f"exhibit '{number}'{what} is listed{how} and not attached",
                related=[(entry.filed, "how it is filed")] if isinstance(entry.filed, Located) else (),
            )


def _cut(words: str) -> str:
    return words if len(words) <= 70 else f"{words[:67].rstrip()}..."
