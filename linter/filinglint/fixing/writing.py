"""Files written anew: each is what it was or what it is to be, never half of either."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress

from filinglint.errors import InputError
from filinglint.source import bytes_at


def write_anew(path: str, data: bytes, was: bytes) -> None:
    """Make *data* the content of the file at *path*, whose content was *was* when it was read.

    The file keeps its permissions, and a link to it stays a link. Raises InputError when it cannot be
    written, is read-only, or has been changed meanwhile.
    """
    real = os.path.realpath(path)
    folder, name = os.path.split(real)
    temporary = ""
    try:
        before = os.stat(real)
        if not stat.S_IMODE(before.st_mode) & 0o222:
            raise InputError(path, "the file is read-only", "allow writing to it, or leave it out")
        handle, temporary = tempfile.mkstemp(prefix=f".{name[:100]}.", suffix=".filinglint", dir=folder)
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if hasattr(os, "chown"):
            with suppress(OSError):  # only root may give a file away
                os.chown(temporary, before.st_uid, before.st_gid)
        os.chmod(temporary, stat.S_IMODE(before.st_mode))
        if bytes_at(real) != was:
            raise InputError(path, "the file was changed while it was being mended", "run filinglint fix again")
        os.replace(temporary, real)
        temporary = ""
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(path, f"cannot be written: {reason}", "check the permissions of its folder") from error
    finally:
        if temporary:
            with suppress(OSError):
                os.unlink(temporary)
    with suppress(OSError):  # some systems do not open folders
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
