"""Whether somebody says that they cannot come: a word for not being able, and one for coming, or the other
way round. Pure.

What it means only the conversation tells: where an appointment stands, that one is given up.
"""

import re
from functools import cache

from msgspec import Struct

from agent.languages.patterns.compiled import compiled
from agent.mentions.own_appointment.words import BY_MISTAKE


class ComingWords(Struct, frozen=True):
    """Regular expressions of one language. cannot: that one is not able, or does not; come: what one would
    do; phrases: what says both in one."""

    cannot: str
    come: str
    phrases: str = "(?!)"


STRAIGHT = str.maketrans("’´`", "'''")
WORDS = {
    "en": ComingWords(
        cannot=r"can'?t|cannot|can not|won'?t|(?:not|never) (?:gonna|going to|able to|be able to)|unable to|"
        r"don'?t think i(?:'?ll| can| will)?(?: be able to)?|doubt i(?:'?ll| can)?|struggl\w+ to|"
        r"no longer",
        come=r"make|come|coming|attend|be there|get there|turn up|show up|manage|do (?:it|that)|"
        r"need(?:ing)?",
        phrases=r"cry(?:ing)? off|pull(?:ing)? out|count me out|"
        r"give (?:it|this|that|(?:my|the) \w+|\w+day) a miss|"
        r"not coming|can'?t do (?=\W*$)",
    ),
    "de": ComingWords(
        cannot=r"(?:schaff|kann|könn|komm|kimm|pack|derpack|erschein)\w*(?: [\w']+){0,5}? "
        r"(?:nicht|ned|net|nich|nimmer|nie)",
        come=r"kommen|schaffen|erscheinen|wahrnehmen|da sein",
        phrases=r"(?:schaff|komm|kimm|pack|derpack)\w*(?: [\w']+){0,5}? (?:nicht|ned|net|nich|nimmer)|"
        r"wird(?: [\w']+){0,4}? (?:nix|nichts|doch nichts)|"
        r"(?:könnts|könnt ihr|können sie|kannst)(?: [\w']+){0,3}? vergessen",
    ),
    "fr": ComingWords(
        cannot=r"(?:peu[xt]|pourr\w+|pouvons|vais|va) (?:plus|pas)|(?:n'?e? ?)?(?:arriv\w+|réussir\w*) pas",
        come=r"venir|passer|être là|assister|m'y rendre|honorer",
        phrases=r"(?:viens|vien(?:t|drai|drons)|serai|serons) (?:plus|pas)|"
        r"(?:un )?(?:empêchement|contretemps)",
    ),
    "es": ComingWords(
        cannot=r"no (?:voy a|vamos a|puedo|podr[eé]|podemos|alcanzo a|creo que)(?: poder)?",
        come=r"ir|venir|llegar|asistir|acudir|pueda|llegue|vaya",
        phrases=r"(?:ya )?no (?:voy|vamos|llego|alcanzo)(?= *(?:$|[.,!;]|el |a ir))|un imprevisto",
    ),
    "it": ComingWords(
        cannot=r"non (?:riesco|posso|potr[òo]|possiamo|credo di|penso di)(?: più)?(?: a| di)?",
        come=r"venire|passare|esserci|farcela|presentarmi",
        phrases=r"non (?:ce la facci\w+|vengo|verr[òo]|ci sar[òo]|ci sono)|dare buca|un imprevisto|"
        r"(?:salta|saltato) tutto",
    ),
    "he": ComingWords(
        cannot=r"לא (?:אוכל|אצליח|יכול\w*|מצליח\w*|מסתדר\w*)(?: כבר)?",
        come=r"להגיע|לבוא|להיות|לי",
        phrases=r"לא (?:אגיע|אבוא|מגיעה?|באה?|יוצא לי|מסתדר לי|אהיה)",
    ),
    "ar": ComingWords(
        cannot=r"(?:ما|مش|مو|لن|لا|ماني) (?:رح |راح |عاد )?(?:[اأ]قدر|بقدر|قادر\w*|فيني|[اأ]ستطيع)",
        come=r"[اأ]?جي|[اأ]حضر|الحضور|القدوم|[اأ]وصل|[اأ]لحق",
        phrases=r"(?:ما|مو|مش|لن) (?:رح |راح )?(?:[اأ]جي|[اأ]حضر|جاي\w*)|[اأ]عتذر عن|"
        r"طلع ?لي (?:شغل|سفر|ظرف)\w*",
    ),
}  # fmt: skip


def says_cannot_come(text: str, language: str) -> bool:
    """English is understood beside every language."""
    lowered = text.casefold().translate(STRAIGHT)
    return any(_pattern(name).search(lowered) for name in dict.fromkeys((language, "en")))


def booked_by_mistake(text: str, language: str) -> bool:
    """English is understood beside every language."""
    lowered = text.casefold().translate(STRAIGHT)
    ways = (BY_MISTAKE[name] for name in dict.fromkeys((language, "en")))
    return any(compiled(rf"(?<!\w)(?:{one})").search(lowered) for one in ways)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    of = WORDS[language]
    return re.compile(rf"(?<!\w)(?:(?:{of.cannot})(?: [\w']+){{0,3}}? (?:{of.come})|{of.phrases})(?!\w)")
