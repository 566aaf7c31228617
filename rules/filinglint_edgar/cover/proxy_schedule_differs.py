"""COV087."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.proxy_cover import ProxyCover, proxy_cover
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule
from filinglint.tables.proxies import ADDITIONAL, DEFINITIVE, PRELIMINARY


@rule(
    "COV087",
    "proxy-schedule-differs",
    reads=(proxy_cover, header),
    remedy="name the schedule of what is filed, or file it under the form of the schedule",
    authority=Authority("Exchange Act Rules 14a-3(a) and 14c-2(a); Schedules 14A and 14C, cover page"),
    forms=PRELIMINARY | DEFINITIVE | ADDITIONAL,
)
def proxy_schedule_differs(cover: ProxyCover, stated: Header) -> Iterator[Observation]:
    """The cover of a proxy statement names Schedule 14A and Section 14(a), that of an information statement 14C.

    A proxy statement asks for votes, an information statement does not: its readers need to know which they hold.
    """
    letter = stated.form.value.removesuffix("/A")[-1]
    for named, what in ((cover.schedule, "Schedule 14{}"), (cover.section, "Section 14({})")):
        if isinstance(named, Located) and named.value != letter:
            other = what.format(named.value.lower() if "(" in what else named.value)
            yield Observation(
                named.span,
                f"the cover names {other}, the header says '{stated.form.value}'",
                related=[(stated.form, "the submission type in the header")],
            )
