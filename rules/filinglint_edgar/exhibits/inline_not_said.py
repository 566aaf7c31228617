"""EXH028."""

from collections.abc import Iterator
from datetime import date

from filinglint.documents.document import Body
from filinglint.documents.submission import Submission
from filinglint.facts.exhibits import Exhibits, exhibits
from filinglint.facts.extractor import submission
from filinglint.facts.rewording import reworded_in
from filinglint.finding import Fix, Observation, Severity
from filinglint.located import Located
from filinglint.rule import TEN_K, TEN_Q, Authority, rule


@rule(
    "EXH028",
    "exhibit-101-not-called-inline",
    reads=(submission, exhibits),
    remedy="put the word 'Inline' into the description of Exhibit 101",
    authority=Authority(
        "Regulation S-K, Item 601(b)(101) (17 CFR 229.601(b)(101)), instruction on the exhibit index",
        effective_from=date(2019, 6, 28),
    ),
    severity=Severity.INFO,
    forms=TEN_K | TEN_Q,
    fixable="unsafe",
)
def inline_not_said(filing: Submission, found: Exhibits) -> Iterator[Observation]:
    """The exhibit index of a report in Inline XBRL calls Exhibit 101 'Inline'.

    The word tells the reader that the tags are in the report itself. Indexes copied from the time before have none.
    """
    main = filing.main
    if main is None or main.body is not Body.IXBRL:
        return
    data = [entry for entry in found.listed if entry.number.value.upper().startswith("101")]
    described = [entry.description for entry in data if isinstance(entry.description, Located)]
    if described and not any("inline" in each.value.lower() for each in described):
        edits = [
            edit
            for each in described
            if each.value.count("XBRL") == 1
            for edit in reworded_in(filing, each.span, each.value.replace("XBRL", "Inline XBRL"))
        ]
        yield Observation(
            described[0],
            f"the report is in Inline XBRL, exhibit 101 is described as '{described[0].value[:80].rstrip()}'",
            fixes=[Fix("unsafe", "write 'Inline XBRL' for 'XBRL'", edits)],
        )
