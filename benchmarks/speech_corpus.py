"""Speech of which we know every word: texts read by many voices, some over noise or music.

Voices are those of espeak-ng, flite and festival, as far as they are installed (in Debian the
packages espeak-ng, flite, festival, festvox-kallpc16k and festvox-us-slt-hts). What each reads and
how is always the same, so that figures of different days can be compared.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt

RATE = 16_000
TEXTS = Path(__file__).with_name("speech_texts.toml")

Sound = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Voice:
    """A program that speaks, and how it is told to."""

    name: str
    command: tuple[str, ...]

    def speak(self, text: str) -> Sound:
        """The text, spoken, at 16 kHz."""
        with tempfile.TemporaryDirectory() as folder:
            said, spoken = Path(folder, "text.txt"), Path(folder, "speech.wav")
            said.write_text(" ".join(text.split()), "ascii")
            command = [part.format(text=said, wave=spoken) for part in self.command]
            subprocess.run(command, check=True, capture_output=True)
            return read_sound(spoken)


def _voices() -> Iterator[Voice]:
    for name, speed, pitch in (
        ("en-us", 150, 45), ("en-gb", 165, 55), ("en-gb-scotland", 155, 40),
        ("en-us+f3", 160, 55), ("en-gb+m7", 175, 35), ("en-us+f5", 140, 60),
    ):  # fmt: skip
        options = ("-v", name, "-s", str(speed), "-p", str(pitch), "-f", "{text}", "-w", "{wave}")
        yield Voice(f"espeak-ng {name}", ("espeak-ng", *options))
    for name, stretch in (("slt", 1.0), ("rms", 1.05), ("awb", 1.1), ("slt", 0.9), ("rms", 0.92)):
        options = ("-voice", name, "--setf", f"duration_stretch={stretch}")
        yield Voice(f"flite {name}", ("flite", *options, "-f", "{text}", "-o", "{wave}"))
    for name in ("kal_diphone", "cmu_us_slt_arctic_hts"):
        options = ("-eval", f"(voice_{name})", "{text}", "-o", "{wave}")
        yield Voice(f"festival {name}", ("text2wave", *options))


# Levels of what lies under the speech, in dB below it; None for nothing.
_BEDS = ((None, None), ("noise", 20.0), (None, None), ("music", 15.0), ("noise", 12.0))
_PAUSES_S = (1.0, 4.0, 0.6, 12.0, 2.0)


@dataclass(frozen=True)
class Piece:
    """A text as one voice reads it."""

    text: str
    voice: str
    bed: str
    sound: Sound


@dataclass(frozen=True)
class Corpus:
    """Pieces one after another, and what is said in all of them."""

    pieces: tuple[Piece, ...]
    sound: Sound
    text: str

    @property
    def seconds(self) -> float:
        """The length of the recording."""
        return len(self.sound) / RATE


def make_corpus(minutes: float, extra: Path | None = None) -> Corpus:
    """So many minutes of speech; with ``extra`` a folder's recordings are in it.

    Each recording there has a text file of the same name beside it.
    """
    pieces: list[Piece] = list(_recorded(extra)) if extra else []
    spoken = _spoken()
    length = sum(len(piece.sound) for piece in pieces)
    while length < minutes * 60 * RATE:
        pieces.append(next(spoken))
        length += len(pieces[-1].sound)
    sounds: list[Sound] = []
    for piece, pause in zip(pieces, cycle(_PAUSES_S), strict=False):
        sounds += [piece.sound, np.zeros(round(pause * RATE), np.float32)]
    return Corpus(tuple(pieces), np.concatenate(sounds), " ".join(p.text for p in pieces))


def _spoken() -> Iterator[Piece]:
    texts = list(tomllib.loads(TEXTS.read_text("utf-8"))["texts"].values())
    voices = [voice for voice in _voices() if shutil.which(voice.command[0])]
    if not voices:
        raise SystemExit("There is no voice: install espeak-ng, flite or festival.")
    number = 0
    while True:
        # 12 texts and 13 voices: it takes a while until one reads the same again.
        text, voice = texts[number % len(texts)], voices[number % len(voices)]
        bed, below = _BEDS[number % len(_BEDS)]
        sound = voice.speak(text)
        if bed and below:
            sound = mixed(sound, BEDS[bed](len(sound)), below)
        under = f"{bed} {below:.0f} dB" if bed else ""
        yield Piece(" ".join(text.split()), voice.name, under, sound)
        number += 1


def _recorded(folder: Path) -> Iterator[Piece]:
    for path in sorted(folder.iterdir()):
        words = path.with_suffix(".txt")
        if path.suffix != ".txt" and words.is_file():
            yield Piece(words.read_text("utf-8").strip(), path.name, "", read_sound(path))


def read_sound(path: Path) -> Sound:
    """Any audio file as floats at 16 kHz, shape (n,)."""
    resampler = av.AudioResampler("flt", "mono", RATE)
    with av.open(str(path)) as container:
        frames = [f for frame in container.decode(audio=0) for f in resampler.resample(frame)]
        frames += resampler.resample(None)
    return np.concatenate([frame.to_ndarray().reshape(-1) for frame in frames])


def write_sound(path: Path, sound: Sound) -> None:
    """A WAVE file of 16 bits."""
    with av.open(str(path), "w", format="wav") as container:
        stream = container.add_stream("pcm_s16le", rate=RATE, layout="mono")
        for at in range(0, len(sound), RATE):
            samples = (sound[at : at + RATE].clip(-1, 1) * 32_767).astype(np.int16)
            frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="s16", layout="mono")
            frame.sample_rate = RATE
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def mixed(sound: Sound, bed: Sound, below_db: float) -> Sound:
    """Speech with something under it, so many decibels quieter than it."""
    loud, quiet = (float(np.sqrt(np.mean(np.square(part)))) for part in (sound, bed))
    return sound + bed * np.float32(loud / quiet * 10 ** (-below_db / 20))


def noise(length: int) -> Sound:
    """Noise as of a fan: the deeper, the louder."""
    white = np.fft.rfft(np.random.default_rng(11).normal(size=length))
    shaped = white / np.sqrt(np.arange(1, len(white) + 1))
    return np.fft.irfft(shaped, length).astype(np.float32)


def music(length: int) -> Sound:
    """Chords of three plucked tones, a new one each second and a half."""
    chords = ((57, 60, 64), (53, 57, 60), (48, 52, 55), (55, 59, 62))
    found = np.zeros(length, np.float32)
    step = RATE * 3 // 2
    for number, begin in enumerate(range(0, length, step)):
        times = np.arange(min(step, length - begin)) / RATE
        for key in chords[number % len(chords)]:
            tone = 440 * 2 ** ((key - 69) / 12)
            parts = sum(np.sin(2 * np.pi * tone * n * times) / n for n in range(1, 5))
            found[begin : begin + len(times)] += (parts * np.exp(-2 * times)).astype(np.float32)
    return found


BEDS = {"noise": noise, "music": music}
