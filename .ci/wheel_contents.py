"""Hold a wheel to what it must contain: four typed packages, their data, and nothing else."""

from __future__ import annotations

import sys
from zipfile import ZipFile

PACKAGES = {"filinglint", "filinglint_edgar", "filinglint_bcp", "filinglint_schemas"}
NEEDED = (
    "filinglint/tables/",
    "filinglint/reporters/html/page.",
    "filinglint_edgar/cases/",
    "filinglint_bcp/cases/",
    "filinglint_schemas/",
)


def complaints(wheel: str) -> list[str]:
    """Return what is wrong with the contents of *wheel*."""
    names = ZipFile(wheel).namelist()
    top = {name.partition("/")[0] for name in names}
    found = [f"{name} is no package of ours" for name in sorted(top - PACKAGES) if not name.endswith(".dist-info")]
    found += [f"{package} is not typed" for package in sorted(PACKAGES) if f"{package}/py.typed" not in names]
    found += [f"nothing lies in {folder}" for folder in NEEDED if not any(name.startswith(folder) for name in names)]
    # What new-pack writes has tests of its own.
    ours = [name for name in names if not name.startswith("filinglint/scaffold/files/")]
    found += [f"{name} does not belong there" for name in ours if "__pycache__" in name or "/tests/" in name]
    return found


if __name__ == "__main__":
    wrong = complaints(sys.argv[1])
    print("\n".join(wrong), end="\n" if wrong else "")
    sys.exit(bool(wrong))
