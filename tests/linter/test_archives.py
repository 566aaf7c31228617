"""Filings in archives, far away, and on lists: the same findings as in a folder, and nobody harmed."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from filinglint.archives import defused, members
from filinglint.cli import main
from made_up import feed

LINK = {"type": tarfile.SYMTYPE, "linkname": "/etc/passwd"}
MOST = 1 << 20


def filing(number: int) -> bytes:
    """Return a filing, every other with a wrong count of documents."""
    return feed(f"<p>Café {number}</p>", number=number, count=1 + number % 2).encode()


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def tar(path: str, files: dict[str, bytes], mode: str = "w:gz", **more: Any) -> None:
    """Write an archive of *files*; *more* are properties of what is called 'odd'."""
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            if name == "odd.txt":
                for key, value in more.items():
                    setattr(info, key, value)
                if more:
                    info.size = 0
            archive.addfile(info, io.BytesIO(data))


def packed(path: str, files: dict[str, bytes]) -> None:
    """Write a ZIP archive of *files*."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)


def run(*args: str, **more: Any) -> dict[str, Any]:
    """Return the JSON report."""
    result = CliRunner().invoke(main, ["check", "-o", "json", *args], **more)
    assert result.exit_code in (0, 1, 3), result.output
    report: dict[str, Any] = json.loads(result.stdout)
    return report


FILES = {f"0009990142-24-0000{number:02}.nc": filing(number) for number in range(9)}


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("feed.nc.tar.gz", tar),
        ("feed.tgz", tar),
        ("feed.tar", lambda path, files: tar(path, files, "w")),
        ("feed.zip", packed),
    ],
)
def test_as_in_a_folder(here: Path, name: str, write: Callable[[str, dict[str, bytes]], None], jobs: str) -> None:
    """Filings in an archive have the findings, places and fingerprints that they have in a folder."""
    (here / "folder").mkdir()
    for file, data in FILES.items():
        (here / "folder" / file).write_bytes(data)
    write(name, FILES)
    there, packed_ = run("folder"), run(name, "-j", jobs, "--no-cache")
    text = json.dumps(packed_).replace(f"{name}!", "folder/")
    assert json.loads(text) == there
    assert len(there["findings"]) >= 4
    assert run(".", "-j", jobs)["summary"]["inputs"] == {"submission": 18}  # the archive is found in the folder, too
    assert run(name) == packed_


def test_one_compressed_file(here: Path) -> None:
    """A file that is compressed by itself is read under its own name."""
    (here / "a.nc.gz").write_bytes(gzip.compress(filing(1)))
    report = run("a.nc.gz")
    assert [(one["path"], one["kind"]) for one in report["inputs"]] == [("a.nc.gz!a.nc", "submission")]
    assert report["findings"][0]["path"] == "a.nc.gz!a.nc"


def refusals(report: dict[str, Any]) -> list[tuple[str, str]]:
    """Return what was refused."""
    assert report["run"]["status"] == 3
    return [(one["path"], one["message"]) for one in report["findings"] if one["rule"] == "SYS014"]


@pytest.mark.parametrize(
    "more",
    [LINK, {"type": tarfile.LNKTYPE, "linkname": "b.nc"}, {"type": tarfile.CHRTYPE}, {"type": tarfile.FIFOTYPE}],
)
def test_links_are_refused(here: Path, more: dict[str, Any]) -> None:  # noqa: ARG001
    """A link or a device in an archive is named and not followed; the files beside it are judged."""
    tar("a.tar.gz", {"b.nc": filing(0), "odd.txt": b"", "c.nc": filing(2)}, **more)
    report = run("a.tar.gz")
    assert refusals(report) == [("a.tar.gz!odd.txt", "it is a link or a device, which is not followed")]
    assert report["summary"]["inputs"] == {"submission": 2, "unknown": 1}


def test_links_in_zip(here: Path) -> None:  # noqa: ARG001
    """A symbolic link in a ZIP archive is refused too."""
    info = zipfile.ZipInfo("odd.txt")
    info.external_attr = 0o120777 << 16
    with zipfile.ZipFile("a.zip", "w") as archive:
        archive.writestr(info, "/etc/passwd")
        archive.writestr("b.nc", filing(0))
    assert refusals(run("a.zip")) == [("a.zip!odd.txt", "it is a link or a device, which is not followed")]


@pytest.mark.parametrize("write", [tar, packed])
def test_names_that_lead_elsewhere(here: Path, write: Callable[[str, dict[str, bytes]], None]) -> None:
    """Names with '..', absolute ones and tricks for terminals are shown without, and nothing is written."""
    names = ["../../up.nc", "/abs.nc", "C:\\win.nc", "a/../b.nc", "b.nc", "c\x1b[31m.nc"]
    write("a.archive", {name: filing(0) for name in names})
    before = set(here.rglob("*"))
    shown = sorted(one["path"] for one in run("a.archive")["inputs"])
    assert shown == [
        "a.archive!a/b.nc",
        "a.archive!abs.nc",
        "a.archive!b.nc",
        "a.archive!c?[31m.nc",
        "a.archive!up.nc",
        "a.archive!win.nc",
    ]
    assert set(here.rglob("*")) == before


def test_the_same_name_twice(here: Path) -> None:  # noqa: ARG001
    """Two files that have one name are told apart."""
    tar("a.tar.gz", {"b.nc": filing(1), "./b.nc": filing(1)})
    assert [one["path"] for one in run("a.tar.gz")["inputs"]] == ["a.tar.gz!b.nc", "a.tar.gz!b.nc#2"]


@pytest.mark.parametrize("kind", ["gz", "tar.gz", "zip"])
def test_bombs(here: Path, kind: str) -> None:
    """What grows out of all proportion is given up before it fills the memory."""
    blanks = bytes(40 << 20)
    path = here / f"bomb.nc.{kind}"
    if kind == "gz":
        path.write_bytes(gzip.compress(blanks))
    elif kind == "tar.gz":
        tar(str(path), {"a.nc": filing(0), "bomb.nc": blanks})
    else:
        packed(str(path), {"a.nc": filing(0), "bomb.nc": blanks})
    report = run(path.name)
    ((where, message),) = refusals(report)
    assert "grows to more than 250 times its size" in message
    assert where.startswith(path.name)


def test_large_files(here: Path) -> None:  # noqa: ARG001
    """A file in an archive that is larger than document-bytes allows is refused, the next one is judged."""
    large = filing(0) + os.urandom(60_000).hex().encode()
    tar("a.tar.gz", {"large.nc": large, "b.nc": filing(2)})
    packed("a.zip", {"large.nc": large, "b.nc": filing(2)})
    for name in ("a.tar.gz", "a.zip"):
        report = run(name, "--config", "limits.document-bytes = 50000")
        assert refusals(report) == [
            (f"{name}!large.nc", "the file has more than 50,000 bytes, which document-bytes allows")
        ]
        assert report["summary"]["inputs"] == {"submission": 1, "unknown": 1}


@pytest.mark.parametrize("name", ["a.tar.gz", "a.tar", "a.zip", "a.nc.gz"])
def test_cut_off(here: Path, name: str) -> None:
    """Of an archive that is cut off what comes before is judged, and the run is incomplete."""
    if name == "a.zip":
        packed(name, FILES)
    elif name == "a.nc.gz":
        (here / name).write_bytes(gzip.compress(filing(1)))
    else:
        tar(name, FILES, "w:gz" if name.endswith("gz") else "w")
    data = (here / name).read_bytes()
    (here / name).write_bytes(data[: len(data) * 2 // 3])
    ((where, message),) = refusals(run(name))
    assert where == name
    assert message.startswith("the archive is damaged or cut off")


@given(st.binary(max_size=400), st.sampled_from(["a.tar.gz", "a.tar", "a.zip", "a.gz"]))
def test_noise(tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str) -> None:
    """Whatever bytes are called an archive, reading them ends."""
    path = tmp_path_factory.mktemp("noise") / name
    for head in (b"", gzip.compress(data), b"PK\x03\x04", b"\x1f\x8b\x08"):
        path.write_bytes(head + data)
        list(members(str(path), MOST, lambda _: True))


@given(st.text(max_size=30))
def test_defused(name: str) -> None:
    """A defused name leads nowhere and holds nothing that cannot be printed."""
    shown = defused(name)
    assert shown
    assert shown.isprintable()
    assert not {"", ".", ".."} & set(shown.split("/"))


def test_far_away(here: Path) -> None:
    """Files, folders, patterns and archives at URIs are read as those on the disk are."""
    fsspec = pytest.importorskip("fsspec")
    system = fsspec.filesystem("memory")
    for name, data in FILES.items():
        system.pipe(f"/bucket/day/{name}", data)
    system.pipe("/bucket/day/notes.bin", b"nothing")
    tar("feed.tar.gz", FILES)
    system.pipe("/bucket/feed.tar.gz", (here / "feed.tar.gz").read_bytes())
    local = run("feed.tar.gz")
    for uri in ("memory://bucket/day", "memory://bucket/day/*.nc", "memory://bucket/feed.tar.gz"):
        assert len(run(uri)["findings"]) == len(local["findings"]), uri
    one = f"memory://bucket/day/{next(iter(FILES))}"
    assert [record["path"].rpartition("/")[2] for record in run(one)["inputs"]] == [next(iter(FILES))]
    assert run(f"file://{here}/feed.tar.gz")["summary"]["inputs"] == {"submission": 9}
    for uri in ("memory://bucket/none", "simplecache::memory://bucket/day", "nosuch://bucket/a"):
        assert CliRunner().invoke(main, ["check", uri]).exit_code == 2


def test_without_fsspec(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    """Who names a URI without the extra is told what to install."""
    monkeypatch.setitem(sys.modules, "fsspec", None)
    result = CliRunner().invoke(main, ["check", "s3://bucket/a.txt"])
    assert result.exit_code == 2
    assert "pip install 'filinglint[remote]'" in result.stderr


@pytest.mark.parametrize("end", ["\n", "\r\n", "\0"])
def test_lists(here: Path, end: str) -> None:
    """Paths come from a file or from standard input, one a line or ended by NUL; what has gone is named."""
    for name, data in FILES.items():
        (here / name).write_bytes(data)
    expected = run(".")
    words = end.join(f"./{name}" for name in FILES) + end
    (here / "list").write_text(words, "utf-8", newline="")
    assert run("--files-from", "list") == expected
    assert run("--files-from", "-", input=words) == expected
    (here / "list").write_text(f"{words}gone.nc{end}", "utf-8", newline="")
    assert refusals(run("--files-from", "list")) == [("gone.nc", "it is on the list, and not there")]
    assert CliRunner().invoke(main, ["check", "--files-from", "nowhere"]).exit_code == 2
    assert CliRunner().invoke(main, ["check", "-", "--files-from", "-"]).exit_code == 2


def test_facts(here: Path) -> None:  # noqa: ARG001
    """The facts of filings in an archive are read, too."""
    tar("feed.tar.gz", FILES)
    result = CliRunner().invoke(main, ["facts", "feed.tar.gz", "--fact", "header", "--format", "json"])
    assert len(json.loads(result.stdout)["inputs"]) == 9


def test_left_out(here: Path) -> None:
    """What the configuration excludes is left out of archives, too."""
    tar("feed.tar.gz", FILES)
    (here / "filinglint.toml").write_text('exclude = ["feed.tar.gz!*00.nc"]\n', "utf-8")
    assert run("feed.tar.gz")["summary"]["inputs"] == {"submission": 8}


def test_no_archive_no_modules(here: Path) -> None:
    """Who judges one file loads nothing that reads archives or files far away."""
    (here / "a.nc").write_bytes(filing(0))
    code = (
        "import sys; from filinglint.cli import main\n"
        "try: main(['check', 'a.nc', '-q', '-o', 'json'])\n"
        "except SystemExit: print({'tarfile', 'gzip', 'fsspec', 'multiprocessing'} & set(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "set()"
