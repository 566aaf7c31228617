"""Does twice the text take twice the time? Facts and all rules, on real filings made longer and on made-up shapes.

Usage: python benchmarks/growth.py [FILE...] [--most 2.2] [--shape NAME ...] [--bytes 200000]

Each FILE is a submission; the text of its longest document is repeated. The shapes are made of one thing
many times over: filers, rows, captions, brackets that nothing closes … Printed are the seconds for the
text and for twice the text (the best of three) and their ratio; the status is 1 when a ratio is above --most.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from filinglint.catalogue import Catalogue, load_catalogue
from filinglint.documents.submission import Submission, read_submission
from filinglint.judging import Options, judge
from filinglint.limits import Limits
from filinglint.located import CannotTell, NotApplicable
from filinglint.source import Source
from filinglint.triage.selection import Selection

LIMITS = Limits(documents=1_000_000, header_lines=10_000_000)  # what is refused takes no time
OPTIONS = Options(selection=Selection(purpose="audit", preview=True))
ROUNDS = 3
TOO_SHORT = 0.02  # seconds: below that a clock says nothing
FILER = """\
FILER:

\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\tLARKSPUR TOOLS INC
\t\tCENTRAL INDEX KEY:\t\t0009990001
\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\tCUTLERY [3420]
\tFILING VALUES:
\t\tFORM TYPE:\t\t8-K
\t\tSEC FILE NUMBER:\t001-99901
"""
HEAD = """\
<SEC-DOCUMENT>0009990001-24-000007.txt : 20240714
<SEC-HEADER>0009990001-24-000007.hdr.sgml : 20240714
ACCESSION NUMBER:\t\t0009990001-24-000007
CONFORMED SUBMISSION TYPE:\t8-K
PUBLIC DOCUMENT COUNT:\t\t1
CONFORMED PERIOD OF REPORT:\t20240712
FILED AS OF DATE:\t\t20240714
"""
DOCUMENT = "<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>1\n<FILENAME>d8k.htm\n<TEXT>\n{}\n</TEXT>\n</DOCUMENT>\n"
SENTENCE = "Pursuant to the requirements of the Securities Exchange Act of 1934, the registrant has signed it."
# Each is repeated inside <html><body> of the main document, in <pre> or in plain text where its name says so.
SHAPES = {
    "paragraphs": "<p>On July 12, 2024 the Company signed the agreement that is Exhibit 10.1 to this report.</p>\n",
    "rows": "<table><tr><td>1</td><td>&#8212;</td><td>Item 9.01</td></tr></table>\n",
    "cells of one table": "<td>99.1</td><td>Press release dated July 12, 2024</td><tr>",
    "items": "<p>Item 5.02 Departure of Directors</p><p>None.</p>\n",
    "exhibits": "<p>Item 9.01 Exhibits</p><p>(d) Exhibits</p><p>99.1 Press release</p>\n",
    "signatures": f"<p>SIGNATURES</p><p>{SENTENCE}</p><p>LARKSPUR INC</p><p>By: /s/ Ann Doe</p><p>Secretary</p>\n",
    "captions": "<p>Larkspur Inc</p><p>(Exact name of registrant as specified in its charter)</p><p>001-99901</p>\n",
    "boxes": "<p>[ ] Written communications pursuant to Rule 425</p><p>Yes [X] No [ ]</p>\n",
    "links": '<a name="n1" href="#n2">see <b>Exhibit 99.1</b></a> <img src="a.jpg">\n',
    "nested tags": "<div><table><tr><td><font>",
    "stray ends": "</div></td></p></font>",
    "less than": "a < b ",
    "quotation marks": '<a href="',
    "comments": "<!-- ",
    "references": "&amp;&#160;&nbsp;&copy;",
    "blanks": "          \n",
    "capitals": "LARKSPUR TOOLS AND CUTLERY INC ",
    "numbers": "99.1 10.1 001-99901 (937) 555-0100 45501 ",
    "dates": "Date: July 12, 2024 ",
    "text lines": "     Item 5.   Other Events        99.1    Press release          /s/ Ann Doe\n",
    "preformatted": "     Item 5.   Other Events        99.1    Press release          /s/ Ann Doe\n",
    "certifications": "<p>I, Ann Doe, certify that:</p><p>1. I have reviewed this report of Larkspur Inc;</p>\n",
}


def shaped(name: str, count: int) -> str:
    """Return a submission that holds the shape *name* *count* times."""
    body = SHAPES[name] * count
    if name == "preformatted":
        body = f"<html><body><pre>\n{body}</pre></body></html>"
    elif name != "text lines":
        body = f"<html><body>{body}</body></html>"
    return f"{HEAD}{FILER}</SEC-HEADER>\n{DOCUMENT.format(body)}</SEC-DOCUMENT>\n"


def of_filers(count: int) -> str:
    """Return a submission of *count* filers."""
    return f"{HEAD}{FILER * count}</SEC-HEADER>\n{DOCUMENT.format('Item 5. Other Events')}</SEC-DOCUMENT>\n"


def of_documents(count: int) -> str:
    """Return a submission of *count* documents."""
    return f"{HEAD}{FILER}</SEC-HEADER>\n{DOCUMENT.format('Item 5. Other Events') * count}</SEC-DOCUMENT>\n"


def lengthened(text: str, times: int) -> str:
    """Return the submission *text* with what its longest readable document says repeated *times* times."""
    submission = read_submission(Source.from_bytes(text.encode(), "x.txt"))
    longest = max((d for d in submission.filed_documents if d.readable), key=lambda d: len(d.content))
    start, end = longest.content.start, longest.content.end
    return text[:start] + text[start:end] * times + text[end:]


def work(text: str, catalogue: Catalogue) -> None:
    """Read all facts of *text* and judge it by every rule."""
    source = Source.from_bytes(text.encode(), "x.txt")
    submission: Submission = read_submission(source, LIMITS)
    for extractor in (each for each in catalogue.extractors() if submission.kind in each.kinds):
        for document in submission.filed_documents if extractor.per_document else (None,):
            try:
                extractor.of(submission, document)
            except (NotApplicable, CannotTell):
                continue
    judge(submission, source, OPTIONS, catalogue)


def seconds(text: str, catalogue: Catalogue) -> float:
    """Return the processor time that the work on *text* takes: the best of ROUNDS."""
    best = float("inf")
    for _ in range(ROUNDS):
        gc.collect()
        gc.disable()
        begun = time.process_time()
        work(text, catalogue)
        best = min(best, time.process_time() - begun)
        gc.enable()
    return best


def subjects(files: list[str], shapes: list[str], size: int) -> Iterator[tuple[str, str, str]]:
    """Yield what is measured: a name, a text of it, and one twice as long."""
    for file in files:
        text = Path(file).read_text(encoding="utf-8", errors="replace")
        yield Path(file).name, lengthened(text, 2), lengthened(text, 4)
    for name in shapes or SHAPES:
        if name in SHAPES:
            count = size // len(SHAPES[name])
            yield name, shaped(name, count), shaped(name, 2 * count)
    for name, make in (("filers", of_filers), ("documents", of_documents)):
        if not shapes or name in shapes:
            count = size // (len(make(2)) - len(make(1)))
            yield name, make(count), make(2 * count)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="*")
    parser.add_argument("--most", type=float, default=2.2)
    parser.add_argument("--shape", action="append", default=[], choices=(*SHAPES, "filers", "documents"))
    parser.add_argument("--bytes", type=int, default=200_000)
    asked = parser.parse_args()

    catalogue = load_catalogue()
    work(shaped("paragraphs", 10), catalogue)
    above = 0
    print("| what | seconds | twice | ratio |")
    print("| --- | ---: | ---: | ---: |")
    for name, text, longer in subjects(asked.file, asked.shape, asked.bytes):
        once, twice = seconds(text, catalogue), seconds(longer, catalogue)
        ratio = twice / once
        high = ratio > asked.most and twice > TOO_SHORT
        above += high
        print(f"| {name} | {once:.3f} | {twice:.3f} | {ratio:.2f}{' !' if high else ''} |", flush=True)
    sys.exit(1 if above else 0)


if __name__ == "__main__":
    main()
