"""Prints, as JSON, every regular expression that the tree compiles: pattern, flags, file and line.

Run as a process of its own: all modules are imported, and the examples judged by every rule, so that expressions that
are put together, from tables or from YAML, are among them.
"""

from __future__ import annotations

import json
import pkgutil
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

OURS = ("filinglint", "filinglint_edgar", "filinglint_bcp")
ROOT = Path(__file__).resolve().parents[2]
compiled: Any = re._compile  # type: ignore[attr-defined]
seen: dict[tuple[str, int], tuple[str, int]] = {}


def noted(pattern: Any, flags: Any) -> Any:
    """Compile *pattern*, and keep where that was asked for."""
    made = compiled(pattern, flags)
    frame: Any = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename.endswith(("re/__init__.py", "filinglint/patterns.py")):
        frame = frame.f_back
    file = Path(frame.f_code.co_filename) if frame is not None else Path()
    if isinstance(made.pattern, str) and any(name in file.parts for name in OURS):
        seen.setdefault((made.pattern, made.flags), (str(file), frame.f_lineno))
    return made


re._compile = noted  # type: ignore[attr-defined]
for name in OURS:
    package = import_module(name)
    for module in pkgutil.walk_packages(package.__path__, f"{name}."):
        if not module.name.endswith("__main__"):
            try:
                import_module(module.name)
            except ImportError as error:  # an extra that is not installed
                if (error.name or "").startswith("filinglint"):
                    raise
from filinglint.catalogue import load_catalogue  # noqa: E402
from filinglint.discovery import discover  # noqa: E402
from filinglint.judging import Options, judge_file  # noqa: E402
from filinglint.patterns import _Pattern  # noqa: E402
from filinglint.triage.selection import Selection  # noqa: E402

_LAZY = re.compile(r"^\s*(\w+)\s*(?::[^=]+)?=\s*pattern\(")


def lazy() -> Iterator[tuple[Any, str, int]]:
    """Yield what is compiled when it is first used, with file and line."""
    for module in list(sys.modules.values()):
        if module.__name__.split(".")[0] not in OURS or not getattr(module, "__file__", None):
            continue
        file = str(module.__file__)
        for number, line in enumerate(Path(file).read_text("utf-8").splitlines(), 1):
            named = _LAZY.match(line)
            if named is not None and isinstance(found := getattr(module, named[1], None), _Pattern):
                yield found, file, number


for made, file, number in lazy():
    if isinstance(made.pattern, str):
        seen.setdefault((made.pattern, made.flags), (file, number))
options = Options(selection=Selection(select=("ALL",), purpose="audit", preview=True))
for found in discover([str(ROOT / "examples")]):
    judge_file(found, options, load_catalogue())
json.dump([[pattern, flags, *at] for (pattern, flags), at in seen.items()], sys.stdout)
