"""Checkstyle XML."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from .conftest import Formats


def test_example(example: Callable[[str], str]) -> None:
    """Every finding is an error of its file, with line, column, severity, words and rule."""
    (file,) = ET.fromstring(example("checkstyle"))
    assert len(file) > 5
    for error in file:
        assert set(error.keys()) == {"line", "column", "severity", "message", "source"}
        assert error.get("severity") in {"error", "warning", "info"}


def test_hostile(formats: Formats) -> None:
    """XML stays XML whatever a filing says, and its control characters are shown."""
    root = ET.fromstring(formats.rendered("checkstyle", formats.hostile()))
    assert [element.tag for element in root.iter()] == ["checkstyle", "file", "error"]
    assert "\\x1b]0;x" in root[0][0].get("message", "")


def test_clean(formats: Formats) -> None:
    """A clean run names no file."""
    assert len(ET.fromstring(formats.rendered("checkstyle", formats.report()))) == 0
