"""BCP024 to BCP028: numbers and addresses that do not work as they are written."""

from __future__ import annotations

from filinglint.finding import Confidence
from filinglint_bcp.rulebook import ERROR, GENERAL, INFO, NOTICE_04_37, WARNING, everywhere, unwanted

_CITED = (GENERAL, NOTICE_04_37)

RULES = (
    unwanted(
        __name__,
        "BCP024",
        "phone-number-flawed",
        "A telephone number can be dialled as it is written.",
        "Digits get lost when texts are copied from page to page, and nobody notices until the number is needed.",
        words="phone_flaw",
        message="this is no complete telephone number: '{words}'",
        remedy="give the number in full, with area code",
        on=everywhere(ERROR),
        authority=_CITED,
    ),
    unwanted(
        __name__,
        "BCP025",
        "web-address-flawed",
        "A web address can be opened as it is written.",
        "A comma for a full stop, a doubled stop, a blank or a misspelled scheme leads nowhere.",
        words="web_flaw",
        message="this is no web address that can be opened: '{words}'",
        remedy="correct the address",
        on=everywhere(WARNING),
        authority=_CITED,
    ),
    unwanted(
        __name__,
        "BCP026",
        "email-address-flawed",
        "An e-mail address can be written to as it is given.",
        "A comma for a full stop or a missing domain sends mail nowhere.",
        words="email_flaw",
        message="this is no e-mail address that can be written to: '{words}'",
        remedy="correct the address",
        on=everywhere(WARNING),
        authority=_CITED,
    ),
    unwanted(
        __name__,
        "BCP027",
        "contact-conflict",
        "The alternative to a number is another number, and one number is the main one.",
        "A text copied from an earlier one often names the same number twice.",
        words="contact_conflict",
        message="this number is already given as the main one, or another is: '{words}'",
        remedy="give a different number as the alternative, and one number only as the main one",
        on=everywhere(WARNING),
        authority=_CITED,
        confidence=Confidence.MEDIUM,
    ),
    unwanted(
        __name__,
        "BCP028",
        "email-address-masked",
        "An e-mail address can be read in the text.",
        "Pages hide addresses from robots; what is copied, printed or read aloud then has none.",
        words="masked_email",
        message="the e-mail address is masked: '{words}'",
        remedy="write the address out where the text is printed or mailed",
        on=everywhere(INFO),
        authority=_CITED,
    ),
)
