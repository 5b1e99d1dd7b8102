"""The engine, which encodes each batch of sentences many times, as a very long talk would."""

from __future__ import annotations

import sys

from svs_desktop.pipeline import encoder, engine

_TIMES = 2000

encode_batch = encoder.SentenceEncoder._encode_batch


def encode_often(self: encoder.SentenceEncoder, batch: list[str]) -> encoder.Vectors:
    for _ in range(_TIMES):
        encode_batch(self, batch)
    return encode_batch(self, batch)


encoder.SentenceEncoder._encode_batch = encode_often
sys.exit(engine.main())
