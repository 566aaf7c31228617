"""Filings of an invented company, for tests that need one and mind little what it says."""

from __future__ import annotations

_HEADER = """\
<SEC-DOCUMENT>0009990142-24-{number:06}.txt : 20241107
<SEC-HEADER>0009990142-24-{number:06}.hdr.sgml : 20241107
ACCESSION NUMBER:\t\t0009990142-24-{number:06}
CONFORMED SUBMISSION TYPE:\t8-K
PUBLIC DOCUMENT COUNT:\t\t{count}
CONFORMED PERIOD OF REPORT:\t20241104
ITEM INFORMATION:\t\tRegulation FD Disclosure
FILED AS OF DATE:\t\t20241107

FILER:

\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\t\tLARKSPUR INSTRUMENTS, INC.
\t\tCENTRAL INDEX KEY:\t\t\t0009990142
</SEC-HEADER>
"""
_FEED = """\
<SUBMISSION>
<ACCESSION-NUMBER>0009990142-24-{number:06}
<TYPE>8-K
<PUBLIC-DOCUMENT-COUNT>{count}
<PERIOD>20241104
<ITEMS>7.01
<FILING-DATE>20241107
"""
_DOCUMENT = """\
<DOCUMENT>
<TYPE>8-K
<SEQUENCE>1
<FILENAME>{name}
<TEXT>
{page}
</TEXT>
</DOCUMENT>
"""
_PAGE = "<html><body><p>FORM 8-K</p><p>Item 7.01 Regulation FD Disclosure</p>{}</body></html>"
DRAFT = (
    'form = "8-K"\n[[registrants]]\nname = "LARKSPUR INSTRUMENTS, INC."\n[[documents]]\nfile = "a.htm"\ntype = "8-K"\n'
)


def header(*, number: int = 31, count: int = 1) -> str:
    """Return the head of a submission, as far as its first document; *count* is how many it says that it has."""
    return _HEADER.format(number=number, count=count)


def document(body: str = "<p>Nothing happened.</p>", *, name: str = "lark.htm") -> str:
    """Return a main document: *body* under the name of its form and an item, or as it is where it is a whole page."""
    return _DOCUMENT.format(name=name, page=body if "<html" in body else _PAGE.format(body))


def filing(body: str = "<p>Nothing happened.</p>", *, number: int = 31, count: int = 1, more: str = "") -> str:
    """Return a submission of a document with *body*, and of *more* documents."""
    return f"{header(number=number, count=count)}{document(body)}{more}</SEC-DOCUMENT>\n"


def feed(body: str = "<p>Nothing happened.</p>", *, number: int = 31, count: int = 1) -> str:
    """Return a submission as the feed has it, of a document with *body*."""
    return f"{_FEED.format(number=number, count=count)}{document(body)}</SUBMISSION>\n"
