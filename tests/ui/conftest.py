"""A window of the test's own on a real screen, over a queue whose engine the test speaks for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import Desk
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from svs_desktop.paths import Places
from svs_desktop.ui.theme import apply_theme


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Folders of the test's own, without any model."""
    places = Places.under(tmp_path / "home")
    places.make()
    return places


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    # It takes a while, and most tests leave it as it is.
    if not qapp.styleSheet() or qapp.palette().base().color().lightness() < 128:
        apply_theme(qapp, "light")


@pytest.fixture
def desk(places: Places, qtbot: QtBot) -> Iterator[Desk]:
    """A window that is shown."""
    made = Desk(places, qtbot)
    made.show()
    yield made
    made.close()
