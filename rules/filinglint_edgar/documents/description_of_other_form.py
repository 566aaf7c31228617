"""DOC054."""

import re
from collections.abc import Iterator

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.patterns import pattern
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.registrations import STATEMENTS

_FORM = pattern(r"(?<![\w-])(?:8-?K|10-?[KQ]|20-?F|6-?K|[SF]-\d{1,2})(?![a-rt-z\d])", re.IGNORECASE)


@rule(
    "DOC054",
    "description-of-other-form",
    reads=(submission,),
    remedy="describe the document by its own form",
    authority=Authority("EDGAR Filer Manual, Volume II, section 7.3 (document type and description)", "guidance"),
    severity=Severity.INFO,
    forms=EIGHT_K | TEN_K | TEN_Q | STATEMENTS,
)
def description_of_other_form(filing: Submission) -> Iterator[Observation]:
    """The description of the main document names the form of which it is.

    The index on EDGAR shows the type and the description side by side. The form is that of the last report.
    """
    main = filing.main
    if main is None or not isinstance(main.type, Located) or not isinstance(main.description, Located):
        return
    own = _forms(main.type.value)
    named = _forms(main.description.value)
    if own and named and own.isdisjoint(named):
        yield Observation(
            main.description,
            f"the description of a document of type '{main.type.value}' says '{main.description.value}'",
            related=[(main.type, "the type of the document")],
        )


def _forms(words: str) -> frozenset[str]:
    return frozenset(m[0].upper().replace("-", "") for m in _FORM.finditer(words))
