"""Sentences that only tell what a talk is about, and nothing of what it says."""

from __future__ import annotations

import re

# What such a sentence may begin with, who or what does the telling, and how that is put; then
# comes what is told about. Nothing of the kind is said of a group: minutes are about what it does.
_ENGLISH = r"""
    (?:(?:finally|first|firstly|next|then|lastly|in\ conclusion|to\ conclude),?\s+)?
    (?:
        (?:in\ )?(?:the|this)\ (?:\w+\ )?(?:part|section|segment)(?:\ \[?\d+\]?)?
        (?:\ of\ the\ (?:talk|lecture|video|recording|presentation))?,?
      | (?:in\ )?(?:the|this)\ (?:\w+\ )?
        (?:talk|lecture|video|recording|presentation|transcript|excerpts?),?
      | (?:the\ )?(?:\w+\ )?(?:speaker|narrator|presenter|lecturer)
    )\s+
    (?:(?:also|then|first|finally|next|briefly|further|the\ speaker|we)\s+)*
    (?:(?:is|was)\s+(?:all\s+)?about | (?:talks?|talked|spoke|speaks?)\s+about
      | (?:discuss|address|stress)(?:es|ed)? | (?:mention|explain|explor|cover|present)(?:s|es|ed)?
      | (?:describ|introduc|examin|outlin|summari[sz]|conclud|analy[sz])(?:es?|ed)(?:\ with)?
      | (?:deal(?:s|t)|start(?:s|ed)|end(?:s|ed)|beg(?:ins?|an)|finish(?:es|ed)|goes\ on|went\ on)
        \ (?:with|by|to)
      | br(?:ings?|ought)\ in | focus(?:es|ed)?\ on | look(?:s|ed)?\ at | turn(?:s|ed)?\ to)
"""
_GERMAN_TELLER = r"""
    (?:teil|abschnitt|vortrag|video|aufnahme|aufzeichnung|vorlesung|präsentation
      |sprecher(?:in)?|redner(?:in)?|referent(?:in)?|vortragende[r]?|erzähler(?:in)?)
    (?:\s+des\s+vortrags)?
"""
_GERMAN_TELLS = r"""
    (?:handelt\s+(?:auch\s+)?von|behandelt|beschreibt|erklärt|erläutert|erwähnt|diskutiert
      |bespricht|thematisiert|spricht\s+(?:auch\s+)?(?:über|von)|redet\s+über
      |(?:befasst|beschäftigt)\s+sich\s+mit|dreht\s+sich\s+um|stellt(?=.*\bvor\W*$))
"""
_GERMAN = rf"""
    (?:(?:schließlich|zuerst|zunächst|dann|danach|zuletzt|abschließend)\s+)?
    (?:
        (?:der|die|das|dieser|diese|dieses)\s+(?:\w+e[rs]?\s+)?{_GERMAN_TELLER}\s+{_GERMAN_TELLS}
      | {_GERMAN_TELLS}\s+(?:der|die|das)\s+{_GERMAN_TELLER}
      | (?:im|in\s+diese[mr]|in\s+der)\s+(?:\w+\s+)?{_GERMAN_TELLER}\s+
        (?:geht\s+es|dreht\s+es\s+sich|handelt\s+es\s+sich)\s+um
    )
"""
_SPANISH = r"""
    (?:(?:finalmente|por\ último|primero|después|luego|en\ primer\ lugar),?\s+)?
    (?:en\s+)?(?:el|la|este|esta)\s+(?:(?:primer|segund|tercer|últim|siguient)\w*\s+)?
    (?:parte|sección|charla|conferencia|v[ií]deo|grabación|presentación|ponente|orador(?:a)?
      |hablante|narrador(?:a)?|conferenciante|presentador(?:a)?)
    (?:\s+de\s+la\s+(?:charla|conferencia|presentación)|\s+del\s+v[ií]deo)?,?\s+
    (?:(?:también|luego|después|se)\s+)*
    (?:trata\s+(?:de|sobre)|habla\s+(?:de|sobre|del)|explica|describe|aborda|analiza|discute
      |presenta|menciona|termina\s+con|empieza\s+con|comienza\s+con|se\s+centra\s+en)
"""
_TELLING = re.compile(f"(?ix) ^ (?: {_ENGLISH} | {_GERMAN} | {_SPANISH} ) \\s+ (?P<told>.+)")
# Where one of these follows, something is said after all.
_SAYING = re.compile(
    r"(?i)[,;:\u2013\u2014]|\d|\b(?:that|because|since|when|if|so|but|which|dass|weil|wenn|aber|denn"
    r"|sondern|que|porque|cuando|pero)\b"
)
_LONGEST_TOLD = 14


def is_about_itself(sentence: str) -> bool:
    """Whether a sentence names what is talked about, and says nothing about it.

    "The last part is about the tides." does; "The speaker explains that tides carry energy." does
    not. Known for English, German and Spanish; in other languages none is.
    """
    found = _TELLING.match(sentence)
    if not found:
        return False
    told = found["told"]
    return len(told.split()) <= _LONGEST_TOLD and not _SAYING.search(told)
