"""Somebody says that they cannot come: with which words does not matter; coming later is no such thing."""

import pytest

from agent.mentions.own_appointment.coming import says_cannot_come

GIVES_UP = [
    ("en", "not gonna make it thursday im afraid"),
    ("en", "gonna have to give the haircut a miss this time"),
    ("de", "i schaffs am donnerstag ned"),
    ("fr", "j'ai un empêchement, je ne viendrai pas"),
    ("es", "siempre no voy a poder ir el jueves"),
    ("it", "purtroppo non ce la faccio giovedì"),
    ("he", "אני לא אוכל להגיע בחמישי"),
    ("ar", "ما رح اقدر اجي الخميس"),
]
COMES = [
    ("en", "can't wait to see you"),
    ("en", "i'll make it, don't worry"),
    ("de", "ich komme gern"),
    ("fr", "je viens jeudi"),
    ("es", "sí voy el jueves"),
    ("it", "vengo giovedì"),
    ("he", "אגיע בחמישי"),
    ("ar", "جاي الخميس"),
]


@pytest.mark.parametrize(("language", "text"), GIVES_UP)
def test_whoever_cannot_come_is_heard(language: str, text: str) -> None:
    assert says_cannot_come(text, language)


@pytest.mark.parametrize(("language", "text"), COMES)
def test_whoever_comes_gives_nothing_up(language: str, text: str) -> None:
    assert not says_cannot_come(text, language)
