"""How long a text message is: by the alphabet of telephones, its double letters, and in other scripts."""

import pytest

from booking_core.notices.texts.parts import cut, in_gsm, parts_of, with_plain_letters
from booking_core.notices.texts.stop_words import wants_again, wants_no_more


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", 1),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("ש" * 70, 1),
        ("ש" * 71, 2),
        ("ש" * 134, 2),
        ("ש" * 201, 3),
        # One picture is two of UCS-2, and makes all of the message so.
        ("a" * 68 + "\U0001f485", 1),
        ("a" * 69 + "\U0001f485", 2),
    ],
)
def test_parts(text: str, parts: int) -> None:
    assert parts_of(text) == parts


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Größe: 5 €", "Größe: 5 €"),
        ("“Ça va?” – l’été…", '"Ça va?" - l\'été...'.replace("Ç", "Ç")),
        ("corte, peluquería", "corte, peluqueria"),
        ("coupe\u202f: 10\u00a0h", "coupe : 10 h"),
        ("Nails \U0001f485 & more", "Nails  & more"),
        ("\u200eSalon\u200f", "Salon"),
        # What has another script is left as it is.
        ("תספורת – 10:00", "תספורת – 10:00"),
    ],
)
def test_plain_letters(text: str, plain: str) -> None:
    assert with_plain_letters(text) == plain


def test_latin_scripts_always_fit_the_small_alphabet() -> None:
    for text in ("Łódź żółć", "Ørsted œuvre", "naïve façade", "Ñandú ¿qué?", "Škoda Đorđe"):
        assert in_gsm(with_plain_letters(text)), text


def test_what_is_cut_says_so() -> None:
    assert [cut("Haircut", 7), cut("Haircut", 6), cut("Hot oil", 5)] == ["Haircut", "Hairc.", "Hot."]


@pytest.mark.parametrize(
    "text", ["STOP", " stop. ", "Stopp!", "ARRÊT", "désabonner", "СТОП", "הסר", "إلغاء", "STOPALL"]
)
def test_one_word_stops(text: str) -> None:
    assert wants_no_more(text)


@pytest.mark.parametrize(
    "text", ["", "stop by at ten", "please don't stop", "no", "non-stop", "yes", "STOP 5"]
)
def test_more_than_that_word_stops_nothing(text: str) -> None:
    assert not wants_no_more(text)
    assert not wants_again(text)


def test_one_word_starts_again() -> None:
    assert [wants_again(one) for one in ("START", "unstop", "yes")] == [True, True, False]
