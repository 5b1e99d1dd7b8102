"""The ways through a recording: over what a summary rests on, and without the silence."""

from __future__ import annotations

from math import inf

import pytest
from msgspec.structs import replace

from svs_desktop.pipeline.route import Route, Stretch, route_over, route_without_silence
from svs_desktop.pipeline.skim import Proof, skim
from svs_desktop.pipeline.summary import KEY_SENTENCES, Evidence, KeyPoint, Sentence, Summary
from svs_desktop.pipeline.transcript import Segment

NOTHING = Summary("Tides", (), (), "en", 600.0, "base", KEY_SENTENCES, 0)


def sentence(text: str, *moments: tuple[float, float]) -> Sentence:
    return Sentence(text, tuple(Evidence(*moment) for moment in moments))


def point(text: str, start: float, end: float) -> KeyPoint:
    return KeyPoint(text, Evidence(start, end))


SUMMARY = replace(
    NOTHING,
    paragraphs=(
        (sentence("Late.", (300.0, 310.0), (20.0, 24.0)), sentence("Early.", (10.0, 14.0))),
        (sentence("Both.", (12.0, 18.0)), sentence("Nothing.", (50.0, 50.0)), sentence("None.")),
    ),
    key_points=(point("Point.", 100.0, 104.0), point("Late.", 300.0, 310.0)),
    decisions=(point("Decided.", 110.0, 112.0),),
    action_items=(point("To do.", 500.0, 503.0),),
)


def test_a_skim_has_each_moment_once_in_the_order_of_time() -> None:
    made = skim(SUMMARY)

    assert made.proofs == (
        Proof(10.0, 14.0, "Early."),
        Proof(12.0, 18.0, "Both."),
        Proof(20.0, 24.0, "Late."),
        Proof(100.0, 104.0, "Point."),
        Proof(110.0, 112.0, "Decided."),
        Proof(300.0, 310.0, "Late."),
        Proof(500.0, 503.0, "To do."),
    )
    starts = [round(stretch.start, 3) for stretch in made.route.stretches]
    ends = [round(stretch.end, 3) for stretch in made.route.stretches]
    assert starts == [9.8, 19.8, 99.8, 109.8, 299.8, 499.8]
    assert ends == [18.3, 24.3, 104.3, 112.3, 310.3, 503.3]
    assert made.route.length_s == pytest.approx(8.5 + 4.5 + 4.5 + 2.5 + 10.5 + 3.5)


def test_a_skim_leaps_from_moment_to_moment_and_ends() -> None:
    route, heard, second = skim(SUMMARY).route, [], 0.0
    while (there := route.leap(second)) != inf:
        if there is not None:
            heard.append(round(there, 3))
            second = there
        second += 0.05

    assert heard == [9.8, 19.8, 99.8, 109.8, 299.8, 499.8]
    assert second == pytest.approx(503.3, abs=0.06)


def test_a_skim_says_what_is_being_proven() -> None:
    made = skim(SUMMARY)

    def text(second: float) -> str:
        number = made.number_at(second)
        return "" if number is None else made.proofs[number].text

    assert [text(s) for s in (9.8, 11.0, 12.5, 17.0, 18.3)] == [
        "Early.", "Early.", "Both.", "Both.", "Both.",
    ]  # fmt: skip
    assert [text(s) for s in (19.8, 60.0, 99.8, 502.0, 590.0)] == [
        "Late.", "", "Point.", "To do.", "",
    ]  # fmt: skip


def test_what_rests_on_nothing_cannot_be_skimmed() -> None:
    made = skim(NOTHING)

    assert made.proofs == ()
    assert made.route.length_s == 0.0
    assert made.route.leap(0.0) == inf
    assert made.number_at(0.0) is None


def test_how_much_is_left() -> None:
    route = Route([Stretch(10.0, 20.0), Stretch(40.0, 45.0)])

    assert [route.left_s(s) for s in (0.0, 10.0, 15.0, 30.0, 44.0, 50.0)] == [15, 15, 10, 5, 1, 0]


def test_short_leaps_are_not_worth_it() -> None:
    route = route_over([Stretch(5.0, 6.0), Stretch(0.1, 2.0), Stretch(2.9, 4.1), Stretch(0.5, 1.0)])

    assert route.stretches == (Stretch(0.0, 6.3),)


def test_silence_between_segments_is_leapt_over() -> None:
    said = [Segment(8.0, 10.0, "a"), Segment(10.9, 12.0, "b"), Segment(15.0, 16.0, "c")]
    route = route_without_silence(said)

    assert route.leap(0.0) is None  # what comes before the talk, music say, is heard
    assert route.leap(10.5) is None
    assert route.leap(12.2) is None
    assert route.leap(12.31) == pytest.approx(14.8)
    assert route.leap(17.0) is None
    assert route.leap(1e9) is None
    assert route_without_silence([]).leap(5.0) is None
