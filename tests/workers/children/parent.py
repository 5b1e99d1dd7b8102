"""A program with an engine at work: ``parent.py HOME VIDEO``. Prints each event of its job."""

from __future__ import annotations

import sys
from pathlib import Path

from svs_desktop.paths import Places
from svs_desktop.pipeline.job import Job
from svs_desktop.pipeline.wire import encode
from svs_desktop.workers.engine_process import EngineProcess, engine_command

engine = EngineProcess(engine_command(Places.under(Path(sys.argv[1]))))
for event in engine.run(Job.new(Path(sys.argv[2]))):
    sys.stdout.buffer.write(encode(event))
    sys.stdout.buffer.flush()
