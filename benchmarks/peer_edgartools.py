"""What edgartools reads from submissions, as JSON Lines; run by agreement.py with edgartools' own Python.

Usage: PYTHON-WITH-EDGARTOOLS benchmarks/peer_edgartools.py < LIST-OF-PATHS > RECORDS

It imports nothing of ours, and refuses every connection: what a filing says stands in its file.
"""

from __future__ import annotations

import json
import logging
import os
import socket
import sys
from typing import Any

import stamina  # type: ignore[import-not-found]  # with which edgartools tries connections again

ITEMISED = ("8-K", "10-K", "10-Q")


def refuse(*_: Any, **__: Any) -> Any:
    """Refuse a connection."""
    raise OSError("no network here")


def plain(value: Any) -> str:
    """Return *value* as words, "" for none."""
    return " ".join(str(value).split()) if value is not None else ""


def address(value: Any) -> dict[str, str]:
    """Return the parts of an address."""
    names = {"street1": "street1", "street2": "street2", "city": "city", "state": "state_or_country", "zip": "zipcode"}
    return {ours: plain(getattr(value, theirs, None)) for ours, theirs in names.items()}


def party(role: str, value: Any) -> dict[str, Any]:
    """Return what is read of one filer, owner, issuer or subject company."""
    company = getattr(value, "company_information", None)
    filing = getattr(value, "filing_information", None)
    owner = getattr(value, "owner", None)
    return {
        "role": role,
        "name": plain(getattr(company, "name", None) or getattr(owner, "name", None)),
        "cik": plain(getattr(company, "cik", None) or getattr(owner, "cik", None)),
        "sic": plain(getattr(company, "sic", None)),
        "ein": plain(getattr(company, "irs_number", None)),
        "state": plain(getattr(company, "state_of_incorporation", None)),
        "fiscal_year_end": plain(getattr(company, "fiscal_year_end", None)),
        "file_number": plain(getattr(filing, "file_number", None)),
        "business": address(getattr(value, "business_address", None)),
        "mail": address(getattr(value, "mailing_address", None)),
        "former": [plain(former.name) for former in getattr(value, "former_company_names", None) or ()],
    }


def record(path: str) -> dict[str, Any]:
    """Return what is read of the submission at *path*."""
    from edgar import Filing  # type: ignore[import-not-found]
    from edgar.sgml import FilingSGML  # type: ignore[import-not-found]

    found: dict[str, Any] = {"path": path, "errors": {}}
    try:
        sgml = FilingSGML.from_source(path)
        header = sgml.header
        found |= {
            "accession": plain(header.accession_number),
            "form": plain(header.form),
            "filed": plain(header.filing_date),
            "period": plain(header.period_of_report),
            "document_count": plain(header.document_count),
            "parties": [
                *(party("FILER", each) for each in header.filers or ()),
                *(party("SUBJECT COMPANY", each) for each in header.subject_companies or ()),
                *(party("REPORTING-OWNER", each) for each in header.reporting_owners or ()),
                *([party("ISSUER", header.issuer)] if header.issuer else []),
            ],
        }
    except Exception as error:
        found["errors"]["header"] = f"{type(error).__name__}: {error}"
        return found
    try:
        found["documents"] = [
            [plain(document.type), plain(document.filename)]
            for documents in sgml._documents_by_sequence.values()
            for document in documents
        ]
    except Exception as error:
        found["errors"]["documents"] = f"{type(error).__name__}: {error}"
    if found["form"].startswith(ITEMISED):
        try:
            found["items"] = [plain(item) for item in Filing.from_sgml(path).obj().items]
        except Exception as error:
            found["errors"]["items"] = f"{type(error).__name__}: {error}"
    return found


def main() -> None:
    """Read the paths on standard input."""
    logging.disable(logging.CRITICAL)
    os.environ["EDGAR_IDENTITY"] = "Agreement agreement@filinglint.example"  # asked for, though nothing is fetched
    socket.socket.connect = socket.socket.connect_ex = refuse  # type: ignore[method-assign]
    socket.getaddrinfo = refuse
    stamina.set_active(False)  # what is refused once is refused again
    out, sys.stdout = sys.stdout, sys.stderr  # what is printed by the way is no record
    for line in sys.stdin:
        print(json.dumps(record(line.rstrip("\n"))), file=out, flush=True)


if __name__ == "__main__":
    main()
