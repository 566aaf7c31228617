"""Elements of a page: what is no markup yet is escaped, so that no word of a filing can become any."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from filinglint.reporters.cells import visible

# What a page may not hold, or what makes a reader see other words than there are: controls, marks of
# direction, characters of no width, halves of pairs. Soft hyphens and joiners are as harmless as they are common.
_UNSHOWN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufdd0-\ufdef\ud800-\udfff\ufffe\uffff\U000e0000-\U000e0fff]"
)


class Markup(str):
    """Words that are markup already, made by this package and by nobody else."""

    __slots__ = ()


def shown(text: str) -> str:
    """Return *text* with what cannot be shown as visible escapes; tabs and line feeds stay."""
    return _UNSHOWN.sub(lambda sign: visible(sign[0]), text)


def escaped(text: str) -> Markup:
    """Return *text* as markup that shows it; markup as it is."""
    if isinstance(text, Markup):
        return text
    made = html.escape(shown(text))
    if "::" in made or "##" in made:
        # A page that goes to the log of a build commands its agent nothing.
        made = made.replace("::", "&#58;:").replace("##", "&#35;#")
    return Markup(made)


def joined(parts: Iterable[str], between: str = "") -> Markup:
    """Return *parts*, each escaped unless it is markup, with *between*, which is escaped too, between them."""
    return Markup(str(escaped(between)).join(map(escaped, parts)))


def element(name: str, /, *content: str, **attributes: str | int | bool | None) -> Markup:
    """Return an element: content and the values of attributes are escaped unless they are markup.

    ``class_`` is the attribute ``class``, ``data_mark`` is ``data-mark``; None, False and "" leave one out.
    """
    return Markup(f"{void(name, **attributes)}{joined(content)}</{name}>")


def void(name: str, /, **attributes: str | int | bool | None) -> Markup:
    """Return an element that has no content and no end tag, such as ``input``; see ``element``."""
    said = ""
    for key, value in attributes.items():
        if value is None or value is False or value == "":
            continue
        named = key.strip("_").replace("_", "-")
        said += f" {named}" if value is True else f' {named}="{escaped(str(value))}"'
    return Markup(f"<{name}{said}>")
