"""The HTML report in a browser: opened, filtered, read; and a filing that attacks it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from .conftest import Page

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "8-k-defects.txt"
SEEDS = ROOT.parent / "shared" / "seeds"
AXE = """
const done = arguments[arguments.length - 1];
axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"], resultTypes: ["violations"]})
  .then((found) => done(found.violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((n) => n.html)}`)));
"""
Opened = Callable[..., "Page"]


def choose(page: Page, code: str) -> None:
    """Click on the first finding of rule *code*."""
    page.run(
        "[...document.querySelectorAll('.finding')].find((one) => one.querySelector('.rule').textContent"
        ".startsWith(arguments[0])).querySelector('.pick').click()",
        code,
    )


def marked(page: Page, pane: str) -> dict[str, Any]:
    """Return the words that are marked now in *pane*, and whether they can be seen there."""
    found: dict[str, Any] = page.run(
        """
        const sheet = document.querySelector(`#pane-${arguments[0]} .sheet`), frame = sheet.getBoundingClientRect();
        const now = [...sheet.querySelectorAll(".now")], box = now[0].getBoundingClientRect();
        return {words: now.map((one) => one.textContent).join(""),
                seen: box.top >= frame.top && box.bottom <= frame.bottom && box.left >= frame.left && box.width > 0,
                where: document.querySelector(`#pane-${arguments[0]} .where`).textContent};
        """,
        pane,
    )
    return found


def test_opens(opened: Opened) -> None:
    """The page opens without a word on the console, and asks nothing of anybody."""
    page = opened(EXAMPLE)
    assert page.console() == []
    assert page.requests() == [page.path.as_uri()]
    assert len(page.all(".finding")) == int(page.one("nav .count").text)
    assert page.one("#shown").text == f"{len(page.all('.finding'))} of {len(page.all('.finding'))} findings"


def test_both_places(opened: Opened) -> None:
    """Who chooses a finding sees both places that disagree, side by side, each in its document."""
    page = opened(EXAMPLE)
    choose(page, "COV004")
    cover, header = marked(page, "a"), marked(page, "b")
    assert (cover["words"], header["words"]) == ("001-99812", "001-99821")
    assert cover["seen"]
    assert header["seen"]
    assert cover["where"].startswith("1 8-K lark-20241104.htm · line 63")
    assert header["where"].startswith("header · line 27")
    boxes = [page.one(f"#pane-{name}").rect for name in "ab"]
    assert boxes[0]["y"] == boxes[1]["y"]
    assert boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"]


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared seeds are not beside the checkout")
def test_seed(opened: Opened) -> None:
    """The real 8-K shows number 000-27265 on its cover beside 001-31989 in its header."""
    page = opened(*SEEDS.glob("004*.txt"))
    choose(page, "COV004")
    assert marked(page, "a")["words"] == "000-27265"
    assert marked(page, "b")["words"] == "001-31989"
    assert marked(page, "a")["seen"]
    assert marked(page, "b")["seen"]
    assert "Internap Network Services Corporation" in page.one("#pane-a .sheet").text
    assert page.console() == []


def test_filters(opened: Opened) -> None:
    """Severity, family, file and words choose among the findings; what is left is counted."""
    page = opened(EXAMPLE, ROOT / "examples" / "8-k-clean.txt")
    every = len(page.shown(".finding"))
    errors = len(page.all(".finding.error"))
    page.one("input[value=warning]").click()
    page.one("input[value=info]").click()
    assert len(page.shown(".finding")) == errors < every
    assert page.one("#shown").text == f"{errors} of {every} findings"
    page.one("input[value=warning]").click()
    page.run("const f = document.forms[0]; f.family.value = 'COV'; f.dispatchEvent(new Event('input'))")
    assert {words[:3] for words in page.shown(".finding .rule")} == {"COV"}
    page.one("input[name=text]").send_keys("EMPLOYER number")
    assert [words[:6] for words in page.shown(".finding .rule")] == ["COV006"]
    assert page.one(".finding.now .rule").text.startswith("COV006")
    page.one("input[name=text]").send_keys(" nowhere to be found")
    assert page.shown(".finding") == []
    assert not page.one("#viewer").is_displayed()


def test_keys(opened: Opened) -> None:
    """J and K go through the findings, and the one that is chosen has the focus and says so."""
    page = opened(EXAMPLE)
    body = page.one("body")
    for key, number in (("j", 1), ("j", 2), ("k", 1)):
        body.send_keys(key)
        assert (
            page.run("return [...document.querySelectorAll('.finding')].indexOf(document.querySelector('.now'))")
            == number
        )
        assert page.run("return document.activeElement.getAttribute('aria-current')") == "true"
    body.send_keys("/")
    assert page.run("return document.activeElement.name") == "text"


def test_without_script(opened: Opened, driver: Any) -> None:
    """Without scripts every finding, place and document is there, and a place leads into its document."""
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        page = opened(EXAMPLE)
        assert len(page.shown(".finding")) == len(page.all(".finding")) > 5
        assert len(page.shown(".places blockquote")) > 5
        assert not page.one("#filters").is_displayed()
        assert not page.one("#viewer").is_displayed()
        link = page.one(".finding .pick")
        target = link.get_attribute("href").rpartition("#")[2]
        link.click()
        assert page.all(f".document #{target}")
        assert page.one(f"#{target} + mark, #{target}").rect["y"] >= 0
    finally:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


@pytest.mark.parametrize("width", [360, 800, 1600])
def test_widths(opened: Opened, width: int) -> None:
    """The page is never wider than its window; on a narrow one the places stand in the findings."""
    page = opened(EXAMPLE)
    page.driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    )
    try:
        assert page.run("return document.documentElement.scrollWidth") <= width
        assert page.one("#viewer").is_displayed() == (width > 1080)
        assert bool(page.shown(".places blockquote")) == (width < 1080)
    finally:
        page.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_print(opened: Opened) -> None:
    """On paper all findings stand with their places, in black on white, without controls."""
    page = opened(EXAMPLE)
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert not page.one("nav").is_displayed()
        assert not page.one("#viewer").is_displayed()
        assert len(page.shown(".finding blockquote")) == len(page.all(".finding blockquote"))
        assert (
            page.run("return getComputedStyle(document.querySelector('.top')).backgroundColor") == "rgb(255, 255, 255)"
        )
    finally:
        page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [500, 1600])
def test_for_everybody(opened: Opened, axe: str, scheme: str, width: int) -> None:
    """axe-core finds nothing that keeps anybody from using the page, in light and dark, wide and narrow."""
    page = opened(EXAMPLE, ROOT / "examples" / "bcp-summary-defects.txt", ROOT / "examples" / "draft")
    page.driver.set_window_size(width, 1000)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    try:
        page.run(axe)
        assert page.driver.execute_async_script(AXE) == []
    finally:
        page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


ATTACKS = """
<script>window.evil = 1</script><SCRIPT SRC="http://evil.example/a.js"></SCRIPT>
<img src=x onerror="window.evil = 2"><img src="http://evil.example/b.png"><body onload="window.evil = 3">
<a href="javascript:window.evil=4" id="findings" onmouseover=window.evil=5>words</a>
<a href="data:text/html,<script>window.evil=6</script>">more words</a>
<iframe srcdoc="<script>parent.evil = 7</script>"></iframe><iframe src="http://evil.example/c"></iframe></iframe>
<style>@import "http://evil.example/d.css"; body { display: none } .finding { visibility: hidden }</style></style>
<div style="position:fixed;top:0;left:0;width:100vw;height:100vh;z-index:999;background:url(http://evil.example/e)">over</div>
<p style="background-image: url('http://evil.example/f'); color: red; font-size: 900pt; margin-left: -4000pt">styled</p>
<svg onload="window.evil = 8"><script>window.evil = 9</script><use href="http://evil.example/g"/></svg>
<math><mtext><table><mglyph><style><img src=x onerror=window.evil=10></style></mglyph></table></mtext></math>
<noscript><p title="</noscript><img src=x onerror=window.evil=11>"></noscript><title></title>
<img src=x onerror=window.evil=12></title>
<form action="http://evil.example/h"><input name=severity value=error autofocus onfocus="window.evil = 13">
<button>send</button></form>
<meta http-equiv="refresh" content="0;url=http://evil.example/i"><base href="http://evil.example/"><link rel=stylesheet href="http://evil.example/j">
<object data="http://evil.example/k"></object><embed src="http://evil.example/l">
<video src="http://evil.example/m" autoplay></video>
<template><script>window.evil = 14</script></template><textarea></textarea><plaintext>
</div></article></section></main></body></html><!-- --><script>window.evil = 15</script> -->
&lt;script&gt;window.evil = 16&lt;/script&gt; &#60;img src=x onerror=window.evil=17&#62;
"""


def test_attacks(opened: Opened, tmp_path: Path) -> None:
    """A filing full of scripts, handlers, addresses and styles runs, fetches and covers nothing."""
    text = EXAMPLE.read_text("utf-8")
    at = text.index("<body", text.index("<TYPE>8-K"))
    at = text.index(">", at) + 1
    evil = ATTACKS.replace("<plaintext>", "").replace("\n", " ") + "\n"
    filing = tmp_path / "evil<img src=x onerror=window.evil=18>.txt"
    filing.write_text(
        (text[:at] + evil + text[at:]).replace("LARKSPUR INSTRUMENTS", "<script>window.evil=19</script>", 1), "utf-8"
    )
    page = opened(filing, more=("--select", "ALL"))
    for code in ("COV004", "DOC003"):
        choose(page, code)
    assert page.run("return window.evil === undefined")
    assert page.requests() == [page.path.as_uri()]
    # The policy had nothing to refuse: nothing of it came into the page.
    assert page.console() == []
    assert (
        page.all("img, iframe, object, embed, svg:not(.bar), form:not(#filters), a[href^=javascript], a[href^=data]")
        == []
    )
    assert len(page.all("script")) == len(page.all("style")) == len(page.all("main")) == 1
    assert (
        page.run(
            """const box = document.querySelector("h1").getBoundingClientRect();
        return document.elementFromPoint(box.left + 5, box.top + 5).tagName"""
        )
        == "H1"
    )
    assert page.all(".document [style], .document [onload], .document [onerror]") == []
    assert marked(page, "a")["seen"]


def test_large(opened: Opened, tmp_path: Path) -> None:
    """Of a document of megabytes windows around its places are shown, and how much is not."""
    text = EXAMPLE.read_text("utf-8")
    at = text.index("</body", text.index("<TYPE>8-K"))
    row = "<tr><td>Lark</td><td style='text-align:right'>1,234</td></tr>"
    filing = tmp_path / "large.txt"
    filing.write_text(text[:at] + f"<table>{row * 40_000}</table>" + text[at:], "utf-8")
    page = opened(filing)
    assert page.path.stat().st_size < 1_500_000
    assert any("characters are not shown" in words for words in page.shown(".document .cut"))
    choose(page, "COV004")
    assert (marked(page, "a")["words"], marked(page, "b")["words"]) == ("001-99812", "001-99821")
