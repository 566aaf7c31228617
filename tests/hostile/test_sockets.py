"""No command opens a network connection."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
GUARD = """\
import socket, sys
_made = socket.socket.__init__
def forbidden(self, family=-1, *args, **more):
    if family not in (socket.AF_UNIX,) and "fileno" not in more:
        print("SOCKET", family, file=sys.stderr, flush=True)
        raise OSError("sockets are forbidden here")
    _made(self, family, *args, **more)
socket.socket.__init__ = forbidden
socket.getaddrinfo = socket.gethostbyname = lambda *args, **more: forbidden(None, "look-up")
def watch(event, args):
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "urllib.Request"):
        if not (event != "urllib.Request" and args and getattr(args[0], "family", None) == socket.AF_UNIX):
            print("SOCKET", event, file=sys.stderr, flush=True)
            raise OSError("sockets are forbidden here")
sys.addaudithook(watch)
"""
COMMANDS = [
    ["--version"],
    ["check", "examples", "--no-cache"],
    ["check", "examples", "-j", "2"],
    ["check", "outside.txt", "--purpose", "audit", "--format", "sarif"],
    ["check", "examples", "-o", "html:page.html", "-o", "junit:j.xml"],
    ["facts", "examples/8-k-defects.txt"],
    ["rules", "--all"],
    ["explain", "COV004", "SYS010"],
    ["fix", "--diff", "examples/8-k-defects.txt"],
    ["diff", "examples/8-k-clean.txt", "examples/8-k-defects.txt"],
    ["coverage", "examples"],
    ["waivers", "list"],
    ["baseline", "show"],
    ["config", "schema"],
    ["config", "show"],
    ["doctor"],
    ["completion", "bash"],
    ["init", "--yes"],
    ["strip", "--check", "examples"],
]


@pytest.mark.skipif(sys.platform != "linux", reason="the guard is a module of the site that processes inherit")
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_sockets(bench: Any, command: list[str]) -> None:
    """A command run where every socket, look-up and request is refused asks for none."""
    import os
    import shutil

    shutil.copytree(ROOT / "examples", bench.root / "examples")
    bench.filing(
        "outside.txt", '<p>FORM 8-K</p><a href="http://evil.example/x">x</a><img src="http://evil.example/i.gif">'
    )
    bench.write("guard/sitecustomize.py", GUARD)
    path = [str(bench.root / "guard"), *([os.environ["PYTHONPATH"]] if os.environ.get("PYTHONPATH") else [])]
    ended = bench.process(*command, env={"PYTHONPATH": os.pathsep.join(path)})
    assert "SOCKET" not in ended.err
    assert ended.status in (0, 1, 2), (ended.out[-300:], ended.err)


@pytest.mark.skipif(sys.platform != "linux", reason="the guard is a module of the site that processes inherit")
def test_the_guard_guards(bench: Any) -> None:
    """The guard of these tests sees a connection."""
    import os
    import subprocess

    bench.write("guard/sitecustomize.py", GUARD)
    script = "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')"
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": str(bench.root / "guard")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "SOCKET" in done.stderr
