"""What the user chose, in a TOML file that people may edit."""

from __future__ import annotations

import os
import tempfile
import tomllib
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal, get_type_hints

import msgspec
import tomli_w
from msgspec import Meta, Struct

from svs_desktop.pipeline.export import Format
from svs_desktop.pipeline.export.naming import FIELDS, PATTERN
from svs_desktop.pipeline.job import AUTO, JobOptions, Length, SpeechQuality, Style

MOST_THREADS = 256
MOST_PARALLEL_JOBS = 4
MOST_TERMS = 2000
LEAST_PORT, MOST_PORT = 1024, 65535
LEAST_SPEED, MOST_SPEED = 0.5, 3.0
LOUDEST = 100

Device = Literal["auto", "cpu", "cuda"]
Appearance = Literal["system", "light", "dark"]
WhenDone = Literal["nothing", "notify", "sleep"]
Motion = Literal["system", "reduced"]
WindowLanguage = Literal["system", "en", "de", "es"]
LEAST_TEXT_SIZE, MOST_TEXT_SIZE = 100, 200


def _between(least: float, most: float, what: str = "a whole number") -> Meta:
    """The limits of a number."""
    return Meta(ge=least, le=most, description=f"{what} from {least:g} to {most:g}")


class Settings(Struct, frozen=True):
    """The choices; the type of a field holds its limits, and their wording.

    Attributes:
        speech_model: Name of an installed speech model, or the path of a model's folder.
        speech_quality: Whether speed or accuracy matters more in transcribing.
        glossary: Names and terms that may be said, with commas between them.
        language: ISO 639 code of the speech, or ``auto``.
        summarizer: Name of an installed language model, the path of one, ``extractive`` for the
            talk's own key sentences, or ``auto`` for the best that is installed.
        length: How much a summary says.
        style: What kind of talk it is; a meeting has decisions and action items.
        summary_language: ISO 639 code of the summary, or ``auto`` for the language of the talk.
        offer_language_model: Whether the program, when it starts without a language model, offers
            to install one. No once it was declined.
        device: Where models run.
        threads: Processor threads; 0 for the number of physical cores.
        parallel_jobs: How many jobs run at a time.
        appearance: Light or dark, or as the desktop has it.
        text_size: How large the window's text is, in percent.
        when_done: What happens when a video, or the whole queue, is done: nothing, a notification,
            or that and the computer's sleep.
        motion: Whether things may move in the window as the desktop has it, or never.
        window_language: The window's language, or that of the system.
        player_speed: How many times as fast as it was recorded a video is played.
        player_volume: How loud it is, in percent.
        player_skips_silence: Whether what lies between the words is left out.
        export_folder: Where the files of each finished job are written by themselves; empty for
            nowhere.
        export_formats: The formats of these files; the first is also that of a result dragged out
            of the window.
        export_name: What these files are called, see ``pipeline.export.naming``.
        api: Whether the job API listens on this computer.
        api_port: Where it listens.
        api_folders: The folders whose videos it may be asked for; empty for the user's own.
    """

    speech_model: Annotated[
        str, Meta(min_length=1, description="the name of a model or a folder")
    ] = "base"
    speech_quality: Annotated[SpeechQuality, Meta(description="fast, balanced or accurate")] = (
        "balanced"
    )
    glossary: Annotated[
        str, Meta(max_length=MOST_TERMS, description="names and terms with commas between them")
    ] = ""
    language: Annotated[
        str, Meta(pattern=r"\A(auto|[a-z]{2,3})\Z", description="auto or a code such as en")
    ] = AUTO
    summarizer: Annotated[
        str,
        Meta(min_length=1, description="auto, extractive, the name of a model or a file"),
    ] = AUTO
    length: Annotated[Length, Meta(description="short, normal or long")] = "normal"
    style: Annotated[Style, Meta(description="auto, lecture, meeting or interview")] = "auto"
    summary_language: Annotated[
        str, Meta(pattern=r"\A(auto|[a-z]{2,3})\Z", description="auto or a code such as en")
    ] = AUTO
    offer_language_model: Annotated[bool, Meta(description="true or false")] = True
    device: Annotated[Device, Meta(description="auto, cpu or cuda")] = "auto"
    threads: Annotated[int, _between(0, MOST_THREADS)] = 0
    parallel_jobs: Annotated[int, _between(1, MOST_PARALLEL_JOBS, "a number")] = 1
    appearance: Annotated[Appearance, Meta(description="system, light or dark")] = "system"
    text_size: Annotated[int, _between(LEAST_TEXT_SIZE, MOST_TEXT_SIZE)] = LEAST_TEXT_SIZE
    when_done: Annotated[WhenDone, Meta(description="nothing, notify or sleep")] = "notify"
    motion: Annotated[Motion, Meta(description="system or reduced")] = "system"
    window_language: Annotated[WindowLanguage, Meta(description="system, en, de or es")] = "system"
    player_speed: Annotated[float, _between(LEAST_SPEED, MOST_SPEED, "a number")] = 1.0
    player_volume: Annotated[int, _between(0, LOUDEST)] = LOUDEST
    player_skips_silence: Annotated[bool, Meta(description="true or false")] = False
    export_folder: Annotated[str, Meta(description="a folder, or nothing")] = ""
    export_formats: Annotated[
        tuple[Format, ...], Meta(min_length=1, description=f"a list of {', '.join(Format)}")
    ] = (Format.MD,)
    export_name: Annotated[
        str,
        Meta(
            pattern=PATTERN,
            max_length=200,
            description="a name with " + ", ".join(f"{{{field}}}" for field in FIELDS) + " in it",
        ),
    ] = "{title}"
    api: Annotated[bool, Meta(description="true or false")] = False
    api_port: Annotated[int, _between(LEAST_PORT, MOST_PORT, "a number")] = 8765
    api_folders: Annotated[
        tuple[str, ...], Meta(description="a list of folders, such as ['/videos']")
    ] = ()

    def job_options(self) -> JobOptions:
        """What a new job is asked for, unless it says otherwise."""
        return JobOptions(
            speech_model=self.speech_model,
            speech_quality=self.speech_quality,
            glossary=self.glossary,
            language=self.language,
            device=self.device,
            threads=self.threads,
            summarizer=self.summarizer,
            length=self.length,
            style=self.style,
            summary_language=self.summary_language,
        )


class ProblemKind(StrEnum):
    """The kinds of problems a settings file may have."""

    UNREADABLE = "unreadable"
    UNKNOWN_KEY = "unknown_key"
    WRONG_VALUE = "wrong_value"


_SENTENCES = {
    ProblemKind.UNREADABLE: "The settings file “{key}” cannot be read ({value}); defaults apply.",
    ProblemKind.UNKNOWN_KEY: "There is no setting “{key}”; it was left alone.",
    ProblemKind.WRONG_VALUE: (
        "The setting “{key}” cannot be “{value}”, only {expected}; “{default}” is used."
    ),
}


class Problem(Struct, frozen=True):
    """Something in the settings file that has no effect.

    Attributes:
        key: The setting; for a file that cannot be read, its name.
        value: What the file says, as text; for a file that cannot be read, why.
        expected: What the setting can be, in English; empty for the other kinds.
        default: What is used instead, as text.
    """

    kind: ProblemKind
    key: str
    value: str
    expected: str = ""
    default: str = ""

    @property
    def template(self) -> str:
        """The English sentence with its values still open, as translators see it."""
        return _SENTENCES[self.kind]

    @property
    def values(self) -> dict[str, str]:
        """What the sentence names."""
        return msgspec.structs.asdict(self)

    @property
    def sentence(self) -> str:
        """The English sentence."""
        return self.template.format_map(self.values)


_TYPES: dict[str, Any] = {
    name: hint
    for name, hint in get_type_hints(Settings, include_extras=True).items()
    if name in Settings.__struct_fields__
}


def load(path: Path) -> tuple[Settings, list[Problem]]:
    """The settings in the file at ``path``, and what in it could not be used.

    A missing file means defaults; so does, with a problem, one that cannot be read. A wrong value
    costs its own setting only.
    """
    try:
        document = _read(path)
    except FileNotFoundError:
        return Settings(), []
    except (OSError, ValueError, RecursionError) as error:
        return Settings(), [Problem(ProblemKind.UNREADABLE, path.name, _shortened(error))]
    values, problems = {}, []
    for key, value in document.items():
        if problem := _problem(key, value):
            problems.append(problem)
        else:
            values[key] = msgspec.convert(value, _TYPES[key])  # TOML has lists only
    return Settings(**values), problems


def save(settings: Settings, path: Path) -> None:
    """Write the file at once and whole; settings in it that this program does not know stay.

    A file that cannot be read stays too, under another name. Comments are lost.

    Raises:
        ValueError: A setting is beyond its limits, or no valid Unicode.
        OSError: The file cannot be written.
    """
    values = msgspec.to_builtins(settings)
    msgspec.convert(values, Settings)
    target = path.resolve()  # a link stays a link
    target.parent.mkdir(parents=True, exist_ok=True)
    content = tomli_w.dumps(_unknown(target) | values).encode()
    _replace(target, content)


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8-sig"))  # some editors begin with a byte order mark


def _problem(key: str, value: object) -> Problem | None:
    if key not in _TYPES:
        return Problem(ProblemKind.UNKNOWN_KEY, key, _shortened(value))
    try:
        msgspec.convert(value, _TYPES[key])
    except msgspec.ValidationError:
        expected = " ".join(meta.description for meta in _TYPES[key].__metadata__)
        default = _as_written(getattr(Settings(), key))
        return Problem(ProblemKind.WRONG_VALUE, key, _shortened(value), expected, default)
    return None


def _as_written(value: object) -> str:
    """A value as people write it in the file."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _shortened(value: object, length: int = 80) -> str:
    text = str(value)
    return text if len(text) <= length else f"{text[: length - 1]}…"


def _unknown(path: Path) -> dict[str, Any]:
    try:
        document = _read(path)
    except FileNotFoundError:
        return {}
    except (ValueError, RecursionError):
        path.replace(path.with_name(f"{path.stem}.unreadable{path.suffix}"))
        return {}
    return {key: value for key, value in document.items() if key not in _TYPES}


def _replace(path: Path, content: bytes) -> None:
    # In the same folder, because only within a disk a file takes another's place at once.
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=path.name, delete=False) as file:
        draft = Path(file.name)
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            file.close()  # an open file cannot be moved everywhere
            draft.replace(path)
        except BaseException:
            file.close()
            draft.unlink(missing_ok=True)
            raise
