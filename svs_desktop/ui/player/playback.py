"""Plays a file, with Qt's multimedia: whoever imports this loads it.

Opening, decoding and seeking happen in Qt's own threads; nothing here waits for them.
"""

from __future__ import annotations

from math import isinf
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer, QtAudio

from svs_desktop.pipeline.route import Route
from svs_desktop.ui.player.picture import Picture

_TICK_MS = 40
_State = QMediaPlayer.PlaybackState
_Status = QMediaPlayer.MediaStatus
_Scale = QtAudio.VolumeScale


class Playback(QObject):
    """One file at a time, along a route through it.

    Signals:
        opened: The file can be played.
        failed: It cannot.
        playing_changed: Whether it is heard.
        moved: The second that is heard now.
        arrived: All of the route has been played.
    """

    opened = Signal()
    failed = Signal()
    playing_changed = Signal(bool)
    moved = Signal(float)
    arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.picture = Picture()
        self._route: Route | None = None
        self._track: int | None = None
        self._is_open = self._is_opening = False
        self._media = QMediaPlayer(self)
        self._sound = QAudioOutput(self)
        self._devices = QMediaDevices(self)
        self._media.setVideoOutput(self.picture)
        self._media.setPitchCompensation(True)
        self._ticks = QTimer(self, interval=_TICK_MS)
        self._ticks.timeout.connect(self._on_tick)
        self._devices.audioOutputsChanged.connect(self._use_default_sound)
        self._media.mediaStatusChanged.connect(self._on_status)
        self._media.errorOccurred.connect(self._on_error)
        self._media.playbackStateChanged.connect(self._on_state)
        self._use_default_sound()

    @property
    def is_open(self) -> bool:
        """Whether there is something to play."""
        return self._is_open

    @property
    def is_playing(self) -> bool:
        """Whether it is heard."""
        return self._media.playbackState() is _State.PlayingState

    @property
    def second(self) -> float:
        """Where in the file it is, in seconds from its start."""
        return self._media.position() / 1000

    @property
    def duration_s(self) -> float:
        """The file's length in seconds; 0 while it is unknown."""
        return self._media.duration() / 1000

    @property
    def audio_track(self) -> int:
        """The position of the track that is heard among the file's; -1 for none."""
        return self._media.activeAudioTrack()

    @property
    def has_picture(self) -> bool:
        """Whether there is something to see."""
        return self._media.hasVideo()

    def open(self, path: Path, audio_track: int | None = None) -> None:
        """Open a file, to hear this of its tracks; ``opened`` or ``failed`` tells of it."""
        self.close()
        self._track = audio_track
        self._is_opening = True
        self._media.setSource(QUrl.fromLocalFile(str(path)))

    def close(self) -> None:
        """Let go of the file."""
        self._is_open = self._is_opening = False
        self._route = None
        self._media.stop()
        self._media.setSource(QUrl())

    def play(self) -> None:
        """Go on from where it is."""
        if self._is_open:
            self._media.play()

    def pause(self) -> None:
        """Rest here."""
        if self._is_open:
            self._media.pause()

    def seek(self, second: float) -> None:
        """Go to this second."""
        if self._is_open:
            there = min(max(0.0, second), max(0.0, self.duration_s))
            self._media.setPosition(round(there * 1000))
            self.moved.emit(there)

    def follow(self, route: Route | None) -> None:
        """Play only what is on this route; None for all."""
        self._route = route

    def set_speed(self, speed: float) -> None:
        """Play so many times as fast; voices keep their pitch."""
        self._media.setPlaybackRate(speed)

    def set_volume(self, percent: int, *, muted: bool) -> None:
        """Be as loud as this, as ears have it."""
        scales = (_Scale.LogarithmicVolumeScale, _Scale.LinearVolumeScale)
        self._sound.setVolume(QtAudio.convertVolume(percent / 100, *scales))
        self._sound.setMuted(muted)

    @Slot()
    def _use_default_sound(self) -> None:
        # Headphones were plugged in, or the only device has gone: then it plays in silence.
        device = QMediaDevices.defaultAudioOutput()
        self._sound.setDevice(device)
        used = None if device.isNull() else self._sound
        self._media.setAudioOutput(used)  # type: ignore[arg-type]  # None is silence

    @Slot()
    def _on_tick(self) -> None:
        there = self._route.leap(self.second) if self._route else None
        if there is None:
            self.moved.emit(self.second)
        elif isinf(there):
            self._media.pause()
            self.arrived.emit()
        else:
            self.seek(there)

    @Slot(QMediaPlayer.MediaStatus)
    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        # It is told of a file that was played to its end, too.
        if status is _Status.LoadedMedia and self._is_opening:
            self._is_open, self._is_opening = True, False
            if self._track is not None:
                self._media.setActiveAudioTrack(self._track)
            self._media.pause()  # the first picture is seen
            self.opened.emit()
        elif status is _Status.InvalidMedia:
            self._fail()
        elif status is _Status.EndOfMedia and self._route:
            self.arrived.emit()

    @Slot(QMediaPlayer.Error)
    def _on_error(self, error: QMediaPlayer.Error) -> None:
        if error is not QMediaPlayer.Error.NoError:
            self._fail()

    def _fail(self) -> None:
        self._is_open = self._is_opening = False
        self._ticks.stop()
        self.failed.emit()

    @Slot(QMediaPlayer.PlaybackState)
    def _on_state(self, state: QMediaPlayer.PlaybackState) -> None:
        is_playing = state is _State.PlayingState
        if is_playing:
            self._ticks.start()
        else:
            self._ticks.stop()
        self.playing_changed.emit(is_playing)
