"""INT013."""

from collections.abc import Iterator

from filinglint.facts.company_named import CompanyNamed, company_named
from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.header import Header, header
from filinglint.finding import Confidence, Observation
from filinglint.located import Located
from filinglint.names import same_name
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "INT013",
    "other-company-named",
    reads=(company_named, header, cover_page),
    remedy="name the registrant where the text says who the Company is",
    authority=Authority("Exchange Act Rule 12b-20 (17 CFR 240.12b-20)", "should"),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K,
)
def other_company_named(text: CompanyNamed, stated: Header, cover: CoverPage) -> Iterator[Observation]:
    """A current report speaks of its registrant as the Company.

    Who buys another company may call that one so, but names himself too. Where the text of all items never names the
    registrant, the name is that of the template. Former names and those on the cover are the registrant's.
    """
    called = text.called
    if not isinstance(called, Located) or text.named:
        return
    names = stated.names + stated.former_names
    names += [each.name for each in cover.registrants if isinstance(each.name, Located)]
    if names and all(same_name(called.value, name.value) is False for name in names):
        yield Observation(
            called,
            f"the text calls '{called.value}' the Company, the registrant is '{names[0].value}'",
            related=[(names[0], f"the header says {names[0].value}")],
        )
