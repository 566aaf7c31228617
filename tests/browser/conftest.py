"""A browser for the tests of the HTML report: Chromium without a window, driven by Selenium."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from filinglint.cli import main

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --force-device-scale-factor=1 --window-size=1600,1000"
)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip them unless they are asked for: starting a browser takes its time."""
    if "browser" not in str(config.getoption("-m")):
        for item in items:
            if "tests/browser" in item.path.as_posix():
                item.add_marker(pytest.mark.skip(reason="run with -m browser, or .ci/browser"))


class Page:
    """A report in the browser."""

    def __init__(self, driver: Any, path: Path) -> None:
        self.driver = driver
        self.path = path
        driver.get("about:blank")
        self.requests()
        self.console()
        driver.get(path.as_uri())

    def run(self, script: str, *given: Any) -> Any:
        """Return what *script* returns in the page."""
        return self.driver.execute_script(script, *given)

    def all(self, selector: str) -> list[Any]:
        """Return the elements that *selector* chooses."""
        found: list[Any] = self.driver.find_elements("css selector", selector)
        return found

    def one(self, selector: str) -> Any:
        """Return the first element that *selector* chooses."""
        return self.all(selector)[0]

    def shown(self, selector: str) -> list[str]:
        """Return the words of the elements that *selector* chooses and that can be seen."""
        return [element.text for element in self.all(selector) if element.is_displayed()]

    def console(self) -> list[str]:
        """Return what was written to the console since the last time: errors, and what the policy refused."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """Return what was asked of any network or disk since the last time."""
        found = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                found.append(message["params"]["request"]["url"])
        return found


@pytest.fixture(scope="session")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Chromium with a fresh profile."""
    binary = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    service = shutil.which("chromedriver")
    if not binary or not service:
        pytest.skip("there is no chromium with a chromedriver")
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    for flag in (*_FLAGS.split(), f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    made = webdriver.Chrome(options=options, service=webdriver.ChromeService(service))
    yield made
    made.quit()


@pytest.fixture
def opened(driver: Any, tmp_path: Path) -> Callable[..., Page]:
    """Return a function that checks paths and opens the report about them."""

    def show(*paths: Path | str, more: tuple[str, ...] = ()) -> Page:
        file = tmp_path / "report.html"
        result = CliRunner().invoke(main, ["check", "--isolated", *more, "-o", f"html:{file}", *map(str, paths)])
        assert file.is_file(), result.output
        driver.set_window_size(1600, 1000)
        return Page(driver, file)

    return show


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, which says what of a page not everybody can use."""
    path = os.environ.get("AXE_CORE", "")
    if not os.path.isfile(path):
        pytest.skip("AXE_CORE names no axe-core; .ci/browser gets it")
    return Path(path).read_text("utf-8")
