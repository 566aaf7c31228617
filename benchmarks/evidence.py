"""For each rule that makes errors, a real filing on which it is right.

Usage: python benchmarks/evidence.py FOLDER... [--triage benchmarks/triage.jsonl] > docs/evidence.md

A rule is right on a filing where it found a defect that a person judged true, or else where it judged
the filing and passed it. The table names one such filing, and on how many the rule came to a verdict.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

from quiet import verdicts

from filinglint.catalogue import load_catalogue
from filinglint.engine import check, today
from filinglint.finding import Outcome, Severity
from filinglint.judging import Options


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="+")
    parser.add_argument("--triage", default="benchmarks/triage.jsonl")
    asked = parser.parse_args()
    catalogue = load_catalogue()
    report = check(asked.folder, Options(today=today()), catalogue)
    names = {record.path: record.accession or Path(record.path).stem for record in report.inputs}
    known = verdicts(asked.triage)
    true: dict[str, str] = {}
    for finding in report.findings:
        name = names[finding.spot.path]
        if known.get((name, finding.code, finding.fingerprint)) == "true":
            true.setdefault(finding.code, name)
    passed: dict[str, str] = {}
    judged: dict[str, set[str]] = defaultdict(set)
    for record in report.outcomes:
        if record.outcome in (Outcome.PASSED, Outcome.FAILED):
            judged[record.code].add(record.path)
        if record.outcome is Outcome.PASSED:
            passed.setdefault(record.code, names[record.path])
    print("# Rules that make errors, and real filings on which they are right\n")
    print("Made by `benchmarks/evidence.py`. A rule without a filing here makes no errors by default.\n")
    print("| rule | what it finds | right on | how | filings judged |")
    print("| --- | --- | --- | --- | --- |")
    for rule in catalogue.rules:
        if rule.severity is not Severity.ERROR or "bcp-summary" in rule.kinds:
            continue
        name, how = (true[rule.code], "found") if rule.code in true else (passed.get(rule.code, ""), "passed")
        print(f"| {rule.code} | {rule.slug} | {name} | {how if name else ''} | {len(judged[rule.code])} |")


if __name__ == "__main__":
    main()
