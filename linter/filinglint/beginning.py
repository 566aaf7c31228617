"""The first files of who begins with filinglint: what a tree holds, and a configuration, hooks and a workflow for it.

Nothing is guessed, and nothing that is there is written over.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from filinglint import __version__
from filinglint.catalogue import Catalogue
from filinglint.config.files import NAMES
from filinglint.discovery import discover
from filinglint.errors import InputError
from filinglint.frozen import dataclass
from filinglint.identity import form_of
from filinglint.judging import Options, open_input
from filinglint.report import counted
from filinglint_schemas import load_schema

HOOKS = ".pre-commit-config.yaml"
WORKFLOW = ".github/workflows/filinglint.yml"
_MOST_NAMED = 8
# Hooks from the package itself: they need no address of a repository.
_HOOKS = """\
  - repo: local
    hooks:
      - id: filinglint
        name: filinglint
        entry: filinglint check --scope file --allow-empty
        language: python
        additional_dependencies: ["filinglint=={version}"]
        types_or: [html, xml, plain-text, markdown]
"""
_DRAFTS = """\
      - id: filinglint-drafts
        name: filinglint drafts
        entry: filinglint check --scope draft --allow-empty
        language: python
        additional_dependencies: ["filinglint=={version}"]
        pass_filenames: false
        require_serial: true
"""
_RECORDS = """\
      - id: filinglint-registry
        name: filinglint waivers
        entry: filinglint waivers check
        language: python
        additional_dependencies: ["filinglint=={version}"]
        files: filinglint.*\\.(toml|json)$
        pass_filenames: false
"""
# The one action is pinned to the commit of its release v4.2.2: a tag can be moved.
_WORKFLOW = """\
name: filinglint
on:
  pull_request:
  push:
    branches: [{branch}]
permissions:
  contents: read
jobs:
  filinglint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683  # v4.2.2
        with:
          persist-credentials: false
      - run: python3 -m venv "$RUNNER_TEMP/filinglint"
      - run: |
          "$RUNNER_TEMP/filinglint/bin/pip" install --only-binary :all: "filinglint=={version}"
      - run: |
          "$RUNNER_TEMP/filinglint/bin/filinglint" check -o github -o "markdown:$GITHUB_STEP_SUMMARY"
"""


@dataclass(frozen=True, slots=True)
class Survey:
    """What a tree holds: how many inputs of each kind and form, the folders of drafts, and what cannot be read.

    Paths are relative to the tree, with ``/``. ``others`` counts texts that are none of ours.
    """

    kinds: Counter[str]
    forms: Counter[str]
    drafts: tuple[str, ...]
    unreadable: tuple[str, ...]
    others: int


@dataclass(frozen=True, slots=True)
class FirstFile:
    """A file to write: its path in the tree, its text, and why it is not written, "" when it is.

    ``was`` are the bytes of the file that is there and is added to, None where there is none.
    """

    path: str
    text: str
    refused: str = ""
    was: bytes | None = None


def survey(top: str, options: Options, catalogue: Catalogue) -> Survey:
    """Look over the tree at *top*. Raises ConfigError without a tree."""
    kinds: Counter[str] = Counter()
    forms: Counter[str] = Counter()
    drafts: list[str] = []
    unreadable: list[str] = []
    others = 0
    for found in discover([top]):
        name = os.path.relpath(found.path, top).replace(os.sep, "/")
        if found.draft:
            drafts.append(name)
        try:
            reading, _ = open_input(found, options, catalogue)
        except InputError as error:
            # What is empty or binary is nobody's input, as when it is checked.
            if found.draft or not error.remedy.startswith("name"):
                unreadable.append(name)
            continue
        submission = reading.submission
        if submission.kind == "unknown":
            others += 1
            continue
        kinds[submission.kind] += 1
        form = form_of(submission)
        if form:
            forms[form] += 1
    return Survey(kinds, forms, tuple(drafts), tuple(unreadable), others)


def configuration(top: str, found: Survey, edition: str) -> FirstFile:
    """Return a configuration for the tree at *top*, which keeps to *edition*."""
    there = next((name for name in NAMES if _is_configuration(os.path.join(top, name))), "")
    text = "".join(f"{line}\n" for line in _settings(found, edition))
    return FirstFile(NAMES[0], text, f"{there} is a configuration already" if there else "")


def _is_configuration(path: str) -> bool:
    if os.path.basename(path) != "pyproject.toml":
        return os.path.lexists(path)
    try:
        return "[tool.filinglint" in Path(path).read_text("utf-8", "replace")
    except OSError:
        return False


def _settings(found: Survey, edition: str) -> Iterator[str]:
    yield f"#:schema {load_schema('filinglint')['$id']}"
    yield "# 'filinglint config schema' prints the schema of this file, 'filinglint config show' what holds and why."
    yield ""
    yield "# The rules and severities of this edition hold whatever version of filinglint runs."
    yield f'edition = "{edition}"'
    yield ""
    yield "# submit: what EDGAR would suspend; review: what should be mended; audit: everything."
    yield 'purpose = "review"'
    yield "# The least severity that fails a run: error, warning, info or never."
    yield 'fail-on = "error"'
    if found.kinds["bcp-summary"]:
        yield ""
        yield "# The regime of BCP texts is found from their own words. Say it where they do not:"
        yield '# profile = ["finra-4370"]'
    if found.kinds["submission"]:
        yield ""
        yield "# Records that nobody will change need not be looked at every time:"
        yield '# exclude = ["archive/**"]'
    yield ""
    yield "[waivers]"
    yield "# A finding that someone accepts is written to filinglint-waivers.toml: 'filinglint waivers add'."
    yield 'require = ["reason", "approved-by", "expires"]'
    yield "max-days = 365"


def hooks(top: str, found: Survey) -> FirstFile:
    """Return the configuration of pre-commit for the tree at *top*, with the hooks of filinglint added."""
    entries = (_HOOKS + (_DRAFTS if found.drafts else "") + _RECORDS).format(version=__version__)
    path = Path(top, HOOKS)
    if not os.path.lexists(path):
        return FirstFile(HOOKS, f"repos:\n{entries}")
    try:
        was = path.read_bytes()
        before = was.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return FirstFile(HOOKS, "", f"it cannot be read: {type(error).__name__}")
    if "\r\n" in before:
        entries = entries.replace("\n", "\r\n")
    if re.search(r"\bid:\s*['\"]?filinglint\b", before):
        return FirstFile(HOOKS, "", "it has the hook already")
    line_end = "\r\n" if "\r\n" in before else "\n"
    after = before + ("" if before.endswith("\n") or not before else line_end) + _indented(entries, before)
    if not _adds_one(before, after):
        return FirstFile(HOOKS, "", f"it is laid out otherwise; add this to its repos:\n{entries}")
    return FirstFile(HOOKS, after, was=was)


def _indented(entries: str, before: str) -> str:
    """Return *entries* as far to the right as the members of ``repos`` in *before* stand."""
    m = re.search(r"^( *)- +repo:", before, re.MULTILINE)
    indent = m[1] if m else "  "
    return "".join(f"{indent}{line[2:]}" if line.strip() else line for line in entries.splitlines(keepends=True))


def _adds_one(before: str, after: str) -> bool:
    """Tell whether *after* is what *before* is, with one repository more."""
    import yaml

    try:
        old, new = yaml.safe_load(before) or {}, yaml.safe_load(after)
    except yaml.YAMLError:
        return False
    if not isinstance(old, dict) or not isinstance(new, dict) or not isinstance(old.get("repos"), list):
        return False
    repos = new.get("repos")
    same = {key: value for key, value in new.items() if key != "repos"} == {
        key: value for key, value in old.items() if key != "repos"
    }
    return same and isinstance(repos, list) and repos[:-1] == old["repos"] and len(repos) == len(old["repos"]) + 1


def workflow(top: str) -> FirstFile:
    """Return a workflow of GitHub for the tree at *top*: annotations, and the report as the summary of the job."""
    text = _WORKFLOW.format(version=__version__, branch=_branch(top))
    refused = "it is there already" if os.path.lexists(os.path.join(top, WORKFLOW)) else ""
    return FirstFile(WORKFLOW, text, refused)


def _branch(top: str) -> str:
    """Return the branch that the tree is on, ``main`` where that cannot be told."""
    try:
        head = Path(top, ".git", "HEAD").read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return "main"
    m = re.fullmatch(r"ref: refs/heads/([A-Za-z0-9][A-Za-z0-9._/-]*)\s*", head)
    return m[1] if m else "main"


def described(found: Survey) -> Iterator[str]:
    """Yield in words what a tree holds."""
    if not found.kinds and not found.drafts:
        yield "no filing, no draft and no BCP summary is here yet"
    else:
        kinds = {"submission": "submission", "draft": "draft", "document": "document of a filing"}
        for kind, noun in (*kinds.items(), ("bcp-summary", "BCP summary")):
            if found.kinds[kind]:
                yield counted(found.kinds[kind], noun)
    if found.forms:
        forms = [f"{form} ({count:,})" for form, count in found.forms.most_common(_MOST_NAMED)]
        more = f" and {len(found.forms) - _MOST_NAMED} more" if len(found.forms) > _MOST_NAMED else ""
        yield f"forms: {', '.join(forms)}{more}"
    if found.drafts:
        named = ", ".join("this folder" if name == "." else name for name in found.drafts[:_MOST_NAMED])
        more = f" and {len(found.drafts) - _MOST_NAMED} more" if len(found.drafts) > _MOST_NAMED else ""
        yield f"drafts: {named}{more}"
    for name in found.unreadable[:_MOST_NAMED]:
        yield f"cannot be read: {name}"
    if found.others:
        yield f"{counted(found.others, 'other text')}, which filinglint leaves alone"
