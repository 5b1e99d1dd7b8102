"""The jobs page in a real browser, over the real server, engine and sample."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser import browser
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select
from serving import PATIENCE_S, Served
from serving import until as wait_until

from svs_desktop.paths import Places, resource

pytestmark = pytest.mark.slow

# Files come to a page by a person's hand only; a field for files stands in for the hand.
_DROP = """
const field = arguments[0];
const carried = new DataTransfer();
for (const file of field.files) carried.items.add(file);
const how = { dataTransfer: carried, bubbles: true, cancelable: true };
for (const kind of ["dragenter", "dragover", "drop"]) {
  document.body.dispatchEvent(new DragEvent(kind, how));
}
field.remove();
"""
_FIELD = """
const field = document.body.appendChild(document.createElement("input"));
field.type = "file"; field.multiple = true;
return field;
"""
# All that the bar of a job has said, for a browser draws faster than a test looks.
_WATCH = """
window.said = [];
new MutationObserver(() => {
  for (const track of document.querySelectorAll("#active [role=progressbar]")) {
    const parts = [...track.querySelectorAll(".fill")];
    const fills = parts.map((fill) => parseFloat(fill.style.width) || 0);
    window.said.push([track.getAttribute("aria-label"), Number(track.getAttribute("aria-valuenow")),
      track.getAttribute("aria-valuetext"), fills]);
  }
}).observe(document.getElementById("active"), { subtree: true, childList: true, attributes: true });
"""


# As where something on the way lets no stream through: it is refused at once.
_NO_EVENTS = """
window.EventSource = class extends EventTarget {
  static CONNECTING = 0;
  readyState = 2;
  constructor() { super(); setTimeout(() => this.onerror(new Event("error"))); }
  close() {}
};
"""


class Page:
    """The page, as a person uses it."""

    def __init__(self, chrome: Chrome) -> None:
        self.chrome = chrome

    def drop(self, *paths: Path) -> None:
        field = self.chrome.execute_script(_FIELD)
        field.send_keys("\n".join(map(str, paths)))
        self.chrome.execute_script(_DROP, field)

    def rows(self, part: str) -> list[WebElement]:
        return self.chrome.find_elements(By.CSS_SELECTOR, f"#{part} > .job")

    def text(self, selector: str) -> str:
        return self.chrome.find_element(By.CSS_SELECTOR, selector).text

    def row(self, part: str, name: str) -> WebElement | None:
        found = [row for row in self.rows(part) if name in row.text]
        return found[0] if found else None

    def press(self, part: str, name: str, words: str) -> None:
        """Press a button of a row as soon as it is there."""

        def pressed() -> bool:
            row = self.row(part, name)
            buttons = row.find_elements(By.XPATH, f".//button[text()='{words}']") if row else []
            for button in buttons:
                button.click()
            return bool(buttons)

        until(pressed, 10)

    def connection(self) -> str:
        return self.text("#connection-words")


@pytest.fixture
def served(places: Places) -> Iterator[Served]:
    made = Served(places)
    made.start()
    yield made
    made.close()


@pytest.fixture
def page(served: Served, tmp_path: Path) -> Iterator[Page]:
    with browser(tmp_path / "browser") as chrome:
        chrome.get(served.link)
        made = Page(chrome)
        until(lambda: made.connection() == "Live", 20)
        yield made


def test_a_video_is_dropped_followed_read_and_exported(
    served: Served, page: Page, tmp_path: Path
) -> None:
    page.chrome.execute_script(_WATCH)
    page.drop(resource("sample", "sample.mp4"))
    until(lambda: page.row("active", "sample.mp4"), 30)

    # A second one is cancelled, whether it still waits or, on a quick machine, runs by now.
    second = tmp_path / "second talk.mp4"
    second.write_bytes(resource("sample", "sample.mp4").read_bytes())
    page.drop(second)
    until(lambda: "Cancel" in _text(page.row("active", "second talk.mp4")), 30)
    page.press("active", "second talk.mp4", "Cancel")
    until(lambda: "Cancelled" in _text(page.row("finished", "second talk.mp4")), 10)

    # One that is no video fails, with a sentence and what to do.
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"no video" * 100)
    page.drop(broken)
    until(lambda: "is not a video" in _text(page.row("finished", "broken.mp4")), 30)
    advice = "Check that it plays in a video player"
    until(lambda: advice in _text(page.row("finished", "broken.mp4")), 10)
    page.press("finished", "broken.mp4", "Remove")
    until(lambda: page.row("finished", "broken.mp4") is None, 10)

    until(lambda: page.row("finished", "How the tides work"))
    _check_bars(page)

    page.chrome.find_element(By.LINK_TEXT, "How the tides work").send_keys(Keys.ENTER)
    until(lambda: "Key points" in page.text("#reading-page"), 10)
    assert page.text("#reading-page h1") == "How the tides work"
    assert page.chrome.title == "How the tides work · SVS Desktop"
    page.chrome.find_element(By.CSS_SELECTOR, "#reading-page li a").click()
    meant = page.text(".meant")
    assert meant == page.chrome.switch_to.active_element.text
    page.chrome.find_element(By.LINK_TEXT, "Markdown").click()
    exported = tmp_path / "browser" / "downloads" / "How the tides work.md"
    until(exported.exists, 10)
    assert exported.read_text("utf-8").startswith("# How the tides work\n")
    assert meant.splitlines()[-1][:20] in exported.read_text("utf-8")
    page.chrome.find_element(By.LINK_TEXT, "All jobs").click()
    until(lambda: page.row("finished", "second talk.mp4"), 10)

    # Nothing was blocked, nothing was missing, nothing went wrong.
    assert page.chrome.get_log("browser") == []
    assert served.ask("/healthz")["status"] == "ok"


def _check_bars(page: Page) -> None:
    said = [s for s in page.chrome.execute_script("return window.said") if s[0] == "sample.mp4"]
    overall = [now for _, now, _, _ in said]
    assert overall == sorted(overall)
    words = " ".join(text for _, _, text, _ in said)
    for stage in ("Extracting audio", "Transcribing", "Summarising"):
        assert stage in words
    for stage in zip(*(fills for *_, fills in said), strict=True):
        assert list(stage) == sorted(stage)
        assert stage[0] == 0
        assert max(stage) > 0
    # How many steps there are in between is up to the machine; that none is forgotten is not.
    for _, now, _, (extract, transcribe, summarize) in said:
        assert now >= int(0.2 * extract + 0.5 * transcribe + 0.3 * summarize) - 1


def test_the_page_lives_on_when_the_server_is_started_again(
    served: Served, page: Page, clip: Path
) -> None:
    page.drop(clip)
    until(lambda: page.row("active", clip.name), 30)

    served.kill()
    until(lambda: page.connection() == "The program does not answer", 20)
    served.start()

    until(lambda: page.connection() == "Live", 30)
    until(lambda: page.rows("finished"))
    until(lambda: not page.rows("active"), 10)


def test_the_page_asks_where_no_events_come(served: Served, page: Page, clip: Path) -> None:
    source = {"source": _NO_EVENTS}
    page.chrome.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", source)
    page.chrome.refresh()
    until(lambda: page.connection() == "Asking every 3 s", 20)
    Select(page.chrome.find_element(By.ID, "interval")).select_by_visible_text("1 s")
    until(lambda: page.connection() == "Asking every 1 s", 20)

    served.ask("/api/admin/jobs?name=sent.mp4", "POST", b"no video")

    until(lambda: "is not a video" in _text(page.row("finished", "sent.mp4")), 30)
    page.chrome.refresh()
    assert page.chrome.find_element(By.ID, "interval").get_attribute("value") == "1"


def test_everything_has_a_name_and_can_be_reached_with_keys(served: Served, page: Page) -> None:
    served.ask("/api/admin/jobs?name=broken.mp4", "POST", b"no video")
    until(lambda: page.row("finished", "broken.mp4"), 30)

    names = []
    for _ in range(12):
        page.chrome.switch_to.active_element.send_keys(Keys.TAB)
        focused = page.chrome.switch_to.active_element
        names.append(focused.accessible_name)
    assert [name for name in names if name][:6] == [
        "Go to the jobs",
        "SVS Desktop",
        "Choose videos",
        "Try again: broken.mp4",
        "Remove: broken.mp4",
        "When live updates break off, ask every",
    ]


def until(condition: Callable[[], object], patience_s: float = PATIENCE_S) -> None:
    """Wait for what the page shows; a row that is drawn anew meanwhile is looked at once more."""

    def looked() -> object:
        try:
            return condition()
        except StaleElementReferenceException:
            return False

    wait_until(looked, patience_s)


def _text(row: WebElement | None) -> str:
    return row.text if row else ""
