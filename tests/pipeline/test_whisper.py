"""The speech model in memory."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, Lock

import ctranslate2
import numpy as np
import pytest

from svs_desktop.pipeline.device import Placement
from svs_desktop.pipeline.whisper import Whisper

SILENCE = np.zeros(16_000, np.float32)


@pytest.mark.parametrize(("workers", "encoders"), [(1, 1), (2, 1), (3, 2), (4, 2)])
def test_half_of_the_workers_encode_at_a_time(
    models_dir: Path, monkeypatch: pytest.MonkeyPatch, workers: int, encoders: int
) -> None:
    model = Whisper(models_dir / "base", Placement("cpu", "int8", workers, 1, 1))
    real, lock = model._model.encode, Lock()
    most, at_work = 0, 0
    # As many as may be at work meet there; those who wait for more wait in vain.
    meeting = Barrier(encoders)

    def encode(features: np.ndarray) -> ctranslate2.StorageView:
        nonlocal most, at_work
        with lock:
            at_work += 1
            most = max(most, at_work)
        try:
            meeting.wait(30)
            return real(features)
        finally:
            with lock:
                at_work -= 1

    monkeypatch.setattr(model._model, "encode", encode)
    with ThreadPoolExecutor(workers) as pool:
        found = [pool.submit(model.encode, [SILENCE]) for _ in range(2 * encoders * workers)]
        for encoded in found:
            assert encoded.result(60).shape[0] == 1
    assert most == encoders
