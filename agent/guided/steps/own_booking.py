"""A question of one's own booking, known by its parts: who has it, what it is, and where it stands. Pure."""

import re
from functools import cache

from msgspec import Struct


class OwnBookingWords(Struct, frozen=True):
    """Regular expressions of one language. ``have``: it is said that it is one's own; ``thing``: what is
    booked; ``am`` and ``booked``: how one is written down oneself; ``stands``: whole phrases that ask whether
    it still is; ``then``: what may follow and leaves it the same question."""

    have: str
    thing: str
    am: str
    booked: str
    stands: str
    then: str


PARTS = {
    "en": OwnBookingWords(
        have=r"do (?:i|we)(?: \w+)? have|have (?:i|we) got|what do (?:i|we) have",
        thing=r"appointments?(?: booked)?|bookings?|reservations?|(?:any|some)thing (?:booked|scheduled|reserved)|a slot booked",
        am=r"am i|are we|is my name",
        booked=r"booked(?: in)?|on the list|on your list|in the (?:calendar|book|diary|system)|down|registered|signed up|scheduled",
        stands=r"(?:is|does) my (?:appointment|booking|reservation) (?:still )?(?:on|valid|stand|stands|there)|what(?:'s| is| are) my (?:appointments?|bookings?)|"
        r"(?:what|which) (?:appointments?|bookings?) (?:do|have) (?:i|we)(?: have| got)?|when am i (?:booked|due)|is there (?:an?|any) (?:appointment|booking) for (?:me|us)",
        then=r"today|tomorrow|on|at|for|with you|now|already|this|next|here|yet",
    ),
    "de": OwnBookingWords(
        have=r"hab(?:e)? ich|haben wir",
        thing=r"termine?|buchung(?:en)?|reservierung(?:en)?|(?:et)?was (?:gebucht|reserviert|ausgemacht|vereinbart)",
        am=r"bin ich|sind wir|steh(?:e)? ich|stehen wir",
        booked=r"gebucht|eingetragen|angemeldet|eingeplant|vorgemerkt|registriert|im (?:kalender|buch|system)|auf der liste|dran",
        stands=r"(?:steht|gilt|bleibt) (?:mein|der|unser) termin(?: noch| weiterhin)?|(?:welche|was für) (?:termine|buchungen) habe? ich|gibt es (?:einen|den) termin für (?:mich|uns)",
        then=r"heute|morgen|übermorgen|am|um|bei (?:ihnen|euch)|für mich|für uns|schon|noch|jetzt|gebucht|eingetragen|diese\w*|nächste\w*",
    ),
    "fr": OwnBookingWords(
        have=r"ai-je|j'ai|avons-nous|on a|nous avons",
        thing=r"rendez-vous|rdv|réservations?|réservé|quelque chose de (?:réservé|prévu)",
        am=r"suis-je|je suis|sommes-nous|nous sommes|mon nom est",
        booked=r"inscrite?s?|réservée?s?|notée?s?|prévue?s?|enregistrée?s?|sur la liste|dans l'agenda",
        stands=r"(?:mon|le) (?:rendez-vous|rdv) (?:tient|est-il maintenu|est maintenu)(?: toujours)?|quels? (?:rendez-vous|rdv) ai-je|(?:ma|la) réservation est(?:-elle)? (?:bien )?passée",
        then=r"aujourd'hui|demain|le|à|chez vous|avec vous|pour moi|déjà|bien|quand|cette|prochain\w*|lundi|mardi|mercredi|jeudi|vendredi|samedi",
    ),
    "es": OwnBookingWords(
        have=r"tengo|tenemos|me queda",
        thing=r"citas?|reservas?|algo (?:reservado|agendado|apuntado)",
        am=r"estoy|estamos|quedé|quedo|mi nombre está",
        booked=r"apuntad[oa]s?|reservad[oa]s?|agendad[oa]s?|anotad[oa]s?|inscrit[oa]s?|en la (?:lista|agenda)",
        stands=r"(?:sigue|está|queda) (?:en pie|vigente|confirmad[oa]) (?:mi|la) (?:cita|reserva)|qué (?:citas|reservas) tengo|cuándo tengo (?:la |mi )?cita",
        then=r"hoy|mañana|el|a las|con (?:ustedes|vosotros)|para mí|ya|esta|este|próxim\w*",
    ),
    "it": OwnBookingWords(
        have=r"ho|abbiamo",
        thing=r"appuntament[oi]|prenotazion[ei]|qualcosa di (?:prenotato|fissato)|prenotato",
        am=r"sono|risulto|siamo|il mio nome è",
        booked=r"prenotat[oaie]|segnat[oaie]|iscritt[oaie]|registrat[oaie]|in (?:lista|agenda)|sulla lista",
        stands=r"(?:il mio|l') ?appuntamento (?:è )?(?:ancora )?(?:valido|confermato|in piedi)|che appuntamenti ho|quali appuntamenti ho",
        then=r"oggi|domani|il|alle|da voi|con voi|per me|già|questa|questo|prossim\w*",
    ),
    "he": OwnBookingWords(
        have=r"יש לי|קבוע לי|נקבע לי|רשום לי|יש לנו",
        thing=r"תור(?:ים)?|הזמנ(?:ה|ות)|פגישה|משהו (?:קבוע|מוזמן)",
        am=r"אני|אנחנו|השם שלי",
        booked=r"רשומ?[הים]*|מוזמנ?(?:ת|ים)?|משובצת?|קבועה?|ברשימה|ביומן|במערכת",
        stands=r"(?:ה?תור|ההזמנה) (?:שלי )?(?:עדיין )?(?:בתוקף|עומד|עומדת|עברה|נקלטה|נקלט)|(?:איזה|אילו) תורים יש לי|מה התורים שלי",
        then=r"היום|מחר|ב\S*|אצלכם|כבר|עדיין|השבוע",
    ),
    "ar": OwnBookingWords(
        have=r"عندي|لدي|لدينا|عندنا|في لي",
        thing=r"(?:ال)?(?:موعد|مواعيد|حجز|حجوزات)|شيء محجوز",
        am=r"(?:أنا|انا|اسمي|نحن)",
        booked=r"محجوزة?|مسجلة?|مسجّلة?|مدرجة?|في القائمة|على القائمة",
        stands=r"ما هي (?:مواعيدي|حجوزاتي)|(?:موعدي|حجزي) (?:ما زال |لا يزال )?(?:قائم|ساري|قائما|ثابت)|هل حجزت|متى (?:موعدي|حجزي)",
        then=r"اليوم|غدا|غدًا|بكرة|يوم|الساعة|عندكم|بعد",
    ),
}  # fmt: skip


def asks_for_own_booking(text: str, language: str) -> bool:
    """Whether a lower-case text says that something is booked for whoever writes; in some languages its mark
    tells the question."""
    return bool(_pattern(language).search(text))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    of = PARTS[language]
    gap, end = r"(?:\s+[\w']+){0,2}?", rf"(?=\W*$|[\s,]+(?:{of.then})(?!\w))"
    return re.compile(
        rf"(?<!\w)(?:(?:{of.have}){gap}\s+(?:{of.thing}){end}|(?:{of.am}){gap}\s+(?:{of.booked}){end}|(?:{of.stands})(?!\w))"
    )
