"""How quiet the rules are on real filings: findings for each rule and severity, with excerpts.

Usage: python benchmarks/quiet.py FOLDER [--severity warning] [--rule CODE ...] [--show 5] [--third read|unread|all]
       [--triage benchmarks/triage.jsonl] [--json FILE]

Prints findings per filing for each severity, then each rule with its count and up to --show examples
(path, line, message). ``--third unread`` keeps to the filings whose accession's SHA-256, read as a
number, is divisible by three: the ones that nobody reads while writing rules. With ``--triage`` each
finding that has a verdict there (key: accession, rule, fingerprint) shows it, and the share of true
ones is printed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter, defaultdict
from pathlib import Path

from filinglint.catalogue import load_catalogue
from filinglint.engine import check, today
from filinglint.finding import Finding, Severity
from filinglint.judging import Options
from filinglint.triage.selection import Selection


def third(accession: str | None) -> str:
    """Return ``unread`` for one filing in three, by a hash of its accession."""
    digest = hashlib.sha256((accession or "").encode()).hexdigest()
    return "unread" if int(digest, 16) % 3 == 0 else "read"


def verdicts(path: str | None) -> dict[tuple[str, str, str], str]:
    """Return the verdicts of a triage file by accession, rule and fingerprint."""
    if path is None:
        return {}
    rows = map(json.loads, Path(path).read_text(encoding="utf-8").splitlines())
    return {(row["accession"], row["rule"], row["fingerprint"]): row["verdict"] for row in rows}


def main() -> None:
    """Run the rules over a folder and print what they say."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="+")
    parser.add_argument("--severity", choices=[s.value for s in Severity], default="info")
    parser.add_argument("--rule", action="append", default=[])
    parser.add_argument("--show", type=int, default=3)
    parser.add_argument("--third", choices=("read", "unread", "all"), default="all")
    parser.add_argument("--purpose", choices=("submit", "review", "audit"), default="review")
    parser.add_argument("--triage")
    parser.add_argument("--json")
    asked = parser.parse_args()

    selection = Selection(select=tuple(asked.rule), purpose=asked.purpose)
    report = check(asked.folder, Options(selection=selection, today=today()), load_catalogue())
    accessions = {record.path: record.accession or Path(record.path).stem for record in report.inputs}
    kept = [path for path, accession in accessions.items() if asked.third in ("all", third(accession))]
    limit = Severity(asked.severity).rank
    findings = [f for f in report.findings if f.spot.path in set(kept) and f.severity.rank <= limit]

    known = verdicts(asked.triage)
    by_rule: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_rule[finding.code].append(finding)
    print(f"{len(kept)} inputs, {sum(map(len, by_rule.values()))} findings")
    for severity in Severity:
        count = sum(finding.severity is severity for finding in findings)
        print(f"{severity.value:8} {count:6}   {count / max(1, len(kept)):.2f} per input")
    judged: Counter[str] = Counter()
    for code in sorted(by_rule, key=lambda code: (by_rule[code][0].severity.rank, code)):
        found = by_rule[code]
        print(f"\n{code} {found[0].slug}  {found[0].severity.value}  {len(found)} findings")
        for number, finding in enumerate(found):
            key = (accessions[finding.spot.path], code, finding.fingerprint)
            verdict = known.get(key, "")
            judged[verdict] += 1
            if number < asked.show:
                line = finding.spot.place.line if finding.spot.place else 0
                print(f"  {finding.spot.path}:{line}  {finding.message}  {verdict}")
    if known:
        shares = ", ".join(f"{name or 'no verdict'} {count}" for name, count in judged.most_common())
        print(f"\nverdicts: {shares}")
    if asked.json:
        rows = [
            {
                "accession": accessions[f.spot.path],
                "rule": f.code,
                "severity": f.severity.value,
                "fingerprint": f.fingerprint,
                "message": f.message,
                "text": f.spot.text,
                "related": [spot.text for spot in f.related],
            }
            for f in findings
        ]
        Path(asked.json).write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
