"""How much of the work of asking a model is done, counted in tokens that are written."""

from __future__ import annotations

from msgspec import Struct

# Reading a token takes about so much of the time of writing one.
_READ = 0.35
# Tokens of a prompt that models read at a time.
_BATCH = 256


class _Planned(Struct, frozen=True):
    """What a question is counted on to cost."""

    read: float = 0.0
    answer: float = 0.0

    @property
    def cost(self) -> float:
        return self.read + self.answer


class Effort:
    """The questions that are to be asked, and how far they are answered.

    What is asked without having been planned does not move the progress.
    """

    def __init__(self) -> None:
        self._plans: dict[str, list[_Planned]] = {}
        self._planned = 0.0
        self._done = 0.0
        self._current = _Planned()
        self._read = self._written = 0.0

    @property
    def fraction(self) -> float:
        """The part of all that was planned that is done, 0 to 1."""
        written = min(self._written, self._current.answer)
        return (self._done + self._read + written) / max(self._planned, 1.0)

    def plan(self, kind: str, *, read: float, answer: float) -> None:
        """Count on a question.

        Args:
            kind: What kind of question.
            read: About how many tokens the model is to read that it has not read before.
            answer: About how many it writes.
        """
        planned = _Planned(_READ * read, answer)
        self._plans.setdefault(kind, []).append(planned)
        self._planned += planned.cost

    def leave_out(self, kind: str) -> None:
        """Count no longer on the questions of this kind that were planned and not asked."""
        self._planned -= sum(planned.cost for planned in self._plans.pop(kind, ()))

    def begin(self, kind: str) -> None:
        """A question of this kind is being asked."""
        plans = self._plans.get(kind)
        self._current = plans.pop(0) if plans else _Planned()

    def hear(self, piece: str) -> None:
        """Note a piece of the answer; an empty one is a sign of each batch of a prompt."""
        if piece or self._written:
            self._read = self._current.read
            self._written += bool(piece)
        else:
            self._read = min(self._current.read, self._read + _READ * _BATCH)

    def end(self) -> None:
        """The question is answered."""
        self._done += self._current.cost
        self._current = _Planned()
        self._read = self._written = 0.0
