"""How each language asks who somebody is."""

import re

_ASKS = {
    "en": r"\b(?:who(?:'s|s| is| was)|tell me (?:\w+ )?about|(?:anything|something|know|more|hear) about|"
    r"introduce|what (?:does|can) \w+ (?:do|offer)|what(?:'s| is) \w+ like)\b",
    "de": r"\b(?:wer (?:ist|war|wäre)|was (?:macht|kann) (?:die |der |denn )?\w+|"
    r"(?:erzähl\w*|sag\w*|wissen|weißt|mehr|etwas|was) (?:\w+ ){0,2}(?:über|von|zu)|stell\w* .* vor)\b",
    "fr": r"\b(?:qui (?:est|c'est)|c'est qui|(?:qu'est-ce )?que fait|parle\w*(?:[- ]moi)? d[e']|présente\w*)",
    "es": r"\b(?:quién es|quien es|qué hace|háblame|hábleme|cuéntame|cuénteme|sobre)\b",
    "it": r"\b(?:chi (?:è|e'|sarebbe)|(?:che )?cosa fa\b|parl\w*mi di\b|mi parl\w+ di\b|dirmi .*\bdi\b)",
    "he": r"(?<!\w)(?:מי (?:זה|זו|זאת|היא|הוא)|מי(?= \S+\?)|ת?ספר\w* לי על|מה עוש[הא])",
    "ar": r"(?<!\w)(?:من (?:هو|هي)|مين|من(?= \S+؟)|(?:حدث|خبر)(?:ني|يني) عن|احكي?\S* ?لي عن|"
    r"ماذا (?:ي|ت)عمل|شو ب?(?:ي|ت)عمل)",
}
_PATTERNS = {language: re.compile(pattern) for language, pattern in _ASKS.items()}


def asks_who_somebody_is(text: str, language: str) -> bool:
    """ "Who is Dana?", "tell me about Dana": of a text that names somebody."""
    return bool(_PATTERNS[language].search(text.casefold().replace("’", "'")))
