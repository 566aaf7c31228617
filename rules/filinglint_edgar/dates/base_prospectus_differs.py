"""DTE026."""

from collections.abc import Iterator

from filinglint.facts.base_prospectus import BaseProspectus, base_prospectus
from filinglint.finding import Observation
from filinglint.rule import Authority, rule
from filinglint.tables.registrations import PROSPECTUSES


@rule(
    "DTE026",
    "base-prospectus-date-differs",
    reads=(base_prospectus,),
    remedy="give the date of the prospectus that is supplemented",
    authority=Authority("Regulation S-K, Item 501(b)(9) (17 CFR 229.501(b)(9)); Securities Act Rule 424(b)", "should"),
    forms=PROSPECTUSES,
)
def base_prospectus_differs(dates: BaseProspectus) -> Iterator[Observation]:
    """The date at the top of a prospectus supplement is that of the prospectus behind it.

    "(To Prospectus dated ...)" ties the two together: another date sends the reader to a prospectus that there is not.
    """
    named = dates.named.value
    if dates.own and all(each.value != named for each in (*dates.own, *dates.accompanying)):
        own = dates.own[-1]
        yield Observation(
            dates.named,
            f"it supplements a prospectus dated {named.isoformat()}, that behind it is dated {own.value.isoformat()}",
            related=[(own, f"dated {own.value.isoformat()}")],
        )
