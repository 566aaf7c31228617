"""CRT011."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.certifications import Certifications, certifications
from filinglint.finding import Observation
from filinglint.located import Absent
from filinglint.rule import Authority, rule
from filinglint_edgar.certifications.certifying import PERIODIC

_STATEMENTS = {
    "1": "1, that the officer has reviewed the report",
    "2": "2, that it contains no untrue statement",
    "3": "3, that it fairly presents the financial condition",
    "4": "4, of the responsibility for controls",
    "4a": "4(a), of the design of disclosure controls",
    "4c": "4(c), of the evaluation of disclosure controls",
    "4d": "4(d), of changes in internal control",
    "5": "5, of what was disclosed to auditors and audit committee",
    "5a": "5(a), of deficiencies and weaknesses",
    "5b": "5(b), of fraud",
}


@rule(
    "CRT011",
    "certification-302-incomplete",
    reads=(certifications,),
    remedy="use the text of Item 601(b)(31)(i) word for word",
    authority=Authority("Regulation S-K, Item 601(b)(31)(i)", effective_from=date(2003, 8, 14)),
    forms=PERIODIC,
    amendments=False,
)
def statement_of_302_missing(found: Certifications) -> Iterator[Observation]:
    """A certification under section 302 makes every statement of the prescribed text.

    Nothing of it may be left out or said in other words, but the words on internal control in their time. An
    amendment without financial statements needs only some of them.
    """
    for certification in found.of_kind("302"):
        missing = [words for name, words in _STATEMENTS.items() if isinstance(certification.element(name), Absent)]
        if missing and len(missing) < len(_STATEMENTS):
            yield Observation(certification.span, f"the certification lacks paragraph {'; '.join(missing)}")
