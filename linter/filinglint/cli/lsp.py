"""``filinglint lsp``: the findings in an editor."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from filinglint.cli import options
from filinglint.errors import ConfigError


@click.command(name="lsp", short_help="serve an editor: findings while one writes")
@click.option("--stdio", is_flag=True, help="Accepted for editors that say so: there is no other way.")
@click.option(
    "--docs",
    default="",
    metavar="URL",
    help="Where the pages of the rules are, such as https://docs.example/rules/; what a rule cites unless given.",
)
@options.selecting
@options.dated
@options.configured
@options.suppressing
@options.verbose
def command(docs: str, stdio: bool, **given: Any) -> int:  # noqa: ARG001
    """Serve an editor over standard input and output, as the Language Server Protocol says.

    It is started by the editor, not by hand: see docs/editors.md. Configuration, waivers, baseline and
    directives hold as they do for 'filinglint check' in the folder that the editor has open.
    """
    try:
        import pygls.lsp.server  # noqa: F401
    except ModuleNotFoundError as error:
        raise ConfigError(
            f"the editor's server needs {error.name}, which is not installed; pip install 'filinglint[lsp]'"
        ) from error
    from filinglint.editor.serving import serve

    serve(partial(options.planned, **given), docs, verbose=given["verbose"])
    return 0
