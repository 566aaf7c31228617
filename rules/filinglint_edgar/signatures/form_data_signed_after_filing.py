"""SIG028."""

from collections.abc import Iterator

from filinglint.facts.form_data import FILLED_IN, FormData, form_data
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "SIG028",
    "form-data-signed-after-filing",
    reads=(form_data, header),
    remedy="correct the date of the signature; it is usually the year",
    authority=Authority("Form 13F, signature block; Form D, signature and submission; Regulation S-T, Rule 302"),
    forms=FILLED_IN,
)
def form_data_signed_after_filing(form: FormData, stated: Header) -> Iterator[Observation]:
    """A form in XML is signed before, or when, it is filed.

    A later date cannot be the day on which it was signed.
    """
    filed = stated.filed.value
    for day in form.signed:
        if day.value > filed:
            yield Observation(
                day,
                f"signed on {day.value}, filed on {filed}",
                related=[(stated.filed, f"filed on {filed}")],
            )
