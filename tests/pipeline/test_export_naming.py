"""Names of files that are written by themselves."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from test_export import DAY, RESULT

from svs_desktop.pipeline.export import Format
from svs_desktop.pipeline.export.naming import is_pattern, named_after


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("{title}", "Minerals of the deep sea.pdf"),
        ("{date} {name} ({language})", f"{DAY} lecture-4 (en).pdf"),
        ("../{name}", "-lecture-4.pdf"),
        ("con", "_con.pdf"),
        ("{title}" * 30, None),
    ],
)
def test_fields_are_filled_in_and_every_system_takes_the_name(
    pattern: str, name: str | None
) -> None:
    made = named_after(pattern, RESULT, Format.PDF)
    assert is_pattern(pattern)
    assert made == name or (name is None and len(made.encode()) <= 120)


def test_what_stands_for_a_field_is_no_field_and_no_folder() -> None:
    summary = replace(RESULT.summary, title='{name}/../a:b"?\n')
    made = named_after("{title} {name}", replace(RESULT, summary=summary), Format.MD)
    assert made == "{name}-..-a-b lecture-4.md"


@pytest.mark.parametrize("pattern", ["", " ", "...", "{titel}", "{", "}", "{{title}}", "a\nb"])
def test_other_patterns_are_refused(pattern: str) -> None:
    assert not is_pattern(pattern)
