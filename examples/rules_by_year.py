"""Which rules fire most by year? Asked of the folder that ``filinglint check FILINGS -o parquet:DIR`` writes.

Usage: python examples/rules_by_year.py DIR [MOST]

It needs pyarrow (pip install 'filinglint[parquet]'). The same with DuckDB:

    SELECT year, rule, name, count(*) AS findings, count(DISTINCT path) AS filings
    FROM read_parquet('DIR/findings/*/*.parquet', hive_partitioning = true)
    WHERE suppression IS NULL GROUP BY ALL ORDER BY year, findings DESC
"""

from __future__ import annotations

import sys
from collections import defaultdict

import pyarrow.dataset as ds


def main(folder: str, most: int) -> None:
    """Print for each year the rules that found most, with how many findings on what part of its filings."""
    filings = (
        ds.dataset(f"{folder}/inputs", partitioning="hive")
        .to_table(["year"])
        .group_by("year")
        .aggregate([([], "count_all")])
    )
    judged = dict(zip(filings["year"].to_pylist(), filings["count_all"].to_pylist(), strict=True))
    findings = ds.dataset(f"{folder}/findings", partitioning="hive").to_table(
        ["year", "rule", "name", "path"], filter=ds.field("suppression").is_null()
    )
    counted = findings.group_by(["year", "rule", "name"]).aggregate([([], "count_all"), ("path", "count_distinct")])
    years = defaultdict(list)
    for row in counted.to_pylist():
        years[row["year"]].append((-row["count_all"], row["rule"], row["name"], row["path_count_distinct"]))
    for year, rules in sorted(years.items()):
        print(f"{year or 'no year'}: {judged.get(year, 0)} filings")
        for found, code, name, on in sorted(rules)[:most]:
            print(f"  {-found:7,}  {code} {name}  (on {on:,})")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 10)
