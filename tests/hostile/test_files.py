"""Files and folders that are not what they seem, change, vanish, cannot be read or cannot be written."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from typing import Any

import pytest

POSIX = pytest.mark.skipif(os.name != "posix", reason="links, pipes, devices and permissions of POSIX")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="devices and file systems of Linux")


def unprivileged(bench: Any, *args: str) -> Any:
    """Run the command line without the right of root to read everything; skipped where that cannot be had."""
    if os.geteuid() != 0:
        return bench.process(*args)
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("root may read everything, and setpriv is not there to take that away")
    return bench.process(*args, prefix=[setpriv, "--bounding-set=-dac_override,-dac_read_search"])


@POSIX
def test_loops_of_links(bench: Any) -> None:
    """Links that lead in a circle end the walk nowhere, and a link to itself that is named is status 2."""
    bench.filing("a/b/x.txt", "<p>x</p>")
    (bench.root / "a/b/up").symlink_to("..")
    (bench.root / "a/b/me").symlink_to("me")
    (bench.root / "a/b/gone.txt").symlink_to("nowhere.txt")
    (bench.root / "a/b/self.txt").symlink_to("self.txt")
    ended = bench.check("a")
    assert ended.status == 3
    assert "a/b/x.txt" in {one["path"] for one in ended.report["findings"] if one["rule"] == "DOC003"}
    assert len(ended.report["inputs"]) <= 3
    named = bench.run("check", "a/b/self.txt")
    assert named.status in (2, 3)
    assert "self.txt" in named.err + named.out


@POSIX
def test_pipes_and_sockets_are_not_waited_for(bench: Any) -> None:
    """A pipe on the way is passed over, and one that is named is refused at once: nobody waits for a writer."""
    import socket

    bench.filing("in/x.txt", "<p>x</p>")
    os.mkfifo(bench.root / "in/pipe.txt")
    listener = socket.socket(socket.AF_UNIX)
    place = os.getcwd()
    try:
        os.chdir(bench.root)
        listener.bind("in/s.txt")
    finally:
        os.chdir(place)
        listener.close()
    ended = bench.process("check", "--format", "json", "in", timeout=60)
    assert ended.status == 1
    assert [one["path"] for one in ended.report["inputs"]] == ["in/x.txt"]
    named = bench.process("check", "in/pipe.txt", timeout=60)
    assert named.status == 2
    assert "is neither a file nor a folder" in named.err


@LINUX
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/full"])
def test_devices(bench: Any, device: str) -> None:
    """A device that is named is refused, however much it would give."""
    named = bench.process("check", device, timeout=60)
    assert named.status == 2
    assert "is neither a file nor a folder" in named.err


@LINUX
def test_files_of_no_size(bench: Any) -> None:
    """A file that tells no size, such as one of /proc, is read to its end or refused."""
    assert bench.process("check", "/proc/self/status", timeout=60).status in (0, 3)


@POSIX
def test_no_permission(bench: Any) -> None:
    """A file that may not be read is unread by name, and a folder that may not be entered is said, with status 3."""
    bench.filing("in/x.txt", "<p>x</p>")
    bench.filing("in/secret.txt", "<p>x</p>").chmod(0)
    bench.filing("in/shut/y.txt", "<p>x</p>")
    (bench.root / "in/shut").chmod(0)
    try:
        ended = unprivileged(bench, "check", "--format", "json", "in")
    finally:
        (bench.root / "in/shut").chmod(0o755)
    assert ended.status == 3, (ended.out, ended.err)
    said = {one["path"]: one["message"] for one in ended.report["findings"] if one["rule"] == "SYS010"}
    assert said["in/secret.txt"] == "cannot be read: Permission denied"
    assert "Permission denied" in said["in/shut"]
    assert any(one["rule"] == "DOC003" for one in ended.report["findings"])


def test_files_that_vanish(bench: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that goes away after it was found is unread by name, and the others are judged."""
    bench.filing("a.txt", "<p>x</p>")
    bench.filing("b.txt", "<p>x</p>")
    from filinglint import judging

    judge_file = judging.judge_file

    def judged(found: Any, *args: Any) -> Any:
        (bench.root / "a.txt").unlink(missing_ok=True)
        return judge_file(found, *args)

    monkeypatch.setattr("filinglint.engine.judge_file", judged)
    ended = bench.check("--no-cache", ".")
    assert ended.status == 3
    assert ended.tool_says == [("SYS010", "cannot be read: No such file or directory")]
    assert any(one["path"].endswith("b.txt") and one["rule"] == "DOC003" for one in ended.report["findings"])


def test_files_that_change(bench: Any) -> None:
    """While a file is written again and again, each run judges bytes that were there, or says that it is unread."""
    path = bench.filing("a.txt", "<p>x</p>")
    whole = path.read_bytes()
    over = threading.Event()

    def rewrite() -> None:
        size = len(whole)
        while not over.is_set():
            size = (size * 7 + 1) % len(whole)
            path.write_bytes(whole[:size])
            time.sleep(0.0005)

    thread = threading.Thread(target=rewrite)
    thread.start()
    try:
        for _ in range(40):
            ended = bench.run("check", "--format", "json", "a.txt")
            assert ended.status in (0, 1, 2, 3)
            if ended.status != 2:
                (record,) = ended.report["inputs"]
                assert all(f["byte_end"] <= record["bytes"] for f in ended.report["findings"] if f["byte_end"])
    finally:
        over.set()
        thread.join()


@LINUX
@pytest.mark.parametrize("format", ["json", "text", "sarif", "junit"])
def test_full_disk(bench: Any, format: str) -> None:
    """A report that does not fit anywhere is status 2 with the reason; what goes to another place is whole."""
    bench.filing("a.txt", "<p>x</p>")
    ended = bench.process("check", "a.txt", "-o", f"{format}:/dev/full", "-o", "json")
    assert ended.status == 2
    assert "'/dev/full' cannot be written: No space left on device" in ended.err


@LINUX
def test_full_disk_under_standard_output(bench: Any) -> None:
    """When standard output has no room the status says so, without a traceback."""
    bench.filing("a.txt", "<p>x</p>")
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            bench.command("check", "a.txt", "--format", "json"),
            cwd=bench.root,
            env=bench.environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr
    assert b"No space left on device" in done.stderr


@LINUX
def test_small_disk(bench: Any) -> None:
    """On a disk that fills up the old report stays as it was, and nothing half written is left beside it."""
    folder = bench.root / "small"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(folder)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("no file system can be mounted here")
    try:
        for number in range(12):
            bench.filing(f"in/{number}.txt", "<p>x</p>")
        (folder / "report.json").write_text("the old report")
        ended = bench.process("check", "in", "-o", "json:small/report.json")
        assert ended.status == 2
        assert "No space left on device" in ended.err
        assert (folder / "report.json").read_text() == "the old report"
        assert os.listdir(folder) == ["report.json"]
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@LINUX
def test_read_only_disk(bench: Any) -> None:
    """On a file system that is read-only files are judged, reports refused and fixes not written."""
    folder = bench.root / "ro"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(folder)], check=False, capture_output=True)
    if mounted.returncode:
        pytest.skip("no file system can be mounted here")
    try:
        bench.filing("ro/a.txt", "<p>x</p>")
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True, capture_output=True)
        env = {"HOME": str(folder), "XDG_CACHE_HOME": None}
        ended = bench.process("check", "--format", "json", "a.txt", cwd=folder, env=env)
        assert ended.status == 1
        assert "DOC003" in {one["rule"] for one in ended.report["findings"]}
        refused = bench.process("check", "a.txt", "-o", "json:r.json", cwd=folder, env=env)
        assert refused.status == 2
        assert "'r.json' cannot be written: Read-only file system" in refused.err
        assert bench.process("fix", "--unsafe", "a.txt", cwd=folder, env=env).status in (1, 3)
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@POSIX
def test_folder_that_may_not_be_written(bench: Any) -> None:
    """In a folder that may not be written to files are judged; a report that is to go there is status 2."""
    bench.filing("a.txt", "<p>x</p>").chmod(0o644)
    bench.root.chmod(0o555)
    try:
        ended = unprivileged(bench, "check", "a.txt", "-o", "json:report.json")
        assert ended.status == 2
        assert "'report.json' cannot be written: Permission denied" in ended.err
        assert unprivileged(bench, "check", "a.txt").status == 1
    finally:
        bench.root.chmod(0o755)


def test_draft_that_leads_outside(bench: Any) -> None:
    """A manifest that names files outside its folder is refused, however it gets there."""
    secret = bench.write("secret.txt", "the merger is on Friday")
    for number, name in enumerate(("../secret.txt", str(secret), "x/../../secret.txt", "..\\secret.txt", "link.txt")):
        folder = bench.root / f"d{number}"
        folder.mkdir()
        if name == "link.txt" and os.name == "posix":
            (folder / name).symlink_to(secret)
        manifest = f"form = '8-K'\n[[documents]]\ntype = '8-K'\nfile = '{name}'\n"
        bench.write(f"d{number}/submission.toml", manifest)
        ended = bench.check(f"d{number}")
        assert ended.status == 3, (name, ended.out)
        assert "merger" not in json.dumps(ended.report)


def test_deep_folders(bench: Any) -> None:
    """Folders in one another, as deep as the system allows, are walked."""
    folder = bench.root
    place = os.getcwd()
    try:
        os.chdir(folder)
        for _ in range(300):
            os.mkdir("d")
            os.chdir("d")
        shutil.copy(bench.filing("x.txt", "<p>x</p>"), "y.txt")
    finally:
        os.chdir(place)
    ended = bench.check("d")
    assert ended.status == 1
    assert len(ended.report["inputs"]) == 1
