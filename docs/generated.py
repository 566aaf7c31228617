"""Pages of the site that are made: from the code (rules, commands, configuration), and from files beside docs/."""

from __future__ import annotations

import json
import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from filinglint.cases import cases_of
from filinglint.catalogue import Catalogue, load_catalogue
from filinglint.cli import main
from filinglint.reporters.rule_pages import TOOL_PAGES, CaseText, markdown_page, markdown_table
from filinglint.rule import Rule
from filinglint_schemas import load_schema

ROOT = Path(__file__).resolve().parent.parent
BESIDE = {
    "README.md": "manual.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
    "SECURITY.md": "security.md",
    "editors/vscode/README.md": "vscode.md",
}
_LINK = re.compile(r"(?<!!)\[([^\]\n]+)\]\(([^)\s:#]+)(#[^)\s]*)?\)")
FAMILIES = {
    "HDR": "The header of a submission",
    "DOC": "Its documents",
    "FMT": "HTML and text as EDGAR accepts them",
    "COV": "The cover page",
    "ITM": "Items",
    "EXH": "Exhibits",
    "SIG": "Signatures",
    "CRT": "Certifications",
    "DTE": "Dates and deadlines",
    "INT": "Integrity",
    "BCP": "Business Continuity Plan summaries",
}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages to those that are written by hand."""
    for name, text in pages():
        files.append(File.generated(config, name, content=text))
    for beside, name in BESIDE.items():
        if (ROOT / beside).is_file():
            text = _relinked((ROOT / beside).read_text("utf-8"), posixpath.dirname(beside), "")
            files.append(File.generated(config, name, content=text))
    return files


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Return the page with its links to files beside docs/ leading to the pages made of them."""
    if page.file.generated_by:
        return markdown
    folder = posixpath.dirname(page.file.src_uri)
    return _relinked(markdown, posixpath.join("docs", folder), folder)


def _relinked(markdown: str, folder: str, site_folder: str) -> str:
    """Return *markdown* of a file in *folder* of the repository for *site_folder*; what is no page loses its link."""

    def link(m: re.Match[str]) -> str:
        words, target, anchor = m[1], posixpath.normpath(posixpath.join(folder, m[2])), m[3] or ""
        if target.startswith("docs/") and (ROOT / target).is_file():
            made = target.removeprefix("docs/")
        elif target in BESIDE:
            made = BESIDE[target]
        elif (ROOT / target).exists():
            return words
        else:
            return m[0]
        return f"[{words}]({posixpath.relpath(made, site_folder or '.')}{anchor})"

    return _LINK.sub(link, markdown)


def pages() -> Iterator[tuple[str, str]]:
    """Yield path and Markdown of each page."""
    catalogue = load_catalogue()
    families: dict[str, list[Rule]] = defaultdict(list)
    for rule in catalogue.rules:
        families[rule.code[:3]].append(rule)
    yield "rules/index.md", "".join(_index(families))
    cases = _cases(catalogue)
    for rule in catalogue.rules:
        yield f"rules/{rule.code}.md", "".join(markdown_page(rule, cases[rule.code]))
    for page in TOOL_PAGES:
        head = f"# {page.code} {page.slug}\n\n{page.title}\n\n## Why\n\n{page.rationale}\n\n"
        yield f"rules/{page.code}.md", f"{head}## How to fix\n\n{page.remedy}\n"
    yield "reference/configuration.md", "".join(_configuration(load_schema("filinglint-1")))
    yield "reference/commands.md", "".join(_commands())


def _cases(catalogue: Catalogue) -> dict[str, list[CaseText]]:
    """Return the cases of each rule by its code, those that fire first."""
    found: dict[str, list[CaseText]] = defaultdict(list)
    for pack in sorted({rule.module.partition(".")[0] for rule in catalogue.rules}):
        for case in cases_of(pack, catalogue):
            text = case.data.decode("utf-8", "replace")
            found[case.rule.code].append(CaseText(case.name, text, case.expected, case.outcome.value))
    for shown in found.values():
        shown.sort(key=lambda case: not case.expected)
    return found


def _index(families: dict[str, list[Rule]]) -> Iterator[str]:
    yield "# Rules\n\nEvery page is made from the rule itself: what it checks, why, examples, how to mend it.\n"
    for family, rules in sorted(families.items(), key=lambda item: list(FAMILIES).index(item[0])):
        yield f"\n## {FAMILIES[family]}\n\n"
        for line in markdown_table(rules):
            for row in line.splitlines(keepends=True):
                code = row[2:8]
                yield row.replace(f"| {code} ", f"| [{code}]({code}.md) ", 1) if code.startswith(family) else row
    yield "\n## The tool itself\n\n| code | name | what it says |\n| --- | --- | --- |\n"
    for page in TOOL_PAGES:
        yield f"| [{page.code}]({page.code}.md) | {page.slug} | {page.title} |\n"


def _configuration(schema: dict[str, Any]) -> Iterator[str]:
    yield "# Configuration\n\n"
    yield "In `filinglint.toml`, `.filinglint.toml`, or `[tool.filinglint]` of `pyproject.toml`; the nearest above a"
    yield " file holds. `filinglint config show` prints what holds and where it is stated, `filinglint config schema`"
    yield " the schema from which this page is made.\n\n"
    yield from _keys("", schema, schema)


def _keys(prefix: str, node: dict[str, Any], schema: dict[str, Any]) -> Iterator[str]:
    """Yield a table of the keys of *node*, and those of the tables in it after it."""
    tables = []
    yield "| key | value | what it is |\n| --- | --- | --- |\n"
    for name, member in node["properties"].items():
        held = _resolved(member, schema)
        inner = _resolved(held.get("items", {}), schema)
        if held.get("properties") or inner.get("properties"):
            tables.append((name, inner if inner.get("properties") else held, bool(inner.get("properties"))))
        said = member.get("description", held.get("description", ""))
        yield f"| `{prefix}{name}` | {_value(held, inner)} | {said} |\n"
    for name, held, repeated in tables:
        title = f"[[{prefix}{name}]]" if repeated else f"[{prefix}{name}]"
        yield f"\n## `{title}`\n\n{held.get('description', '')}\n\n"
        yield from _keys(f"{prefix}{name}.", held, schema)


def _resolved(node: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Return what *node* refers to, with what it says itself."""
    while "$ref" in node:
        target: Any = schema
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        node = {**target, **{key: value for key, value in node.items() if key != "$ref"}}
    return node


def _value(held: dict[str, Any], inner: dict[str, Any]) -> str:
    allowed = held.get("enum") or inner.get("enum")
    if allowed:
        return " ".join(f"`{json.dumps(one)}`" for one in allowed)
    kind = held.get("type", "any")
    words = ", ".join(kind) if isinstance(kind, list) else str(kind)
    return f"{words} of {inner['type']}" if inner.get("type") else words


def _commands() -> Iterator[str]:
    yield "# Commands\n\nWhat `filinglint COMMAND --help` prints.\n"
    yield from _command(main, click.Context(main, info_name="filinglint"))


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    yield f"\n## {context.command_path}\n\n```text\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            member = command.get_command(context, name)
            assert member is not None
            yield from _command(member, click.Context(member, info_name=name, parent=context))
