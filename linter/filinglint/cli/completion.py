"""``filinglint completion``: what a shell needs to complete commands and options."""

from __future__ import annotations

import click

_SHELLS = ("bash", "zsh", "fish")


@click.command(name="completion", short_help="print the completion script of a shell")
@click.argument("shell", type=click.Choice(_SHELLS), metavar="SHELL")
def command(shell: str) -> int:
    """Print the script that completes commands and options in SHELL: bash, zsh or fish.

    For bash: filinglint completion bash > ~/.local/share/bash-completion/completions/filinglint;
    for zsh, in ~/.zshrc: eval "$(filinglint completion zsh)";
    for fish: filinglint completion fish > ~/.config/fish/completions/filinglint.fish
    """
    from click.shell_completion import get_completion_class

    from filinglint.cli import main

    complete = get_completion_class(shell)
    assert complete is not None, "click knows the shells that are offered"
    click.echo(complete(main, {}, "filinglint", "_FILINGLINT_COMPLETE").source())
    return 0
