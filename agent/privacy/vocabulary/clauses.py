"""How far a clause tells of one matter: up to a word that begins something else, or that a booking needs."""

from functools import cache

from agent.languages.trades import CONCEPTS
from agent.mentions.everyday_words import forms
from agent.privacy.addresses.kinds import LITTLE
from agent.privacy.calendar_words import CALENDAR_WORDS
from agent.privacy.contacts.digits import DIGIT_WORDS


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


# Somebody else speaks or acts, something is asked or wanted, or it is courtesy.
STOPS = _words(
    "and but so if because or as when while than then can can't cant could couldn't would will won't shall should may might must do does did don't i i'm i've i'd i'll im ive you u you're he she we we're they it it's its this that there",
    "what where which who how why please pls thanks thank thx ta cheers sorry ok okay yes no hi hello have has had got get need want like book booking appointment come coming go cancel move change today tomorrow tonight now later soon",
    "und aber oder wenn weil falls dass ob als sondern kann kannst können könnte könnt darf muss soll will möchte würde werde wird hab habe hat haben hätte ich du er sie es wir ihr man was wann wo wer wie warum welche bitte danke sorry ja nein hallo",
    "brauche bräuchte termin kommen komme absagen verschieben heute morgen jetzt später gleich nachher euch ihnen nicht",
    "et mais ou si car parce donc quand comme est-ce peux peut pouvez pourrais pourrait dois doit veux voudrais ai a ont avez j'ai j'aimerais je j'y tu il elle on nous vous ils c'est ça ce que qui quoi où comment combien merci svp oui non bonjour",
    "besoin rdv rendez-vous venir viens annuler déplacer aujourd'hui demain maintenant pas qu'il",
    "y e o pero si porque aunque cuando como puedo puede pueden podría podrían podemos debo tengo tiene tenemos hay quiero quisiera yo tú él ella nosotros ustedes usted qué quién dónde cómo cuándo cuánto gracias por_favor favor hola sí no",
    "necesito cita venir voy vengo cancelar cambiar mover hoy mañana ahora me",
    "ma se perché quando come posso può potete potrei potrebbe devo deve ho ha hanno abbiamo c'è voglio vorrei io tu lui lei noi voi che chi cosa dove quanto grazie favore ciao no bisogno appuntamento venire vengo disdire spostare oggi domani adesso ora mi",
    "ו או אבל אם כי אז כש אפשר יכול יכולה יכולים אוכל צריך צריכה רוצה אני את אתה הוא היא אנחנו אתם יש אין לי לה לו מה מי מתי איפה איך כמה האם בבקשה תודה שלום כן לא תור לקבוע לבוא לבטל להזיז היום מחר עכשיו",
    "و أو او لكن بس اذا إذا لأن لما لو ممكن بقدر أقدر اقدر لازم بدي أريد اريد انا أنا انت هو هي نحن احنا عندي عنده عندها في ما شو وين كيف متى كم هل شكرا لو_سمحت مرحبا نعم لا موعد احجز اجي الغي بكرا بكرة غدا اليوم هلأ الآن مش",
)
# What leads on to more of the same matter.
LINKS = LITTLE | _words(
    "my his her your our their a an to on with for from since at under over above below behind next left right very really quite pretty so too both is are was been about after before until by against without",
    "mein meine meinem meinen meiner sein seine seinem linken rechten linkes rechtes mit seit nach vor am an im in auf über unter neben hinter bei gegen sehr ganz ist sind war zu ohne links rechts",
    "mon ma mes son sa ses gauche droit droite à avec depuis après avant sur sous dans chez derrière contre très est sont sans pour par",
    "mi mis su sus izquierdo izquierda derecho derecha con desde hace después antes en sobre contra muy es está son a por sin para",
    "mio mia miei mie suo sua destro destra sinistro sinistra con da dopo prima sopra sotto dietro in contro molto è sono a senza per",
    "של שלי שלה שלו במ עם מאז אחרי לפני מ ב על מעל מתחת ליד מאוד ממש את בגלל",
    "من مع بعد قبل فوق تحت جنب على عن كتير جدا لي صار بال منذ",
)
_COPULAS = _words("is are was ist sind war est sont es son è sono")
SINCE = _words(
    "since for from seit depuis desde hace da מאז מ من منذ last letzte letztem letzter dernier dernière pasado scorso scorsa"
)


@cache
def _services() -> frozenset[str]:
    told = (word for names in CONCEPTS.values() for name in names.values() for word in name.split("|"))
    return frozenset(word for name in told for word in name.casefold().split() if word not in LINKS)


def begins_something_else(folded: str, *, is_house: bool) -> bool:
    return folded in STOPS or folded in (_COPULAS if is_house else _services())


def tells_time(folded: str) -> bool:
    return not CALENDAR_WORDS.isdisjoint(forms(folded))


def tells_number(folded: str) -> bool:
    return folded.isdecimal() or all(part in DIGIT_WORDS for part in folded.split("-"))
