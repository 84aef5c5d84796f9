"""A death that a customer tells of: of one of theirs, or of their animal. Known by its parts in one clause: who,
and that they died. Pure."""

import re
from functools import cache

from agent.mentions.beyond_one.relatives import ONE

# Beside relatives: animals, and "somebody in the family".
ANIMALS = {
    "en": r"dogs?|puppy|cats?|kitty|kitten|horse|bunny|rabbit|hamster|bird|parrot|pet|relative|loved one",
    "de": r"hund|hündin|katze|kater|pferd|hase|kaninchen|hamster|vogel|haustier|angehörige[rn]?",
    "fr": r"chien(?:ne)?|chat(?:te)?|cheval|lapine?|hamster|oiseau|animal|un proche",
    "es": r"perr[oa]|gat[oa]|caballo|conejo|hámster|pájaro|mascota|familiar",
    "it": r"can[ei]|cagnolin[oa]|gatt[oa]|cavallo|coniglio|criceto|uccellino|animale|parente|familiare",
    "he": r"ה?כלבה?|ה?חתולה?|ה?סוס|ה?ארנבת?|כלבי|כלבתי|חתולי|חתולתי|קרוב משפחה|חיית המחמד",
    "ar": r"كلبي|كلبتي|قطتي|قطي|حصاني|أرنبي|قريبي|قريب لي|حيواني",
}
DIED = {
    "en": r"died|passed away|passed on|has passed|is dead|was put (?:down|to sleep)|had to be put (?:down|to sleep)",
    "de": r"gestorben|verstorben|ist tot|eingeschläfert|von uns gegangen|entschlafen|starb",
    "fr": r"(?:est|vient de) (?:morte?|décédée?|partie?|mourir|décéder|nous quitter)|décédée?|nous a quittés?",
    "es": r"(?:ha )?(?:muerto|fallecido)|murió|falleció|se me murió|acaba de (?:morir|fallecer)",
    "it": r"(?:è )?(?:mort[oa]|mancat[oa]|decedut[oa]|venut[oa] a mancare|scompars[oa])|ci ha lasciato",
    "he": r"נפטרה?|מתה?|הלכה? לעולמ[והי]\S*|נפטרו",
    "ar": r"توفيت?|توفى|مات|ماتت|انتقلت? إلى رحمة|فارقت? الحياة",
}
# What says it by itself.
TOLD = {
    "en": r"(?:there(?:'s| is| was) a death|lost my (?:{who})|death in (?:the|my) family|(?:a|the|his|her|\w+'s) funeral|in mourning|i lost (?:him|her) (?:today|yesterday|last))",
    "de": r"(?:todesfall|trauerfall|beerdigung|bestattung|(?:meine[nr]?|unsere[nr]?) (?:{who}) verloren|in trauer)",
    "fr": r"(?:un (?:décès|deuil)|en deuil|(?:aux|les|des) obsèques|(?:l'|un )enterrement|(?:perdu) (?:mon|ma|notre) (?:{who}))",
    "es": r"(?:fallecimiento|funeral|velatorio|entierro|de luto|(?:perdí|he perdido|perdimos) (?:a )?(?:mi|nuestr[oa]) (?:{who}))",
    "it": r"(?:un lutto|in lutto|funerale|(?:ho perso|abbiamo perso) (?:mi[oa]|il mio|la mia|nostr[oa])? ?(?:{who}))",
    "he": r"(?:הלוויה|לוויה|יושבת? שבעה|מקרה מוות|אני ב?אבל|איבדתי את (?:{who}))",
    "ar": r"(?:حالة وفاة|جنازة|عزاء|فقدت (?:{who})|في حداد)",
}
# Nobody's death: "my phone died", "I'm dying for a haircut", "dead tired" have no relative in their clause.
CLAUSE = re.compile(r"[.!?;\n،؛؟]")
MOST_WORDS_BETWEEN = 4
OWN = {
    "en": r"(?:my|our|a|his|her)",
    "de": r"(?:mein\w*|unser\w*|ein\w*|sein\w*|ihr\w*|die|der|das)",
    "fr": r"(?:mon|ma|notre|un|une|son|sa)",
    "es": r"(?:mi|nuestr[oa]|un|una|su)",
    "it": r"(?:mi[oa]|il mio|la mia|nostr[oa]|un[oa']?)",
}


def tells_of_a_death(text: str, language: str) -> bool:
    """Whether a text tells that somebody close, or an animal, has died; English is heard beside every
    language."""
    lowered = text.casefold().replace("’", "'")
    return any(
        _pattern(tag).search(clause)
        for tag in dict.fromkeys((language, "en"))
        for clause in CLAUSE.split(lowered)
    )


@cache
def _pattern(language: str) -> re.Pattern[str]:
    relatives = rf"{ONE[language]}|{ANIMALS[language]}"
    own = OWN.get(language)
    who = rf"{own}\s+(?:\w+\s+)?(?:{relatives})" if own else rf"(?:{relatives})"
    gap = rf"(?:\s+[\w']+){{0,{MOST_WORDS_BETWEEN}}}?"
    died, told = DIED[language], TOLD[language].replace("{who}", relatives)
    return re.compile(rf"(?<!\w)(?:{who}(?!\w){gap}\s+(?:{died})|(?:{died}){gap}\s+{who}|{told})(?!\w)")
