"""Short meetings in other languages, written for these tests."""

from __future__ import annotations

from svs_desktop.pipeline.sentences import Spoken

GERMAN = """
Guten Morgen zusammen, wir sprechen heute über den neuen Radweg am Fluss.
Die Stadt hat uns dafür zwölftausend Euro gegeben, und das Geld muss bis zum Herbst ausgegeben sein.
Zuerst müssen wir klären, welche Strecke der Radweg nehmen soll.
Frau Berger hat zwei Strecken geprüft, eine direkt am Ufer und eine hinter der alten Mühle.
Am Ufer ist der Boden weich, und bei Hochwasser steht der Weg zwei Wochen lang unter Wasser.
Hinter der Mühle ist der Weg länger, aber er bleibt das ganze Jahr trocken.
Ich finde, ein Radweg, den man im Frühling nicht benutzen kann, hilft niemandem.
Das sehe ich genauso, auch wenn die Strecke am Ufer schöner wäre.
Dann beschließen wir, dass der Radweg hinter der Mühle gebaut wird.
Als Nächstes geht es um die Beleuchtung des Weges.
Laternen an der ganzen Strecke sind zu teuer, sie kosten allein neuntausend Euro.
Wir könnten nur die Kurven beleuchten und sonst helle Steine im Boden verwenden.
Helle Steine gibt es schon am Bahnhof, und die Leute sind damit zufrieden.
Herr Lang fragt bei der Firma am Bahnhof nach, was die Steine gekostet haben.
Er bringt die Zahlen zur nächsten Sitzung mit.
Zum Schluss müssen wir noch über die Schule reden.
Die Schule wünscht sich einen Ständer für fünfzig Fahrräder am Ende des Weges.
Einen so großen Ständer können wir in diesem Jahr nicht bezahlen.
Wir beginnen mit einem Ständer für zwanzig Fahrräder und bauen ihn später aus.
Frau Berger schreibt der Schule einen Brief und erklärt den Plan.
Die nächste Sitzung ist am dritten März, wieder hier im Rathaus.
Vielen Dank, dass alle gekommen sind.
"""

SPANISH = """
Buenas tardes a todos, hoy hablamos de la biblioteca del barrio y de su horario.
Muchos estudiantes piden que la biblioteca abra también por la noche durante los exámenes.
Ahora cierra a las ocho, y a esa hora todas las mesas están llenas.
Para abrir hasta las once necesitamos dos personas más en la entrada.
Dos personas más cuestan mil quinientos euros al mes, y el presupuesto es pequeño.
La señora Romero propone que los propios estudiantes ayuden como voluntarios.
En la universidad lo hacen así desde hace tres años y funciona muy bien.
A mí me preocupa la seguridad, porque por la noche el barrio está vacío.
El guardia del mercado podría pasar por la biblioteca cada hora.
Entonces decidimos abrir hasta las once en junio, con voluntarios y con el guardia.
El segundo tema es la sala de los niños, que necesita una reparación.
Las ventanas no cierran bien y en invierno hace mucho frío.
Cambiar las cuatro ventanas cuesta dos mil euros.
El ayuntamiento paga la mitad si presentamos la solicitud antes de abril.
El señor Vidal prepara la solicitud esta semana.
Mientras tanto, los cuentos para niños se leen en la sala grande.
Por último, hay que comprar libros nuevos.
Los vecinos piden sobre todo novelas y libros de cocina.
También hay quien quiere más libros sobre la historia del barrio.
Este año compramos ochenta libros, y la mitad serán novelas.
La señora Romero hace la lista y la envía a todos antes del lunes.
Gracias por venir, nos vemos el próximo mes.
"""


def spoken(text: str) -> tuple[Spoken, ...]:
    """Each line as a sentence of four seconds."""
    lines = text.strip().splitlines()
    return tuple(Spoken(line, 4.0 * i, 4.0 * i + 4, (i,)) for i, line in enumerate(lines))
