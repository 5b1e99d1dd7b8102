"""Sentences that announce a topic, and those that look like it and say something."""

from __future__ import annotations

import pytest

from svs_desktop.pipeline.writing.about_itself import is_about_itself


@pytest.mark.parametrize(
    "sentence",
    [
        "The last part is about what the tides do.",
        "The speaker discusses the role of the sun.",
        "Finally, the speaker talks about spring tides.",
        "This section covers the energy of the tides.",
        "In the last part, the speaker explains how mills used the tides.",
        "The second part of the talk describes the shape of the coast.",
        "The talk then turns to the sun.",
        "The third part brings in the sun.",
        "The lecture ends with a look at tidal power.",
        "Der letzte Teil handelt von der Nutzung der Gezeiten.",
        "Im zweiten Teil geht es um die Rolle der Sonne.",
        "Der Sprecher erklärt die Entstehung der Gezeiten.",
        "Schließlich beschreibt der Vortrag die Küste.",
        "In diesem Vortrag geht es um Ebbe und Flut.",
        "Der Referent stellt die Kraftwerke vor.",
        "La última parte trata de las mareas.",
        "El orador habla sobre la luna.",
        "En la segunda parte se habla de la forma de la costa.",
        "Por último, el vídeo describe los molinos de marea.",
    ],
)
def test_an_announcement(sentence: str) -> None:
    assert is_about_itself(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "The moon pulls the sea.",
        "The speaker explains that tides carry energy.",
        "The last part is about the sun, which pulls half as strongly as the moon.",
        "The lecture covers 400 years of mills.",
        "The group discussed the price of the case.",
        "The meeting was about the remote control.",
        "The first part of the river is called Fulda.",
        "The second chapter describes the war.",
        "It is about six hours from high to low tide.",
        "It describes an ellipse around the sun.",
        "The speaker of the parliament resigned.",
        "Der Sprecher sagt, dass der Mond zieht.",
        "Der Vortrag dauert eine Stunde.",
        "Die Gruppe spricht über den Radweg.",
        "Frau Berger schreibt der Schule einen Brief und erklärt den Plan.",
        "El orador dice que la luna atrae el agua.",
        "La señora Romero habla con el ayuntamiento.",
        "La parte del mar que está cerca de la luna sube.",
    ],
)
def test_what_says_something(sentence: str) -> None:
    assert not is_about_itself(sentence)
