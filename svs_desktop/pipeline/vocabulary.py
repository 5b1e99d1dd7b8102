"""What a byte-pair vocabulary, such as a speech model has, knows about words."""

from __future__ import annotations

from math import log
from pathlib import Path

from tokenizers import Tokenizer

# What stands for a space in a byte-level vocabulary.
_SPACE = "Ġ"
# So many of the first words of such a vocabulary carry grammar, not a subject.
_COMMONEST = 1000


class Vocabulary:
    """Tells names from ordinary words, and rare words from common ones.

    Such a vocabulary was built from cased text, the most frequent words first, and has a word of
    its own for what is frequent in it: " discussion" in small letters, but "Sarah" with a capital
    only.
    """

    def __init__(self, tokenizer_file: Path) -> None:
        """Load a ``tokenizer.json``.

        Raises:
            OSError: It is not there, or is none.
        """
        try:
            self._tokenizer = Tokenizer.from_file(str(tokenizer_file))
        except Exception as error:  # the library raises no more special one
            raise OSError(str(error)) from error
        self._size = self._tokenizer.get_vocab_size(with_added_tokens=False)

    def is_ordinary(self, word: str) -> bool:
        """Whether the word, found with a capital, is one that has it from its place only."""
        if self._tokenizer.token_to_id(_SPACE + word.lower()) is not None:
            return True
        return self._pieces(" " + word.lower()) < self._pieces(" " + word)

    def rarity(self, word: str) -> float:
        """The logarithm of how much rarer the word, in small letters, is than common ones; or 0.

        Words that the vocabulary has only in pieces, as it has most of other languages than
        English, are equally rare.
        """
        place = self._tokenizer.token_to_id(_SPACE + word)
        return max(0.0, log((self._size if place is None else place + 1) / _COMMONEST))

    def _pieces(self, text: str) -> int:
        return len(self._tokenizer.encode(text, add_special_tokens=False).ids)
