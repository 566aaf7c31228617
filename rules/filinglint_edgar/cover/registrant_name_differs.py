"""COV005."""

from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Located, NotApplicable
from filinglint.names import is_series_of, names_another, same_name
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, Unclear, rule

_BEHIND_THE_ISSUER = ("depositor", "sponsor")


@rule(
    "COV005",
    "cover-registrant-name-differs",
    reads=(cover_page, header),
    remedy="correct the name on the cover, or change the company's name on EDGAR before filing",
    authority=Authority("Form 8-K, Form 10-K and Form 10-Q, cover page"),
    forms=EIGHT_K | TEN_K | TEN_Q | {"20-F"},
)
def registrant_name_differs(cover: CoverPage, stated: Header) -> Iterator[Observation | Unclear]:
    """The registrant named on the cover is the registrant of the header.

    Names are compared by what they mean: CORP is Corporation, a state suffix and 'The' say nothing, a
    former name is the same company, and the translation of a foreign name is enough. What differs then is a
    template of another company, a misspelling, or a change of name that EDGAR was not told of. Depositor and sponsor of
    an asset-backed issuer need not be in the header.
    """
    parties = stated.names
    if not parties:
        raise NotApplicable("the header names no registrant")
    known = parties + stated.former_names
    for registrant in cover.registrants:
        if registrant.role in _BEHIND_THE_ISSUER and len(cover.registrants) > 1:
            continue
        if not isinstance(registrant.name, Located):
            if registrant is cover.registrant:
                registrant.name.value  # noqa: B018  (says why there is nothing to compare)
            continue
        own = (registrant.name, *registrant.translated)
        answers = [same_name(one.value, name.value) for one in own for name in known]
        pairs = [(one.value, name.value) for one in own for name in known]
        if True in answers or any(names_another(*pair) or is_series_of(*pair) for pair in pairs):
            continue
        if None in answers:
            yield Unclear(f"'{registrant.name.value}' may be the header's registrant", registrant.name)
            continue
        yield Observation(
            registrant.name,
            f"the cover names '{registrant.name.value}', the header '{parties[0].value}'",
            related=[(name, f"the header says {name.value}") for name in parties[:3]],
            label="the name on the cover",
        )
