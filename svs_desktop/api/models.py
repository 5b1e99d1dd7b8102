"""The pydantic models of the API, made from the facts that the program itself works with.

Nothing is said twice: names, types, defaults and limits come from the structs, descriptions from
their docstrings. The models check what comes in and describe, in OpenAPI, what goes out.
"""

from __future__ import annotations

import re
import types
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import NODEFAULT, Meta, Struct
from msgspec.structs import FieldInfo, fields
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, create_model

from svs_desktop.api.problems import ProblemDetails
from svs_desktop.api.views import Health, JobList, JobView, Link, ProgressView
from svs_desktop.pipeline.job import JobOptions
from svs_desktop.pipeline.summary import Result
from svs_desktop.settings import Settings

_MOST_NAME, _MOST_PATH, _MOST_SENTENCE = 1000, 4096, 1000
_MOST_TRACKS = 1000
_ENTRY = re.compile(r"^ {8}(\w+): (.*(?:\n {12}.*)*)", re.MULTILINE)
_CLOSED = ConfigDict(extra="forbid")


@cache
def model_of(kind: type[Struct]) -> type[BaseModel]:
    """The model of all that a struct holds."""
    said, hints = _descriptions(kind), get_type_hints(kind, include_extras=True)
    found: dict[str, Any] = {
        f.name: (_type(hints[f.name]), Field(_default(f), description=said.get(f.name)))
        for f in fields(kind)
    }
    return create_model(
        kind.__name__, __doc__=_first_line(kind), __config__=_CLOSED, __base__=None, **found
    )


def choices_of(kind: type[Struct], limits: type[Struct]) -> type[BaseModel]:
    """The model of some of the things a struct holds: what is left out is not chosen.

    Where ``limits`` has a field of the same name, its limits hold.
    """
    said = _descriptions(kind)
    hints = get_type_hints(kind, include_extras=True)
    strict = get_type_hints(limits, include_extras=True)
    found: dict[str, Any] = {
        f.name: (
            _type(strict.get(f.name, hints[f.name])) | None,
            Field(None, description=said.get(f.name)),
        )
        for f in fields(kind)
    }
    return create_model(
        kind.__name__ + "Chosen",
        __doc__="What a job is asked for; what is left out is as the settings have it.",
        __config__=_CLOSED,
        __base__=None,
        **found,
    )


def components(mode: str, *models: type[BaseModel]) -> dict[str, Any]:
    """The models as the schemas of an OpenAPI document, by name."""
    found: dict[str, Any] = {}
    for model in models:
        schema = model.model_json_schema(
            ref_template="#/components/schemas/{model}",
            mode=mode,  # type: ignore[arg-type]  # one of two words
        )
        found |= schema.pop("$defs", {})
        found[model.__name__] = schema
    return found


def _type(hint: Any) -> Any:
    """What pydantic takes for a type that msgspec takes."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return Annotated[_type(inner[0]), _limits(inner[1:])]
    if origin in {Union, types.UnionType}:
        return Union[tuple(_type(part) for part in inner)]  # noqa: UP007 - of a computed tuple
    if origin in {tuple, dict}:
        return origin[tuple(part if part is ... else _type(part) for part in inner)]
    if isinstance(hint, type) and issubclass(hint, Path):
        return str
    if isinstance(hint, type) and issubclass(hint, Struct):
        return model_of(hint)
    return hint


def _limits(metas: tuple[Any, ...]) -> Any:
    values: dict[str, Any] = {}
    for meta in metas:
        if isinstance(meta, Meta):
            values |= {
                name: value
                for name in ("ge", "le", "gt", "lt", "min_length", "max_length")
                if (value := getattr(meta, name)) is not None
            }
            if meta.pattern:
                # ECMA's expressions, which JSON Schema has, know no \A and \Z.
                values["pattern"] = meta.pattern.replace(r"\A", "^").replace(r"\Z", "$")
    return Field(**values)


def _default(info: FieldInfo) -> Any:
    if info.default is not NODEFAULT:
        return msgspec.to_builtins(info.default, enc_hook=str)
    return info.default_factory() if info.default_factory is not NODEFAULT else ...


def _first_line(kind: type) -> str:
    return (kind.__doc__ or "").partition("\n")[0]


def _descriptions(kind: type) -> dict[str, str]:
    """What the docstrings of a struct, and of those it is made from, say about its fields."""
    said: dict[str, str] = {}
    for base in reversed(kind.__mro__):
        entries = _ENTRY.findall(base.__doc__ or "")
        said |= {name: " ".join(text.split()) for name, text in entries}
    return said


Health_ = model_of(Health)
Job = model_of(JobView)
Jobs = model_of(JobList)
Link_ = model_of(Link)
Progress = model_of(ProgressView)
ProblemModel = model_of(ProblemDetails)
ResultModel = create_model(
    "ExportedResult",
    __doc__="All that is known of a finished job; see the JSON export.",
    __base__=model_of(Result),
    format=(str, ...),
    version=(int, ...),
)

if TYPE_CHECKING:
    Chosen = BaseModel
else:
    Chosen = choices_of(JobOptions, Settings)


class NewJob(BaseModel):
    """A job to be done: a video on this computer, or one that an outside worker works on."""

    model_config = _CLOSED

    path: str = Field(
        "", max_length=_MOST_PATH, description="The absolute path of a video in an allowed folder."
    )
    external: bool = Field(
        False,  # noqa: FBT003
        description="Whether an outside worker does the job and reports its progress.",
    )
    name: str = Field(
        "", max_length=_MOST_NAME, description="What an external job is called; it is no path."
    )
    options: Chosen = Field(default_factory=Chosen)


class Report(BaseModel):
    """What an outside worker tells of its job."""

    model_config = _CLOSED

    stage: Annotated[str, StringConstraints(max_length=40)] = Field(
        description="extract, transcribe or summarize, in any case, or a common name of one."
    )
    fraction: float = Field(
        allow_inf_nan=False,
        description="The part of the stage that is done; below 0 counts as 0, above 1 as 1.",
    )
    error: str = Field(
        "", max_length=_MOST_SENTENCE, description="Why the job failed; empty while it goes on."
    )
