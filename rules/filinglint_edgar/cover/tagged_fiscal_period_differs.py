"""COV067."""

from collections.abc import Iterator

from filinglint.facts.fiscal_year import quarter_ending, years_named
from filinglint.facts.ixbrl_cover import IxbrlCover, ixbrl_cover
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import TEN_K, TEN_Q, Authority, rule

_QUARTERS = {"Q1": 1, "Q2": 2, "Q3": 3}


@rule(
    "COV067",
    "tagged-fiscal-period-differs",
    reads=(ixbrl_cover,),
    remedy="tag the fiscal year, and the quarter of it, that the report is for",
    authority=Authority(
        "EDGAR Filer Manual, Volume II, section 6.5.20: DocumentFiscalYearFocus, DocumentFiscalPeriodFocus"
    ),
    forms=(TEN_K | TEN_Q) - {"10-KT", "10-KT405", "10-QT"},
)
def tagged_fiscal_period_differs(tagged: IxbrlCover) -> Iterator[Observation]:
    """The fiscal year and the quarter that are tagged are those of the period that is tagged.

    Programs put the figures of a report where these tags say. They are hidden, and left by the template of the last
    report. A year may be called by the calendar year before the one in which it ends. Transition reports are not looked
    at.
    """
    kind, period, focus = tagged.document_type, tagged.period, tagged.fiscal_period
    annual = isinstance(kind, Located) and kind.value.startswith("10-K")
    if isinstance(focus, Located) and isinstance(kind, Located) and annual != (focus.value == "FY"):
        yield Observation(
            focus,
            f"the fiscal period is tagged '{focus.value}', the document '{kind.value}'",
            related=[(kind, f"the document is tagged {kind.value}")],
        )
        return
    if not isinstance(period, Located) or not isinstance(tagged.fiscal_year_end, Located):
        return
    year_end = tagged.fiscal_year_end
    basis = [(period, f"the period ends on {period.value}"), (year_end, f"the fiscal year ends on {year_end.value}")]
    quarter = quarter_ending(period.value, year_end.value)
    if isinstance(focus, Located) and focus.value in _QUARTERS and quarter and quarter != _QUARTERS[focus.value]:
        yield Observation(
            focus,
            f"the fiscal period is tagged '{focus.value}'; with a year that ends on '{year_end.value}', "
            f"{period.value} ends quarter {quarter}",
            related=basis,
        )
    years, year = years_named(period.value, year_end.value), tagged.fiscal_year
    if isinstance(year, Located) and years and year.value not in years:
        yield Observation(
            year,
            f"the fiscal year is tagged '{year.value}'; the period ends on {period.value}",
            related=basis,
        )
