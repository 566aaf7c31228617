"""The files in an archive, one after the other, as a stream: nothing is unpacked to the disk.

``.gz``, ``.tar``, ``.tar.gz`` (EDGAR's daily feed: thousands of ``.nc`` in one) and ``.zip``. An archive may
be made to harm who opens it: what grows too much is given up, links and devices are refused, names that lead
elsewhere are shown without what leads there, and nothing is ever written under them.

Source: RFC 1952 (gzip), POSIX.1-2017 pax (ustar), APPNOTE.TXT 6.3 (ZIP), as Python's own modules read them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING, Any, NamedTuple, cast

from filinglint.patterns import pattern
from filinglint.remote import is_remote, opened

if TYPE_CHECKING:  # what reads archives is for those who have any
    import zipfile

BETWEEN = "!"
"""What stands between the path of an archive and the name of a file in it."""
SUFFIXES = (".zip", ".tar", ".tgz", ".gz")
_GZIP, _ZIP, _TAR = b"\x1f\x8b", (b"PK\x03\x04", b"PK\x05\x06"), b"ustar"
_TAR_AT = 257
_RATIO = 250  # EDGAR's texts shrink to a tenth, tables of blanks to a fiftieth
_FREE = 16 << 20  # bytes that an archive may yield before its ratio is looked at
_MOST_MEMBERS = 2_000_000  # of a ZIP archive, whose table of contents is read at once
_MOST_REFUSED = 10  # that are named one by one
_PIECE = 1 << 16
_PARTS = pattern(r"[/\\]+")


class Member(NamedTuple):
    """A file in an archive: its defused name, its bytes, how many bytes of the archive it took, why it is refused.

    ``data`` is empty where ``refused`` is not; the name is "" where the archive itself is meant.
    """

    name: str
    data: bytes
    size: int
    refused: str = ""


class _TooMuchError(Exception):
    """What is read is more than it may be."""


def has_archive_name(path: str) -> bool:
    """Tell whether *path* is named as an archive is."""
    return path.lower().endswith(SUFFIXES)


def is_archive(head: bytes) -> bool:
    """Tell whether a file that begins with *head*, 512 bytes or more, is an archive."""
    return head.startswith((_GZIP, *_ZIP)) or head[_TAR_AT : _TAR_AT + len(_TAR)] == _TAR


def members(path: str, most: int, wanted: Callable[[str], bool]) -> Iterator[Member]:
    """Yield the files in the archive at *path* whose names are *wanted*, in their order.

    A file of more than *most* bytes is refused, and what is left of an archive that is damaged or grows too much.
    Raises InputError when it cannot be opened.
    """
    import tarfile
    import zipfile
    import zlib

    with _opened(path) as file:
        counted = _Counted(file)
        try:
            yield from _defused(_kind(counted)(counted, path, most, wanted))
        except _TooMuchError as error:
            yield Member("", b"", 0, str(error))
        except (OSError, EOFError, zlib.error, tarfile.TarError, zipfile.BadZipFile, NotImplementedError) as error:
            said = str(error) if isinstance(error, tarfile.TarError | zipfile.BadZipFile) else type(error).__name__
            yield Member("", b"", 0, f"the archive is damaged or cut off ({said}); what follows was not looked at")


def _opened(path: str) -> IO[bytes]:
    return opened(path) if is_remote(path) else open(path, "rb")


class _Counted:
    """A file that counts what was read of it."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.count = self.told = 0
        self.head = file.read(_TAR_AT + len(_TAR))
        file.seek(0)

    def read(self, size: int = -1) -> bytes:
        data = self.file.read(size)
        self.count += len(data)
        return data

    def since(self) -> int:
        """Return how much was read since the last time."""
        count, self.told = self.count - self.told, self.count
        return count


class _Unpacked:
    """What a compressed file holds, as long as it does not grow too much."""

    def __init__(self, packed: _Counted) -> None:
        import gzip

        self._packed = packed
        self._file = gzip.GzipFile(fileobj=cast("Any", packed))  # it reads, and no more
        self._count = 0

    def read(self, size: int) -> bytes:
        data = self._file.read(size)
        self._count += len(data)
        if self._count > _FREE and self._count > _RATIO * self._packed.count:
            raise _TooMuchError(
                f"the archive grows to more than {_RATIO} times its size; what follows was not looked at"
            )
        return data


_Reader = Callable[[_Counted, str, int, Callable[[str], bool]], Iterator[Member]]


def _kind(file: _Counted) -> _Reader:
    if file.head.startswith(_ZIP):
        return _zip
    return _gzip if file.head.startswith(_GZIP) else _tar


def _gzip(file: _Counted, path: str, most: int, wanted: Callable[[str], bool]) -> Iterator[Member]:
    unpacked = _Unpacked(file)
    head = unpacked.read(512)
    if head[_TAR_AT : _TAR_AT + len(_TAR)] == _TAR or path.lower().endswith((".tar.gz", ".tgz")):
        yield from _of_tar(_After(head, unpacked), file, most, wanted)
        return
    name = PurePosixPath(path.replace("\\", "/")).name
    data = _whole(_After(head, unpacked), most)
    refused = "" if data is not None else _too_long(most)
    yield Member(name[:-3] if name.lower().endswith(".gz") else name, data or b"", file.since(), refused)


class _After:
    """What was read already, and then the rest."""

    def __init__(self, head: bytes, rest: _Unpacked) -> None:
        self._head, self._rest = head, rest

    def read(self, size: int) -> bytes:
        if not self._head:
            return self._rest.read(size)
        data, self._head = self._head[:size], self._head[size:]
        return data + (self._rest.read(size - len(data)) if len(data) < size else b"")


def _tar(file: _Counted, path: str, most: int, wanted: Callable[[str], bool]) -> Iterator[Member]:  # noqa: ARG001
    yield from _of_tar(file, file, most, wanted)


def _of_tar(stream: _After | _Counted, file: _Counted, most: int, wanted: Callable[[str], bool]) -> Iterator[Member]:
    import tarfile

    with tarfile.open(fileobj=stream, mode="r|", errorlevel=0) as archive:  # type: ignore[call-overload]  # it reads
        while (info := archive.next()) is not None:
            archive.members.clear()  # it keeps all, and there may be millions
            if info.isdir() or not (wanted(info.name) or not info.isreg()):
                continue
            if not info.isreg():
                yield Member(info.name, b"", file.since(), "it is a link or a device, which is not followed")
                continue
            inner = archive.extractfile(info) if info.size <= most else None
            if inner is None:
                yield Member(info.name, b"", file.since(), _too_long(most))
                continue
            data = inner.read()
            if len(data) < info.size:
                raise EOFError
            yield Member(info.name, data, file.since())


def _zip(file: _Counted, path: str, most: int, wanted: Callable[[str], bool]) -> Iterator[Member]:  # noqa: ARG001
    import zipfile

    with zipfile.ZipFile(file.file) as archive:
        infos = archive.infolist()
        if len(infos) > _MOST_MEMBERS:
            raise _TooMuchError(f"the archive has {len(infos):,} files, and {_MOST_MEMBERS:,} are allowed")
        for info in infos:
            link = (info.external_attr >> 16) & 0o170000 == 0o120000
            if info.is_dir() or not (wanted(info.filename) or link):
                continue
            refused = _refused_of_zip(info, most, link=link)
            if refused:
                yield Member(info.filename, b"", info.compress_size, refused)
                continue
            with archive.open(info) as inner:
                data = _whole(inner, most)
            refused = _too_long(most) if data is None else ""
            yield Member(info.filename, data or b"", info.compress_size, refused)


def _refused_of_zip(info: zipfile.ZipInfo, most: int, *, link: bool) -> str:
    if link:
        return "it is a link or a device, which is not followed"
    if info.flag_bits & 1:
        return "it is encrypted"
    if info.file_size > most:
        return _too_long(most)
    if info.file_size > _FREE and info.file_size > _RATIO * max(1, info.compress_size):
        return f"it grows to more than {_RATIO} times its size"
    return ""


def _whole(file: IO[bytes] | _After, most: int) -> bytes | None:
    """Return what is left of *file*; None when it is more than *most* bytes."""
    pieces: list[bytes] = []
    left = most
    while piece := file.read(_PIECE):
        left -= len(piece)
        if left < 0:
            return None
        pieces.append(piece)
    return b"".join(pieces)


def _too_long(most: int) -> str:
    return f"the file has more than {most:,} bytes, which document-bytes allows"


def _defused(found: Iterator[Member]) -> Iterator[Member]:
    """Yield *found* under names that lead nowhere, each once; of many that are refused the first ones and how many."""
    seen: dict[int, int] = {}
    refused = 0
    for member in found:
        refused += bool(member.refused)
        if member.refused and refused > _MOST_REFUSED:
            continue
        name = defused(member.name)
        number = seen[hash(name)] = seen.get(hash(name), 0) + 1
        yield member._replace(name=name if number == 1 else f"{name}#{number}")
    if refused > _MOST_REFUSED:
        yield Member("", b"", 0, f"{refused - _MOST_REFUSED} more files in the archive are refused as those before are")


def defused(name: str) -> str:
    """Return *name* without what leads out of a folder, or plays tricks with a terminal."""
    parts = [part for part in _PARTS.split(name) if part not in ("", ".", "..")]
    if parts and len(parts[0]) == 2 and parts[0][1] == ":":
        parts = parts[1:]
    return "".join(char if char.isprintable() else "?" for char in "/".join(parts)) or "?"
