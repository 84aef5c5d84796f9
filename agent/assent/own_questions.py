"""Questions about what the customer has to do or may do: "do I have to cancel if I am sick?" asks, and
refuses nothing."""

import re

from agent.languages.patterns.compiled import compiled

# How a question of one's own obligations and liberties begins, or goes on, by language.
OF_ONESELF = {
    "en": r"(?:do|can|could|may|might|must|should|would|will|am|need|if|when) (?:i|we)\b",
    "de": r"(?:muss|müsste|müssen|kann|könnte|können|darf|dürfen|soll|sollte|sollen|wenn|falls) (?:ich|man|"
    r"wir|mir)\b",
    "fr": r"(?:dois|devrais|puis|peux|pourrai|pourrais)[ -]je|(?:faut|faudrait|peut|doit)[ -](?:il|on)|"
    r"est-ce (?:que je|qu'on|qu'il faut)|si (?:je|on)\b",
    "es": r"(?:tengo|tendría|tenemos|hay) que\b|(?:puedo|podría|podemos|debo|debería)\b|"
    r"\bsi (?:estoy|me|no puedo)\b",
    "it": r"(?:devo|dovrei|dobbiamo|posso|potrei|possiamo|bisogna|occorre)\b|"
    r"\bse (?:sono|mi|non posso|sto)\b",
    "he": r"(?:האם|צריך|צריכה|חייב|חייבת|אפשר|מותר)(?!\w)",
    "ar": r"(?:هل (?:يجب|علي|عليّ|يمكنني|أستطيع|ممكن|لازم))(?!\w)|(?:لازم|إذا|اذا)(?!\w)",
}
QUESTION = re.compile("[?؟]")
STRAIGHT = str.maketrans("’", "'")


def asks_about_own_obligations(text: str, language: str) -> bool:
    """Whether a text is such a question; English is understood beside every language."""
    lowered = text.casefold().translate(STRAIGHT)
    patterns = {OF_ONESELF["en"], OF_ONESELF.get(language, OF_ONESELF["en"])}
    return bool(QUESTION.search(text)) and any(
        compiled(rf"(?<!\w)(?:{pattern})").search(lowered) for pattern in patterns
    )
