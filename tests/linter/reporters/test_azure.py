"""Logging commands of Azure Pipelines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from filinglint.finding import Severity

if TYPE_CHECKING:
    from .conftest import Formats


def test_command(formats: Formats) -> None:
    """A warning is an issue with its place; an info is a line of the log."""
    made = formats.report(formats.finding(), formats.finding(severity=Severity.INFO, related=()))
    first, second = formats.rendered("azure", made).splitlines()
    assert first == (
        "##vso[task.logissue type=warning;sourcepath=a.txt;linenumber=312;columnnumber=1;code=COV004;]"
        "COV004 cover-file-number-differs: the cover page and the header give different numbers"
        " (the cover says 000-27256; the header says 000-27265). Remedy: correct the cover page"
    )
    assert second.startswith("info a.txt:312:1: COV004 ")


def test_no_injection(formats: Formats) -> None:
    """Nothing that a filing says begins a command, ends one, or gives it a property."""
    (line,) = formats.rendered("azure", formats.hostile()).splitlines()
    assert line.count("##vso[") == 1
    assert "##[" not in line
    properties, _ = line.removeprefix("##vso[task.logissue ").split("]", 1)
    names = [part.partition("=")[0] for part in properties.rstrip(";").split(";")]
    assert names == ["type", "sourcepath", "linenumber", "columnnumber", "code"]
