"""What an owner has written down in another language than the customer's: quoted, and said to be so."""

import re

from babel import Locale

from agent.languages import language_of, locale_of_text

QUOTED = {
    "en": "We have this only in {language}: “{fact}”",
    "de": "Das haben wir nur auf {language}: „{fact}“",
    "fr": "Nous n’avons cela qu’en {language} : « {fact} »",
    "es": "Esto solo lo tenemos en {language}: «{fact}»",
    "it": "Questo l’abbiamo solo in {language}: «{fact}»",
    "he": "זה כתוב אצלנו רק ב{language}: ”{fact}“",
    "ar": "هذا مكتوب لدينا بـ{language} فقط: «{fact}»",
}


# Whoever reads one of these reads no other letters for a sentence of theirs.
SCRIPTS = {"he": re.compile("[\u05d0-\u05ea]"), "ar": re.compile("[\u0621-\u064a]")}


def fact_in(fact: str, locale: str, owners: str) -> str:
    """The fact as it stands where it is in the customer's language, or cannot be told to be in another, else
    quoted. ``owners`` is the locale of the business."""
    own, spoken = language_of(locale), language_of(locale_of_text(fact, locale))
    if own in SCRIPTS and not SCRIPTS[own].search(fact) and spoken == own:
        spoken = language_of(owners)
    if spoken == own:
        return fact
    name = Locale(own).languages.get(spoken, spoken)
    return QUOTED[own].format(language=name, fact=fact.strip())
