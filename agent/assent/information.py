"""Questions that want to know something, and ask for nothing to be different: "what do I have to bring?",
"may I bring my dog?". "Could it be a bit longer?" asks for a change."""

import re

from agent.languages.patterns.compiled import compiled

# How such a question begins, by language; words that stand alone or go on with anything.
BEGINS = {
    "en": r"(?:what|where|how|who)(?:'?s)?|why|which|am i|is there|are there|"
    r"(?:do|does|did|must|should|may|can|have|are|will) (?:i|we|you|u|one|they|he|she)",
    "de": r"was|wo|wohin|woher|wie|wieso|warum|weshalb|wer|wem|wen|welche[nrms]?|womit|muss|müssen|soll|"
    r"sollte|darf|dürfen|gibt es|gibt's|kann ich|kann man|können wir|brauche? ich",
    "fr": r"que|qu'\w+|quoi|où|comment|combien|pourquoi|qui|quel(?:le)?s?|est-ce|faut-il|dois-je|"
    r"devons-nous|doit-on|puis-je|peut-on|je peux|y a-t-il|il y a",
    "es": r"qué|que|dónde|donde|cómo|como|cuánto|por qué|quién|cuál(?:es)?|hay|tengo que|debo|debería|"
    r"puedo|podemos|se puede",
    "it": r"che|cosa|dove|come|quanto|perché|chi|quale|quali|c'è|ci sono|devo|dobbiamo|bisogna|posso|"
    r"possiamo|si può",
    "he": r"מה|איפה|איך|למה|מי|איזה|איזו|אילו|האם|צריך|צריכה|יש|אפשר|מותר|כמה",
    "ar": r"ما|ماذا|شو|أين|اين|وين|كيف|لماذا|ليش|أي|هل|يجب|لازم|كم",
}
# What makes of it a wish for something else.
OTHER = re.compile(
    r"(?<!\w)(?:other|another|different|instead|else|chang\w*|longer|shorter|earlier|later|sooner|more|move|add|"
    r"ander\w*|statt\w*|lieber|länger\w*|kürzer\w*|früher\w*|später\w*|änder\w*|verschieb\w*|verleg\w*|dazu|zusätzlich|mehr|"
    r"autre\w*|plutôt|plus|chang\w*|déplac\w*|ajout\w*|"
    r"otr[oa]s?|más|cambi\w*|antes|después|mejor|añad\w*|"
    r"altr[oaie]|invece|più|prima|dopo|spost\w*|aggiung\w*|"
    r"אחר\w*|במקום|יותר|לשנות|להזיז|להוסיף|מאוחר|מוקדם|"
    r"آخر|أخرى|غير|بدل\w*|أكثر|تغيير|أبكر|لاحقا|نغير|أغير)(?!\w)",
    re.I,
)
OPENING = " ¿¡\"'«„“"
STRAIGHT = str.maketrans("’", "'")


def asks_for_information(text: str, language: str) -> bool:
    """Whether a text is such a question; English is understood beside every language."""
    lowered = text.casefold().translate(STRAIGHT).strip(OPENING)
    patterns = {BEGINS["en"], BEGINS.get(language, BEGINS["en"])}
    is_asked = any(compiled(rf"(?:{pattern})(?!\w)").match(lowered) for pattern in patterns)
    return is_asked and not OTHER.search(lowered)
