"""What other readers of filings take; run by speed.py, with whichever Python has them.

It reads ``{"paths": [...], "html": [...]}`` from standard input and prints the processor seconds of each reader that
can be imported, round by round. It imports nothing of ours, and refuses every connection.
"""

from __future__ import annotations

import contextlib
import io
import json
import logging
import os
import socket
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from lxml import etree

T = TypeVar("T")


def refuse(*_: Any, **__: Any) -> Any:
    """Refuse a connection."""
    raise OSError("no network here")


def readers(paths: list[str], html: list[bytes]) -> Iterator[tuple[str, Callable[[], None]]]:
    """Yield each reader that can be imported, and what it does with everything."""

    def parse() -> None:
        for body in html:
            etree.fromstring(body, etree.HTMLParser())

    yield "L", parse
    with contextlib.suppress(ImportError):
        from selectolax.lexbor import LexborHTMLParser  # type: ignore[import-not-found]

        yield "selectolax: parse, text", lambda: each(html, lambda body: LexborHTMLParser(body).text())
    with contextlib.suppress(ImportError):
        from secsgml import parse_sgml_content_into_memory  # type: ignore[import-not-found]

        yield (
            "secsgml: split, metadata",
            lambda: each(paths, lambda path: parse_sgml_content_into_memory(filepath=path)),
        )
    with contextlib.suppress(ImportError):
        from edgar.sgml import FilingSGML  # type: ignore[import-not-found]

        yield "edgartools: header", lambda: each(paths, lambda path: FilingSGML.from_source(path).header)
        yield "edgartools: header, exhibits, items", lambda: each(paths, edgar_items)


def edgar_items(path: str) -> None:
    """Read header, exhibits and items of the filing at *path* with edgartools, or its text where it knows no items."""
    from edgar import Filing  # type: ignore[import-not-found]

    filing = Filing.from_sgml(path)
    [(one.document_type, one.description) for one in filing.attachments.exhibits]
    if filing.form.removesuffix("/A") in ("8-K", "10-K", "10-Q"):
        report = filing.obj()
        [report[item] for item in report.items]
    else:
        filing.text()


def each(inputs: list[T], do: Callable[[T], object]) -> None:
    """Do it for every input; what a reader cannot read costs what it costs to find out."""
    failed = 0
    for one in inputs:
        try:
            do(one)
        except Exception:
            failed += 1
    if failed:
        print(f"{failed} of {len(inputs)} could not be read", file=sys.__stderr__)


def main() -> None:
    """Take the time of every reader, in turn, and print it."""
    given = json.load(sys.stdin)
    os.environ["EDGAR_IDENTITY"] = "Speed speed@filinglint.example"  # asked for, though nothing is fetched
    socket.socket.connect = socket.socket.connect_ex = refuse  # type: ignore[method-assign]
    socket.getaddrinfo = refuse
    with contextlib.suppress(ImportError):
        import stamina  # type: ignore[import-not-found]

        stamina.set_active(False)  # what is refused once is refused again
    logging.disable(logging.CRITICAL)
    work = dict(readers(given["paths"], [body.encode() for body in given["html"]]))
    taken: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(int(sys.argv[1])):
        for name, do in work.items():
            begun = time.process_time()
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                do()
            taken[name].append(time.process_time() - begun)
    print(json.dumps(taken))


if __name__ == "__main__":
    main()
