"""The player of the reading page: it finds the video, plays it, and leads the text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot

from svs_desktop.library import Library
from svs_desktop.pipeline.export.clock import clock
from svs_desktop.pipeline.route import Route, route_without_silence
from svs_desktop.pipeline.summary import Result
from svs_desktop.settings import Settings
from svs_desktop.ui.actions import Actions
from svs_desktop.ui.job_text import readable
from svs_desktop.ui.player.following import Following
from svs_desktop.ui.player.keys import Handler, PlayerKeys, Pressed
from svs_desktop.ui.player.locating import Locating
from svs_desktop.ui.player.multimedia import load_multimedia
from svs_desktop.ui.player.pane import PlayerPane
from svs_desktop.ui.player.preferences import Preferences
from svs_desktop.ui.player.skimming import Skimming
from svs_desktop.ui.player.time_line import LEAP_S, STEP_S
from svs_desktop.ui.result_page import ResultPage
from svs_desktop.workers.background import Background

if TYPE_CHECKING:
    from svs_desktop.ui.player.playback import Playback

_Key = Qt.Key
_SHIFT = Qt.KeyboardModifier.ShiftModifier
# The second of two quick clicks comes as another kind of event.
_CLICKS = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class Player(QObject):
    """Leads the pane, the page and the playback; the latter is made when it is first needed."""

    def __init__(
        self,
        page: ResultPage,
        actions: Actions,
        library: Library,
        background: Background,
        settings: Settings,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._actions = actions
        self._background = background
        self.playback: Playback | None = None
        self._result: Result | None = None
        self._path: Path | None = None
        self.pane = PlayerPane(actions, page)
        page.put_player(self.pane, self.pane.way_back)
        self.locating = Locating(library, background, page)
        self.skimming = Skimming(self)
        self.preferences = Preferences(actions, self.pane.controls, settings)
        self.following = Following(page.transcript, page.summary, actions.follow)
        self._connect()
        self._allow()

    @property
    def is_ready(self) -> bool:
        """Whether there is something to play."""
        return bool(self.playback and self.playback.is_open)

    def play_from(self, second: float) -> None:
        """Play from this second; where nothing can be played, show what is said there."""
        if self.playback and self.is_ready:
            self._stop_skim()
            self.following.come_back()
            self.playback.seek(second)
            self.playback.play()
        else:
            self._page.show_moment(second)

    def toggle(self) -> None:
        """Play, or rest."""
        if self.playback:
            self.playback.pause() if self.playback.is_playing else self.playback.play()

    def step(self, by: float) -> None:
        """Go so many seconds forward, or back."""
        if self.playback:
            self.playback.seek(self.playback.second + by)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Rest while another page is seen; a click on the picture plays and rests."""
        if watched is self._page:
            # A window that is minimised goes on: one may just listen.
            if event.type() is QEvent.Type.Hide and not event.spontaneous() and self.playback:
                self.playback.pause()
        elif event.type() in _CLICKS:
            self.toggle()
            return True
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        page, pane, actions = self._page, self.pane, self._actions
        page.shown.connect(self._on_shown)
        page.moment_chosen.connect(self.play_from)
        page.transcript.line_chosen.connect(self._on_line)
        page.tabs.currentChanged.connect(self.following.come_back)
        page.installEventFilter(self)
        pane.moments.chosen.connect(self.play_from)
        pane.controls.time_line.sought.connect(self._on_sought)
        pane.find_it.clicked.connect(self.locating.ask)
        pane.use_it.clicked.connect(self.locating.use_refused)
        page.addAction(actions.film)
        actions.play.triggered.connect(self.toggle)
        actions.skim.triggered.connect(self._on_skim)
        self.preferences.changed.connect(self._use_preferences)
        self.locating.found.connect(self._on_found)
        self.locating.missing.connect(self._on_missing)
        self.locating.refused.connect(self._on_refused)
        self.skimming.proving.connect(self.following.prove)
        self.skimming.told.connect(pane.show_proof)
        handlers: dict[Pressed, Handler] = {
            _Key.Key_Space: self.toggle,
            _Key.Key_Left: lambda: self.step(-STEP_S),
            _Key.Key_Right: lambda: self.step(STEP_S),
            (_Key.Key_Left, _SHIFT): lambda: self.step(-LEAP_S),
            (_Key.Key_Right, _SHIFT): lambda: self.step(LEAP_S),
        }
        self._keys = PlayerKeys(self, handlers, lambda: self.is_ready)
        self._keys.hear_at((page.summary, page.transcript, pane.controls.time_line))

    def _allow(self) -> None:
        a = self._actions
        for action in (a.play, a.skip_silence, a.mute, a.film):
            action.setEnabled(self.is_ready)
        has_proofs = bool(self.skimming.skim.proofs)
        self._actions.skim.setEnabled(self.is_ready and has_proofs)

    # the file

    @Slot(object)
    def _on_shown(self, result: Result) -> None:
        self._result = result
        self._path = None
        if self.playback:
            self.playback.close()
        self.following.stop()
        self.skimming.take(result.summary)
        self.pane.show_nothing()
        self.pane.show_summary(result.summary)
        self._show_skim(is_on=False)
        self._allow()
        if result.path.is_absolute():  # what an outside worker did has a name only
            self.locating.look_for(result)

    @Slot(object)
    def _on_found(self, path: Path) -> None:
        self._path = path
        self._page.show_path(path)
        if self.playback:
            self._play_file(self.playback, path)
        else:
            self._background.run(load_multimedia, lambda _: self._begin(path), self._on_absent)

    def _begin(self, path: Path) -> None:
        """Play for the first time."""
        made = self.playback or self._make_playback()
        if path == self._path:
            self._play_file(made, path)

    def _play_file(self, playback: Playback, path: Path) -> None:
        playback.open(path, self._result.audio_track if self._result else None)

    def _on_absent(self, error: Exception) -> None:
        if not isinstance(error, ImportError):
            raise error
        text = self.tr("Videos cannot be played here: {}").format(readable(str(error)))
        self.pane.show_sentence(text)

    def _make_playback(self) -> Playback:
        from svs_desktop.ui.player.film import Film
        from svs_desktop.ui.player.playback import Playback

        self.playback = made = Playback(self)
        self.pane.put_picture(made.picture)
        self._keys.hear_at([made.picture])
        made.picture.installEventFilter(self)
        Film(made.picture, self.pane, self._actions)
        made.picture.setAccessibleName(self.tr("Video"))
        made.picture.videoSink().videoSizeChanged.connect(
            lambda: self.pane.set_shape(made.picture.videoSink().videoSize())
        )
        made.opened.connect(self._on_opened)
        made.failed.connect(self._on_failed)
        made.moved.connect(self._on_moved)
        made.playing_changed.connect(self._actions.show_playing)
        made.arrived.connect(self._on_arrived)
        return made

    @Slot()
    def _on_opened(self) -> None:
        if self.playback and self._result:
            duration = self.playback.duration_s or self._result.summary.duration_s
            # The cover of a record is no moving picture.
            is_film = self._result.media.has_video and self.playback.has_picture
            self.pane.show_playable(duration, has_picture=is_film)
            self._allow()
            self._use_preferences()

    @Slot()
    def _on_failed(self) -> None:
        self._stop_skim()
        self.pane.show_sentence(self.tr("This video cannot be played here. Its text is all there."))
        self._allow()

    @Slot()
    def _on_missing(self) -> None:
        if self._result:
            name = readable(self._result.path.name)
            text = self.tr("{} is not where it was.").format(name)
            self.pane.show_sentence(text, findable=True)

    @Slot(object)
    def _on_refused(self, path: Path) -> None:
        if self._result:
            names = readable(path.name), readable(self._result.path.name)
            text = self.tr("{} is not the same as {} was.").format(*names)
            self.pane.show_sentence(text, findable=True, usable=True)

    # what is heard

    @Slot(float)
    def _on_moved(self, second: float) -> None:
        self.pane.controls.show_second(second)
        self.pane.moments.show_second(second)
        self.following.follow(second)
        self.skimming.follow(second, self.preferences.speed)

    @Slot(float)
    def _on_line(self, second: float) -> None:
        if self.is_ready:
            self.play_from(second)

    @Slot(float)
    def _on_sought(self, second: float) -> None:
        if self.playback:
            self.playback.seek(second)

    @Slot()
    def _use_preferences(self) -> None:
        if self.playback:
            chosen = self.preferences
            self.playback.set_speed(chosen.speed)
            self.playback.set_volume(chosen.volume, muted=chosen.is_muted)
            self.playback.follow(self._route())
            self._show_skim(is_on=self.skimming.is_on)

    def _route(self) -> Route | None:
        if self.skimming.is_on:
            return self.skimming.skim.route
        if self.preferences.skips_silence and self._result:
            return route_without_silence(self._result.transcript.segments)
        return None

    # the skim

    @Slot(bool)
    def _on_skim(self, wanted: bool) -> None:  # noqa: FBT001 - called by a signal
        if not self.playback:
            return
        if wanted:
            if self._page.result:  # as it is now: a person may have edited it
                self.skimming.take(self._page.result.summary)
            first = self.skimming.begin()
            self._use_preferences()
            self.following.come_back()
            self.playback.seek(first)
            self.playback.play()
        else:
            self.playback.pause()
            self._stop_skim()

    def _stop_skim(self) -> None:
        if self.skimming.is_on:
            self.skimming.stop()
            self._use_preferences()

    @Slot()
    def _on_arrived(self) -> None:
        self._stop_skim()

    def _show_skim(self, *, is_on: bool) -> None:
        route = self.skimming.skim.route
        self._actions.skim.setChecked(is_on)
        takes = clock(route.length_s / self.preferences.speed)
        whole = self._result.summary.duration_s if self._result else 0.0
        self._actions.show_skim(takes, clock(whole))
        self.pane.controls.time_line.show_stretches(route.stretches if is_on else ())
