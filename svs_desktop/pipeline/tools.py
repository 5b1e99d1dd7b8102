"""The models that jobs use, kept in memory from one job to the next."""

from __future__ import annotations

import gc
from pathlib import Path

from svs_desktop.paths import resource
from svs_desktop.pipeline.audio import SAMPLE_RATE, Samples
from svs_desktop.pipeline.encoder import SentenceEncoder
from svs_desktop.pipeline.generators import TextGenerator, free_bytes, open_generator
from svs_desktop.pipeline.job import AUTO, EXTRACTIVE, JobOptions
from svs_desktop.pipeline.models import choose_language_model, find, load_catalogue
from svs_desktop.pipeline.transcribe import SpeechModel
from svs_desktop.pipeline.tuning import LONG_S, Tuning

_ENCODER = "minilm"
_TOKENIZER = "tokenizer.json"
_TUNING = "tuning.json"
# With less than this free, the speech model and the language model take turns in memory.
_PLENTY = 3 << 30


class Tools:
    """One model of each kind, loaded when it is first asked for."""

    def __init__(self, models_dir: Path) -> None:
        self._models_dir = models_dir
        self._tuning = Tuning(models_dir / _TUNING)
        self._speech: tuple[object, SpeechModel] | None = None
        self._encoder: tuple[object, SentenceEncoder] | None = None
        self._writer: tuple[object, TextGenerator] | None = None

    def check(self, options: JobOptions) -> None:
        """See that all models are there, before hours of work are put into a job.

        Raises:
            PipelineError: One is not installed.
        """
        find(options.speech_model, self._models_dir)
        find(_ENCODER, self._models_dir)
        if options.summarizer not in (AUTO, EXTRACTIVE):
            find(options.summarizer, self._models_dir)

    def speech_model(self, options: JobOptions) -> SpeechModel:
        """The speech model that the options ask for."""
        folder, device, threads = asked = self._asked(options)
        workers = self._tuning.workers(*asked)
        key = (asked, workers)
        if not self._speech or self._speech[0] != key:
            self._speech = None  # two models at once may be more than the memory holds
            if free_bytes() < _PLENTY:
                self.close_writer()
            model = SpeechModel(folder, device=device, threads=threads, workers=workers)
            self._speech = (key, model)
        return self._speech[1]

    def speech_model_for(self, samples: Samples, options: JobOptions) -> SpeechModel:
        """The speech model; before a long recording it is tried how it is fastest here, once.

        Args:
            samples: The recording, 16 kHz mono, shape (n,).
            options: The model and where it runs.
        """
        model = self.speech_model(options)
        asked = self._asked(options)
        is_long = len(samples) >= LONG_S * SAMPLE_RATE
        if is_long and model.device == "cpu" and not self._tuning.workers(*asked):
            del model
            self._speech = None  # it makes room for the ones that are tried
            self._tuning.try_out(*asked, samples)
            model = self.speech_model(options)
        return model

    def encoder(self, options: JobOptions) -> SentenceEncoder:
        """The encoder that weighs sentences."""
        if not self._encoder or self._encoder[0] != options.threads:
            folder = find(_ENCODER, self._models_dir)
            self._encoder = (options.threads, SentenceEncoder(folder, threads=options.threads))
        return self._encoder[1]

    def writer(self, options: JobOptions) -> TextGenerator | None:
        """The language model that the options ask for; None when none is to write.

        Raises:
            PipelineError: It cannot be loaded.
        """
        key = (options.summarizer, options.device, options.threads)
        if self._writer and self._writer[0] == key:
            return self._writer[1]
        self.close_writer()
        if free_bytes() < _PLENTY:
            self._speech = None
            gc.collect()
        catalogue = load_catalogue(resource("models.toml"))
        chosen = choose_language_model(
            options.summarizer, catalogue, self._models_dir, free_bytes()
        )
        if chosen is None:
            return None
        model = open_generator(
            chosen.location, chosen.name, threads=options.threads, device=options.device
        )
        self._writer = (key, model)
        return model

    def close_writer(self) -> None:
        """Free the language model's memory."""
        if self._writer:
            self._writer[1].close()
            self._writer = None

    def tokenizer(self, options: JobOptions) -> Path | None:
        """The speech model's vocabulary, which tells names from ordinary words."""
        path = find(options.speech_model, self._models_dir) / _TOKENIZER
        return path if path.is_file() else None

    def _asked(self, options: JobOptions) -> tuple[Path, str, int]:
        """The speech model's folder, and where and on how many threads it is to run."""
        return find(options.speech_model, self._models_dir), options.device, options.threads
