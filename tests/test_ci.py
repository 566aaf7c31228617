"""The action for GitHub and the component for GitLab are as their schemas say, and their steps do what they should."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
COMPONENT = list(yaml.safe_load_all((ROOT / "templates" / "filinglint.yml").read_text("utf-8")))
PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")
INSTALLED = Path(sys.executable).with_name("filinglint")
# Installing takes long and a network: .ci/action asks for it.
FOR_REAL = os.environ.get("FILINGLINT_CI_INSTALL") == "1"
SNIPPETS = {
    ".github/workflows/filinglint.yml": "vendor.github-workflows",
    ".gitlab-ci.yml": "vendor.gitlab-ci",
    "azure-pipelines.yml": "vendor.azure-pipelines",
}


@dataclass
class Job:
    """A job of GitHub in a repository: runs the steps of the action, and keeps what they say."""

    root: Path
    inputs: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, dict[str, str]] = field(default_factory=dict)
    printed: str = ""
    summary: str = ""

    def run(self, name: str) -> int:
        """Run the step called *name*, and return its exit status."""
        step = next(one for one in ACTION["runs"]["steps"] if one["id"] == name)
        runner = self.root.parent / "runner"
        runner.mkdir(exist_ok=True)
        written, summary = runner / f"{name}.output", runner / f"{name}.summary"
        for file in (written, summary):
            file.write_text("")
        environment = {key: self.filled(value) for key, value in step["env"].items()}
        script = runner / f"{name}.sh"
        script.write_text(step["run"])
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=self.root / self.filled(step.get("working-directory", ".")),
            env={
                **_bare(),
                **environment,
                "RUNNER_TEMP": str(runner),
                "GITHUB_OUTPUT": str(written),
                "GITHUB_STEP_SUMMARY": str(summary),
                "GITHUB_ACTION_PATH": str(ROOT),
            },
            capture_output=True,
            text=True,
            check=False,
        )
        lines = (line.partition("=") for line in written.read_text("utf-8").splitlines())
        self.outputs[name] = {key: value for key, _, value in lines}
        self.printed, self.summary = done.stdout + done.stderr, summary.read_text("utf-8")
        return done.returncode

    def filled(self, words: str) -> str:
        """Return *words* with the expressions worked out."""

        def value(found: re.Match[str]) -> str:
            parts = found[1].split(".")
            if parts[0] == "inputs":
                return self.inputs.get(parts[1], str(ACTION["inputs"][parts[1]]["default"]))
            assert parts[0::2] == ["steps", "outputs"]
            return self.outputs[parts[1]][parts[3]]

        return re.sub(r"\$\{\{ ([\w.-]+) \}\}", value, words)


def _bare() -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if not key.startswith("FILINGLINT_")}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a clean filing, one with defects, and a folder."""
    top = tmp_path / "work tree"
    (top / "filings").mkdir(parents=True)
    subprocess.run(["git", "init", "-q", top], check=True)
    shutil.copy(ROOT / "examples" / "8-k-clean.txt", top / "filings" / "clean.txt")
    shutil.copy(ROOT / "examples" / "8-k-defects.txt", top / "bad filing.txt")
    return top


def job(top: Path, **inputs: str) -> Job:
    """A job in which everything is installed."""
    made = Job(top, {key.replace("_", "-"): value for key, value in inputs.items()})
    made.outputs["install"] = {"command": str(INSTALLED)}
    return made


def test_clean_filings_pass(repository: Path) -> None:
    """Status 0, a summary, and SARIF without results."""
    done = job(repository, paths="filings")
    assert done.run("check") == 0, done.printed
    assert done.outputs["check"] == {"status": "0", "errors": "0", "warnings": "0", "sarif-file": "filinglint.sarif"}
    assert "filinglint" in done.summary
    log = json.loads((repository / "filinglint.sarif").read_text("utf-8"))
    assert log["version"] == "2.1.0"
    assert log["runs"][0]["results"] == []


def test_findings_fail_the_step_once_all_is_written(repository: Path) -> None:
    """Status 1, annotations, counts, summary and SARIF."""
    done = job(repository, paths="filings\nbad filing.txt\n")
    assert done.run("check") == 1
    said = done.outputs["check"]
    assert said["status"] == "1"
    assert int(said["errors"]) > 0
    assert int(said["warnings"]) > 0
    assert "::error " in done.printed
    assert "COV004" in done.summary
    results = json.loads((repository / "filinglint.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert {one["ruleId"] for one in results} >= {"COV004", "ITM002"}


def test_inputs_are_options(repository: Path) -> None:
    """What fails, by what it is judged, where it runs and what is written are as asked."""
    done = job(
        repository,
        working_directory="filings",
        paths="../bad filing.txt",
        fail_on="never",
        purpose="submit",
        args="--select\nCOV004,ITM002",
        sarif_file="out.sarif",
        summary="false",
        annotations="false",
    )
    assert done.run("check") == 0, done.printed
    assert done.outputs["check"]["sarif-file"] == "filings/out.sarif"
    results = json.loads((repository / "filings" / "out.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert {one["ruleId"] for one in results} <= {"COV004", "ITM002"} != set()
    assert done.summary == ""
    assert "::error" not in done.printed
    silent = job(repository, paths="filings", sarif_file="")
    assert silent.run("check") == 0
    assert silent.outputs["check"]["sarif-file"] == ""


def test_only_what_is_new_counts(repository: Path) -> None:
    """With a revision to compare with, findings that were there do not fail the step."""
    git = ["git", "-C", str(repository), "-c", "user.name=A", "-c", "user.email=a@filer.example"]
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "-q", "-m", "File"], check=True)
    assert job(repository).run("check") == 1
    assert job(repository, since="HEAD").run("check") == 0


def test_words_of_inputs_are_no_commands(repository: Path) -> None:
    """Nothing that stands in an input is run by the shell."""
    shutil.copy(ROOT / "examples" / "8-k-clean.txt", repository / "$(touch run) `touch run`; touch run.txt")
    done = job(repository, paths="$(touch run) `touch run`; touch run.txt", args='--profile\n"; touch run; "')
    assert done.run("check") == 2
    done = job(repository, paths="$(touch run) `touch run`; touch run.txt")
    assert done.run("check") == 0, done.printed
    assert not (repository / "run").exists()


@pytest.mark.corpus
def test_real_filings_go_through_it(repository: Path, corpus: Path) -> None:
    """What the step says of real texts is what the command line says, and all of it is in the SARIF file."""
    real = repository / "real"
    real.mkdir()
    for text in sorted((corpus.parent / "seeds").glob("*.txt")):
        shutil.copy(text, real)
    command = [str(INSTALLED), "check", "--format", "json", "real"]
    direct = subprocess.run(command, cwd=repository, env=_bare(), capture_output=True, text=True, check=False)
    done = job(repository, paths="real")
    assert done.run("check") == direct.returncode
    findings = json.loads(direct.stdout)["findings"]
    results = json.loads((repository / "filinglint.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert [one["ruleId"] for one in results] == [one["rule"] for one in findings] != []
    assert done.outputs["check"]["errors"] == str(sum(one["severity"] == "error" for one in findings))


def test_a_command_at_fault_fails_the_step(repository: Path) -> None:
    """Status 2, with what is wrong, and without a file that nobody wrote."""
    done = job(repository, paths="no such file")
    assert done.run("check") == 2
    assert "does not exist" in done.printed
    assert done.outputs["check"] == {"status": "2", "errors": "", "warnings": "", "sarif-file": ""}


def test_what_is_installed_is_this_revision(repository: Path) -> None:
    """The action installs itself as it stands, without a version asked for."""
    if not FOR_REAL:
        pytest.skip("it installs the package; .ci/action asks for it")
    done = Job(repository, {"paths": "filings"})
    done.outputs["python"] = {"python-path": sys.executable}
    assert done.run("install") == 0, done.printed
    assert "filinglint " in done.printed
    assert done.run("check") == 0, done.printed


@pytest.mark.parametrize("step", ACTION["runs"]["steps"], ids=lambda step: str(step["id"]))
def test_no_expression_stands_in_a_script(step: Mapping[str, Any]) -> None:
    """Values reach scripts as variables, and actions of others are named by their hash."""
    assert "${{" not in step.get("run", "")
    if "uses" in step:
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", step["uses"])


def test_every_input_is_used_and_described() -> None:
    """An input that nothing reads, or that nobody explains, is none."""
    text = (ROOT / "action.yml").read_text("utf-8")
    for name in ACTION["inputs"]:
        assert f"${{{{ inputs.{name} }}}}" in text, name
        assert f"`{name}`" in PAGE, name
    for name in ACTION["outputs"]:
        assert f"`{name}`" in PAGE, name


def component(**inputs: str) -> dict[str, Any]:
    """The job of the component, with *inputs* and the defaults of the others put in."""
    values = {name: one["default"] for name, one in COMPONENT[0]["spec"]["inputs"].items()} | inputs
    text = (ROOT / "templates" / "filinglint.yml").read_text("utf-8").split("\n---\n")[1]
    job: Any = yaml.safe_load(re.sub(r"\$\[\[ inputs\.([\w-]+) \]\]", lambda found: json.dumps(values[found[1]]), text))
    return dict(job["filinglint"])


def run_component(top: Path, part: str, home: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run *part* of the component as a runner does, what it installs being at *home*."""
    made = component(**inputs)
    script = "\n".join(made[part]).replace("/tmp/filinglint", str(home))
    return subprocess.run(
        ["sh", "-ec", script],
        cwd=top,
        env={**_bare(), **made["variables"]},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_component_reports_findings(repository: Path, tmp_path: Path) -> None:
    """Status 1, a code quality report with the findings, a test report with all rules, SARIF."""
    (tmp_path / "home" / "bin").mkdir(parents=True)
    (tmp_path / "home" / "bin" / "filinglint").symlink_to(INSTALLED)
    home = tmp_path / "home"
    done = run_component(repository, "script", home, paths="bad filing.txt\nfilings", args="--fail-on=warning")
    assert done.returncode == 1, done.stderr
    assert "COV004" in done.stdout
    reports = component()["artifacts"]["reports"]
    quality = json.loads((repository / reports["codequality"]).read_text("utf-8"))
    assert {"COV004", "ITM002"} <= {one["check_name"].split()[0] for one in quality}
    suites = ElementTree.parse(repository / reports["junit"]).getroot()
    assert suites.find(".//failure") is not None
    for path in component()["artifacts"]["paths"]:
        assert (repository / path).is_file()
    assert run_component(repository, "script", home, paths="filings").returncode == 0
    done = run_component(repository, "script", home, paths="$(touch run)")
    assert done.returncode == 2
    assert not (repository / "run").exists()


def test_the_component_installs_what_it_is_told(repository: Path, tmp_path: Path) -> None:
    """A package instead of the released version is installed, and runs."""
    if not FOR_REAL:
        pytest.skip("it installs the package; .ci/action asks for it")
    home = tmp_path / "home"
    done = run_component(repository, "before_script", home, package=ROOT.as_uri(), extras="formats")
    assert done.returncode == 0, done.stderr
    assert run_component(repository, "script", home, paths="filings").returncode == 0


def snippets() -> list[tuple[str, str]]:
    """The files that the page shows: their names, which their first lines are, and what stands in them."""
    return re.findall(r"^```yaml\n# (\S+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        ("vendor.github-actions", (ROOT / "action.yml").read_text("utf-8")),
        ("vendor.gitlab-ci", yaml.safe_dump({"filinglint": component()})),
        ("vendor.gitlab-ci", yaml.safe_dump(COMPONENT[0])),
        *((SNIPPETS[name], text) for name, text in snippets()),
    ],
)
def test_files_are_as_their_schemas_say(schema: str, text: str, tmp_path: Path) -> None:
    """What GitHub, GitLab and Azure read is what they can read."""
    pytest.importorskip("check_jsonschema")
    file = tmp_path / "file.yml"
    file.write_text(text, "utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)]
    if schema.endswith(("gitlab-ci", "azure-pipelines")):
        command[-1:-1] = ["--data-transform", schema.removeprefix("vendor.")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_page_shows_each_service() -> None:
    """There is something to copy for each of the services."""
    assert {name for name, _ in snippets()} == set(SNIPPETS)


def test_versions_agree() -> None:
    """The component installs the version that this is."""
    pyproject = (ROOT / "pyproject.toml").read_text("utf-8")
    version = COMPONENT[0]["spec"]["inputs"]["version"]["default"]
    assert f'version = "{version}"' in pyproject
