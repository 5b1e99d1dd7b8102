"""Spoken sentences and their times, from segments that stop wherever the speech model stopped."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from svs_desktop.pipeline.transcript import Segment, Word

_TERMINALS = ".!?…‼⁇⁈⁉。｡．！？؟۔।॥։።፧။។៕"  # noqa: RUF001 - full stops of many scripts
_OPENERS = "\"'“‘«‹([{¿¡「『（【〈《〔［｛"  # noqa: RUF001
_END_QUOTES = "”’»›)]}」』）】〉》〕］｝"  # noqa: RUF001
_CLOSERS = "\"'" + _END_QUOTES
_CLAUSE_MARKS = ",;:–—،؛、，；：､"  # noqa: RUF001

# Scripts that put no space between words: Thai to Tibetan, Myanmar, Khmer, and Han with kana.
_UNSPACED = re.compile(
    "[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\u312f\u31a0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff9f\U00020000-\U0003ffff]"
)
# What must not start a line (JIS X 4051, and vowels written after their consonant), nor end one.
_NEVER_FIRST = frozenset(
    _TERMINALS + _CLOSERS + _CLAUSE_MARKS + "・ー゛゜ﾞﾟｰ々ゝゞヽヾ〻％%"  # noqa: RUF001
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶะาำๅๆฯະາຳ\u200d"
)
_NEVER_LAST = frozenset(_OPENERS + "เแโใไເແໂໃໄ\u200d")

# A dot and the word after it that make no new sentence.
_GOES_ON = re.compile(r"""(?x)
      (?:Dr|Mr|Mrs|Ms|Mx|Prof|St|Mt|Gen|Col|Lt|Sgt|Capt|Rev|Hon|Sen|Rep|Gov|Pres|Mme|Mlle|Hr|Sra
        |Srta|Dra|e\.g|i\.e|cf|vs|viz|approx|bzw|ca|z\.B|d\.h)\.
    | (?i:no|nos|nr|figs?|eq|vol|ch|sec|art|pp?)\.[ ]?\d                    # No. 5
    | (?i:etc|inc|ltd|corp|co|jr|sr|a\.m|p\.m|usw|al|ph\.d)\.[ ](?![A-ZÀ-ÞΑ-ΩА-Я])
    | .*\d\.\d                                                              # "3." and "5"
    | [a-z]\.[ ]?[^\W\d_]\.                                                 # z. B.
    | (?!(?i:[ap]\.m|ph\.d)\.)(?:[A-ZÀ-ÞΑ-ΩА-Я]|[^\W\d_](?:\.[^\W\d_])+)\.[ ]  # J. Smith, U.S.
      (?!(?:The|This|That|These|There|It|He|She|They|We|You|I|In|On|At|But|And|So|If|As|When|What
        |Why|How|Then|Now|Yes|No|My|Our|Your)\b)""")  # fmt: skip

_LONGEST_WORDS, _SHORTEST_REST, _PAUSE_S = 60.0, 10, 0.7
# Nobody goes on with a sentence after so long a silence; its times would point at the silence.
_SILENCE_S = 5.0


def is_unspaced(text: str) -> bool:
    """Whether it is in a script that puts no space between words."""
    return bool(_UNSPACED.search(text))


class Spoken(Struct, frozen=True):
    """A sentence as it was said.

    Times are seconds from the start of the video; ``segments`` are indices of its segments.
    """

    text: str
    start: float
    end: float
    segments: tuple[int, ...]


class Token(Struct, frozen=True):
    """The least piece of text that stays together: a word, or a character of an unspaced script.

    Its times are seconds and its start is never before that of the token before it; ``spaced``
    tells whether a space parts the two. ``segment`` is the index of its segment.
    """

    text: str
    start: float
    end: float
    spaced: bool
    segment: int


def spoken_sentences(segments: Iterable[Segment]) -> list[Spoken]:
    """The sentences of a talk: every word of every segment, once and in order."""
    sentences: list[Spoken] = []
    run: list[Token] = []
    heard = list(tokens(segments))
    for count, token in enumerate(heard, 1):
        run.append(token)
        if count == len(heard) or _is_over(run, heard[count]):
            sentences.extend(_spoken(part) for part in _bounded(run))
            run = []
    return sentences


def tokens(segments: Iterable[Segment]) -> Iterator[Token]:
    """The words of a talk, timed by the segments' words, or else evenly by their characters."""
    start, last = 0.0, ""
    for index, segment in enumerate(segments):
        text = segment.text if segment.text.strip() else "".join(w.text for w in segment.words)
        times = _character_times(segment, "".join(text.split()))
        at = 0
        for chunk in text.split():
            for number, piece in enumerate(_pieces(chunk)):
                # Segments of a script without spaces are joined without one.
                glued = at == 0 and _UNSPACED.match(last) and _UNSPACED.match(piece)
                # In this order a time that is no number is passed over.
                start, end = max(start, times[at][0]), times[at + len(piece) - 1][1]
                yield Token(piece, start, max(start, end), number == 0 and not glued, index)
                at, last = at + len(piece), piece[-1]


def joined(run: Sequence[Token]) -> str:
    """The text of neighbouring tokens."""
    return "".join(" " * (t.spaced and i > 0) + t.text for i, t in enumerate(run))


def is_whole(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return text.rstrip(_CLOSERS + " ")[-1:] in tuple(_TERMINALS)


def ends_clause(text: str) -> bool:
    """Whether a word carries a mark after which a reader pauses."""
    return text[-1] in _CLAUSE_MARKS + _TERMINALS + _CLOSERS


def ends_sentence(text: str, following: Token) -> bool:
    """Whether a sentence ends with the word ``text``, seen from the word after it."""
    body = text.rstrip(_CLOSERS)
    if not body or body[-1] not in _TERMINALS or _is_only_marks(following.text):
        return False
    word = following.text.lstrip(_OPENERS)
    if body[-1] in ".．" and not body.endswith(".."):  # noqa: RUF001
        return not _GOES_ON.match(body[:-1].lstrip(_OPENERS) + "." + " " * following.spaced + word)
    # "Why?" he asked: the quotation ends, the sentence goes on. So does one that trails off…
    return not (word[:1].islower() and (body != text or body[-1] in ".…"))


def _is_over(run: list[Token], following: Token) -> bool:
    text = run[-1].text
    if following.start - run[-1].end > _SILENCE_S:
        return True
    if len(run) == 1 and re.fullmatch(r"\d{1,2}\.", text):
        return False  # "1. Open the lid."
    if len(run) > 1 and _is_only_marks(text):  # the "»" or "?" that French sets apart
        text = run[-2].text + text
    return ends_sentence(text, following)


def _bounded(run: list[Token]) -> Iterator[list[Token]]:
    """A sentence, in parts when it is too long to be one."""
    begin = 0
    while (limit := _reach(run, begin)) < len(run):
        lowest = begin + (limit - begin) // 3
        cut = _best_cut(run, range(lowest, min(limit, len(run) - _SHORTEST_REST) + 1))
        yield run[begin:cut]
        begin = cut
    yield run[begin:]


def _reach(run: list[Token], begin: int) -> int:
    """The index of the first token that no longer fits into one sentence."""
    words = 0.0
    for index in range(begin, len(run)):
        words += 0.5 if _UNSPACED.match(run[index].text) else 1.0
        if words > _LONGEST_WORDS:
            return index
    return len(run)


def _best_cut(run: list[Token], places: range) -> int:
    longest = max(places, key=lambda i: run[i].start - run[i - 1].end)
    if run[longest].start - run[longest - 1].end > _PAUSE_S:
        return longest
    return next((i for i in reversed(places) if ends_clause(run[i - 1].text)), places[-1])


def _spoken(run: list[Token]) -> Spoken:
    indices = tuple(dict.fromkeys(token.segment for token in run))
    return Spoken(joined(run), run[0].start, run[-1].end, indices)


def _character_times(segment: Segment, characters: str) -> list[tuple[float, float]]:
    """When each character (white space aside) starts and ends."""
    words: tuple[Word, ...] = segment.words
    if "".join("".join(w.text for w in words).split()) != characters:
        words = (Word(segment.start, segment.end, characters),)
    times: list[tuple[float, float]] = []
    for word in words:
        count = len("".join(word.text.split()))
        parts = (k / count for k in range(count + 1) if count)
        times.extend(pairwise(word.start * (1 - part) + word.end * part for part in parts))
    return times


def _pieces(chunk: str) -> list[str]:
    if chunk.isascii():
        return [chunk]
    cuts = [i for i, pair in enumerate(pairwise(chunk), 1) if _may_part(*pair)]
    return [chunk[a:b] for a, b in pairwise([0, *cuts, len(chunk)])]


def _may_part(before: str, after: str) -> bool:
    """Whether a line may break between two characters that no space parts."""
    if after in _NEVER_FIRST or before in _NEVER_LAST or unicodedata.category(after)[0] == "M":
        return False
    return bool(_UNSPACED.match(before) or _UNSPACED.match(after))


def _is_only_marks(text: str) -> bool:
    return not text.strip(_TERMINALS + _END_QUOTES)
