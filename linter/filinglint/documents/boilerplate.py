"""What a web page puts around its text: navigation, banners, hidden elements, menus.

HTML Living Standard: ``header`` and ``footer`` are those of the page where no sectioning element is around
them; ``main`` holds what the page is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from filinglint.documents.markup import Rendered, attributes
from filinglint.patterns import pattern
from filinglint.spans import Range

_AROUND = frozenset("nav aside template noscript dialog button select iframe svg object".split())
_OF_PAGE = frozenset(("header", "footer"))
_SECTIONS = frozenset("article aside main nav section".split())
_TELLING = _AROUND | _OF_PAGE | {"main"}  # names that are enough
_ROLES = frozenset(
    "alert alertdialog banner complementary contentinfo dialog menu menubar navigation search toolbar".split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_MARKED = pattern(r"\bhidden\b|\brole\b|display|visibility|\b(?:class|id)\b", re.IGNORECASE)
_UNSEEN = pattern(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)
_BANNER = pattern(
    r"(?:^|[\s_-])(?:cookies?|gdpr|consent|onetrust|cookiebot|breadcrumbs?|sr-only|visually-hidden|screen-reader-text"
    r"|skip-(?:link|nav|to-content)|site-(?:header|footer|nav)|nav(?:bar|igation)?|main-menu|sitemap)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CONTENT = pattern(r"(?:^|[\s_-])(?:content|body|article|page|post|wrapper|container)(?:$|[\s_-])", re.IGNORECASE)
# Something of these is in whatever the expressions above and the roles ask for.
_SIGNS = tuple(
    "hidden display role cookie gdpr consent onetrust breadcrumb sr-only screen-reader skip- site nav main-menu".split()
)
_BOX = frozenset("div section ul ol p span form table a".split())
_TITLES = frozenset(("h1", "/h1"))
_LINKS = frozenset(("a", "/a"))
_LONGEST_LABEL = 40  # of a link in a menu
_LEAST_LINKS = 3
_AT_ONCE = 16  # tags
_COUNTED = 65_536  # characters at once
_LETTER = pattern(r"[^\W\d_]")
# What customers need stands in links too, side by side: numbers and addresses are no menu.
_ADDRESS = pattern(r"\d[\d\s().-]{5,}\d|@|\bwww\.|\.[a-z]{2,8}\b")
_REACHES = pattern(r"\s*(?:tel|mailto|sms|callto):", re.IGNORECASE)


def statements(rendered: Rendered, most: int | None = None) -> str:
    """Return the rendered text with all boilerplate made blanks: what the author says, as long as before.

    With *most* it is the beginning of it, of so many characters.
    """
    text = rendered.text[:most]
    found = [(start, end) for start, end in _boilerplate(rendered, most) if start < len(text)]
    if not found:
        return text
    kept = []
    at = 0
    for start, end in found:
        kept.append(text[at:start])
        kept.append("\n".join(" " * len(line) for line in text[start:end].split("\n")))
        at = end
    kept.append(text[at:])
    return "".join(kept)


def boilerplate(rendered: Rendered) -> list[Range]:
    """Return the ranges of the rendered text that are boilerplate, rising and apart; none but of HTML has any."""
    return _boilerplate(rendered, None)


def _boilerplate(rendered: Rendered, most: int | None) -> list[Range]:
    """Return the same; with *most*, of what begins behind so many characters some may be left out."""
    if not rendered.html:
        return []
    reading = _Elements(rendered)
    # To know how much of the page is in its main element takes all menus.
    found = [*reading.around, *_menus(rendered, len(rendered.text) if most is None or reading.mains else most)]
    if reading.hidden or len(reading.mains) == 1:
        text = rendered.text
        signs = _signs_before(text, chain.from_iterable((*found, *reading.hidden, *reading.mains)))
        hidden = {(start, end): 2 * (signs[end] - signs[start]) for start, end in reading.hidden}
        # A wrapper of the whole page may bear any class, and be hidden until a script has run.
        whole = _signs(text, signs, max(hidden.values(), default=0) if not reading.mains else len(text))
        found += [each for each in reading.hidden if hidden[each] < whole]
        found = _apart(found)
        if len(reading.mains) == 1 and _holds_most(reading.mains[0], found, {**signs, len(text): whole}):
            start, end = reading.mains[0]
            found += [(0, start), (end, len(text))]
    found = _apart(found)
    title = _only_title(rendered, found)
    return found if title is None else _without(found, title)


def _signs_before(text: str, offsets: Iterable[int]) -> dict[int, int]:
    """Return how many characters that are no white space stand before each of *offsets*."""
    found: dict[int, int] = {}
    count = last = 0
    for at in sorted(set(offsets)):
        count += sum(map(len, text[last:at].split()))
        found[at] = count
        last = at
    return found


def _signs(text: str, before: Mapping[int, int], enough: int) -> int:
    """Return how many there are, or that there are more than *enough*; *before* counts those before some offsets."""
    at = max(before, default=0)
    count = before.get(at, 0)
    while at < len(text) and count <= enough:
        count += sum(map(len, text[at : at + _COUNTED].split()))
        at += _COUNTED
    return count


def _holds_most(main: Range, gone: list[Range], signs: Mapping[int, int]) -> bool:
    """Tell whether most of what is shown outside of *gone* is in *main*; *signs* counts what is no white space."""
    whole = max(signs.values()) - sum(signs[end] - signs[start] for start, end in gone)
    cut = ((max(start, main[0]), min(end, main[1])) for start, end in gone)
    inside = signs[main[1]] - signs[main[0]] - sum(signs[end] - signs[start] for start, end in cut if start < end)
    return 2 * inside > whole


class _Elements:
    """The elements that are boilerplate by name or role, those hidden or so called, and the page's main ones."""

    def __init__(self, rendered: Rendered) -> None:
        self.around: list[Range] = []
        self.hidden: list[Range] = []
        self.mains: list[Range] = []
        self._open: dict[str, list[tuple[int, str]]] = {}
        self._sections = 0
        marked = _marked(rendered)
        wanted = [words for words in marked if rendered.name_of(words) not in _VOID]
        if "of page" in marked.values():
            wanted += [words for words, name in rendered.distinct_tags() if name in _SECTIONS]
        for name, words, at in rendered.enclosing_tags(frozenset(wanted)):
            self._take(name, words, at, marked)

    def _take(self, tag: str, words: str, at: int, marked: dict[str, str]) -> None:
        name = tag.removeprefix("/")
        stack = self._open.setdefault(name, [])
        if tag == name:
            if words.endswith("/>"):
                return
            sort = marked.get(words, "")
            if sort == "of page":
                sort = "" if self._sections else "around"
            stack.append((at, sort))
            self._sections += name in _SECTIONS
        elif stack:
            start, sort = stack.pop()
            self._sections -= name in _SECTIONS
            if sort == "around":
                self.around.append((start, at))
            elif sort == "hidden":
                self.hidden.append((start, at))
            elif sort == "main":
                self.mains.append((start, at))


def _marked(rendered: Rendered) -> dict[str, str]:
    """Return the tags that begin something marked, by their words, with what ``_sort`` says of them."""
    telling = not rendered.tag_names.isdisjoint(_TELLING)
    every = list(rendered.tag_words)
    found: dict[str, str] = {}
    for first in range(0, len(every), _AT_ONCE):
        several = every[first : first + _AT_ONCE]
        # Inline XBRL has ten thousand distinct tags, and one or two that are marked.
        if telling or not _plain("\n".join(several)):
            named = ((words, rendered.name_of(words)) for words in several)
            sorts = ((words, _sort(words, name)) for words, name in named if name[:1] != "/")
            found.update((words, sort) for words, sort in sorts if sort)
    return found


def _sort(words: str, name: str) -> str:
    """Return what the element that the tag *words* begins is: around, of page, hidden, main, or ""."""
    if name in _AROUND:
        return "" if name == "dialog" and re.search(r"\sopen\b", words) else "around"
    if name == "main":
        return "main"
    if _plain(words):
        return "of page" if name in _OF_PAGE else ""
    known = attributes(words) if _MARKED.search(words) else {}
    if known or " hidden" in words:
        if re.search(r"\shidden(?=[\s/>=])", words) and known.get("hidden", "").lower() not in ("false", "until-found"):
            return "hidden"
        if _UNSEEN.search(known.get("style", "")):
            return "hidden"
        role = known.get("role", "").strip().lower()
        if role == "main":
            return "main"
        if role in _ROLES:
            return "around"
        named = f"{known.get('class', '')} {known.get('id', '')}"
        if name in _BOX and _BANNER.search(named) and not _CONTENT.search(named):
            return "hidden"
    return "of page" if name in _OF_PAGE else ""


def _plain(words: str) -> bool:
    """Tell whether the tag *words* has nothing that would make its element more than its name does."""
    if not words.isascii() or "&" in words:
        return False
    lower = words.lower()
    return not any(map(lower.__contains__, _SIGNS))


def _menus(rendered: Rendered, most: int) -> Iterator[Range]:
    """Yield the lines that are nothing but links with short labels, several in a row; at least to ``text[most]``."""
    if rendered.tag_count("a") < _LEAST_LINKS:
        return
    text = rendered.text
    last = text.find("\n", most) if most < len(text) else -1  # a menu begins where its line does
    last = last if last >= 0 else len(text)
    run: list[Range] = []
    opened, start = "", 0
    for name, tag, end in rendered.shown_tags(_LINKS):
        if start > last and not run:
            break
        if opened:
            words = text[start:end].strip()
            plain = bool(words) and len(words) <= _LONGEST_LABEL and not _ADDRESS.search(words)
            # Where it goes is asked only where it may matter: anchors go nowhere.
            href = attributes(opened).get("href") if plain or run else None
            if href is not None:
                if run and (not plain or _LETTER.search(text, run[-1][1], start)):
                    yield from _menu(text, run)
                    run = []
                if plain and not _REACHES.match(href):
                    run.append((start, end))
        opened, start = tag if name == "a" else "", end
    yield from _menu(text, run)


def _menu(text: str, run: list[Range]) -> Iterator[Range]:
    if len(run) < _LEAST_LINKS:
        return
    start = text.rfind("\n", 0, run[0][0]) + 1
    end = text.find("\n", run[-1][1])
    end = len(text) if end < 0 else end
    # Links in the midst of a sentence are a part of it.
    if not _LETTER.search(text, start, run[0][0]) and not _LETTER.search(text, run[-1][1], end):
        yield start, end


def _apart(ranges: list[Range]) -> list[Range]:
    """Return *ranges* in order, those that meet made one."""
    found: list[Range] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif start < end:
            found.append((start, end))
    return found


def _without(ranges: list[Range], kept: Range) -> list[Range]:
    """Return *ranges* with *kept* taken out of them."""
    found = []
    for start, end in ranges:
        pieces = ((start, min(end, kept[0])), (max(start, kept[1]), end))
        found += [(a, b) for a, b in pieces if a < b]
    return _apart(found)


def _only_title(rendered: Rendered, gone: list[Range]) -> Range | None:
    """Return the page's title where it is the only one and stands in boilerplate; None otherwise."""
    titles: list[Range] = []
    start: int | None = None
    for name, _, at in rendered.shown_tags(_TITLES) if gone else ():
        if name == "h1":
            start = at
        elif start is not None:
            titles.append((start, at))
            start = None
    if len(titles) != 1 or not any(first <= titles[0][0] < last for first, last in gone):
        return None
    return titles[0]
