"""Cases that stand in the file of their rule: a text, with the words that findings point at «marked»."""

from __future__ import annotations

from collections.abc import Mapping

from filinglint.patterns import pattern
from filinglint.rule import Example
from filinglint.spans import Span

OUTCOMES = {"fires": "failed", "silent": "passed", "not-applicable": "not-applicable"}
DAY = "2026-01-02"
"""The day as of which a case is judged that has none of its own: it says the same in ten years."""
_MARK = pattern(r"«(?:([1-9]):)?|»")
_PAIRS = "the marks « and » go in pairs, and not inside each other"
# A filing around the text of a case: invented, and no more than rules need to know what it is.
_FILING = """\
<SEC-DOCUMENT>0009990001-26-000001.txt : {day}
<SEC-HEADER>0009990001-26-000001.hdr.sgml : {day}
ACCESSION NUMBER:\t\t0009990001-26-000001
CONFORMED SUBMISSION TYPE:\t{form}
PUBLIC DOCUMENT COUNT:\t\t{count}
FILED AS OF DATE:\t\t{day}

FILER:

\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\t\tLARKSPUR EXAMPLE, INC.
\t\tCENTRAL INDEX KEY:\t\t\t0009990001

\tFILING VALUES:
\t\tFORM TYPE:\t\t{form}
\t\tSEC ACT:\t\t1934 Act
\t\tSEC FILE NUMBER:\t001-99901
\t\tFILM NUMBER:\t\t26000001
</SEC-HEADER>
"""
_DOCUMENT = "<DOCUMENT>\n<TYPE>{type}\n<SEQUENCE>{number}\n<FILENAME>{name}\n<TEXT>\n"
_END = "\n</TEXT>\n</DOCUMENT>\n"


def example(case: Mapping[str, str], place: str = "") -> Example:
    """Return a case that stands in the file of its rule, at *place*. Raises ValueError for marks that do not pair.

    With ``form`` its text is the main document of a filing on that form, with ``type`` as well another one of it.
    """
    key = next(key for key in case if key in OUTCOMES)
    text, marked, related = unmarked(case[key])
    if (marked or related) and key != "fires":
        raise ValueError(f"nothing is marked in a case that is {key}")
    settings = {name: str(value) for name, value in case.items() if name in ("profile", "kind", "as-of")}
    before, behind = "", ""
    if "form" in case or "type" in case:
        form = case.get("form", "8-K")
        before, behind = _around(form, case.get("type", form), settings.get("as-of", DAY))
        settings = {"kind": "submission", **settings}
    return Example(
        OUTCOMES[key],
        before + text + behind,
        tuple(_moved(span, len(before)) for span in marked),
        settings,
        tuple(_moved(span, len(before)) for span in related),
        place,
    )


def unmarked(text: str) -> tuple[str, tuple[Span, ...], tuple[Span, ...]]:
    """Return *text* without its marks, the places that were marked, and those marked with a number, in its order.

    Raises ValueError for marks that do not pair.
    """
    plain, marked, numbered = "", [], []
    at, opened = 0, None
    for m in _MARK.finditer(text):
        plain += text[at : m.start()]
        at = m.end()
        if m[0] != "»" and opened is None:
            opened = (len(plain), m[1])
        elif m[0] == "»" and opened is not None:
            begin, number = opened
            span = Span(begin, len(plain))
            (numbered.append((number, span)) if number else marked.append(span))
            opened = None
        else:
            raise ValueError(_PAIRS)
    if opened is not None:
        raise ValueError(_PAIRS)
    return plain + text[at:], tuple(marked), tuple(span for _, span in sorted(numbered))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _around(form: str, type_name: str, day: str) -> tuple[str, str]:
    """Return what stands before and behind the text of a document in a filing."""
    exhibit = type_name.upper() != form.upper()
    head = _FILING.format(form=form, day=day.replace("-", ""), count=2 if exhibit else 1)
    if exhibit:
        head += _DOCUMENT.format(type=form, number=1, name="main.htm") + "<html><body><p>FORM " + form
        head += "</p></body></html>" + _END
    head += _DOCUMENT.format(type=type_name, number=2 if exhibit else 1, name="text.htm")
    return head, _END + "</SEC-DOCUMENT>\n"
