"""What a cut or a colour is called after, and the stop somebody gets off at: nobody stands there."""

import re

from agent.privacy.given_names import ordinary_names
from agent.privacy.names.words_too import WORDS_TOO

_CUT = r"coupe|coiffure|carré|frange|corte|peinado|flequillo|taglio|piega|acconciatura|frangia|haircut|cut|fringe|style|schnitt|frisur"
# "Une coupe à la garçonne", "un corte a lo garçon".
_AFTER_WHOM = re.compile(rf"(?<!\w)(?:{_CUT})(?: \w+)? (?:à la|a la|a lo|alla) ?$", re.I)
_COLOURED = re.compile(
    r"(?:^|[ -])(?:gold|blonde?|hair|highlights?|tint|tips|balayage|strähn\w+|haare?|mèches|blond|mechas|reflejos|capelli|riflessi)(?!\w)",
    re.I,
)
_GETS_OFF = re.compile(
    r"(?<!\w)(?:(?:get|getting|got|jump|hop|change) off(?: at)?|change at|(?:come|coming|came|drive|driving|walk|walking)(?: straight)? from|steig\w*(?: ich)?(?: an)?(?: der| dem)?|umsteigen(?: am| in)?|aussteigen(?: am| in)?|fahr\w* (?:bis|von|ab|vom)|"
    r"(?:je |on )?(?:descends?|descendre|sors|sortir)(?: à| a)?|(?:me bajo|bajo|bajar|bajarme) en|(?:scendo|scendere|scendiamo)(?: alla?| a)?|לרדת ב?|יורד\w* ב?|[اأن]نزل(?: عند| ب| على| في)?|بنزل(?: عند| ب| على| في)?)"
    r"(?: [^\W\d_][\w'’]*,? (?:or|oder|ou|o|או|أو|او|ولا)(?: à| at| a| en| in| am| bei)?)? ?$",
    re.I,
)
_STOP = re.compile(
    r"(?<!\w)(?:station|stop|line|tube|tram|bus|train|metro|subway|left or right|haltestelle|bahn|u\d|s\d|linie|arrêt|métro|venir|pour aller|parada|línea|fermata|linea|תחנה|محطة|او بعد\w*|ولا بعد\w*)(?!\w)|[?؟]",
    re.I,
)
_LONGEST = 70


def is_likeness_or_stop(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is whom a cut is called after, the colour of something, or where somebody
    gets off."""
    begins = max(0, start - _LONGEST)
    if _AFTER_WHOM.search(text, begins, start):
        return True
    first = text[start:end].split(maxsplit=1)[0].casefold()
    if first in WORDS_TOO | ordinary_names() and _COLOURED.match(text, start + len(first)):
        return True
    return bool(_GETS_OFF.search(text, begins, start) and _STOP.search(text))
