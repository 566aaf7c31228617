"""EXH012."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.exhibits import ExhibitEntry, Exhibits, Manner, exhibits
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.rule import Authority, rule
from filinglint_edgar.exhibits.standing import base, local_file, may_be


@rule(
    "EXH012",
    "exhibit-hyperlink-to-other-exhibit",
    reads=(exhibits,),
    remedy="link the entry to the file of its own exhibit",
    authority=Authority(
        "Regulation S-K, Item 601(a)(2) (17 CFR 229.601(a)(2)); Regulation S-T, Rule 105(d) (17 CFR 232.105(d))",
        effective_from=date(2017, 9, 1),
    ),
    severity=Severity.ERROR,
)
def hyperlink_to_other(found: Exhibits) -> Iterator[Observation]:
    """The hyperlink of an entry goes to the exhibit that the entry names.

    The reader is led to another document and believes it to be the one that was listed. Links are exchanged when
    entries are moved or exhibits renumbered.
    """
    files = {each.document.file_name.lower(): each for each in found.attached if base(each.number.value)}
    for entry in found.listed:
        contained = isinstance(entry.filed, Located) and entry.filed.value is Manner.CONTAINED
        for link in () if contained else entry.links:
            target = files.get(local_file(link.href).lower())
            if target is None or any(may_be(own.value, target.number.value) for own in entry.numbers):
                continue
            if entry.names(target.number.value) or _speaks_of(entry, target.number.value):
                continue
            yield Observation(
                link.tag,
                f"the entry of exhibit '{entry.number.value}' links to '{target.document.file_name}', which is exhibit "
                f"'{target.number.value}'",
                related=[
                    (entry.number, f"the entry of '{entry.number.value}'"),
                    (target.number, f"'{target.number.value}'"),
                ],
            )


def _speaks_of(entry: ExhibitEntry, number: str) -> bool:
    """Tell whether the description names the other exhibit, as one that holds this one ("annexed to Exhibit 10.1")."""
    return isinstance(entry.description, Located) and number.lower() in entry.description.value.lower()
