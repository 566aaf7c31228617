"""The beginnings of a rule pack: files to begin from, with the names that are put into them.

In the files beside this module, and in their names, ``__name__`` stands for the name that was given,
``__package__`` for the import package and ``__letters__`` for what the codes of the rules begin with.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

from filinglint.errors import ConfigError

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_SUFFIX = ".tmpl"
_LONGEST = 40


def scaffolded(name: str, taken: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield path and text of each file of a new pack called *name*; its codes begin as none of *taken* do.

    Raises ConfigError for a name that no distribution can have.
    """
    if not _NAME.fullmatch(name) or len(name) > _LONGEST:
        raise ConfigError(f"'{name}' is no name for a pack; give small letters, figures and hyphens: acme-house")
    names = {
        "__name__": name,
        "__package__": f"filinglint_{name.replace('-', '_')}",
        "__letters__": letters_of(name, taken),
    }
    for path, text in _templates(files(__name__).joinpath("files"), ""):
        for mark, word in names.items():
            path, text = path.replace(mark, word), text.replace(mark, word)
        yield path.removesuffix(_SUFFIX), text


def letters_of(name: str, taken: Collection[str]) -> str:
    """Return the letters with which the codes of pack *name* begin: three of its own, or four where they are taken."""
    own = "".join(char for char in name.upper() if char.isalpha())
    short = (own + "XXX")[:3]
    longer = (f"{short}{char}" for char in f"{own[3:]}XYZ")
    return next((letters for letters in (short, *longer) if letters not in taken), f"{short}XX")


def _templates(folder: Traversable, path: str) -> Iterator[tuple[str, str]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _templates(entry, f"{path}{entry.name}/")
        elif entry.name.endswith(_SUFFIX):
            yield path + entry.name, entry.read_text("utf-8")
