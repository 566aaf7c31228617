"""DOC050."""

from collections.abc import Iterator
from datetime import date

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.facts.inline_references import InlineReferences, inline_references
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule


@rule(
    "DOC050",
    "schema-not-attached",
    reads=(inline_references, submission),
    tags=frozenset(("ixbrl",)),
    remedy="attach the schema under the name by which the main document refers to it",
    authority=Authority("EDGAR Filer Manual, volume II, 6.3 and 6.5 (schemaRef)", effective_from=date(2019, 6, 15)),
)
def schema_not_attached(inline: InlineReferences, filing: Submission) -> Iterator[Observation]:
    """The schema to which inline XBRL refers is attached.

    Where another schema is attached, the reference is that of the last report.
    """
    schemas = [
        document.filename
        for document in filing.documents
        if isinstance(document.filename, Located) and document.filename.value.lower().endswith(".xsd")
    ]
    names = {schema.value.lower() for schema in schemas}
    for named in inline.schemas:
        if schemas and named.value.lower() not in names:
            yield Observation(
                named,
                f"the inline XBRL refers to the schema '{named.value}', '{schemas[0].value}' is attached",
                related=[(schemas[0], "the schema that is attached")],
            )
