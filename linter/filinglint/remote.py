"""Files that do not stand on this machine: ``s3://``, ``gs://``, ``memory://`` and whatever else fsspec opens.

fsspec comes with the extra ``filinglint[remote]``; nothing is fetched but what a URI names. A URI that joins
several (``simplecache::s3://…``) is refused: it may write to the disk.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from filinglint.errors import ConfigError, InputError
from filinglint.patterns import pattern

_URI = pattern(r"[A-Za-z][A-Za-z0-9+.-]+://")
_WILD = pattern(r"[*?\[]")


def is_remote(path: str) -> bool:
    """Tell whether *path* is a URI."""
    return "://" in path and _URI.match(path) is not None


def opened(path: str) -> IO[bytes]:
    """Return the file at the URI *path*, open for reading. Raises InputError when it cannot be opened."""
    system, inner = _located(path)
    try:
        found: IO[bytes] = system.open(inner, "rb")
    except Exception as error:  # each file system has errors of its own
        raise _unreadable(path, error) from error
    return found


def bytes_of(path: str) -> bytes:
    """Return the bytes at the URI *path*. Raises InputError when they cannot be read."""
    with opened(path) as file:
        try:
            return file.read()
        except Exception as error:
            raise _unreadable(path, error) from error


def listed(path: str) -> Iterator[tuple[str, int]]:
    """Yield the URI and size of each file that *path* names: itself, those below it, or those it matches; sorted.

    Raises ConfigError when there is none.
    """
    system, inner = _located(path)
    try:
        found = system.glob(inner, detail=True) if _WILD.search(inner) else system.find(inner, detail=True)
    except Exception as error:
        raise ConfigError(
            f"'{path}' cannot be listed: {type(error).__name__}; check the URI and your rights"
        ) from error
    files = [(name, entry) for name, entry in sorted(found.items()) if entry["type"] == "file"]
    if not files:
        raise ConfigError(f"'{path}' does not exist; check the URI")
    for name, entry in files:
        yield system.unstrip_protocol(name), entry.get("size") or 0


def is_file(path: str) -> bool:
    """Tell whether there is one file at the URI *path*."""
    system, inner = _located(path)
    try:
        return bool(system.isfile(inner))
    except Exception:
        return False


def _located(path: str) -> tuple[Any, str]:
    if "::" in path:
        raise ConfigError(f"'{path}' joins several URIs; give one, such as s3://bucket/folder")
    try:
        import fsspec
    except ModuleNotFoundError as error:
        message = f"'{path}' is read by fsspec, which is not installed; pip install 'filinglint[remote]'"
        raise ConfigError(message) from error
    try:
        system, inner = fsspec.core.url_to_fs(path)
    except (ImportError, ValueError) as error:
        raise ConfigError(f"'{path}' cannot be read: {error}") from error
    return system, inner


def _unreadable(path: str, error: Exception) -> InputError:
    reason = getattr(error, "strerror", None) or type(error).__name__
    return InputError(path, f"cannot be read: {reason}", "check the URI and your rights")
