"""The JSON Schemas of what filinglint reads and writes, as draft 2020-12.

``report``, ``facts``, ``diff`` and ``coverage`` are what is found and read, ``rules``, ``why``, ``edition-diff``,
``config``, ``doctor`` and ``waiver-list`` what is known and configured; ``filinglint``, ``waivers``, ``baseline``,
``rule-pack`` and ``submission``, the manifest of a draft, are read.
Within a version only keys are added: readers ignore those they do not know.
"""

from __future__ import annotations

import json
import pkgutil
import re
from functools import lru_cache
from typing import Any

_NAME = r"[a-z]+(?:-[a-z]+)*(?P<version>-[0-9]+)?"


@lru_cache(maxsize=16)
def _text(name: str) -> str:
    named = re.fullmatch(_NAME, name)
    if named is None:
        raise LookupError(f"{name!r} names no schema; a name is 'report' or 'report-1'")
    file_name = f"{name}{'' if named['version'] else '-1'}.schema.json"
    try:
        data = pkgutil.get_data(__name__, file_name)
    except OSError:
        data = None
    if data is None:
        raise LookupError(f"there is no schema {name!r}")
    return data.decode("utf-8")


def load_schema(name: str) -> dict[str, Any]:
    """Return the schema *name*, such as ``report`` or, with its version, ``report-1``.

    Raises LookupError when there is none. The caller may change what it gets.
    """
    schema: dict[str, Any] = json.loads(_text(name))
    return schema
