"""The window's languages: what is to be translated goes into .ts files, they become .qm files.

``pyside6-lupdate`` finds what the window says by ``tr``. What the core says it cannot find: it is
written down for it here as one more source. Contexts without a name hold what no class says.

    python tools/translations.py           # extract, then compile
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, get_type_hints

import msgspec
import PySide6

from svs_desktop import settings
from svs_desktop.library.errors import LibraryError
from svs_desktop.pipeline.errors import ErrorCode, Failure
from svs_desktop.pipeline.export import Format, wording
from svs_desktop.pipeline.models import load_catalogue
from svs_desktop.pipeline.models.install import source_title
from svs_desktop.pipeline.notices import Notice, NoticeCode
from svs_desktop.workers import auto_export

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "svs_desktop"
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de", "es")
PLURALS = "en"
"""The language of the sources: only its plurals are written down."""

# What the core gives as a reason: to these calls, under this name, and in these tables.
_GIVEN_TO = {"_broken", "_failed", "_unavailable", "NotGgufError", "SourceError"}
_TABLES = {"_BROKE_OFF", "_REASONS", "_SIGNALS", "_STATUSES"}
_REASON = "reason"


def extract(folder: Path) -> None:
    """Bring the .ts files in ``folder`` up to date: new texts come in, those no longer used go."""
    with tempfile.TemporaryDirectory() as made:
        core = Path(made, "core.py")
        lines = (f"tr({text!r})" for text in sorted(set(core_texts())))
        core.write_text("\n".join(lines) + "\n", "utf-8")
        sources = [*sorted((PACKAGE / "ui").rglob("*.py")), PACKAGE / "app.py", core]
        every = ("-silent", "-no-obsolete", "-locations", "none", "-sort-messages")
        for language in (*LANGUAGES, PLURALS):
            plurals = ["-pluralonly"] if language == PLURALS else []
            target = ("-target-language", language, "-ts", folder / f"svs_{language}.ts")
            _run("lupdate", *every, *plurals, *sources, *target)


def compile_all(folder: Path, into: Path) -> None:
    """Make the .qm files of the .ts files in ``folder``."""
    for language in (*LANGUAGES, PLURALS):
        name = f"svs_{language}"
        _run("lrelease", "-silent", folder / f"{name}.ts", "-qm", into / f"{name}.qm")


def core_texts() -> Iterator[str]:
    """What the core says to people and the window translates."""
    for code in ErrorCode:
        yield from Failure(code).templates
    for notice in NoticeCode:
        yield from (Notice(notice, {"count": count}).template for count in "12")
    for error in LibraryError.__subclasses__():
        yield from error.templates
    for problem in settings.ProblemKind:
        yield settings.Problem(problem, "", "").template
    for hint in get_type_hints(settings.Settings, include_extras=True).values():
        yield from (meta.description for meta in getattr(hint, "__metadata__", ()))
    yield from wording.TEMPLATES
    yield from auto_export.TEMPLATES
    yield from (form.title for form in Format)
    resources = ROOT / "resources"
    for model in load_catalogue(resources / "models.toml").models:
        yield from (model.description, *map(source_title, model.sources))
    languages: dict[str, Any] = msgspec.toml.decode((resources / "languages.toml").read_bytes())
    yield from (name for name, *_ in languages.values())
    yield from _said(PACKAGE / "words.py")
    for folder in ("pipeline", "workers"):
        for path in sorted((PACKAGE / folder).rglob("*.py")):
            yield from _reasons(ast.parse(path.read_text("utf-8")))


def _said(path: Path) -> Iterator[str]:
    """What a module has a ``Locale`` say, and the words in its tables."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Call(func=ast.Attribute(attr="text" | "filled"), args=[first, *_]):
                yield from _texts([first])
            case ast.Assign(targets=[ast.Name(id="_STAGES" | "_STEPS" | "STARTING")], value=value):
                yield from _texts([value])


def _reasons(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=given):
                if name in _GIVEN_TO:
                    yield from (text for text in _texts(given) if " " in text)
                yield from _texts(word.value for word in node.keywords if word.arg == _REASON)
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                if name in _TABLES:
                    yield from (text for text in _texts([value]) if text[0].islower())
                elif name == _REASON and isinstance(value, ast.Constant):
                    yield from _texts([value])
            case ast.Dict(keys=keys, values=values):
                pairs = zip(keys, values, strict=True)
                reasons = (
                    v for k, v in pairs if isinstance(k, ast.Constant) and k.value == _REASON
                )
                yield from _texts(reasons)


def _texts(nodes: Iterable[ast.expr]) -> Iterator[str]:
    """The texts in these expressions, but none that has to be filled in first."""
    for node in nodes:
        match node:
            case ast.Constant(value=str(text)) if text:
                yield text
            case ast.Dict(values=values):
                yield from _texts(values)
            case ast.Tuple(elts=parts):
                yield from _texts(parts)


def _run(tool: str, *arguments: str | Path) -> None:
    subprocess.run([Path(PySide6.__file__).parent / tool, *arguments], check=True, timeout=120)


if __name__ == "__main__":
    sys.stdout.write(f"Extracting into {FOLDER.relative_to(ROOT)} and compiling\n")
    extract(FOLDER)
    compile_all(FOLDER, FOLDER)
