"""What customers answer to be sent no more text messages, or to be sent them again. Pure.

Only a message that is nothing else counts: whoever writes "stop by at ten" is told nothing and loses nothing.
"""

import re
import unicodedata

# Those that operators in North America ask for (CTIA), and how the languages of letters say it.
STOP_WORDS = """
    stop stopall unsubscribe cancel end quit stopp ende abmelden arret stopper desabonner alto baja parar
    basta ferma стоп отписаться хватит הסר עצור להסיר قف توقف الغاء
"""
START_WORDS = "start unstop resume anmelden reprendre старт התחל ابدا"
STOP, START = frozenset(STOP_WORDS.split()), frozenset(START_WORDS.split())
MARKS = re.compile(r"[\s\W_]+")


def wants_no_more(text: str) -> bool:
    return _word(text) in STOP


def wants_again(text: str) -> bool:
    return _word(text) in START


def _word(text: str) -> str:
    """The message without case, accents and marks around it; empty for more than one word."""
    letters = unicodedata.normalize("NFKD", text[:60].casefold())
    bare = "".join(one for one in letters if not unicodedata.combining(one))
    words = [word for word in MARKS.split(unicodedata.normalize("NFC", bare)) if word]
    return words[0] if len(words) == 1 else ""
