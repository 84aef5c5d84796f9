"""A service that is named in a question, and not wished for: "does dyeing sting?", "do you cut children's
hair?". Pure."""

import re
from functools import cache

from msgspec import Struct

STRAIGHT = str.maketrans("’´`", "'''")
QUESTION = re.compile("[?؟]")
# Whoever laughs asks for fun.
LAUGHS = re.compile(
    r"[😂🤣😹]|(?<!\w)(?:lo+l|lmao|rofl|(?:ha){2,}h?|(?:ja){2,}j?|(?:he){2,}|mdr+|ptdr|חח+|ههه+)(?!\w)", re.I
)


# What people begin a further question with.
LEADING = re.compile(
    r"^(?:(?:ah|oh|eh|uh|um|hm+|ach|och|ay|and|und|et|y|e|also|so|but|aber|mais|pero|ma|btw|by the way|übrigens|au fait|"
    r"por cierto|a proposito|one more thing|noch was|ah et|اه|طيب|אה)[ ,:]+)+"
)
CHILDREN = re.compile(
    r"(?<!\w)(?:child(?:ren)?|kids?|toddlers?|bab(?:y|ies)|little ones?|\d ?(?:year|yr)s?[- ]olds?|kinder\w*|kind|kleinkind\w*|enfants?|"
    r"petits?|bébés?|niñ[oa]s?|bebés?|chic[oa]s?|bambin[ioa]|figli[oa]|bimb[ioa]|ה?ילדים|ה?ילדה?(?: של\w+)?|תינוק\w*|קטנים|"
    r"و?(?:ال|لل|ل)?(?:[أا]ولاد|ولاد|[أا]طفال|طفل|صغار|ولد|ابني|بنتي))(?!\w)"
)
OFFERS = re.compile(
    r"(?<!\w)(?:do (?:you|yous|they|u)|can (?:you|u|i bring)|(?:are|is) (?:\w+ )?(?:welcome|ok|okay|allowed)|from what age|how old|"
    r"(?:macht|machen|schneidet|schneiden|nehmt|nehmen|dürfen|darf|gehen|geht|ab welchem alter)\w*|(?:mitbringen|mitnehmen|mitkommen)|"
    r"(?:vous|tu) (?:coupez|coiffez|prenez|faites|acceptez|coupes)|(?:amener|emmener)|à partir de quel âge|"
    r"(?:cort|atiend|peina|acept|hac)(?:an|en|áis|éis|ís)\b|a partir de qué edad|puedo (?:traer|llevar)|"
    r"(?:tagliate|fate|prendete|accettate|fanno|si può|da che età)|posso portare|אתם (?:מספרים|מקבלים|עושים)|אפשר (?:לבוא|להביא)|מאיזה גיל|"
    r"و?ب?ت?(?:بتقصو\w*|تقصون|بتستقبلو\w*|تستقبلون|بتعملو\w*|بتاخدو\w*|بتحلقو\w*|من اي عمر))(?!\w)"
)


class ServiceQuestionWords(Struct, frozen=True):
    """Regular expressions of one language. asks: how a sentence begins that asks what the business does or
    what is so. wants: what makes a wish of it. what: that it is asked what a service is."""

    asks: str
    wants: str
    what: str


WORDS = {
    "en": ServiceQuestionWords(
        asks=r"(?:so |and |but |also |ok(?:ay)? |hi |hey |hello )?(?:do|does|did|is|are|was|will|would|should|which|what(?:'?s| is| does| do)?|how|why|who|where|when|can|could|may|has|have) ",
        wants=r"please|pls|plz|want|wanna|need|would like|'d like|book|reserve|(?:get|have|fit|grab|schedule) (?:me|us|a|an|my|in)\b|do (?:me|us|my)\b|come in|looking for|do (?:you|u) have|have (?:you|u) got|got any|(?:any|a) (?:time|slot|space|chance)|available|free\b|appointments?|possible|today|tomorrow",
        what=r"what(?:'?s| is| does| do)?\b|included|include|consist|proper|exactly|deep tissue|kind of|type of|with (?:oil|shampoo|wash)",
    ),
    "de": ServiceQuestionWords(
        asks=r"(?:und |aber |also |hallo |hi )?(?:ist|is|sind|macht|machen|könnt|können|kann|darf|dürfen|muss|habt|haben|schneidet|schneiden|färbt|wie|was|welche\w*|wer|warum|tut|gibt|bietet|bieten|geht das|seid|wird|werden|verwendet|nehmt|benutzt|wieviel|wann|wo) ",
        wants=r"bitte|brauch\w*|bräucht\w*|möcht\w*|will|wollen|würde|hätt\w*|gern\w*|buch\w*|reservier\w*|termin\w*|frei\b|platz|zeit|heute|morgen|(?:kann|könnte|darf) ich (?:\w+ )?(?:kommen|buchen|haben|vorbei)",
        what=r"was\b|dabei|inbegriffen|beinhaltet|enthalten|genau|welche art|mit öl",
    ),
    "fr": ServiceQuestionWords(
        asks=r"(?:et |mais |alors |bonjour,? |salut,? )?(?:est-ce|c'est|vous|tu|on peut|peut-on|il y a|ya|y a|qu'est|que|quel\w*|combien|quand|comment|pourquoi|qui|ça|faites|savez|avez|le|la|l'|les|un|une) ",
        wants=r"svp|s'il (?:vous|te) pla[iî]t|voudr\w+|veux|aimer\w+|souhait\w+|besoin|réserv\w+|prendre|rdv|rendez-vous|faudrait|cherche|dispo\w*|libre|place|créneau|aujourd'hui|demain|pour (?:moi|ma|mon)",
        what=r"qu'est|quoi|comprend|inclus\w*|consiste|exactement|genre|avec (?:huiles?|shampo)",
    ),
    "es": ServiceQuestionWords(
        asks=r"(?:y |pero |hola,? |oye,? )?(?:¿|es|está|son|hay|hac[ée]is|hacen|hace|cort[áa]is|cortan|ten[ée]is|tienen|se puede|pued[oe]n?|qué|que|en qué|en q|q|cómo|cuál|cu[áa]nt[oa]s?|cuándo|dónde|quién|por qué|duele|lleva|incluye|us[áa]is|usan|cog[ée]is) ?",
        wants=r"por favor|porfa|xfa|quier\w+|quisi\w+|necesit\w+|gustaría|reserv\w+|cita|citas|apunt\w+|turno|dame|ponme|busco|libre|hueco|hora\b|hoy|mañana|para (?:mí|mi)",
        what=r"(?:en )?(?:qué|q|que) (?:consiste|es|lleva|incluye)|incluye|incluid\w+|exactamente|tipo de",
    ),
    "it": ServiceQuestionWords(
        asks=r"(?:e |ma |ciao,? |scusa,? )?(?:è|sono|fate|avete|siete|si può|posso|potete|c'è|ci sono|che cosa|cosa|che|come|quant[oaie]|quando|dove|quale|chi|perché|fa|usate|serve|nel|nella|la|il|lo|le) ",
        wants=r"per (?:favore|piacere)|vorr\w+|vogli\w+|bisogno|prenot\w+|appuntament\w+|mi serve|fissare|libero|liberi|posto|orari\w*|oggi|domani|per (?:me|mi[ao])",
        what=r"(?:che )?cosa\b|compres\w+|incluso|inclusa|include|consiste|esattamente|che tipo|tipo|c'è anche",
    ),
    "he": ServiceQuestionWords(
        asks=r"(?:ו|אבל |היי,? |שלום,? )?(?:האם|אתם|אתן|את|אתה|יש|זה|מה|איך|כמה|מתי|איפה|איזה|מי|למה|אפשר|מותר|ה\S+) ",
        wants=r"בבקשה|רוצ\S+|צריכ\S+|צריך|אשמח|לקבוע|תקבעי?|להזמין|תור|תורים|לבוא|בא לי|מקום|פנוי\S*|היום|מחר|עבורי",
        what=r"מה (?:זה|כולל|בדיוק|יש)|כולל|בדיוק|איזה סוג",
    ),
    "ar": ServiceQuestionWords(
        asks=r"(?:و|بس |مرحبا،? )?(?:هل|شو|وين|أين|اين|كم|متى|ما|ماذا|كيف|مين|ليش|في|فيه|ب?ت\S+|بتعمل\S*|عندكم|ممكن|ال\S+) ",
        wants=r"لو سمحت\S*|من فضلك\S*|[أا]ريد|عايز\S*|بدي|بدنا|حاب\S*|محتاج\S*|[أا]?حجز\S*|موعد|مواعيد|فاضي|متاح\S*|اليوم|بكرا|غدا",
        what=r"(?:شو|ما|ماذا) (?:هو|هي|بتعمل\S*|يشمل|تشمل|في)|يشمل|بالضبط|نوع",
    ),
}  # fmt: skip


def asks_of_service(text: str, language: str) -> bool:
    """Whether a text that names a service asks about it, and says nothing of wanting it."""
    lowered = _lower(text)
    names = dict.fromkeys((language, "en"))
    if any(_pattern(name, "wants").search(lowered) for name in names):
        return False
    return bool(QUESTION.search(text)) or any(_pattern(name, "asks").match(lowered) for name in names)


def begins_as_question(text: str, language: str) -> bool:
    """Whether a text begins as a question does; in some languages statements do too, so that only what is
    known to be asked about counts."""
    return bool(_pattern(language, "asks").match(LEADING.sub("", _lower(text))))


def asks_about_children(text: str) -> bool:
    """Whether it is asked if children are welcome: "do you cut kids' hair?", "my little one is three, is that
    ok?"."""
    lowered = _lower(text)
    return bool(CHILDREN.search(lowered) and OFFERS.search(lowered))


def asks_what_it_is(text: str, language: str) -> bool:
    """Whether a question is what a service is or has in it."""
    lowered = _lower(text)
    return any(_pattern(name, "what").search(lowered) for name in dict.fromkeys((language, "en")))


def laughs(text: str) -> bool:
    return bool(LAUGHS.search(text))


def _lower(text: str) -> str:
    return text.casefold().translate(STRAIGHT).strip(" ¿¡")


@cache
def _pattern(language: str, part: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{getattr(WORDS[language], part)})(?!\w)"
        if part != "asks"
        else getattr(WORDS[language], part)
    )
