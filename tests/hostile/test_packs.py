"""A stranger's pack that breaks, lies or does not end is named, and takes nothing with it but its own words."""

from __future__ import annotations

import os
import signal
import sys
from textwrap import dedent
from typing import Any

import pytest

HEAD = """\
import os, sys, time
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.finding import Edit, Fix, Observation, Severity
from filinglint.hooks import hookimpl
from filinglint.rule import Authority, rule
from filinglint.spans import Span

META = {"authority": Authority("A test"), "remedy": "do nothing", "reads": (submission,)}
"""
RULE = """
@rule("{code}", "{slug}", severity=Severity.INFO, **META)
def {name}(whole):
    \"\"\"It does what it says.\"\"\"
    {body}
    yield from ()
"""
RULES = """
@hookimpl
def filinglint_rules():
    return [one for name, one in globals().items() if name.startswith("rule_")]
"""
GOOD = "yield Observation(Span(0, 5), 'it is')"


def pack(*bodies: str) -> str:
    """Return a pack of a rule for each of *bodies*, BAD001 and so on, and a good one, GUD001."""
    code = [
        RULE.format(code=f"BAD{n:03}", slug=f"bad-rule-{n}", name=f"rule_{n}", body=one) for n, one in enumerate(bodies)
    ]
    return "\n".join([HEAD, *code, RULE.format(code="GUD001", slug="good-rule", name="rule_good", body=GOOD), RULES])


LISTED = 'plugins = ["bad-pack"]\n[limits]\nrule-seconds = {}\ninput-seconds = {}\n'


def install(bench: Any, code: str, seconds: float = 60) -> dict[str, str]:
    """Install a distribution whose pack is *code*, list it, and return the environment that has it."""
    bench.write("site/bad_pack.py", code)
    bench.write("site/bad_pack-1.0.dist-info/METADATA", "Name: bad-pack\nVersion: 1.0\n")
    bench.write("site/bad_pack-1.0.dist-info/entry_points.txt", "[filinglint]\nbad = bad_pack\n")
    bench.write("filinglint.toml", LISTED.format(min(1.5, seconds), seconds))
    bench.filing("a.txt", "<p>x</p>")
    bench.filing("b.txt", "<p>y</p>")
    path = [str(bench.root / "site"), *([os.environ["PYTHONPATH"]] if os.environ.get("PYTHONPATH") else [])]
    return {"PYTHONPATH": os.pathsep.join(path)}


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("raise ValueError('no licence')", "pack 'bad': breaks on import: ValueError: no licence"),
        ("import sys; sys.exit(0)", "pack 'bad': breaks on import: SystemExit: 0"),
        ("def f(:", "pack 'bad': breaks on import: SyntaxError"),
        ("import no_such_module", "pack 'bad': breaks on import: ModuleNotFoundError"),
        (
            HEAD + "@hookimpl\ndef filinglint_rules():\n    raise OSError('gone')",
            "its rules do not load: OSError: gone",
        ),
        (
            HEAD + "@hookimpl\ndef filinglint_rules():\n    return [1, 'x']",
            "pack 'bad': brings 1 among its rules, which is none",
        ),
        (HEAD + "@hookimpl\ndef filinglint_rules():\n    return 5", "its rules do not load: TypeError"),
        (
            HEAD
            + '@rule("DOC003", "mine", **META)\ndef mine(whole):\n    """Taken."""\n    yield\n'
            + "@hookimpl\ndef filinglint_rules():\n    return [mine]",
            "registers DOC003, which",
        ),
    ],
    ids=["raises", "exits", "syntax", "import", "hook-raises", "garbage", "number", "taken"],
)
def test_pack_that_does_not_load(bench: Any, code: str, says: str) -> None:
    """A pack that raises or exits on import, brings garbage, or takes a code that another's is status 2."""
    ended = bench.process("check", "a.txt", env=install(bench, code))
    assert ended.status == 2, (ended.out, ended.err)
    assert ended.out == ""
    assert says in ended.err


BREAKING = {
    "yield 'words'": "it yields str, which is no observation",
    "yield Observation(Span(-5, 3), 'x')": "it points at -5 to 3, which is no place in the input",
    "yield Observation(Span(9, 3), 'x')": "it points at 9 to 3, which is no place in the input",
    "yield Observation(Span(0, 10**9), 'x')": "to 1000000000, which is no place in the input",
    "yield Observation(whole.span, 'x', related=[(Span(5, 10**9), 'y')])": "which is no place in the input",
    "yield Observation(None, 'x')": "broke: AttributeError",
    "yield Observation(whole.span, 7)": "broke: TypeError",
    "yield Observation(whole.span, 'x', fixes=[7])": "broke: AttributeError",
    "sys.exit(0)": "broke: SystemExit",
    "return 5 + 'x'": "broke: TypeError",
    "(lambda f: f(f))(lambda f: f(f))": "broke: RecursionError",
    "while True: pass": "took more than 1.5 seconds, which rule-seconds allows",
    "time.sleep(99)": "took more than 1.5 seconds, which rule-seconds allows",
}


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="there are no such signals here")
def test_rules_that_break_or_lie(bench: Any) -> None:
    """Rules that raise, exit, recurse, hang, yield garbage, point outside or print are named; all others go on."""
    env = install(bench, pack(*BREAKING, "print('hello')"))
    ended = bench.process("check", "--format", "json", "a.txt", env=env)
    assert ended.status == 3, (ended.out, ended.err)
    said = dict(zip(BREAKING, sorted((message, code) for code, message in ended.tool_says), strict=True))
    outcomes = {one["rule"]: (one["outcome"], one["reason"]) for one in ended.report["outcomes"]}
    for number, (body, words) in enumerate(BREAKING.items()):
        message, code = said[body]
        assert f"BAD{number:03}" in message
        assert words in message
        assert code == ("SYS002" if "seconds" in words else "SYS001")
        outcome, reason = outcomes[f"BAD{number:03}"]
        assert outcome == "cannot-tell"
        assert reason.startswith("incomplete: ")
    assert outcomes["GUD001"] == outcomes["DOC003"] == ("failed", None)
    assert outcomes[f"BAD{len(BREAKING):03}"] == ("passed", None)
    assert "hello" in ended.err


@pytest.mark.skipif(sys.platform != "linux", reason="signals and libraries of Linux")
@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("'a.txt' in whole.path and os._exit(0)", "the process that read it ended with status 0"),
        ("'a.txt' in whole.path and os.kill(os.getpid(), 11)", "the process that read it was ended by SIGSEGV"),
        ("'a.txt' in whole.path and os.kill(os.getpid(), 9)", "the process that read it was ended by SIGKILL"),
        ("'a.txt' in whole.path and sum(range(10**13))", "the process that read it ended with status 1"),
    ],
    ids=["exit", "segfault", "kill", "holds-the-interpreter"],
)
def test_rule_that_takes_its_process_along(bench: Any, body: str, says: str) -> None:
    """Where files are judged in processes, one that dies or never returns is replaced, and the file is named."""
    env = install(bench, pack(body), seconds=3)
    ended = bench.process("check", "--format", "json", "-j", "2", "a.txt", "b.txt", env=env, timeout=100)
    assert ended.status == 3, (ended.out, ended.err)
    assert ended.tool_says == [("SYS012", says)]
    assert {one["path"] for one in ended.report["findings"]} == {"a.txt", "b.txt"}
    assert {one["rule"] for one in ended.report["findings"] if one["path"] == "b.txt"} >= {"DOC003", "GUD001"}


def test_pack_that_is_not_listed(bench: Any) -> None:
    """A pack that is installed and not listed is not imported."""
    env = install(bench, "open('imported', 'w').close()")
    bench.write("filinglint.toml", "")
    assert bench.process("check", "a.txt", env=env).status == 1
    assert bench.process("doctor", env=env).status in (0, 1)
    assert not (bench.root / "imported").exists()


@pytest.mark.parametrize(
    "text",
    [
        "!!python/object/apply:os.system ['touch ran']",
        "pack: x\nrules: !!python/name:os.system ''",
        "pack: &a x\nrules: [*a]",
        "pack: x\npack: y\nrules: []",
        "pack: x\nrules: [{code: '${7*7}'}]",
    ],
)
def test_yaml_that_would_run(bench: Any, text: str) -> None:
    """Rules in YAML name no Python, refer to nothing and state nothing twice: that is status 2."""
    bench.filing("a.txt", "<p>x</p>")
    bench.write("pack.yaml", dedent(text))
    bench.write("filinglint.toml", 'rule-packs = ["pack.yaml"]\n')
    ended = bench.run("check", "a.txt")
    assert ended.status == 2, (ended.out, ended.err)
    assert "pack.yaml:" in ended.err
    assert not (bench.root / "ran").exists()
