"""``make demo``: the desktop program on one video, with its progress told and its work kept."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from svs_desktop.app import Program
from svs_desktop.paths import Places, resource
from svs_desktop.pipeline.export import Format, export
from svs_desktop.pipeline.export.files import write
from svs_desktop.pipeline.job import Status
from svs_desktop.pipeline.summary import Result
from svs_desktop.ui.application import make_application
from svs_desktop.ui.job_text import status_line

_STEP = 5


class Demo(QObject):
    """Follows the program through one video, then ends it."""

    def __init__(self, program: Program, output: Path) -> None:
        super().__init__(program)
        self.status = 1
        self._program = program
        self._output = output
        self._told = ("", -_STEP)
        program.queue.job_changed.connect(self._on_job_changed)
        program.window.result_shown.connect(self._on_result_shown)

    @Slot(str)
    def _on_job_changed(self, job_id: str) -> None:
        state = self._program.queue.state(job_id)
        stage = state.progress.stage if state.progress else state.status
        step = int(state.overall) // _STEP * _STEP
        if (stage, step) != self._told:
            self._told = (stage, step)
            _say(status_line(state))
        if state.status is Status.FAILED:
            self._program.window.close()

    @Slot(object)
    def _on_result_shown(self, result: Result) -> None:
        files = {"summary.md": Format.MD, "transcript.srt": Format.SRT}
        for name, form in files.items():
            write(self._output / name, export(result, form))
        # The page is laid out when it is next painted: grab() paints it.
        self._program.window.grab().save(str(self._output / "window.png"))
        for name in (*files, "window.png"):
            _say(f"Wrote {self._output / name}")
        self.status = 0
        self._program.window.close()


def main(arguments: list[str] | None = None) -> int:
    """Run the demonstration; 0 when the summary was made."""
    parser = argparse.ArgumentParser(prog="python -m svs_desktop.demo", description=__doc__)
    parser.add_argument("--output", type=Path, default=Path("demo-output"))
    sample = resource("sample", "sample.mp4")
    parser.add_argument("video", nargs="?", type=Path, default=sample)
    options = parser.parse_args(arguments)
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    options.output.mkdir(parents=True, exist_ok=True)
    app = make_application()
    with tempfile.TemporaryDirectory(prefix="svs-demo-") as home:
        # Its own library, so that the person's history stays as it is; the models are shared.
        places = replace(Places.under(Path(home)), models=Places.default().models)
        program = Program(places)
        demo = Demo(program, options.output)
        program.start([options.video])
        app.exec()
        program.close()
    return demo.status


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
