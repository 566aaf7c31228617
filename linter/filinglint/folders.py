"""Where the tool keeps what it may lose: one folder of the user's, by the custom of the system.

Source: the XDG Base Directory Specification; Apple's File System Programming Guide; Windows' known folders.
"""

from __future__ import annotations

import os
import sys

_NAME = "filinglint"


def cache_folder() -> str:
    """Return the folder for caches, which need not be there: FILINGLINT_CACHE_DIR, or the system's for this user."""
    given = os.environ.get("FILINGLINT_CACHE_DIR")
    if given:
        return given
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        return os.path.join(os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local"), _NAME, "Cache")
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Caches", _NAME)
    stated = os.environ.get("XDG_CACHE_HOME", "")
    # "All paths set in these environment variables must be absolute", and others are to be ignored.
    return os.path.join(stated if os.path.isabs(stated) else os.path.join(home, ".cache"), _NAME)
