"""CRT012."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.certifications import Certifications, certifications
from filinglint.finding import Confidence, Observation
from filinglint.located import Absent, Located
from filinglint.rule import Authority, rule
from filinglint_edgar.certifications.certifying import PERIODIC

_WORDS = {
    "4-icfr": "the words on internal control over financial reporting in paragraph 4",
    "4b": "paragraph 4(b), of the design of internal control",
}


@rule(
    "CRT012",
    "internal-control-words-missing",
    reads=(certifications,),
    remedy="add the words, unless the company is newly public and has given no management report yet",
    authority=Authority(
        "Regulation S-K, Item 601(b)(31)(i); Release 33-8760 (transition)", effective_from=date(2008, 12, 15)
    ),
    confidence=Confidence.MEDIUM,
    forms=PERIODIC,
    amendments=False,
)
def internal_control_words_missing(found: Certifications) -> Iterator[Observation]:
    """A certification under section 302 speaks of internal control over financial reporting in paragraph 4.

    The words could be left out until the first report of management on internal control. That time is over
    for all but newly public companies, and templates of before it are still about.
    """
    for certification in found.of_kind("302"):
        responsible = certification.element("4")
        missing = [words for name, words in _WORDS.items() if isinstance(certification.element(name), Absent)]
        if missing and isinstance(responsible, Located):
            yield Observation(responsible, f"the certification lacks {' and '.join(missing)}", label="paragraph 4")
