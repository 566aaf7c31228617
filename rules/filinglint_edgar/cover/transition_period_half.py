"""COV095."""

from collections.abc import Iterator

from filinglint.facts.transition_period import TransitionPeriod, transition_period
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import TEN_K, TEN_Q, Authority, rule


@rule(
    "COV095",
    "transition-period-half",
    reads=(transition_period,),
    remedy="fill both days in, or leave both blank where the report is none of a transition period",
    authority=Authority("Form 10-K and Form 10-Q, cover page: transition period; Exchange Act Rule 13a-10"),
    forms=TEN_K | TEN_Q,
)
def transition_period_half(stated: TransitionPeriod) -> Iterator[Observation]:
    """The cover gives both days of a transition period, or neither.

    A day that stands there alone was meant for the line above, or is left from a report of such a period.
    """
    day = stated.alone
    if isinstance(day, Located):
        yield Observation(day, f"the transition period has the day '{day.value}', and a blank for the other")
