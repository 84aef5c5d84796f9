"""What somebody tells so that the business knows it when they come: an allergy, a pregnancy, "please note".
Pure."""

import re

from agent.languages.patterns.compiled import compiled

QUESTION = re.compile("[?؟]")
TELLS = {
    "en": r"allerg(?:y|ies|ic)|intoleran\w+|pregnant|asthma\w*|epilep\w+|diabet\w+|pacemaker|wheelchair|"
    r"please (?:make a )?note|for your information|fyi|just so you know",
    "de": r"\w*allerg\w+|\w*unverträglichkeit\w*|schwanger\w*|asthma\w*|epilep\w+|diabet\w+|"
    r"herzschrittmacher|rollstuhl|bitte (?:notieren|vermerken|beachten)|zur info",
    "fr": r"allergi\w+|intoléran\w+|enceinte|asthm\w+|épilep\w+|diabét\w+|pacemaker|fauteuil roulant|"
    r"(?:merci de|veuillez) (?:le )?noter|pour info\w*",
    "es": r"alérgic\w+|alergias?|intoleran\w+|embarazada|asma\w*|epilep\w+|diabétic\w+|marcapasos|"
    r"silla de ruedas|tome nota|(?:tenga|tengan) en cuenta|para su información",
    "it": r"allergi\w+|intolleran\w+|incinta|asma\w*|epile\w+|diabet\w+|pacemaker|sedia a rotelle|"
    r"prenda nota|(?:tenga|tenete) presente|per (?:vostra )?informazione",
    "he": r"(?:ו|ש)?אלרגי\w*|(?:ו|ש)?(?:יש לי )?רגישות|ב?הי?ריון|אסתמה|אפילפסיה|סוכרת\w*|קוצב לב|כיסא גלגלים|"
    r"נא לרשום|תרשמו בבקשה|לידיעתכם",
    "ar": r"(?:و)?(?:ال)?حساسية|أتحسس|حامل|(?:ال)?ربو|(?:ال)?صرع|(?:ال)?سكري|كرسي متحرك|يرجى تسجيل|للعلم",
}


def note_words(text: str, language: str) -> str:
    """The words that make a statement such a note; "" for a question and for anything else. English is
    understood beside every language."""
    if QUESTION.search(text):
        return ""
    for pattern in dict.fromkeys((TELLS[language], TELLS["en"])):
        found = compiled(rf"(?<!\w)(?:{pattern})(?!\w)").search(text.casefold())
        if found is not None:
            return found.group()
    return ""
