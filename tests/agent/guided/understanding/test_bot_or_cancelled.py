"""Whether it is a bot is asked with that word, not with words that have its letters: Hebrew "cancelled"."""

import pytest

from agent.languages import words_in
from agent.wishes.intents import topic_in

ABOUT_BOTS = (
    ("he", "אתה בוט?"), ("he", "זה צ'אטבוט?"), ("he", "אני מדבר עם הבוט"), ("he", "אתם רובוטים?"),
    ("ar", "هل أنت روبوت؟"), ("ar", "هذا بوت؟"), ("ar", "أنت شات بوت"), ("ar", "هل هذا الروبوت؟"),
)  # fmt: skip
ABOUT_OTHERS = (
    ("he", "התור בוטל?"), ("he", "זה בוטל?"), ("he", "התור שלי בוטל"), ("he", "ההזמנה בוטלה?"),
    ("he", "זה מבוטל?"), ("he", "יש לכם בוטוקס?"), ("he", "אני ברחוב ז'בוטינסקי"), ("ar", "عندكم بوتوكس؟"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "text"), ABOUT_BOTS)
def test_a_bot_is_asked_about(language: str, text: str) -> None:
    assert topic_in(words_in(language), text) == "self"


@pytest.mark.parametrize(("language", "text"), ABOUT_OTHERS)
def test_a_word_with_its_letters_asks_nothing_of_bots(language: str, text: str) -> None:
    assert topic_in(words_in(language), text) != "self"
