"""CRT006."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.certifications import Certifications, certifications
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.names import normal_name, same_name
from filinglint.rule import Authority, Unclear, rule
from filinglint_edgar.certifications.certifying import PERIODIC


@rule(
    "CRT006",
    "certification-of-other-registrant",
    reads=(certifications, header),
    remedy="name the registrant, in every place of the certification",
    authority=Authority("Regulation S-K, Item 601(b)(31) and (32)", effective_from=date(2002, 8, 29)),
    forms=PERIODIC,
)
def other_registrant(found: Certifications, stated: Header) -> Iterator[Observation | Unclear]:
    """A certification names the registrant whose report it certifies.

    Another company's name comes with another company's certification. Several registrants may be named in
    one, or each in its own.
    """
    parties = stated.names
    known = parties + stated.former_names
    for certification in found.certifications:
        named = certification.registrant
        if not isinstance(named, Located) or not parties:
            continue
        answers = [same_name(named.value, name.value) for name in known]
        words = f" {normal_name(named.value)} "
        if True in answers or any(f" {normal_name(name.value)} " in words for name in known):
            continue
        if None in answers:
            yield Unclear(f"'{named.value}' may be the registrant", named)
            continue
        yield Observation(
            named,
            f"the certification is of a report of '{named.value}', the registrant is '{parties[0].value}'",
            related=[(name, f"the header says {name.value}") for name in parties[:3]],
            label="the registrant certified",
        )
