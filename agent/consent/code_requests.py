"""A code that has not come, or is to be sent once more. Pure."""

from agent.languages.patterns.compiled import compiled

STRAIGHT = str.maketrans("’", "'")
# By language: that the code has not come, and that it shall be sent (once more).
_NOT_COME = {
    "en": r"(?:no|didn't|did not|haven't|have not|hasn't|has not|not|never|nothing|where(?:'s| is)|still waiting)\b.*"
    r"\b(?:code|e-?mail|mail|message|letter|came|come|arrived?|got|gotten|received?|get (?:it|one|any\w*|that))",
    "de": r"(?:kein\w*|nicht|nichts|nie|wo (?:ist|bleibt))\b.*\b(?:code|e-?mail|mail|nachricht|da|gekommen|bekommen|"
    r"erhalten|angekommen|an)|(?:code|mail|nachricht)\b.*\b(?:nicht|fehlt|nirgends)",
    "fr": r"(?:pas|rien|jamais|aucun|où est)\b.*\b(?:code|e-?mail|mail|message|reçu|arrivé|eu|venu)|rien reçu|"
    r"pas reçu",
    "es": r"(?:no|nada|ningún|nunca|dónde está)\b.*\b(?:código|correo|mail|mensaje|llegó|llega|llegado|recibido|recibí)",
    "it": r"(?:non|niente|nessun|mai|dov'è)\b.*\b(?:codice|mail|messaggio|arriva\w*|ricevut\w*|nulla|niente)",
    "he": r"(?:לא|אין|איפה)\s.*(?:קוד|מייל|הודעה|הגיע|קיבלתי|התקבל)|(?:קוד|מייל)\s.*לא",
    "ar": r"(?:ما|لم|لا|وين|أين)\s.*(?:كود|رمز|رسالة|إيميل|ايميل|وصل\w*|إجا\w*|اجا\w*|يصل\w*)",
}
_AGAIN = {
    "en": r"(?:re-?send|(?:send|text|mail|email|get|try|want|need|another|new|once|one)\b.*\b(?:again|more|code|new one))|"
    r"(?:another|new|fresh) (?:code|one)",
    "de": r"(?:schick\w*|send\w*|brauch\w*|bitte|neue\w*|noch)\b.*\b(?:noch ?mal|nochmals|erneut|neu\w*|code|einen)|"
    r"neue[rn]? code|noch ?mal (?:schicken|senden)",
    "fr": r"(?:renvoy\w*|renvoie\w*|(?:envoy\w*|redonn\w*)\b.*\b(?:encore|nouveau|autre)|(?:autre|nouveau) code)",
    "es": r"(?:reenv\w*|(?:env[íi]\w*|mand\w*)\b.*\b(?:otra vez|de nuevo|nuevo|otro)|(?:otro|nuevo) código)",
    "it": r"(?:rinvi\w*|rimand\w*|(?:invi\w*|mand\w*|spedi\w*)\b.*\b(?:ancora|di nuovo|nuovo|altro)|"
    r"(?:altro|nuovo) codice)",
    "he": r"(?:ש?תשלח\w*|שלח\w*|לשלוח|אפשר)\s.*(?:שוב|עוד פעם|חדש|קוד)|קוד (?:חדש|נוסף|אחר)|עוד קוד|שוב",
    "ar": r"(?:[اأ]?رسل\w*|[اأ]?بعت\w*|[إا]عادة)\s?.*(?:مرة|تاني\w*|ثاني\w*|جديد|كمان)|(?:كود|رمز) (?:جديد|تاني|ثاني|آخر)",
}


def asks_for_code(text: str, language: str) -> bool:
    """Whether a text asks for a code, or says that none has come."""
    lowered = text.casefold().translate(STRAIGHT)
    return any(compiled(rf"(?<!\w)(?:{table[language]})").search(lowered) for table in (_NOT_COME, _AGAIN))
