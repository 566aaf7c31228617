"""Does a damaged filing break the linter, or make it claim more than it read? Real files damaged at random.

Usage: python benchmarks/damage.py FOLDER... [--variants 1000] [--seed 1] [--first 0] [--only N] [--keep FOLDER]

Each variant is one file of FOLDER with one to four damages: bytes flipped, a stretch cut out, doubled, moved or
overwritten, the end cut off, lines shuffled, words of another file put in. It is judged by every rule there is. A
variant is at fault when the reading or a rule breaks, when it takes longer than ten seconds and a second for each
100 kB, when a finding lies outside the file, when a report cannot be written, or when a rule is said to have passed
although one of the facts that it reads was not read. Variant N of a seed is always the same; --only N judges that
one, --keep writes faulty ones to a folder. The exit status is 1 when one is at fault.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from filinglint import __version__
from filinglint.catalogue import Catalogue, load_catalogue
from filinglint.discovery import discover
from filinglint.documents.document import Document
from filinglint.documents.submission import Submission
from filinglint.engine import today
from filinglint.errors import InputError
from filinglint.facts.extractor import submission as whole
from filinglint.finding import Outcome
from filinglint.judging import Judged, Options, judge
from filinglint.kinds import read
from filinglint.located import CannotTell, NotApplicable
from filinglint.report import INCOMPLETE, Report, RunRecord
from filinglint.reporters import FORMATS, reporter
from filinglint.reporters.view import View
from filinglint.source import Source
from filinglint.triage.selection import Selection

_GARBAGE = (b"", b"\0", b"\xff\xfe", b"<", b"<!--", b"</TABLE>", b"</DOCUMENT>\n", b"<DOCUMENT>\n", b"&#x0;", b"\r")


def damaged(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Return *data* with one to four damages; *other* lends words."""
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(data) + 1)
        size = chance.choice((1, 8, 80, 800, 8_000, max(1, len(data) // 3)))
        end = min(len(data), start + size)
        stretch = data[start:end]
        match chance.randrange(8):
            case 0:
                spoilt = bytearray(data)
                for at in (chance.randrange(len(data) or 1) for _ in range(min(size, 200))):
                    spoilt[at : at + 1] = bytes((chance.randrange(256),))
                data = bytes(spoilt)
            case 1:
                data = data[:start] + data[end:]
            case 2:
                data = data[:end] + stretch + data[end:]
            case 3:
                at = chance.randrange(len(data) + 1)
                rest = data[:start] + data[end:]
                data = rest[:at] + stretch + rest[at:]
            case 4:
                data = data[:start] + chance.choice(_GARBAGE) + data[end:]
            case 5:
                data = data[:end]
            case 6:
                lines = stretch.splitlines(keepends=True)
                chance.shuffle(lines)
                data = data[:start] + b"".join(lines) + data[end:]
            case _:
                at = chance.randrange(len(other) + 1)
                data = data[:start] + other[at : at + size] + data[start:]
    return data


def unread(submission: Submission, judged: Judged, catalogue: Catalogue) -> Iterator[str]:
    """Yield the rules that are said to have passed although one of the facts that they read was not read."""
    rules = {rule.code: rule for rule in catalogue.rules}
    documents: dict[str | None, list[Document]] = {None: list(submission.filed_documents)}
    for document in submission.filed_documents:  # a doubled document has the label of the other
        documents.setdefault(document.label, []).append(document)
    for record in judged.outcomes:
        rule = rules.get(record.code)
        if record.outcome is not Outcome.PASSED or rule is None or not rule.reads:
            continue
        for extractor in rule.reads:
            if extractor is whole:  # the submission itself is not kept: nothing is to be read first
                continue
            keys: list[object] = [extractor]
            if extractor.per_document:
                keys = [(extractor, document.number) for document in documents[record.document]]
            found = (submission.memory.get(key, NotApplicable()) for key in keys)
            if all(isinstance(one, NotApplicable | CannotTell) for one in found):
                yield f"{rule.code} passed, and its {extractor.name} was not read"


def faults(data: bytes, path: str, catalogue: Catalogue, options: Options) -> tuple[str, list[str]]:
    """Judge *data* and return how that ended, and what is wrong with it."""
    began = time.monotonic()
    try:
        source = Source.from_bytes(data, path)
        reading = read(source, None, lambda text: catalogue.packs.hook.filinglint_recognise(text=text))
    except InputError:
        return "unreadable", []
    submission = reading.submission
    if submission.kind == "unknown":
        return "neither filing nor summary", []
    judged = judge(submission, source, options, catalogue)
    took = time.monotonic() - began
    wrong = list(unread(submission, judged, catalogue))
    if took > 10 + len(data) / 100_000:
        wrong.append(f"took {took:.0f} s for {len(data):,} bytes")
    for finding in judged.findings:
        if finding.code.startswith("SYS"):
            wrong.append(finding.message)
        wrong += [
            f"{finding.code} lies at {place.byte_start}, outside the file"
            for place in (spot.place for spot in (finding.spot, *finding.related))
            if place is not None and not 0 <= place.byte_start <= place.byte_end <= len(data)
        ]
    assert judged.record is not None
    run = RunRecord(__version__, (), "filing", "2026-09-30", "audit", (), "error", len(catalogue.rules))
    report = Report(run, (judged.record,), judged.findings, judged.outcomes, judged.notices)
    for name in FORMATS:
        b"".join(piece.encode() for piece in reporter(name)(report, catalogue.rules, View()))
    ended = "complete" if report.complete else "incomplete, and said so"
    if not report.complete and not any((one.reason or "").startswith(INCOMPLETE) for one in judged.outcomes):
        wrong.append("incomplete, and no outcome says why")
    return ended, wrong


def main() -> None:
    """Damage the files of the folders that the command line names, and judge them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="+")
    parser.add_argument("--variants", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--only", type=int)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()

    catalogue = load_catalogue()
    options = Options(selection=Selection(select=("ALL",), purpose="audit", preview=True), today=today())
    files = sorted(one.path for one in discover(asked.folder) if not one.draft)
    if not files:
        parser.error("no file there to damage")
    ended: Counter[str] = Counter()
    faulty, slowest, size = 0, (0.0, -1), 0
    numbers = [asked.only] if asked.only is not None else range(asked.first, asked.first + asked.variants)
    for number in numbers:
        chance = random.Random(f"{asked.seed}:{number}")
        path = files[number % len(files)]
        data = damaged(Path(path).read_bytes(), Path(chance.choice(files)).read_bytes(), chance)
        began = time.monotonic()
        try:
            how, wrong = faults(data, path, catalogue, options)
        except Exception:
            how, wrong = "broken", [traceback.format_exc().strip()]
        slowest = max(slowest, (time.monotonic() - began, number))
        ended[how] += 1
        size += len(data)
        if wrong:
            faulty += 1
            print(f"variant {number} of {path}:", *sorted(set(wrong))[:5], sep="\n    ", flush=True)
            if asked.keep is not None:
                asked.keep.mkdir(parents=True, exist_ok=True)
                (asked.keep / f"{number}-{Path(path).name}").write_bytes(data)
    print(f"{len(numbers):,} variants of {len(files)} files, {size / 1e6:,.0f} MB, seed {asked.seed}")
    for how, count in ended.most_common():
        print(f"  {count:7,}  {how}")
    print(f"  {faulty:7,}  at fault; the slowest took {slowest[0]:.1f} s: variant {slowest[1]}")
    sys.exit(bool(faulty))


if __name__ == "__main__":
    main()
