"""The language of the window: translators, and how dates and numbers are written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

SYSTEM = "system"
"""What stands for the language of the system."""
_OWN = "en"


class WindowLanguage:
    """Puts the window's words into a language; what was made before keeps its own."""

    def __init__(self, app: QCoreApplication, folder: Path) -> None:
        """Nothing is translated yet.

        Args:
            app: The application.
            folder: Where the files ``svs_<language>.qm`` are.
        """
        self._app = app
        self._folder = folder
        self._system = QLocale()
        self._translators: list[QTranslator] = []

    def use(self, wanted: str) -> str:
        """Speak this language from now on.

        Args:
            wanted: Its ISO 639 code, or ``system``.

        Returns:
            The code of the language that is spoken: English where there is no translation.
        """
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators.clear()
        language = self._known(wanted)
        own = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._load(Path(own) / f"qtbase_{language}.qm")
        self._load(self._file(language))  # the English one has plurals only
        QLocale.setDefault(self._system if wanted == SYSTEM else QLocale(language))
        return language

    def _known(self, wanted: str) -> str:
        """The language to speak, of those that there are."""
        languages = QLocale.system().uiLanguages() if wanted == SYSTEM else [wanted]
        for language in (name.replace("_", "-").partition("-")[0] for name in languages):
            if language == _OWN or self._file(language).is_file():
                return language
        return _OWN

    def _file(self, language: str) -> Path:
        return self._folder / f"svs_{language}.qm"

    def _load(self, path: Path) -> None:
        translator = QTranslator(self._app)
        # Qt's own words are not there for every language.
        if path.is_file() and translator.load(str(path)):
            self._app.installTranslator(translator)
            self._translators.append(translator)
