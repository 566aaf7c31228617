"""EXH026."""

from collections.abc import Iterator

from filinglint.facts.exhibits import ExhibitEntry, Exhibits, Manner, exhibits
from filinglint.finding import Confidence, Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint_edgar.exhibits.standing import attached_documents, base, is_by_reference, local_file

_WORDS = {Manner.BY_REFERENCE: "incorporated by reference", Manner.PREVIOUSLY: "filed previously"}


@rule(
    "EXH026",
    "exhibit-by-reference-and-attached",
    reads=(exhibits,),
    remedy="list the exhibit as filed with this report, or leave the document out",
    authority=Authority("Regulation S-K, Item 601(a)(2) (17 CFR 229.601(a)(2))", "should"),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def by_reference_and_attached(found: Exhibits) -> Iterator[Observation]:
    """An exhibit that is attached is not listed as filed with another report.

    The reader is sent to an earlier filing for a document that is here, which may be another version. The entry was
    carried over from the last report. Exhibit 13 is what the report itself incorporates, and of several entries for one
    number another may be meant.
    """
    for each in attached_documents(found):
        if base(each.number.value) == "13":
            continue
        entries = found.entries_of(each.number.value)
        # "Filed as Exhibit 10.1 and incorporated by reference herein" is how some list what they attach.
        elsewhere = [
            entry
            for entry in entries
            if is_by_reference(entry)
            and not _links_here(entry, each.document.file_name)
            and all(is_by_reference(other) for other in entries if other.place == entry.place)
        ]
        if elsewhere:
            entry = elsewhere[0]
            filed = entry.filed
            manner = filed.value if isinstance(filed, Located) else Manner.BY_REFERENCE
            yield Observation(
                entry.number,
                f"exhibit '{each.number.value}' is listed as {_WORDS[manner]}, and is attached",
                related=[(filed, "how it is filed"), (each.number, "the document attached")],
            )


def _links_here(entry: ExhibitEntry, name: str) -> bool:
    return any(name != "" and local_file(link.href) == name for link in entry.links)
