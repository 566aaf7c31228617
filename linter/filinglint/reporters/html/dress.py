"""How a filing's words are dressed: a few classes of our own for all that its tags and styles may say.

No value of a style or an attribute of a filing comes into the page. It only chooses among these classes, which
the page's one style sheet defines: nothing in it can fetch, cover, move or colour anything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from filinglint.documents.markup import attributes, tag_name
from filinglint.frozen import dataclass

_LONGEST_TAG = 4_000  # code points; what is longer is no styling
_LONGEST_NAME = 80
_DECLARATION = re.compile(r"([a-z-]{1,40})\s{0,20}:\s{0,20}([^;]{1,200})")
_SIZE = re.compile(r"(-?[0-9]{0,6}\.?[0-9]{1,6})\s*(pt|px|em|rem|in|%|ex|cm|mm)?")
_POINTS = {"pt": 1.0, "px": 0.75, "em": 10.0, "rem": 10.0, "in": 72.0, "ex": 5.0, "cm": 28.35, "mm": 2.835, "": 0.75}
_ALIGNED = {"left": "al", "center": "ac", "right": "ar", "justify": "aj", "middle": "ac"}
_RAISED = {"top": "vt", "bottom": "vb", "super": "vs", "sub": "vu", "middle": "vm"}
_NAMED_SIZES = {"small": "z1", "x-small": "z1", "xx-small": "z1", "large": "z3", "x-large": "z4", "xx-large": "z4"}
_FONT_SIZES = {"1": "z1", "-1": "z1", "-2": "z1", "4": "z3", "+1": "z3", "5": "z4", "6": "z4", "7": "z4", "+2": "z4"}
_STEP = 18.0  # points of one indent
_MOST_COLUMNS = 200


@dataclass(frozen=True, slots=True)
class Dress:
    """What a tag is: its lower-case name (``/p`` for an end tag), classes, and what stands for it.

    ``columns`` and ``rows`` are how many a cell takes; ``words`` are those of a picture, ``ticked`` is whether a
    box is.
    """

    name: str
    classes: str = ""
    columns: int = 1
    rows: int = 1
    words: str = ""
    ticked: bool = False


@lru_cache(maxsize=8192)
def dressed(tag: str) -> Dress:
    """Return what *tag*, the source of one tag, is; the tags of a document repeat."""
    name = tag_name(tag)
    if name.startswith("/") or not name or len(tag) > _LONGEST_TAG:
        return Dress(name)
    given = attributes(tag)
    classes = [*_of_style(given.get("style", "").lower()), *_of_attributes(name, given)]
    words = ""
    if name == "img":
        source = "" if given.get("src", "").lower().startswith("data:") else given.get("src", "")
        words = (given.get("alt", "").strip() or source)[:_LONGEST_NAME]
    return Dress(
        name=name,
        classes=" ".join(dict.fromkeys(classes)),
        columns=_count(given.get("colspan", "")),
        rows=_count(given.get("rowspan", "")),
        words=words,
        ticked=name == "input" and "checked" in tag.lower(),
    )


def _count(words: str) -> int:
    return max(1, min(_MOST_COLUMNS, int(words))) if words.isascii() and words.isdecimal() and len(words) < 5 else 1


def _of_attributes(name: str, given: dict[str, str]) -> list[str]:
    classes = []
    if given.get("align", "").lower() in _ALIGNED:
        # A table at the right or in the middle is moved; what is in it is not.
        classes.append(("t" if name == "table" else "") + _ALIGNED[given["align"].lower()])
    if given.get("valign", "").lower() in _RAISED:
        classes.append(_RAISED[given["valign"].lower()])
    if name in ("td", "th", "table") and "width" in given:
        classes += _width(given["width"])
    if name == "font" and given.get("size", "").strip() in _FONT_SIZES:
        classes.append(_FONT_SIZES[given["size"].strip()])
    if "nowrap" in given:
        classes.append("nw")
    if "hidden" in given:
        classes.append("unseen")
    return classes


def _of_style(style: str) -> list[str]:
    """Return the classes for what *style* asks for and we have."""
    classes: list[str] = []
    indent = 0.0
    for key, words in _DECLARATION.findall(style):
        value = words.strip()
        if key in ("margin-left", "padding-left"):
            indent += max(0.0, _points(value))
        elif key.startswith("text-decoration"):
            classes += _decoration(value)
        elif key in _OF_PROPERTY:
            classes += _OF_PROPERTY[key](value)
    steps = min(6, round(indent / _STEP))
    return [*classes, f"n{steps}"] if steps else classes


def _points(value: str) -> float:
    m = _SIZE.match(value)
    if m is None or m[2] == "%":
        return 0.0
    return float(m[1]) * _POINTS[m[2] or ""]


def _size(value: str) -> list[str]:
    if value in _NAMED_SIZES:
        return [_NAMED_SIZES[value]]
    points = _points(value)
    if not 0 < points < 8.5 and points < 13:
        return []
    return ["z1" if points < 8.5 else "z3" if points < 18 else "z4"]


def _weight(value: str) -> list[str]:
    if value.startswith("bold") or value in ("600", "700", "800", "900"):
        return ["wb"]
    return ["wn"] if value in ("normal", "400") else []


def _decoration(value: str) -> list[str]:
    return ["tu"] if "underline" in value else ["ts"] if "line-through" in value else []


def _first_line(value: str) -> list[str]:
    points = _points(value)
    return ["ti"] if points > 4 else ["th"] if points < -4 else []


def _top(value: str) -> list[str]:
    return [] if _borderless(value) else ["bt"]


def _bottom(value: str) -> list[str]:
    return [] if _borderless(value) else ["bd" if "double" in value else "bb"]


def _borderless(value: str) -> bool:
    return "none" in value or value.startswith("0")


def _width(value: str) -> list[str]:
    """Return the class for a width that is a part of the whole; others are left to the words."""
    m = _SIZE.fullmatch(value.strip())
    if m is None or m[2] != "%":
        return []
    tens = round(float(m[1]) / 10)
    return [f"w{min(10, tens)}"] if tens > 0 else []


def _known(classes: Mapping[str, str]) -> Callable[[str], list[str]]:
    """Return what looks a value up among the *classes* for those that are known."""
    return lambda value: [classes[value]] if value in classes else []


_OF_PROPERTY: Mapping[str, Callable[[str], list[str]]] = {
    "text-align": _known(_ALIGNED),
    "vertical-align": _known(_RAISED),
    "font-weight": _weight,
    "font-style": _known({"italic": "fi", "oblique": "fi"}),
    "text-transform": _known({"uppercase": "cu"}),
    "font-variant": _known({"small-caps": "cs"}),
    "font-size": _size,
    "text-indent": _first_line,
    "border-top": _top,
    "border-bottom": _bottom,
    "width": _width,
    "white-space": _known({"nowrap": "nw", "pre": "pw", "pre-wrap": "pw"}),
    "margin": lambda value: ["tac"] if value.endswith("auto") else [],
    "display": _known({"none": "unseen"}),
    "visibility": _known({"hidden": "unseen"}),
}
