"""HDR056."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.finding import Confidence, Observation
from filinglint.rule import Authority, rule

_RELEASED_LATER = ("UPLOAD", "CORRESP", "LETTER", "DRS", "CT ORDER", "NO ACT")
_DAYS = 31


@rule(
    "HDR056",
    "header-acceptance-months-from-filing",
    reads=(header,),
    remedy="take the header from EDGAR again",
    authority=Authority("Regulation S-T, Rule 13(a)(2) (17 CFR 232.13(a)(2))"),
    confidence=Confidence.MEDIUM,
)
def accepted_months_apart(stated: Header) -> Iterator[Observation]:
    """The filing date of a submission lies within days of its acceptance.

    The staff adjusts filing dates by days. A month and more is a year or a month mistyped in a header that was edited.
    Letters and drafts that are released later are not meant; smaller differences are HDR020.
    """
    accepted, filed = stated.accepted.value, stated.filed.value
    if not stated.form.value.upper().startswith(_RELEASED_LATER) and abs((accepted.date() - filed).days) > _DAYS:
        yield Observation(
            stated.accepted,
            f"accepted on {accepted.date().isoformat()}, but filed as of {filed.isoformat()}",
            related=[(stated.filed, "the filing date")],
        )
