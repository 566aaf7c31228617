"""Texts of tests read as documents and submissions, and what facts state, taken out of them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from filinglint.documents.document import Document
from filinglint.documents.submission import Submission, read_document, read_submission
from filinglint.located import Absent, Leaf, Located, Unsure
from filinglint.source import Source

_HEADER = """\
<SEC-DOCUMENT>0000000000-04-000001.txt : 20040105
<SEC-HEADER>0000000000-04-000001.hdr.sgml : 20040105
CONFORMED SUBMISSION TYPE:\t{form}
FILED AS OF DATE:\t\t20040105

FILER:

\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\t\t{name}
\t\tCENTRAL INDEX KEY:\t\t\t0000000009
</SEC-HEADER>
"""


def document(text: str) -> Submission:
    """Return *text* read as one document without a header."""
    return read_document(Source.from_bytes(text.encode(), "case.txt"), "document")


def submission(*documents: tuple[str, str], name: str = "ALPHA WIDGETS INC") -> Submission:
    """Return a submission of (type, text) documents whose header names one filer."""
    return _read(_HEADER.format(form=documents[0][0], name=name), documents)


def headless(*documents: tuple[str, str]) -> Submission:
    """Return a submission of (type, text) documents whose header says nothing."""
    return _read("<SEC-DOCUMENT>x.txt\n<SEC-HEADER>\n</SEC-HEADER>\n", documents)


def _read(header: str, documents: Sequence[tuple[str, str]]) -> Submission:
    body = "".join(
        f"<DOCUMENT>\n<TYPE>{kind}\n<SEQUENCE>{number}\n<TEXT>\n{text}\n</TEXT>\n</DOCUMENT>\n"
        for number, (kind, text) in enumerate(documents, 1)
    )
    return read_submission(Source.from_bytes(f"{header}{body}</SEC-DOCUMENT>\n".encode(), "case.txt"))


def shown(leaf: Leaf[object]) -> str:
    """Return the value of *leaf* as words; ``-`` when absent, ``?`` when unsure."""
    if isinstance(leaf, Located):
        return str(leaf.value)
    return "-" if isinstance(leaf, Absent) else "?"


def statements(fact: object) -> Iterator[Located[object]]:
    """Yield every stated leaf of a fact."""
    if isinstance(fact, Located):
        yield fact
    elif isinstance(fact, tuple):
        for each in fact:
            yield from statements(each)
    elif dataclasses.is_dataclass(fact) and not isinstance(fact, Absent | Unsure | Document):
        for field in dataclasses.fields(fact):
            yield from statements(getattr(fact, field.name))
