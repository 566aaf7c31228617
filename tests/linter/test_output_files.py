"""Files that reports are written to: links, pipes and devices stay what they are."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from filinglint.cli.terminal import write_file
from filinglint.errors import ConfigError

PIECES = ["one ", "report\n"]


def test_link_stays_a_link(tmp_path: Path) -> None:
    """What a link leads to is replaced, the link is not."""
    (tmp_path / "kept").mkdir()
    real, link = tmp_path / "kept" / "real.json", tmp_path / "link.json"
    real.write_text("old")
    link.symlink_to(real)
    write_file(str(link), PIECES)
    assert link.is_symlink()
    assert real.read_text() == "one report\n"
    assert [path.name for path in real.parent.iterdir()] == ["real.json"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_pipe_stays_a_pipe(tmp_path: Path) -> None:
    """A pipe, and a device like it, is written to and never replaced by a file."""
    pipe, got = tmp_path / "pipe", list[str]()
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_text()), daemon=True)
    reader.start()
    write_file(str(pipe), PIECES)
    reader.join(timeout=10)
    assert got == ["one report\n"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_folder_is_no_file(tmp_path: Path) -> None:
    """A folder in the place of the file is named as it was given."""
    folder = tmp_path / "reports"
    folder.mkdir()
    with pytest.raises(ConfigError, match=r"reports' cannot be written"):
        write_file(str(folder), PIECES)
