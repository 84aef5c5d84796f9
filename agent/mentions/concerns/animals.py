"""Whether a message asks for an appointment for an animal. Pure."""

import re
from functools import cache

ANIMALS = {
    "en": r"dogs?|doggy|pupp(?:y|ies)|cats?|kitt(?:en|ies|y)|pets?|horses?|pon(?:y|ies)|rabbits?|bunn(?:y|ies)|hamsters?|"
    r"guinea pigs?|poodles?|terriers?|labradors?|parrots?",
    "de": r"hund\w*|welpe\w*|katzen?|kater|kätzchen|haustier\w*|pferd\w*|pony|kaninchen|hasen?|hamster|meerschweinchen|"
    r"pudel\w*|dackel\w*|papagei\w*",
    "fr": r"chien(?:ne)?s?|chiot|toutou|chat(?:te|on)?s?|animal|animaux|cheval|poney|lapin|hamster|caniche|perroquet",
    "es": r"perr[oa]s?|perrit[oa]s?|cachorr[oa]s?|gat[oa]s?|gatit[oa]s?|mascotas?|caballo|poni|conejo|hámster|caniche|loro",
    "it": r"can[ei]|cagnolin[oa]|cucciol[oai]|gatt[oai]|gattin[oa]|animal[ei]|cavallo|pony|coniglio|criceto|barboncino|"
    r"pappagallo",
    "he": r"כלב\S{0,2}|גור|גורה|חתול\S{0,2}|חיית? מחמד|סוס|ארנב\S{0,2}|אוגר|פודל|תוכי",
    "ar": r"كلب(?:ي|ة|تي|نا|ه|ها|تنا)?|جرو\S{0,2}|قط(?:ة|تي|تنا|ط|ه)?|بس[ةه]|بستي|بسيني|حصان\S{0,2}|أرنب\S{0,2}|ارنب\S{0,2}|هامستر|حيوان\S{0,3}",
}
# Before the animal for which it is: "for my old dog", "fürn Hund", "لكلبي".
LEADS = {
    "en": r"for (?:my|our|the|a|his|her)(?: \w+)?|my(?: \w+)? needs|can you (?:do|cut|groom|trim|wash) (?:my|our)",
    "de": r"für (?:meine?n?|unsere?n?|den|die|das|eine?n?)(?: \w+)?|fürn|fürs|für'n",
    "fr": r"pour (?:mon|ma|mes|notre|nos|le|la|un|une)(?: \w+)?",
    "es": r"(?:para|pa|a) (?:mi|mis|nuestr[oa]|el|la|un|una)",
    "it": r"(?:per|al|alla|a) (?:(?:il|la) )?(?:mi[oa]|nostr[oa]|un|una|il|la)|per (?:il|la)",
    "he": r"(?:בשביל|עבור) (?:ה|ל)?|ל(?:ה)?",
    "ar": r"(?:عشان|علشان|من أجل|من اجل) |ل|لل",
}
# Those may follow the preposition at once.
JOINED = frozenset({"he", "ar"})


def is_for_animal(text: str, language: str) -> bool:
    """English is understood beside every language."""
    lowered = text.casefold().replace("’", "'")
    return any(_pattern(name).search(lowered) for name in dict.fromkeys((language, "en")))


def names_animal(text: str) -> bool:
    """Whether a business names one, in whatever language: "Hundeschur", "dog grooming"."""
    return bool(_any_animal().search(text.casefold()))


@cache
def _any_animal() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(ANIMALS.values())})(?!\w)")


@cache
def _pattern(language: str) -> re.Pattern[str]:
    space = "" if language in JOINED else " "
    return re.compile(rf"(?<!\w)(?:{LEADS[language]}){space}(?:{ANIMALS[language]})(?!\w)")
