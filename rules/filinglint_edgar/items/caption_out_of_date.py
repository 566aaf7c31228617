"""ITM011."""

from collections.abc import Iterator
from datetime import timedelta

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.facts.header import Header, header
from filinglint.facts.items import Items, items
from filinglint.finding import Observation, Severity
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint_edgar.items.official_caption import official_caption
from filinglint_edgar.items.wording import is_part, official_captions, past_captions, same_caption

# Reports for a period that ended before the change keep the old words rightly.
_LINGERS = timedelta(days=400)


@rule(
    "ITM011",
    "item-caption-out-of-date",
    reads=(header, items, submission),
    remedy="use the caption that the form has now",
    authority=Authority("Exchange Act Rule 12b-13 (17 CFR 240.12b-13); the captions of the form in force"),
    severity=Severity.INFO,
    forms=EIGHT_K | TEN_K | TEN_Q,
    amendments=False,
    fixable="unsafe",
)
def caption_out_of_date(stated: Header, body: Items, filing: Submission) -> Iterator[Observation]:
    """Each item is headed with the caption that the form has on the day of filing, not with an earlier one.

    An old caption says that the template was not looked at since the form changed, and often the text neither.
    """
    form, filed = stated.form.value.upper(), stated.filed.value
    for heading, key, caption in body.captioned():
        said = caption.value.rstrip(" .")
        officials = official_captions(form, key, filed, heading.part_key)
        if not officials or any(is_part(said, each) for each in officials):
            continue
        for past, until in past_captions(form, key, filed - _LINGERS, heading.part_key).items():
            if same_caption(said, past):
                yield Observation(
                    caption,
                    f"'{said}' was the caption of Item {key} until {until.isoformat()}, it is '{officials[0]}' now",
                    related=[(stated.filed, f"filed on {filed.isoformat()}")],
                    fixes=[official_caption(filing, caption, said, officials[0])],
                )
                break
