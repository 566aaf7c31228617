"""ITM008."""

import re
from collections.abc import Iterator

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.facts.header import Header, header
from filinglint.facts.items import Items, items
from filinglint.finding import Confidence, Observation, Severity
from filinglint.patterns import pattern
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint_edgar.items.official_caption import official_caption
from filinglint_edgar.items.wording import (
    is_part,
    official_captions,
    paragraph_captions,
    past_captions,
    same_caption,
)

# What is said about the item, behind its caption: "Regulation FD Disclosure (Information furnished under Item 12)".
_ASIDE = pattern(r" ?\((?=[^()]{0,120}\b(?:items?|furnished|provided)\b)[^()]{1,200}\)$", re.IGNORECASE)


@rule(
    "ITM008",
    "item-caption-differs",
    reads=(header, items, submission),
    remedy="use the caption of the form",
    authority=Authority("Exchange Act Rule 12b-13 (17 CFR 240.12b-13): numbers and captions of all items are included"),
    severity=Severity.INFO,
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K | TEN_K | TEN_Q,
    amendments=False,
    fixable="unsafe",
)
def caption_differs(stated: Header, body: Items, filing: Submission) -> Iterator[Observation]:
    """Each item is headed with the caption that the form gives it.

    Readers and programs look for the words of the form. Case, punctuation and small words do not count, and some of
    the parts of a long caption are enough.
    """
    form, filed = stated.form.value.upper(), stated.filed.value
    for heading, key, caption in body.captioned():
        said = caption.value.rstrip(" .")
        officials = official_captions(form, key, filed, heading.part_key)
        if heading.paragraphs and form.startswith("8-K"):
            letters = [paragraph.value.strip("()").lower() for paragraph in heading.paragraphs]
            officials += paragraph_captions(key, letters, filed)
        past = past_captions(form, key, filed, heading.part_key)
        if (
            officials
            and not any(is_part(words, each) for words in (said, _ASIDE.sub("", said)) for each in officials)
            and not any(same_caption(said, each) for each in past)
        ):
            yield Observation(
                caption,
                f"the caption of Item {key} is '{said}', the form says '{officials[0]}'",
                label=f"Item {key}",
                fixes=[official_caption(filing, caption, said, officials[0])],
            )
