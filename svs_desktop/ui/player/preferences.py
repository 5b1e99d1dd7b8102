"""How one likes to listen; it belongs to the settings."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QSettings, QTimer, Signal, Slot

from svs_desktop.settings import LEAST_SPEED, LOUDEST, MOST_SPEED, Settings
from svs_desktop.ui.actions import Actions
from svs_desktop.ui.player.controls import SPEEDS, Controls

# A slider that is drawn says much; what it comes to is enough.
_SETTLED_MS = 500
_OLD_GROUP = "player"


class Preferences(QObject):
    """Speed, volume, and whether silence is skipped.

    Signals:
        changed: One of them is another now.
        chosen: The settings to keep, as a dict from their names.
    """

    changed = Signal()
    chosen = Signal(dict)

    def __init__(self, actions: Actions, controls: Controls, settings: Settings) -> None:
        super().__init__(controls)
        self._controls = controls
        self._unsaid: dict[str, Any] = {}
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self.keep)
        self.is_muted = False
        self.speed = min(SPEEDS, key=lambda speed: abs(speed - settings.player_speed))
        self.volume = settings.player_volume
        self.skips_silence = settings.player_skips_silence
        controls.show_speed(self.speed)
        controls.volume.setValue(self.volume)
        actions.skip_silence.setChecked(self.skips_silence)
        controls.speed_chosen.connect(self._on_speed)
        controls.volume_chosen.connect(self._on_volume)
        actions.skip_silence.toggled.connect(self._on_skips)
        actions.mute.toggled.connect(self._on_muted)
        actions.slower.triggered.connect(lambda: controls.step_speed(-1))
        actions.faster.triggered.connect(lambda: controls.step_speed(1))

    @Slot()
    def keep(self) -> None:
        """Say what was chosen, if it has not been said yet."""
        unsaid, self._unsaid = self._unsaid, {}
        self._settled.stop()
        if unsaid:
            self.chosen.emit(unsaid)

    @Slot(float)
    def _on_speed(self, speed: float) -> None:
        self.speed = speed
        self._controls.show_speed(speed)
        self._choose(player_speed=speed)

    @Slot(int)
    def _on_volume(self, percent: int) -> None:
        self.volume = percent
        self._choose(player_volume=percent)

    @Slot(bool)
    def _on_skips(self, skips: bool) -> None:  # noqa: FBT001 - called by a signal
        self.skips_silence = skips
        self._choose(player_skips_silence=skips)

    @Slot(bool)
    def _on_muted(self, muted: bool) -> None:  # noqa: FBT001 - called by a signal
        self.is_muted = muted
        self.changed.emit()

    def _choose(self, **values: float | bool) -> None:
        self._unsaid |= values
        self._settled.start()
        self.changed.emit()


def kept_before(kept: QSettings) -> dict[str, Any]:
    """What an older version kept beside the window's size, as settings; there it is no more."""
    kept.beginGroup(_OLD_GROUP)
    found = {key: str(kept.value(key)) for key in kept.childKeys()}
    kept.remove("")
    kept.endGroup()
    values: dict[str, Any] = {}
    if LEAST_SPEED <= (speed := _number(found.get("speed"))) <= MOST_SPEED:
        values["player_speed"] = speed
    if 0 <= (volume := round(_number(found.get("volume")))) <= LOUDEST:
        values["player_volume"] = volume
    if "skips_silence" in found:
        values["player_skips_silence"] = found["skips_silence"].lower() == "true"
    return values


def _number(text: str | None) -> float:
    """The number that a text is; -1 for none."""
    try:
        return float(text or -1)
    except ValueError:
        return -1.0
