"""Makes the sample video from talk.toml: python resources/sample/make_sample.py [OUTPUT_DIR].

Festival speaks the sentences, slides.py draws the slides, PyAV puts both into sample.mp4.
transcript.txt and timings.json, written beside it, say which words are spoken when.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import wave
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import av
import numpy as np
from av.video.frame import PictureType
from av.video.reformatter import ColorRange, Colorspace
from PySide6.QtGui import QGuiApplication, QImage
from slides import SIZE, draw_slide
from talk import Talk, read_talk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Samples = NDArray[np.float32]

HERE = Path(__file__).resolve().parent
VOICE = "cmu_us_slt_arctic_hts"
PACE = 0.92  # of the voice's own speed: a calm speaker
SAMPLE_RATE = 32_000  # what the voice gives
AUDIO_BIT_RATE = 52_000
FRAME_RATE = 10
LONGEST_KEY_FRAME_INTERVAL = 10 * FRAME_RATE
SPEECH_LEVEL = 10 ** (-17.2 / 20)  # RMS of the words; gives -18 LUFS
KNEE, PEAK = 0.5, 0.75  # as AAC adds a little to the peaks

# Seconds of silence.
OPENING, CLOSING = 1.5, 2.0
AFTER_SENTENCE, AFTER_SLIDE, AFTER_PART = 0.6, 1.0, 1.9
SLIDE_BEFORE_WORDS = 0.5


@dataclass(frozen=True)
class Span:
    """When something is spoken or shown, in seconds."""

    start: float
    end: float


def speak(sentences: Sequence[str]) -> list[Samples]:
    """Speaks each sentence with Festival; the silence around the words is cut off."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{number:03}.wav" for number in range(len(sentences))]
        script = Path(folder) / "speak.scm"
        commands = [
            f"(voice_{VOICE})",
            f'(set! hts_engine_params (cons \'("-r" {PACE}) hts_engine_params))',
            *(
                f"(utt.save.wave (utt.synth (Utterance Text {json.dumps(text)})) "
                f"{json.dumps(str(file))} 'riff)"
                for text, file in zip(sentences, files, strict=True)
            ),
        ]
        script.write_text("\n".join(commands), encoding="ascii")
        subprocess.run(["festival", "-b", script], check=True)
        return [trim(read_wave(file)) for file in files]


def read_wave(path: Path) -> Samples:
    """Reads a mono 16-bit file as samples between -1 and 1."""
    with wave.open(str(path)) as file:
        if (file.getframerate(), file.getnchannels()) != (SAMPLE_RATE, 1):
            raise ValueError(f"The voice does not speak at {SAMPLE_RATE} Hz in mono.")
        pcm = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")
    return pcm.astype(np.float32) / np.float32(32_768)


def trim(samples: Samples) -> Samples:
    """Cuts the silence at both ends, leaving 60 ms for soft first and last sounds."""
    loud = np.flatnonzero(np.abs(samples) > 0.004)
    margin = SAMPLE_RATE * 60 // 1000
    return samples[max(loud[0] - margin, 0) : loud[-1] + margin]


def level(spoken: Sequence[Samples]) -> list[Samples]:
    """Brings the whole talk to one loudness and rounds off the few peaks that stand out."""
    everything = np.concatenate(spoken)
    gain = np.float32(SPEECH_LEVEL / float(np.sqrt(np.mean(everything**2))))
    return [soften(samples * gain) for samples in spoken]


def soften(samples: Samples) -> Samples:
    """Bends what is louder than KNEE so that nothing is louder than PEAK."""
    size, room = np.abs(samples), np.float32(PEAK - KNEE)
    bent = np.float32(KNEE) + room * np.tanh((size - np.float32(KNEE)) / room)
    return np.where(size > KNEE, np.copysign(bent, samples), samples)


def arrange(talk: Talk, spoken: Sequence[Samples]) -> tuple[list[list[Span]], float]:
    """Lays the sentences out in time: their spans, slide by slide, and the whole duration."""
    lengths = iter([len(samples) / SAMPLE_RATE for samples in spoken])
    now = OPENING
    spans: list[list[Span]] = []
    for part in talk.parts:
        for slide in part.slides:
            spans.append([])
            for _ in slide.sentences:
                end = now + next(lengths)
                spans[-1].append(Span(now, end))
                now = end + AFTER_SENTENCE
            now += AFTER_SLIDE - AFTER_SENTENCE
        now += AFTER_PART - AFTER_SLIDE
    return spans, now - AFTER_PART + CLOSING


def timings(talk: Talk, spans: Sequence[Sequence[Span]], duration: float) -> dict[str, object]:
    """What timings.json holds: when each part and each sentence is spoken, in seconds."""
    parts = []
    slide_spans = iter(spans)
    for part in talk.parts:
        sentences = [
            {"start": round(span.start, 2), "end": round(span.end, 2), "text": text}
            for slide in part.slides
            for text, span in zip(slide.sentences, next(slide_spans), strict=True)
        ]
        first, last = sentences[0], sentences[-1]
        parts.append(
            {
                "heading": part.heading,
                "start": first["start"],
                "end": last["end"],
                "sentences": sentences,
            }
        )
    return {"title": talk.title, "duration": round(duration, 2), "parts": parts}


def mix(spoken: Sequence[Samples], spans: Sequence[Sequence[Span]], duration: float) -> Samples:
    """The sound track: the sentences at their times, silence between them."""
    track = np.zeros(round(duration * SAMPLE_RATE), dtype=np.float32)
    for samples, span in zip(spoken, (span for slide in spans for span in slide), strict=True):
        first = round(span.start * SAMPLE_RATE)
        track[first : first + len(samples)] = samples
    return track


def video_frames(
    pictures: Sequence[QImage], starts: Sequence[float], duration: float
) -> Iterator[av.VideoFrame]:
    """One picture after the other, each from its start; a change is a key frame."""
    changes = [round(start * FRAME_RATE) for start in starts]
    ends = [*changes[1:], round(duration * FRAME_RATE)]
    for picture, first, end in zip(pictures, changes, ends, strict=True):
        width, height = picture.width(), picture.height()
        pixels = np.frombuffer(picture.constBits(), dtype=np.uint8).reshape(height, width, 3)
        converted = av.VideoFrame.from_ndarray(pixels, format="rgb24").reformat(
            format="yuv420p",
            dst_colorspace=Colorspace.ITU709,
            dst_color_range=ColorRange.MPEG,
        )
        for number in range(first, end):
            converted.pts = number
            converted.pict_type = PictureType.I if number == first else PictureType.NONE
            yield converted


def write_video(path: Path, talk: Talk, frames: Iterator[av.VideoFrame], track: Samples) -> None:
    """Encodes the pictures and the sound; a second of each in turn, so that they interleave."""
    options = {"movflags": "+faststart", "fflags": "+bitexact"}
    with av.open(str(path), "w", options=options) as container:
        container.metadata["title"] = talk.title
        video = container.add_stream("libx264", rate=FRAME_RATE)
        video.width, video.height, video.pix_fmt = SIZE.width(), SIZE.height(), "yuv420p"
        video.gop_size = LONGEST_KEY_FRAME_INTERVAL
        video.options = {
            "preset": "slow",
            "tune": "stillimage",
            "crf": "22",
            "forced-idr": "1",
            "x264-params": "colorprim=bt709:transfer=bt709:colormatrix=bt709",
        }
        audio = container.add_stream("aac", rate=SAMPLE_RATE, layout="mono")
        audio.bit_rate = AUDIO_BIT_RATE
        audio.metadata["language"] = talk.language
        for first in range(0, len(track), SAMPLE_RATE):
            for _, frame in zip(range(FRAME_RATE), frames, strict=False):
                container.mux(video.encode(frame))
            second = track[np.newaxis, first : first + SAMPLE_RATE]
            sound = av.AudioFrame.from_ndarray(second, format="fltp", layout="mono")
            sound.sample_rate = SAMPLE_RATE
            sound.pts = first
            container.mux(audio.encode(sound))
        container.mux(video.encode())
        container.mux(audio.encode())


def make(output: Path) -> None:
    """Makes sample.mp4, transcript.txt and timings.json in the output folder."""
    talk = read_talk(HERE / "talk.toml")
    spoken = level(speak([text for slide in talk.slides for text in slide.sentences]))
    spans, duration = arrange(talk, spoken)
    starts = [0.0, *(slide[0].start - SLIDE_BEFORE_WORDS for slide in spans[1:])]
    pictures = [draw_slide(slide, len(talk.parts)) for slide in talk.slides]
    output.mkdir(parents=True, exist_ok=True)
    frames = video_frames(pictures, starts, duration)
    write_video(output / "sample.mp4", talk, frames, mix(spoken, spans, duration))
    (output / "timings.json").write_text(
        json.dumps(timings(talk, spans, duration), indent=2) + "\n", encoding="utf-8"
    )
    paragraphs = (
        "\n".join(text for slide in part.slides for text in slide.sentences) for part in talk.parts
    )
    (output / "transcript.txt").write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")


def main() -> int:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description="Make the sample video.")
    parser.add_argument("output", nargs="?", type=Path, default=HERE, metavar="OUTPUT_DIR")
    output = parser.parse_args().output
    if shutil.which("festival") is None:
        print("Festival is missing. README.md says which packages to install.", file=sys.stderr)
        return 1
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv[:1])
    make(output)
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
