"""Flaws of contact data and numbers: what cannot be dialled, opened or written to, and times without a unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from filinglint.facts.sentences import fold
from filinglint.patterns import pattern
from filinglint.spans import Range
from filinglint_bcp.facts.channels import Channel
from filinglint_bcp.facts.definitions import Reading

_DIALLED = pattern(
    r"\b(?:call(?: us)?(?: at| on)?|telephone|phone|tel|dial|fax|facsimile|toll[- ]free)\b[\w .:]{0,24}?[:. ]{1,3}"
    r"(\+?\(?\d[\d().\-/ ]{1,20}[\d)])(?![\w-])"
)
_WEB_FLAW = pattern(
    r"(?<![\w.])(?:"
    r"(?:htps?|httttps?|htttps?|hhttps?|ttps?|http[a-rt-z]):/{0,2}[\w.-]{3,100}"
    r"|https?(?:/{2}|:/(?!/)|;/{1,2}|:(?=www))[\w.-]{3,100}"
    r"|www[,;:][\w.-]{2,100}|wwww+\.[\w.-]{2,100}|ww\.[\w-]{2,60}\.[a-z]{2,6}"
    r"|www\. [\w-]{2,60}\.(?:com|org|net|example)"
    r"|(?:www\.|https?://)[\w-]{1,60}(?:\.[\w-]{1,60}){0,4},(?:com|org|net|example)"
    r"|(?:www\.|https?://)[\w.-]{0,100}\.\.[\w-]{1,60}(?:\.[\w-]{1,60}){0,4}"
    r"|https?://[\w.-]{1,60} \.[a-z]{2,6}"
    r"|www\.{2,4}[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}"
    r")(?![\w-])"
)
_MAIL_FLAW = pattern(
    r"(?<![\w.@-])(?:"
    r"[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,60}){0,3},(?:com|org|net|example)"
    r"|[\w.+-]{1,60}@@[\w.-]{1,60}"
    r"|[\w.+-]{1,60}@[\w.-]{0,60}\.\.[\w.-]{1,60}"
    r"|[\w.+-]{1,60}@[\w-]{2,60}(?![\w.@-])(?! ?[.,] ?\w{2,7}\b)"
    r"|[\w.+-]{1,60}@[\w-]{1,60} \.(?:com|org|net|example)"
    r"|[\w.+-]{1,60} @ ?[\w-]{1,60}\.(?:com|org|net|example)"
    r")(?![\w-])"
)
_UNIT = (
    r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|h|days?|weeks?|months?"
    r"|business|working|trading|calendar|clock|full|percent)"
)
_UNITLESS = pattern(
    r"\b(?:rtos?|rpos?|recovery[- ](?:time|point)(?:[- ]objectives?)?)(?: for [\w ]{1,40}?)?"
    r"(?: (?:is|are|was|of|to|at|under|within|below|equals?|about|approximately|set|be|not|exceed)| ?[:=]){1,4}"
    rf" ?(\d{{1,3}}(?:\.\d)?)(?!\d|[.,:/-]\d|-|\w| ?%| ?(?:-|to|or|and) ?\d{{1,3}} ?{_UNIT}\b| ?-?\(?{_UNIT}\b|\.\d)"
)
_MAIN = pattern(
    r"\b(?:usual|main|regular|primary|normal|principal)(?: (?:phone|telephone|customer service))? (?:number|line)\b"
)

_MAIN_BEFORE = pattern(_MAIN.pattern + r"[ ,(:]{0,3}(?:is|at|of|on|,)?[ ,(:]{0,3}$")


def _digits(words: str) -> str:
    return "".join(c for c in words if c.isdigit())


def phone_flaws(text: str, channels: Sequence[Channel]) -> Iterator[Range]:
    """Yield the numbers that nobody can dial: too few or too many digits, or one digit over and over."""
    good = {(channel.start, channel.end) for channel in channels if channel.medium == "phone"}
    for channel in channels:
        digits = _digits(channel.value)
        if channel.medium == "phone" and channel.value.isascii() and (_repeated(digits) or _impossible(channel.value)):
            yield channel.start, channel.end
    for m in _DIALLED.finditer(fold(text)):
        start, end = m.span(1)
        if any(first < end and start < last for first, last in good):
            continue
        if len(_digits(m[1])) not in (7, 10, 11) and not m[1].startswith("+") and not _is_date(m[1]):
            yield start, end


def _is_date(words: str) -> bool:
    return "/" in words or re.fullmatch(r"(?:19|20)\d\d|\d{1,2}", words.strip()) is not None


def _repeated(digits: str) -> bool:
    return len(digits) >= 7 and len(set(digits[-10:])) == 1


def _impossible(value: str) -> bool:
    """Tell whether no numbering plan has room for *value*."""
    import phonenumbers  # heavy; its tables are not needed where no number is named

    letters = any(c.isalpha() for c in value)
    if value.startswith(("0", "(0")):
        return False  # of another country, whose plan is not told
    try:
        number = phonenumbers.parse(value, "US")
    except phonenumbers.NumberParseException:
        return not letters
    reason = phonenumbers.is_possible_number_with_reason(number)
    return not letters and reason in (
        phonenumbers.ValidationResult.TOO_SHORT,
        phonenumbers.ValidationResult.TOO_LONG,
        phonenumbers.ValidationResult.INVALID_LENGTH,
    )


def web_flaws(text: str) -> Iterator[Range]:
    """Yield the web addresses that no browser opens as they are written."""
    for m in _WEB_FLAW.finditer(fold(text)):
        yield m.start(), m.start() + len(m[0].rstrip(".,"))


def mail_flaws(text: str) -> Iterator[Range]:
    """Yield the e-mail addresses that no mail can be sent to as they are written."""
    for m in _MAIL_FLAW.finditer(fold(text)):
        yield m.start(), m.start() + len(m[0].rstrip("."))


def unitless_times(text: str) -> Iterator[Range]:
    """Yield the recovery times and objectives that are a bare number."""
    for m in _UNITLESS.finditer(fold(text)):
        yield m.start(), m.end(1)


def conflicts(reading: Reading, channels: Sequence[Channel]) -> Iterator[Range]:
    """Yield the numbers given as an alternative to themselves, and second numbers called the main one."""
    phones = [channel for channel in channels if channel.medium == "phone" and channel.use == "customers"]
    by_unit: dict[int, list[Channel]] = {}
    for channel in phones:
        index = reading.unit_at(channel.start)
        if index is not None:
            by_unit.setdefault(index, []).append(channel)
    for index, there in by_unit.items():
        if reading.found("other_channel", index) and reading.found("cannot_reach", index):
            first = _digits(there[0].value)[-10:]
            for channel in there[1:]:
                if _digits(channel.value)[-10:] == first and channel.value == there[-1].value:
                    yield channel.start, channel.end
                    break
    folded = fold(reading.text)
    mains: dict[str, Channel] = {}
    for channel in phones:
        around = folded[max(0, channel.start - 60) : channel.start]
        after = folded[channel.end : channel.end + 24]
        if _MAIN_BEFORE.search(around) or _MAIN.match(after.lstrip(", (").removeprefix("our ").removeprefix("the ")):
            mains.setdefault(_digits(channel.value)[-10:], channel)
    for channel in list(mains.values())[1:]:
        yield channel.start, channel.end
