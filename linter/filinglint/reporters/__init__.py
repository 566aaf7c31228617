"""Findings become bytes: one module a format, loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module

from pluggy import PluginManager

from filinglint.closest import near
from filinglint.errors import ConfigError
from filinglint.report import Report
from filinglint.reporters.view import View
from filinglint.rule import Rule

Reporter = Callable[[Report, Sequence[Rule], View], Iterator[str]]

_FORMATS = {
    "text": "filinglint.reporters.text",
    "concise": "filinglint.reporters.concise",
    "grouped": "filinglint.reporters.grouped",
    "json": "filinglint.reporters.json",
    "jsonl": "filinglint.reporters.jsonl",
    "sarif": "filinglint.reporters.sarif",
    "github": "filinglint.reporters.github",
    "gitlab": "filinglint.reporters.gitlab",
    "junit": "filinglint.reporters.junit",
    "checkstyle": "filinglint.reporters.checkstyle",
    "azure": "filinglint.reporters.azure",
    "rdjson": "filinglint.reporters.rdjson",
    "markdown": "filinglint.reporters.markdown",
    "html": "filinglint.reporters.html",
}
HUMAN = frozenset(("text", "concise", "grouped"))
FORMATS = tuple(_FORMATS)


def reporter(name: str, packs: PluginManager | None = None) -> Reporter:
    """Return the reporter of format *name*, ours or one of *packs*: from a report and the rules to pieces of text.

    Raises ConfigError when there is no such format.
    """
    if name not in _FORMATS:
        brought = {one.name: one.render for some in packs.hook.filinglint_reporters() for one in some} if packs else {}
        if name in brought:
            render: Reporter = brought[name]
            return render
        raise ConfigError(f"no report format is called '{name}'; {near(name, [*FORMATS, *brought])}")
    found: Reporter = import_module(_FORMATS[name]).render
    return found
