"""Files of declared rules become rules.

A pack is a folder of files, or one file; what a file may hold is the schema ``rule-pack``. The named authorities of
a folder hold for all of its files.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filinglint.errors import PackError
from filinglint.facts.extractor import FILINGS
from filinglint.finding import Confidence, Severity
from filinglint.frozen import dataclass
from filinglint.rule import Authority, Example, Rule
from filinglint.rulebook.checks import Check
from filinglint.rulebook.concepts import Concepts
from filinglint.rulebook.examples import example
from filinglint.rulebook.files import files_in
from filinglint.rulebook.glance import WordGlance
from filinglint.rulebook.options import OptionalCheck, options_of, sampled, verify
from filinglint.rulebook.parsing import Fault, Parser
from filinglint.rulebook.terms import Vocabulary
from filinglint.rulebook.yaml_text import YamlError, YamlText, read_yaml

if TYPE_CHECKING:  # it loads tempfile and zipfile, which a run has no need of
    from importlib.resources.abc import Traversable


@dataclass(frozen=True, slots=True)
class _File:
    name: str
    text: YamlText

    @property
    def stem(self) -> str:
        return self.name.rpartition(".")[0].replace("-", "_")

    def fault(self, fault: Fault) -> PackError:
        return PackError(f"{self.name}:{self.text.line(fault.path)}", fault.words)


@dataclass(frozen=True, slots=True)
class RuleFiles:
    """Files of rules that belong together, read: their data by name, and where each thing in them stands."""

    files: tuple[_File, ...]

    @classmethod
    def read(
        cls, files: Iterable[tuple[str, bytes]], *, checked: bool = True, kinds: Collection[str] = ()
    ) -> RuleFiles:
        """Return *files* read, and held to their schema where *checked*. Raises PackError with file and line.

        *kinds* are kinds of input that there are beside ours.
        """
        return cls(tuple(_read(name, data, kinds, checked=checked) for name, data in files))

    @classmethod
    def known(cls, data: Mapping[str, Any]) -> RuleFiles:
        """Return files whose *data* by name is known to be sound."""
        return cls(tuple(_File(name, YamlText(said, {})) for name, said in data.items()))

    @property
    def data(self) -> dict[str, Any]:
        """What they say, by name."""
        return {file.name: file.text.data for file in self.files}

    def owner(self, path: str) -> str:
        """Return the name of the pack, which one of them gives. Raises PackError, of *path*, when none does."""
        for file in self.files:
            if "pack" in file.text.data:
                return str(file.text.data["pack"])
        raise PackError(path, "no file names the pack; begin with a line such as 'pack: acme-bcp'")

    def rules(self, owner: str, vocabulary: Vocabulary, *, checked: bool = True) -> tuple[Rule, ...]:
        """Return their rules, of the import package or the pack *owner*. Raises PackError with file and line.

        *checked* is whether the words they ask for are held to those of *vocabulary*.
        """
        return tuple(_rules(self.files, owner, vocabulary, checked=checked))


def load_rule_folder(
    folder: Traversable, owner: str, vocabulary: Vocabulary, *, checked: bool = True
) -> tuple[Rule, ...]:
    """Return the rules of the YAML files in *folder*, which is of the import package *owner*.

    *checked* is whether the files are held to their schema and the words they ask for to those of *vocabulary*; our
    own are, by a test. Raises PackError with file and line.
    """
    return RuleFiles.read(files_in(folder), checked=checked).rules(owner, vocabulary, checked=checked)


def _read(name: str, data: bytes, kinds: Collection[str], *, checked: bool = True) -> _File:
    try:
        file = _File(name, read_yaml(data.decode("utf-8-sig").replace("\r\n", "\n")))
    except UnicodeDecodeError as error:
        raise PackError(name, "is not UTF-8") from error
    except YamlError as error:
        raise PackError(f"{name}:{error.line}", error.reason) from error
    if checked:
        from filinglint.rulebook.schema import departures  # loads the machinery of schemas

        _verify_options(file)
        for fault in departures(_sampled(file.text.data), kinds):
            raise file.fault(fault)
    return file


def _rules(files: Iterable[_File], owner: str, vocabulary: Vocabulary, *, checked: bool) -> Iterator[Rule]:
    files = list(files)
    named = {name: _authority(given) for file in files for name, given in file.text.data.get("authorities", {}).items()}
    parser = Parser(vocabulary, _concepts(files, checked=checked), checked=checked)
    glance = WordGlance()
    for file in files:
        module = f"{owner}.{Path(file.stem).name}"
        for number, entry in enumerate(file.text.data.get("rules", ())):
            try:
                yield _rule(entry, file, number, module, named, parser, glance)
            except Fault as fault:
                raise file.fault(fault.below("rules", number)) from fault
            except ValueError as error:
                raise file.fault(Fault(("rules", number), str(error))) from error


def _concepts(files: Iterable[_File], *, checked: bool) -> Concepts:
    """Return the named lists of phrases of *files*. Raises PackError for a name given twice, and a wrong phrase."""
    found: dict[str, tuple[str, ...]] = {}
    homes: dict[str, _File] = {}
    for file in files:
        for name, phrases in file.text.data.get("concepts", {}).items():
            if name in found:
                words = f"the concept '{name}' is in {homes[name].name} already"
                raise file.fault(Fault(("concepts", name), words))
            found[name], homes[name] = tuple(phrase.lower() for phrase in phrases), file
    concepts = Concepts(found)
    for name in found if checked else ():
        try:
            concepts.pattern(name)
        except ValueError as error:
            raise homes[name].fault(Fault(("concepts", name), str(error))) from error
    return concepts


def _rule(
    entry: Mapping[str, Any],
    file: _File,
    number: int,
    module: str,
    named: Mapping[str, Authority],
    parser: Parser,
    glance: WordGlance,
) -> Rule:
    options = options_of(entry)
    check = OptionalCheck(entry, parser.check) if options is not None else parser.check(entry)
    return Rule(
        code=entry["code"],
        slug=entry["slug"],
        severity=Severity(entry["severity"]),
        confidence=Confidence(entry.get("confidence", "high")),
        authority=tuple(_cited(given, n, named) for n, given in enumerate(entry["authority"])),
        reads=check.reads,
        check=check,
        title=_unfolded(entry["title"]),
        rationale=_unfolded(entry["rationale"]),
        remedy=_unfolded(entry["remedy"]),
        forms=frozenset(entry["forms"]) if "forms" in entry else None,
        kinds=_kinds(entry.get("kinds", file.text.data.get("kinds")), check),
        profiles={name: Severity(said) for name, said in entry.get("profiles", {}).items() if said != "off"},
        fixable=entry.get("fix", "no"),
        waivable=entry.get("waivable", "yes"),
        status=entry.get("status", "stable"),
        since=entry.get("since", "0.1.0"),
        revision=entry.get("revision", 1),
        tags=frozenset(entry.get("tags", ())),
        module=module,
        options=options,
        glance=glance if isinstance(check, Check) and glance.add(check) else None,
        examples=tuple(_examples(entry, file, number)),
    )


def _verify_options(file: _File) -> None:
    """Raise PackError for the first option in *file* that is asked for and not declared, or else is wrong."""
    data = file.text.data
    rules = data.get("rules") if isinstance(data, dict) else None
    for number, entry in enumerate(rules if isinstance(rules, list) else ()):
        try:
            verify(entry if isinstance(entry, dict) else {})
        except Fault as fault:
            raise file.fault(fault.below("rules", number)) from fault


def _sampled(data: Any) -> Any:
    """Return a file's *data* with values in place of options: what its schema is about."""
    if not isinstance(data, dict) or not isinstance(data.get("rules"), list):
        return data
    return {**data, "rules": [sampled(entry) if isinstance(entry, dict) else entry for entry in data["rules"]]}


def _examples(entry: Mapping[str, Any], file: _File, rule: int) -> Iterator[Example]:
    for number, case in enumerate(entry.get("cases", ())):
        try:
            yield example(case, f"{file.name}:{file.text.line(('rules', rule, 'cases', number))}")
        except ValueError as error:
            raise Fault(("cases", number), str(error)) from error


def _kinds(given: Iterable[str] | None, check: Check | OptionalCheck) -> frozenset[str]:
    """Return the kinds that are *given*; those that have all the facts that are read where none are."""
    limited = [reads for reads in check.reads if reads.kinds]
    if given is None:
        return frozenset.intersection(*(reads.kinds for reads in limited)) if limited else FILINGS
    for reads in limited:
        unable = sorted(set(given) - reads.kinds)
        if unable:
            name = reads.name.removesuffix(" told")
            raise Fault(("kinds",), f"what is asked for (of the facts '{name}') cannot be asked of a {unable[0]}")
    return frozenset(given)


def _cited(given: Any, number: int, named: Mapping[str, Authority]) -> Authority:
    if not isinstance(given, str):
        return _authority(given)
    if given not in named:
        known = ", ".join(named) or "none is given"
        raise Fault(("authority", number), f"no authority is named '{given}' under 'authorities' ({known})")
    return named[given]


def _authority(given: Mapping[str, Any]) -> Authority:
    def day(key: str) -> date | None:
        return date.fromisoformat(given[key]) if key in given else None

    return Authority(
        _unfolded(given["instrument"]),
        given["obligation"],
        effective_from=day("effective_from"),
        effective_to=day("effective_to"),
        url=given.get("url", ""),
    )


def _unfolded(words: str) -> str:
    """Return *words* with each paragraph on one line."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in words.strip().split("\n\n"))
