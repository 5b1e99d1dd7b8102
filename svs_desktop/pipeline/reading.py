"""From windows of speech to segments: decoded, looked at with distrust, and timed."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence

from msgspec import Struct

from svs_desktop.pipeline.audio import SAMPLE_RATE, Samples
from svs_desktop.pipeline.speech import Floats, TimeMap, Window
from svs_desktop.pipeline.transcript import Segment, Word
from svs_desktop.pipeline.whisper import Decoded, Decoding, Encoded, Whisper
from svs_desktop.pipeline.word_times import words_of

# Whisper's own marks of text that nobody said (Radford et al. 2022, section 4.5).
_NO_SPEECH = 0.6
_UNLIKELY = -1.0
_REPETITIVE = 2.4
# So many words are rarely said twice and nothing else; a decoder does it after a second of speech.
_TWICE = 2

# What is tried when a text goes round in circles or is unlikely, one after the other. Nothing is
# left to chance, as by a higher temperature: the same sound must give the same words.
_SECOND_THOUGHTS = (
    Decoding(5, whole=True),
    Decoding(5, whole=True, repetition_penalty=1.1, no_repeat=6),
    Decoding(5, whole=True, repetition_penalty=1.3, no_repeat=3),
)

# A window holds speech alone: where no word is for so long, some were left out. They are looked
# for there, and taken when the model is sure of them.
_GAP_S = 3.0
_SURE, _VERY_SURE = -0.7, -0.35
_MAYBE_NO_SPEECH = 0.3

_SENTENCE_ENDS = (".", "?", "!", "。", "？", "！", "…")  # noqa: RUF001 - full-width on purpose
_PAUSE_S = 1.0
_MOST_WORDS = 40


class Spoken(Struct, frozen=True):
    """In which languages people speak: one, or the ones that each window may be in."""

    language: str
    others: tuple[str, ...] = ()


class Reader:
    """Reads groups of windows, in one way; may be called by several threads."""

    def __init__(
        self, model: Whisper, samples: Samples, spoken: Spoken, how: Decoding, hotwords: str = ""
    ) -> None:
        self._model = model
        self._samples = samples
        self._spoken = spoken
        self._how = how
        self._hotwords = hotwords

    def read(self, group: Sequence[Window]) -> tuple[Segment, ...]:
        """The segments of these windows, in order."""
        pieces = [window.cut_from(self._samples) for window in group]
        encoded = self._model.encode(pieces, whole=self._how.whole)
        languages = self._languages(encoded, len(group))
        seconds = [len(piece) / SAMPLE_RATE for piece in pieces]
        read = self._model.decode(encoded, languages, seconds, self._how, self._hotwords)
        words = self._timed(encoded, languages, read, pieces)
        found: list[Segment] = []
        for number, text in enumerate(read):
            said = words[number]
            if is_doubtful(text):
                said = self._read_again(pieces[number], languages[number], text, said)
            elif is_invented(text):
                said = []
            said = self._with_what_was_left_out(pieces[number], languages[number], said)
            times = TimeMap([group[number]])
            found += sentences([Word(*times.span(w.start, w.end), w.text) for w in said])
        return tuple(found)

    def _languages(self, encoded: Encoded, count: int) -> list[str]:
        spoken = self._spoken
        if not spoken.others:
            return [spoken.language] * count
        known = {spoken.language, *spoken.others}
        likeliest = (
            next(code for code, _ in window if code in known)
            for window in self._model.languages_of(encoded)
        )
        return list(likeliest)

    def _timed(
        self,
        encoded: Encoded,
        languages: Sequence[str],
        read: Sequence[Decoded],
        pieces: Sequence[Floats],
    ) -> list[list[Word]]:
        texts = [text.tokens for text in read]
        if not any(texts):
            return [[] for _ in texts]
        aligned = self._model.align(encoded, languages[0], texts, [len(p) for p in pieces])
        return [
            words_of(alignment, tokens, self._model.tokenizer_of(language))
            for alignment, tokens, language in zip(aligned, texts, languages, strict=True)
        ]

    def _read_again(
        self, piece: Floats, language: str, text: Decoded, words: list[Word]
    ) -> list[Word]:
        """The words of a window whose first reading is not to be trusted."""
        encoded = self._model.encode([piece], whole=True)
        best = text
        for how in _SECOND_THOUGHTS:
            # Hotwords may be what it goes round in circles with.
            (found,) = self._model.decode(encoded, [language], [len(piece) / SAMPLE_RATE], how)
            if _worth(found) > _worth(best):
                best = found
            if not is_doubtful(best):
                break
        if is_invented(best):
            return []
        return self._timed(encoded, [language], [best], [piece])[0] if best is not text else words

    def _with_what_was_left_out(
        self, piece: Floats, language: str, words: list[Word]
    ) -> list[Word]:
        """The words of a window with those that the decoder passed over."""
        found = list(words)
        for begin, end in gaps(words, len(piece) / SAMPLE_RATE):
            part = piece[round(begin * SAMPLE_RATE) : round(end * SAMPLE_RATE)]
            encoded = self._model.encode([part])
            how = _SECOND_THOUGHTS[0]
            (text,) = self._model.decode(encoded, [language], [end - begin], how)
            if is_trusted(text):
                (more,) = self._timed(encoded, [language], [text], [part])
                found += [Word(begin + w.start, begin + w.end, w.text) for w in more]
        return sorted(found, key=lambda word: word.start)


def gaps(words: Sequence[Word], seconds: float) -> list[tuple[float, float]]:
    """Where no word is for a while, in a window of so many seconds."""
    ends = [0.0, *(word.end for word in words)]
    starts = [*(word.start for word in words), seconds]
    return [(a, b) for a, b in zip(ends, starts, strict=True) if b - a >= _GAP_S]


def is_trusted(text: Decoded) -> bool:
    """Whether this was said where nothing had been heard at first."""
    needed = _SURE if text.no_speech < _MAYBE_NO_SPEECH else _VERY_SURE
    sure = text.likelihood > needed and text.no_speech < _NO_SPEECH
    return bool(text.tokens) and sure and not is_repetitive(text.text)


def is_repetitive(text: str) -> bool:
    """Whether a text goes round in circles: it can be packed into less than text can.

    A short one cannot; it does when it is the same twice.
    """
    content, words = text.strip().encode(), text.casefold().split()
    half = len(words) // 2
    is_double = half >= _TWICE and words[:half] == words[half:]
    return is_double or len(content) > _REPETITIVE * len(zlib.compress(content))


def is_doubtful(text: Decoded) -> bool:
    """Whether a window is worth another look."""
    return is_repetitive(text.text) or (text.likelihood < _UNLIKELY and bool(text.tokens))


def is_invented(text: Decoded) -> bool:
    """Whether nobody said this."""
    return text.no_speech > _NO_SPEECH and text.likelihood < _UNLIKELY


def _worth(text: Decoded) -> tuple[bool, float]:
    return not is_repetitive(text.text), text.likelihood


def sentences(words: Sequence[Word]) -> Iterator[Segment]:
    """Words as segments: sentences, or less where somebody pauses or does not come to an end."""
    sentence: list[Word] = []
    for word in words:
        if sentence and (word.start - sentence[-1].end > _PAUSE_S or len(sentence) >= _MOST_WORDS):
            yield _segment(sentence)
            sentence = []
        sentence.append(word)
        if word.text.rstrip().endswith(_SENTENCE_ENDS):
            yield _segment(sentence)
            sentence = []
    if sentence:
        yield _segment(sentence)


def _segment(words: list[Word]) -> Segment:
    text = "".join(word.text for word in words).strip()
    return Segment(words[0].start, max(words[-1].end, words[0].start), text, tuple(words))
