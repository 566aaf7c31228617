"""The rules of a run as SARIF has them: ours in the driver, those of other packs in extensions, and what they cite."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from filinglint.finding import Confidence, Finding, Severity
from filinglint.patterns import pattern
from filinglint.report import Report
from filinglint.rule import Rule

_OURS = frozenset(("filinglint", "filinglint_edgar", "filinglint_bcp"))
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_MOST_TAGS = 10
_TITLE = pattern(r" ?\(|: |, ")


class Driver:
    """The components of a run's tool, and where in them each rule is.

    A finding of the tool itself, such as ``SYS010``, has no rule: the first such finding describes it.
    """

    def __init__(self, report: Report, rules: Sequence[Rule]) -> None:
        self._report = report
        ours = [rule for rule in rules if _pack(rule) in _OURS]
        self._descriptors = [_described(rule) for rule in ours]
        self._places: dict[str, tuple[int, int | None]] = {rule.code: (i, None) for i, rule in enumerate(ours)}
        self._extensions: dict[str, list[dict[str, Any]]] = {}
        for rule in rules:
            if rule.code in self._places:
                continue
            described = self._extensions.setdefault(_pack(rule), [])
            self._places[rule.code] = (len(described), list(self._extensions).index(_pack(rule)))
            described.append(_described(rule))
        for finding in report.findings:
            if finding.code not in self._places:
                self._places[finding.code] = (len(self._descriptors), None)
                self._descriptors.append(_described_by(finding))
        self._cited = _cited(rules)

    def tool(self) -> dict[str, Any]:
        """Return the driver and its extensions."""
        run = self._report.run
        driver: dict[str, Any] = {"name": "filinglint", "version": run.version, "semanticVersion": run.version}
        if run.editions:
            driver["properties"] = {"edition": ", ".join(run.editions)}
        if self._cited:
            driver["supportedTaxonomies"] = [{"name": name, "guid": guid(name)} for name in self._cited]
        driver["rules"] = self._descriptors
        extensions = [{"name": name, **self._version(name), "rules": made} for name, made in self._extensions.items()]
        return {"driver": driver, **({"extensions": extensions} if extensions else {})}

    def _version(self, name: str) -> dict[str, str]:
        """Return the version of the pack whose rules are in the package *name*, where it is known."""
        found = {
            version for pack, version in self._report.run.packs if pack in (name, name.removeprefix("filinglint_"))
        }
        return {"version": found.pop()} if len(found) == 1 else {}

    def taxonomies(self) -> list[dict[str, Any]]:
        """Return the instruments that rules cite, each with the provisions cited."""
        return [
            {"name": name, "guid": guid(name), "isComprehensive": False, "taxa": list(taxa.values())}
            for name, taxa in self._cited.items()
        ]

    def reference(self, code: str) -> dict[str, Any]:
        """Return the properties by which a result names its rule."""
        if code not in self._places:
            return {"ruleId": code}
        index, extension = self._places[code]
        if extension is None:
            return {"ruleId": code, "ruleIndex": index}
        return {"ruleId": code, "rule": {"id": code, "index": index, "toolComponent": {"index": extension}}}

    def descriptor(self, code: str) -> dict[str, Any]:
        """Return a reference to the descriptor of *code*; empty when there is none."""
        if code not in self._places:
            return {}
        index, extension = self._places[code]
        return {"id": code, "index": index} | ({} if extension is None else {"toolComponent": {"index": extension}})


def guid(name: str) -> str:
    """Return an identifier that is always the same for *name*."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"filinglint:{name}"))


def _pack(rule: Rule) -> str:
    return rule.module.partition(".")[0] or "filinglint"


def _provisions(rule: Rule) -> dict[str, tuple[str, str]]:
    """Return what *rule* cites: each provision with its instrument (``Form 8-K``) and address."""
    found = {}
    for authority in rule.authority:
        for provision in authority.instrument.split("; "):
            instrument = _TITLE.split(provision, maxsplit=1)[0]
            found[provision] = (instrument, authority.url)
    return found


def _cited(rules: Sequence[Rule]) -> dict[str, dict[str, dict[str, Any]]]:
    """Return the provisions that *rules* cite, by instrument and name, sorted."""
    found: dict[str, dict[str, dict[str, Any]]] = {}
    provisions = {name: where for rule in rules for name, where in _provisions(rule).items()}
    for name, (instrument, url) in sorted(provisions.items()):
        found.setdefault(instrument, {})[name] = {"id": name, **({"helpUri": url} if url else {})}
    return dict(sorted(found.items()))


def _described(rule: Rule) -> dict[str, Any]:
    url = next((authority.url for authority in rule.authority if authority.url), "")
    tags = sorted(rule.tags | rule.kinds)[:_MOST_TAGS]
    return {
        "id": rule.code,
        "name": rule.slug,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.rationale or rule.title},
        "help": {"text": f"{rule.title}\n\n{rule.rationale}\n\nRemedy: {rule.remedy}", "markdown": _page(rule)},
        **({"helpUri": url} if url else {}),
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "relationships": [
            {
                "target": {"id": name, "toolComponent": {"name": instrument, "guid": guid(instrument)}},
                "kinds": ["relevant"],
            }
            for name, (instrument, _) in _provisions(rule).items()
        ],
        "properties": _properties(rule.severity, rule.confidence) | {"revision": rule.revision, "tags": tags},
    }


def _page(rule: Rule) -> str:
    cited = "\n".join(f"- {citation}" for citation in rule.citations)
    parts = (f"**{rule.title}**", rule.rationale, f"**Remedy:** {rule.remedy}", f"**Authority**\n\n{cited}")
    return "\n\n".join((*(part for part in parts if part), f"`filinglint explain {rule.code}` has more."))


def _described_by(finding: Finding) -> dict[str, Any]:
    words = finding.slug.replace("-", " ")
    return {
        "id": finding.code,
        "name": finding.slug,
        "shortDescription": {"text": words},
        "help": {"text": finding.remedy, "markdown": f"filinglint itself says so: {words}."},
        "defaultConfiguration": {"level": LEVELS[finding.severity]},
        "properties": _properties(finding.severity, finding.confidence),
    }


def _properties(severity: Severity, confidence: Confidence) -> dict[str, Any]:
    return {"precision": confidence.value, "problem.severity": _PROBLEMS[severity]}
