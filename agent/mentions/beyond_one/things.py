"""Something that the catalogue does not have, added to a service: "… and a sauna"."""

import re

from msgspec import Struct

from agent.languages.patterns.compiled import compiled
from agent.mentions.beyond_one.words import RemainderWords

# "… and a sauna": something with an article that the catalogue does not have, up to what tells of when or of
# manners.
_NAME = (
    r"(?P<thing>(?!(?:per|for|für|pour|para|de|di|von|of|me|mich|moi|mí)\b)[^\W\d_][\w-]{2,20}(?: "
    r"(?!{end})[^\W\d_]['\w-]{1,20}){0,2}?)"
)
_END = (
    r"(?:please|pls|plz|too|as well|on|at|for|same|this|next|tomorrow|today|if|in|bitte|am|um|an|"
    r"diesen?|nächste\w*|morgen|heute|wenn|svp|stp|s'il|ce|le|à|demain|dans|por favor|porfa|el|este|"
    r"mañana|hoy|a las"
    r"|per favore|per piacere|il|questo|domani|oggi|alle|\w*(?:day|tag|woch)|lundi|mardi|mercredi|"
    r"jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|"
    r"martedì|mercoledì|giovedì|venerdì|sabato|domenica)"
)
_ENDED = rf"(?=\s*(?:$|[.!?])|\s+{_END}(?!\w))"
THING = re.compile(
    r"^\s*(?:also |auch |noch |aussi |también |anche )?(?:a|an|eine?[nm]?r?|'?ne?n?|une?|una|uno|un|"
        r"un')\s*(?<=[\s'])" + _NAME.replace("{end}", _END) + _ENDED
)  # fmt: skip
# Hebrew and Arabic have no article to tell a thing by: there the word that adds must do it.
_WHEN_WRITTEN_ON = (
    r"(?:בבקשה|ב?יום|בשעה|מחר|היום|הפעם|אם|בשבוע|ב-?\d|ב(?:ראשון|שני|שלישי|רביעי|חמישי|שישי|שבת)|לו|لو|من "
    r"فضلك|يوم|بكرة|بكرا|غدا|غدًا|الساعة|اليوم|إذا|هال\w+)"
)
THING_WRITTEN_ON = re.compile(
    rf"^\s*(?P<thing>(?!{_WHEN_WRITTEN_ON})[^\W\d_][\w'-]{{2,20}}(?: "
    rf"(?!{_WHEN_WRITTEN_ON})[^\W\d_][\w'-]{{1,20}}){{0,2}}?)(?=\s*(?:$|[.!?])|\s+{_WHEN_WRITTEN_ON})"
)
ADDS_WRITTEN_ON = re.compile(r"פלוס|ועוד|בתוספת|בצירוף|בנוסף|גם|زائد|إضافة|اضافة|كمان|أيض|ثم|\+|ואחר")
NO_THING_WRITTEN_ON = re.compile(
    r"(?<!\w)(?:שאלה|תזכורת|חניי?ה|קפה|משהו|אחד|אחת|תודה|רוצ\w+|אפשר|צריכ?\w*|אני|לי|שלי|תור|זמן|פעם|"
    r"לא|יותר|قهوة|سؤال|موقف|تذكير|شي|شيء|واحدة?|بدي|أريد|اريد|ممكن|لي|شكر\w*|موعد|وقت|مرة|مش|لا|"
    r"أنا)(?!\w)"
)
# "A cut with a fringe" is one thing; "with a head spa as well" is two.
WITH = frozenset({"with", "mit", "avec", "con", "עם", "مع"})
ADDED = re.compile(
    r"\b(?:as well|too|also|on top|dazu|auch noch|obendrein|obendrauf|zusätzlich|en plus|aussi|"
    r"également|en supplément|también|además|de paso|aparte|anche|pure|in più|inoltre|in aggiunta)\b"
)
NO_THING = re.compile(
    r"\b(?:bit|little|few|while|thank\w*|question|friend|coffee|tea|time|slot|appointments?|lot|day|"
    r"hour|week|different|other|good|nice|new|half|quarter|halbe|demie?|media|mezz[ao]|reminder|"
    r"parking|spot|place|seat|chat|call|confirmation|quote|voucher|gift|drink|dog|park\w*|beleg|"
    r"quittung|erinnerung|gutschein|place de|name|number|termin|frage|kaffee|freund\w*|moment|tag|"
    r"café|amie?|question|rdv|cita|pregunta|amig\w+|domanda|appuntamento|amic\w+|momento|receipt|"
    r"invoice|rechnung|wonderful|great|lovely|schönen|bonne|buen\w*|buon\w*|gran)\b"
)


class MessagePart(Struct, frozen=True):
    """A part of a message between two words that add: ``joined`` is the one before it, ``after`` what follows
    it."""

    text: str
    joined: str
    start: int
    after: str


def added_thing(part: MessagePart, plural: RemainderWords) -> re.Match[str] | None:
    """Something that the catalogue does not have, added to what it has."""
    if ADDS_WRITTEN_ON.search(part.joined):
        thing = THING_WRITTEN_ON.search(part.text)
        is_nothing = NO_THING_WRITTEN_ON
    else:
        is_added = part.joined and (part.joined.strip() not in WITH or _is_added(part))
        thing = THING.search(part.text) if is_added else None
        is_nothing = NO_THING
    if thing is None or is_nothing.search(thing["thing"]):
        return None
    return None if compiled(rf"(?:{plural.kin}|{plural.kins})(?!\w)").match(thing["thing"]) else thing


def _is_added(part: MessagePart) -> bool:
    return bool(ADDED.search(part.text) or ADDED.match(part.after.strip()))
