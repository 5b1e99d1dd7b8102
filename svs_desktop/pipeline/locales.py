"""How templates become text for people: the core speaks English, the window its own language."""

from __future__ import annotations


class Locale:
    """English. Another language is a subclass that knows its texts and how it writes numbers."""

    def text(self, template: str) -> str:
        """The template, or the text, in this language; what it has no words for stays English."""
        return template

    def number(self, value: float, decimals: int = 0) -> str:
        """The number with so many decimals."""
        return f"{value:.{decimals}f}"

    def filled(self, template: str, **values: str) -> str:
        """The template in this language, with these values."""
        return self.text(template).format_map(values)


ENGLISH = Locale()
