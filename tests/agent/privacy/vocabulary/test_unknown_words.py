"""What is no ordinary word is held back wherever it stands: invented words, of which no list can know any."""

from itertools import cycle

import pytest

from tests.agent.privacy.provider import heard

# Wherever a name, a village or a medicine may stand without any word that shows it.
SENTENCES = {
    "en": "do you remember {}?|{} wanted to come too|ask {} about friday|last time {} did all the talking",
    "de": "{} wollte auch mitkommen|fragt {} wegen freitag|beim letzten Mal hat {} am meisten geredet",
    "fr": "{} voulait venir aussi|demandez à {} pour vendredi|la dernière fois {} a beaucoup parlé",
    "es": "{} también quería venir|la última vez {} habló mucho|¿te acuerdas de {}?",
    "it": "{} voleva venire anche|l'ultima volta {} ha parlato molto|si ricorda di {}?",
    "he": "{} רצתה לבוא גם|בפעם הקודמת {} דיברה הרבה|תשאלו את {} על יום שישי",
    "ar": "كمان {} كان بده يجي|المرة الماضية {} حكى كتير|اسألوا {} عن الجمعة",
}
INVENTED = {
    "he": ["זלבקיר", "גרוטפינסק", "פסטרנובה", "טוקלידזה", "קשנבלום"],
    "ar": ["زلبقير", "غروتفنسك", "بسترنوفا", "تقلدزى", "قشنبلوم"],
}
LATIN = ["velkurian", "Drasmodine", "yxberlotha", "Quindrevaux", "zhemeltsov", "Ommerlindt", "tshwabeko"]


def told_sentences() -> list[tuple[str, str, str]]:
    return [
        (language, sentence.format(word), word)
        for language, told in SENTENCES.items()
        for sentence in told.split("|")
        for word in INVENTED.get(language, LATIN)
    ]


def test_an_invented_word_reaches_no_provider_and_is_put_back() -> None:
    read = [(text, word, heard(text, language)) for language, text, word in told_sentences()]
    assert [concealed for _, word, (concealed, _) in read if word.casefold() in concealed.casefold()] == []
    assert [text for text, _, (_, restored) in read if restored != text] == []


def test_the_rest_of_the_sentence_is_left_alone() -> None:
    kinds = cycle(["word", "person"])
    for language, text, word in told_sentences():
        left = {text.replace(word, f"[{next(kinds)} 1]"), text.replace(word, f"[{next(kinds)} 1]")}
        assert heard(text, language)[0] in left


@pytest.mark.parametrize(
    ("language", "text", "concealed"),
    [
        ("en", "courier it to 3 Grelby Steps, Orlmouth", "courier it to [address 1]"),
        ("en", "locker 48213, second row", "locker [word 1], second row"),
        # Hours, prices, counts and years to come are no numbers of somebody.
        (
            "en",
            "4 of us at 10:30, or 1030, for 85 euros in 2027",
            "4 of us at 10:30, or 1030, for 85 euros in 2027",
        ),
        ("en", "tomorow pls, thurs works", "tomorow pls, thurs works"),
        ("it", "giovedi pomeriggio, perche no", "giovedi pomeriggio, perche no"),
    ],
)
def test_what_belongs_to_an_unknown_word_goes_with_it(language: str, text: str, concealed: str) -> None:
    assert heard(text, language)[0] == concealed
