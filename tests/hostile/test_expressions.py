"""Every regular expression of the tree takes time in proportion to its text, on strings made to take more."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
# Where what an expression sees is short by its use: it is held to the growth of others, and to no length.
SHORT = {
    "config/requirements.py": "a word of the configuration",
    "toml_text.py": "a line of the caller's own configuration",
    "reporters/coverage.py": "a reason that the tool has written",
    "excerpt.py": "a window of a line",
    "variants.py": "a case of a pack",
    "facts/exhibit_entries.py:_PAGE_END": "the last ninety characters of an entry",
    "facts/xml_form.py:_END": "the last two hundred characters of a document",
}


@pytest.fixture(scope="module")
def attacks() -> Any:
    """The maker of attacks, which lies beside this test."""
    import importlib.util

    spec = importlib.util.spec_from_file_location("attacks", HERE / "attacks.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def name_at(file: str, line: int) -> str:
    """The name that an expression is given at *line* of *file*; "" where it has none."""
    named = re.match(
        r"\s*(\w+)\s*(?::[^=]+)?=\s*(?:re\.compile|pattern)\b", Path(file).read_text("utf-8").splitlines()[line - 1]
    )
    return named[1] if named is not None else ""


@cache
def sources() -> dict[str, str]:
    """Every module of the tree, by its path."""
    return {str(path): path.read_text("utf-8") for part in ("linter", "rules") for path in (ROOT / part).rglob("*.py")}


def anchored(file: str, line: int) -> bool:
    """Whether an expression that is compiled at *line* of *file* is only ever tried at one place of a text."""
    name = name_at(file, line)
    if not name:
        words = " ".join(sources()[file].splitlines()[line - 1 : line + 1])
        return bool(re.search(r"\bre\.(?:full)?match\(", words)) and not re.search(r"\bre\.(?:search|sub|find)", words)
    looked = sources().values() if not name.startswith("_") else (sources()[file],)
    uses = {
        use for text in looked for use in re.findall(rf"\b{name}\b(?!\s*(?::[^=]+)?=\s)(?!,?$|, )(\.\w+)?", text, re.M)
    }
    return bool(uses) and uses <= {".match", ".fullmatch"}


def test_attacks_find_what_is_not_linear(attacks: Any) -> None:
    """The attacks tell expressions that backtrack, or search in vain again and again, from those that do not."""
    for bad in (r"(?:a+)+$", r"(?:a|a)*b", r"\s+x", r"(\w+\s?)*!", r"a.*b.*c", r"<[^>]*x"):
        assert attacks.growth(re.compile(bad), anchored=False), bad
    for good in (r"\s{1,80}x", r"[ab]*c?", r"a[^a]{0,40}b", r"\bword\b", r"(?:a|b)+"):
        assert not attacks.growth(re.compile(good), anchored=False), good
    assert not attacks.growth(re.compile(r"\s+x"), anchored=True)


def test_expressions_are_linear(attacks: Any) -> None:
    """No expression of the tree takes sixteen times as long for four times the text."""
    done = subprocess.run(
        [sys.executable, str(HERE / "patterns_in_use.py")], capture_output=True, text=True, check=True, timeout=300
    )
    found = json.loads(done.stdout)
    assert len(found) > 500
    bad = []
    for pattern, flags, file, line in found:
        if any(f"{file}:{name_at(file, line)}".endswith((short, f"{short}:{name_at(file, line)}")) for short in SHORT):
            continue
        attack = attacks.growth(re.compile(pattern, flags), anchored=anchored(file, line))
        if attack:
            bad.append(f"{file}:{line}: {attack}")
    assert not bad, "\n".join(sorted(bad))
