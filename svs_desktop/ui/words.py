"""What all say (``svs_desktop/words.py``), in the language of the window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale

from svs_desktop import words
from svs_desktop.pipeline.export import wording
from svs_desktop.pipeline.language_codes import language_name as english_language_name
from svs_desktop.pipeline.locales import Locale

# ``pyside6-lupdate`` gives it to each ``tr`` that is no method.
_NO_CONTEXT = ""


class WindowLocale(Locale):
    """The translators that are installed, and how numbers are written here."""

    def text(self, template: str) -> str:
        """The template, or the text, in the language of the window."""
        return QCoreApplication.translate(_NO_CONTEXT, template) if template else ""

    def number(self, value: float, decimals: int = 0) -> str:
        """The number with so many decimals."""
        return QLocale().toString(float(value), "f", decimals)


HERE = WindowLocale()

coverage = partial(wording.coverage, locale=HERE)
chapter_title = partial(wording.chapter_title, locale=HERE)
duration_text = partial(words.duration_text, locale=HERE)
makers_text = partial(words.makers_text, locale=HERE)
percent_text = partial(words.percent_text, locale=HERE)
size_text = partial(words.size_text, locale=HERE)
speed_text = partial(words.speed_text, locale=HERE)
stage_name = partial(words.stage_name, locale=HERE)
step_name = partial(words.step_name, locale=HERE)
time_left_text = partial(words.time_left_text, locale=HERE)
short_title = words.short_title


def language_name(code: str) -> str:
    """What people call the language of an ISO 639 code; empty for none."""
    return HERE.text(english_language_name(code))
