"""Several formats from one run."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from filinglint.reporters import FORMATS

if TYPE_CHECKING:
    from .conftest import Formats


def test_one_run(formats: Formats, tmp_path: Path) -> None:
    """One run writes every format to its file, each the same as alone, and the report for people to standard output."""
    files = {style: tmp_path / f"report.{style}" for style in FORMATS}
    more = tuple(word for style, file in files.items() for word in ("-o", f"{style}:{file}"))
    path = formats.examples / "8-k-defects.txt"
    text = formats.checked("text", path, more=more)
    assert "COV004" in text
    assert sorted(tmp_path.iterdir()) == sorted(files.values())
    json.loads(files["sarif"].read_text("utf-8"))
    ET.fromstring(files["junit"].read_bytes())
    for style in ("sarif", "junit", "github"):
        assert files[style].read_text("utf-8") == formats.checked(style, path)


@pytest.mark.parametrize("style", [style for style in FORMATS if style not in ("json", "jsonl", "sarif", "gitlab")])
def test_hostile(formats: Formats, style: str) -> None:
    """No format that is read in the log of a build lets a filing write what the agent obeys."""
    text = formats.rendered(style, formats.hostile(), frames="all", verbosity=1)
    ours = "##vso[task.logissue " if style == "azure" else "none"
    assert not [line for line in text.splitlines() if line.lstrip().startswith(("::error::", "::vso"))]
    assert not re.search(r"##(?:vso)?\[", text.replace(ours, ""))
