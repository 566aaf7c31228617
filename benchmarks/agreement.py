"""Do we read what others read? Our header, items and exhibits against those of edgartools.

Usage: python benchmarks/agreement.py FOLDER... [--peer-python PATH] [--field NAME ...] [--json FILE]

edgartools is no dependency: PATH is the Python of an environment that has it (``python -m venv /tmp/peer``,
``/tmp/peer/bin/pip install edgartools``). It runs in a process of its own, which refuses every
connection. Printed are, for each field, how often both state the same, and every difference with the
place in the file, so that a person can say who is right; ``benchmarks/agreement.md`` says it for the corpus.

Spelling is no difference: of dates, EINs and SIC codes the digits are compared, names of persons as sets
of words (edgartools puts the first name first), everything else without case and with blanks folded.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from filinglint.catalogue import load_catalogue
from filinglint.discovery import discover
from filinglint.documents.submission import Submission
from filinglint.errors import InputError
from filinglint.facts.header import Address, Header, Party, header
from filinglint.facts.items import items
from filinglint.judging import Options, open_input
from filinglint.located import CannotTell, Leaf, Located, NotApplicable
from filinglint.spans import Span

PEER = Path(__file__).with_name("peer_edgartools.py")
ADDRESS = ("street1", "street2", "city", "state", "zip")
# The roles that edgartools reads; who files about another is a filer to it.
ROLES = {
    "FILER": ("FILER", "FILED BY"),
    "SUBJECT COMPANY": ("SUBJECT COMPANY",),
    "REPORTING-OWNER": ("REPORTING-OWNER",),
    "ISSUER": ("ISSUER",),
}
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Compared:
    """One value of one submission as both read it, "" for none, and whether they agree.

    ``line`` is where ours stands, or would stand.
    """

    field: str
    path: str
    line: int
    ours: str
    theirs: str
    agree: bool


def digits(words: str) -> str:
    """Return the digits of *words*."""
    return re.sub(r"\D", "", words)


def folded(words: str) -> str:
    """Return *words* in capitals with blanks folded."""
    return " ".join(words.upper().split())


def alike(field: str, ours: str, theirs: str) -> bool:
    """Tell whether two values of *field* say the same."""
    if field in ("filed", "period", "ein"):
        return digits(ours) == digits(theirs)
    if field == "sic":
        return digits(ours)[-4:] == digits(theirs)[-4:]
    if field == "owner name":
        return set(folded(ours).replace(".", "").split()) == set(folded(theirs).replace(".", "").split())
    return folded(ours) == folded(theirs)


class Comparison:
    """Compares what we read of one submission with one record of the peer."""

    def __init__(self, submission: Submission, theirs: Record) -> None:
        self.submission, self.theirs = submission, theirs

    def compared(self) -> Iterator[Compared]:
        """Yield every value that one of the two states."""
        if "header" in self.theirs["errors"]:
            return
        stated = header.of(self.submission)
        for field, leaf in (
            ("accession", stated.accession),
            ("form", stated.form),
            ("filed", stated.filed),
            ("period", stated.period),
            ("document_count", stated.document_count),
        ):
            yield from self._leaf(field, leaf, self.theirs[field])
        yield from self._parties(stated)
        yield from self._documents()
        yield from self._items()

    def _value(self, field: str, ours: str, theirs: str, at: Span) -> Iterator[Compared]:
        if ours or theirs:
            line = self.submission.source.place(at).line
            yield Compared(field, self.submission.path, line, ours, theirs, alike(field, ours, theirs))

    def _leaf(self, field: str, leaf: Leaf[Any], theirs: str) -> Iterator[Compared]:
        ours = leaf.value if isinstance(leaf, Located) else ""
        words = ours.isoformat() if isinstance(ours, date) else str(ours)
        yield from self._value(field, words, theirs, leaf.span)

    def _parties(self, stated: Header) -> Iterator[Compared]:
        for role, roles in ROLES.items():
            ours = [party for party in stated.parties if party.role in roles]
            theirs = [party for party in self.theirs["parties"] if party["role"] == role]
            at = ours[0].span if ours else stated.span
            yield from self._value(f"number of {role}", str(len(ours) or ""), str(len(theirs) or ""), at)
            for our, their in zip(ours, theirs, strict=False):
                yield from self._party(our, their)

    def _party(self, ours: Party, theirs: Record) -> Iterator[Compared]:
        leaves: dict[str, Leaf[str]] = {
            "owner name" if ours.role == "REPORTING-OWNER" else "name": ours.name,
            "cik": ours.cik,
            "sic": ours.sic,
            "ein": ours.ein,
            "state": ours.state_of_incorporation,
            "fiscal_year_end": ours.fiscal_year_end,
            "file_number": ours.file_number,
        }
        for field, leaf in leaves.items():
            yield from self._leaf(field, leaf, theirs[field.removeprefix("owner ")])
        for kind, address in (("business", ours.business_address), ("mail", ours.mail_address)):
            yield from self._address(kind, address, theirs[kind], ours.span)
        names = [former.name for former in ours.former_names]
        for index in range(max(len(names), len(theirs["former"]))):
            name = theirs["former"][index] if index < len(theirs["former"]) else ""
            if index < len(names):
                yield from self._leaf("former name", names[index], name)
            else:
                yield from self._value("former name", "", name, ours.span)

    def _address(self, kind: str, ours: Address | None, theirs: dict[str, str], at: Span) -> Iterator[Compared]:
        for part in ADDRESS:
            if ours is None:
                yield from self._value(f"{kind} address", "", theirs[part], at)
            else:
                yield from self._leaf(f"{kind} address", getattr(ours, part), theirs[part])

    def _documents(self) -> Iterator[Compared]:
        if "documents" not in self.theirs:
            return
        ours = [f"{document.type_name}:{document.file_name}" for document in self.submission.documents]
        theirs = [f"{kind.upper()}:{name}" for kind, name in self.theirs["documents"]]
        at = self.submission.documents[0].span if self.submission.documents else self.submission.span
        yield from self._value("number of documents", str(len(ours)), str(len(theirs)), at)
        yield from self._value("exhibits attached", _listed(ours, True), _listed(theirs, True), at)
        yield from self._value("other documents", _listed(ours, False), _listed(theirs, False), at)

    def _items(self) -> Iterator[Compared]:
        if "items" not in self.theirs:
            return
        try:
            found = items.of(self.submission)
        except (NotApplicable, CannotTell):
            return
        ours = {key.split("(")[0] for heading in found.headings for key in heading.keys}
        theirs = {re.sub(r"(?i)^.*item\s*", "", item).rstrip(".").upper() for item in self.theirs["items"]}
        at = found.headings[0].span if found.headings else found.span
        yield from self._value("items", " ".join(sorted(ours)), " ".join(sorted(theirs)), at)


def _listed(documents: list[str], exhibits: bool) -> str:
    return " ".join(sorted(each for each in documents if each.startswith("EX-") is exhibits))


def peer_records(python: str, paths: list[str]) -> dict[str, Record]:
    """Return what the peer reads from the files at *paths*, by path."""
    command, listed = [python, str(PEER)], "".join(f"{path}\n" for path in paths)
    ran = subprocess.run(
        command, input=listed, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True
    )
    return {record["path"]: record for record in map(json.loads, ran.stdout.splitlines())}


def submissions(folders: list[str]) -> Iterator[Submission]:
    """Yield the submissions with documents in *folders*."""
    catalogue = load_catalogue()
    for found in discover(folders):
        try:
            submission = open_input(found, Options(), catalogue)[0].submission
        except InputError:
            continue
        if submission.kind == "submission" and submission.header is not None and submission.documents:
            yield submission


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="+")
    parser.add_argument("--peer-python", default=sys.executable)
    parser.add_argument("--field", action="append", default=[])
    parser.add_argument("--json")
    asked = parser.parse_args()

    found = {submission.path: submission for submission in submissions(asked.folder)}
    records = peer_records(asked.peer_python, list(found))
    rows = [row for path, submission in found.items() for row in Comparison(submission, records[path]).compared()]
    rows = [row for row in rows if not asked.field or row.field in asked.field]

    errors = Counter(part for record in records.values() for part in record["errors"])
    refused = ", ".join(f"the {part} of {count}" for part, count in errors.items()) or "nothing"
    print(f"{len(found)} submissions; without a network edgartools could not read: {refused}\n")
    print("| field | stated | by us only | by edgartools only | by both, differently | agreement |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for field in dict.fromkeys(row.field for row in rows):
        these = [row for row in rows if row.field == field]
        wrong = [row for row in these if not row.agree]
        alone = sum(not row.theirs for row in wrong)
        missed = sum(not row.ours for row in wrong)
        share = 100 * (len(these) - len(wrong)) / len(these)
        print(f"| {field} | {len(these)} | {alone} | {missed} | {len(wrong) - alone - missed} | {share:.1f} % |")
    print()
    for row in rows:
        if not row.agree:
            print(f"{row.path}:{row.line}: {row.field}: ours {row.ours!r}, theirs {row.theirs!r}")
    if asked.json:
        Path(asked.json).write_text("".join(json.dumps(asdict(row)) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
