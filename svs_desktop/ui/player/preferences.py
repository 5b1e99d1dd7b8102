"""How one likes to listen; remembered like the size of the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Signal, Slot

from svs_desktop.ui.actions import Actions
from svs_desktop.ui.player.controls import LOUDEST, SPEEDS, Controls

_SPEED, _VOLUME, _SKIPS = "player/speed", "player/volume", "player/skips_silence"


class Preferences(QObject):
    """Speed, volume, and whether silence is skipped.

    Signals:
        changed: One of them is another now.
    """

    changed = Signal()

    def __init__(self, actions: Actions, controls: Controls, kept: QSettings) -> None:
        super().__init__(controls)
        self._kept = kept
        self._controls = controls
        self.is_muted = False
        self.speed = _number(kept.value(_SPEED), 1.0)
        self.volume = round(_number(kept.value(_VOLUME), LOUDEST))
        self.skips_silence = str(kept.value(_SKIPS)).lower() == "true"
        if self.speed not in SPEEDS:
            self.speed = 1.0
        controls.show_speed(self.speed)
        controls.volume.setValue(self.volume)
        actions.skip_silence.setChecked(self.skips_silence)
        controls.speed_chosen.connect(self._on_speed)
        controls.volume_chosen.connect(self._on_volume)
        actions.skip_silence.toggled.connect(self._on_skips)
        actions.mute.toggled.connect(self._on_muted)
        actions.slower.triggered.connect(lambda: controls.step_speed(-1))
        actions.faster.triggered.connect(lambda: controls.step_speed(1))

    @Slot(float)
    def _on_speed(self, speed: float) -> None:
        self.speed = speed
        self._controls.show_speed(speed)
        self._keep(_SPEED, speed)

    @Slot(int)
    def _on_volume(self, percent: int) -> None:
        self.volume = percent
        self._keep(_VOLUME, percent)

    @Slot(bool)
    def _on_skips(self, skips: bool) -> None:  # noqa: FBT001 - called by a signal
        self.skips_silence = skips
        self._keep(_SKIPS, skips)

    @Slot(bool)
    def _on_muted(self, muted: bool) -> None:  # noqa: FBT001 - called by a signal
        self.is_muted = muted
        self.changed.emit()

    def _keep(self, key: str, value: float | bool) -> None:  # noqa: FBT001
        self._kept.setValue(key, value)
        self.changed.emit()


def _number(value: object, otherwise: float) -> float:
    try:
        return float(str(value))
    except ValueError:
        return otherwise
