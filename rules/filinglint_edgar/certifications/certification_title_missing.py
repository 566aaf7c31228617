"""CRT023."""

from collections.abc import Iterator

from filinglint.facts.certifications import Certifications, certifications
from filinglint.finding import Confidence, Observation
from filinglint.located import Absent, Located
from filinglint.rule import TEN_K, TEN_Q, Authority, rule


@rule(
    "CRT023",
    "certification-title-missing",
    reads=(certifications,),
    remedy="type the officer's title below the signature",
    authority=Authority("Regulation S-K, Item 601(b)(31)(i) (17 CFR 229.601(b)(31)(i)): signature and title"),
    confidence=Confidence.MEDIUM,
    forms=(TEN_K | TEN_Q) - {"10-K405", "10-KT405"},
)
def certification_title_missing(found: Certifications) -> Iterator[Observation]:
    """An officer who certifies under section 302 signs with the title.

    The principal executive and the principal financial officer certify: without a title nobody can tell which of them
    this is. A title in the first line is another slip, and says it.
    """
    for each in found.of_kind("302"):
        signers = [signer for signer in each.signers if isinstance(signer.conformed, Located)]
        if not isinstance(each.first_line, Absent) or len(signers) != 1:
            continue
        if isinstance(signers[0].title, Absent):
            name = signers[0].conformed
            yield Observation(name, f"'{name.value if isinstance(name, Located) else ''}' certifies without a title")
