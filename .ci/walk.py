"""Runs all commands of a page in a fresh clone, those that install something too, and compares what they print."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

_BLOCK = re.compile(r'^```(\w+) title="([^"\n]+)"\n(.*?)^```$', re.DOTALL | re.MULTILINE)


def run(command: str, here: Path, environment: dict[str, str], status: int) -> tuple[int, str]:
    """Run *command* after one that ended with *status*; return its status, and what it prints."""
    # The environment that a command before has activated is active.
    active = "[ ! -f .venv/bin/activate ] || . .venv/bin/activate"
    done = subprocess.run(
        ["bash", "-c", f"{active}; (exit {status}); {command}"],
        cwd=here,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, "\n" + "\n".join(line.rstrip() for line in done.stdout.splitlines()) + "\n"


def main(page: str, root: str, work: str) -> None:
    """Walk *page* in a folder of *work*, with a clone of the repository at *root* beside it."""
    here = Path(work, "work")
    here.mkdir()
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": work,
        "COLUMNS": "100",
        "PRE_COMMIT_HOME": f"{work}/hooks",
        "GIT_CONFIG_GLOBAL": f"{work}/gitconfig",
        "GIT_CONFIG_SYSTEM": "/dev/null",
        **{name: value for name, value in os.environ.items() if name.startswith(("PIP_", "SSL_", "http", "HTTP"))},
    }
    settings = ["user.name=A Newcomer", "user.email=new@filer.example", "init.defaultBranch=main", "safe.directory=*"]
    for name, value in (setting.split("=", 1) for setting in settings):
        subprocess.run(["git", "config", "--global", name, value], env=environment, check=True)
    status = 0
    for language, title, text in _BLOCK.findall(Path(page).read_text("utf-8")):
        if language != "console":
            (here / title).write_text(text, "utf-8")
            continue
        for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            clones = command.startswith("git clone")
            command = command.replace("https://…/filinglint", root) if clones else command
            status, printed = run(command, here, environment, status)
            if clones:
                # The release that the page names is what is here.
                subprocess.run(["git", "-C", f"{work}/filinglint", "tag", "-f", "v0.1.0"], env=environment, check=True)
            at = 0
            for wanted in ("\n" + lines.strip("\n") + "\n" for lines in shown.split("[…]") if lines.strip()):
                found = printed.find(wanted, at)
                if found < 0:
                    sys.exit(f"{command}\ndoes not print:{wanted}but:{printed[at:]}")
                at = found + len(wanted) - 1
            if status and not shown:
                sys.exit(f"{command}\nfails:{printed}")


main(*sys.argv[1:4])
