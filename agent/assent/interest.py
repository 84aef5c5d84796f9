"""Whether a whole message says "why not": interest in what is offered, and no plain yes to a summary.
Pure."""

from functools import cache

from agent.assent.kinds import grammar_of
from agent.assent.phrase import BESIDE, SOFT, WEAK, YES
from agent.assent.tokens import words_of

WHY_NOT = {
    "en": "why not|why wouldnt i|why ever not|dont see why not|i dont see why not|cant see why not|"
    "sounds tempting|could be|could do",
    "de": "warum nicht|warum eigentlich nicht|wieso nicht|"
    "wieso eigentlich nicht|weshalb nicht|spricht nichts dagegen|"
    "da spricht nichts dagegen|klingt verlockend|könnte passen|könnte gehen",
    "fr": "pourquoi pas|et pourquoi pas|je ne vois pas pourquoi pas|ça se tente|ça peut le faire|"
    "ça pourrait le faire",
    "es": "por qué no|y por qué no|no veo por qué no|podría ser|puede ser|suena tentador",
    "it": "perché no|e perché no|non vedo perché no|potrebbe andare|può darsi|si può fare",
    "he": "למה לא|ולמה לא|למה שלא|אין סיבה שלא|יכול להיות|נשמע מפתה",
    "ar": "ليش لا|لم لا|لما لا|ليه لا|لماذا لا|ولم لا|ليش لأ|وليش لا|ما المانع|ممكن يكون|شو المانع",
}
ASIDES = (YES, WEAK, BESIDE, SOFT)


def shows_interest(text: str, language: str) -> bool:
    """Whether a text is that and nothing else; English is understood beside every language."""
    grammar = grammar_of(language)
    told = words_of(text)
    for name in dict.fromkeys(("en", language if language in WHY_NOT else "en")):
        for row in _rows(name):
            for start in range(len(told) - len(row) + 1):
                rest = told[:start] + told[start + len(row) :]
                if told[start : start + len(row)] == row and not grammar.read(" ".join(rest)).without(
                    *ASIDES
                ):
                    return True
    return False


@cache
def _rows(language: str) -> list[list[str]]:
    return [words_of(row) for row in WHY_NOT[language].split("|")]
