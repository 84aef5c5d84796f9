"""What is private is told by the grammar around it, and so is a thing that is called like somebody."""

import pytest

from tests.agent.privacy.private_sentences import is_told, sentences
from tests.agent.privacy.provider import heard
from tests.agent.privacy.vocabulary.what_matters import assert_nothing_that_matters_is_lost

# Of what is told in these places, so much may reach a provider.
AT_MOST = 0.02


def test_names_and_places_of_no_list_are_concealed_and_put_back() -> None:
    count, reached = 0, []
    for one in sentences("grammar_private"):
        concealed, restored = heard(one.text, one.language)
        assert restored == one.text
        count += len(one.private)
        reached += [(part, concealed) for part in one.private if is_told(part, concealed)]
    assert len(reached) <= AT_MOST * count, reached


def test_the_same_places_with_nobodys_own_in_them_are_left_alone() -> None:
    assert_nothing_that_matters_is_lost(sentences("grammar_plain"), changed_at_most=0.06)


@pytest.mark.parametrize(
    ("language", "text", "concealed"),
    [
        ("en", "tilda here again, same time", "[person 1] here again, same time"),
        ("de", "ich bins, die Traudl", "ich bins, die [person 1]"),
        ("fr", "notez au nom de De Brissac", "notez au nom de [person 1]"),
        ("es", "la doctora Elorza me manda", "la [person 1] me manda"),
        ("it", "Olga Marchesini, nata il 3 maggio 1950", "[person 1], nata il [birth date 1]"),
        ("he", "תמסרו למיכאלה שאני בדרך", "תמסרו ל[person 1] שאני בדרך"),
        ("en", "Keziah and I will be there", "[person 1] and I will be there"),
    ],
)
def test_a_name_is_whatever_stands_where_somebody_is_told(language: str, text: str, concealed: str) -> None:
    assert heard(text, language)[0] == concealed


@pytest.mark.parametrize(
    ("language", "text", "concealed"),
    [
        ("en", "we live on Tanner's Row just past the mill", "we live on [address 1]"),
        ("de", "ich wohne in der Hirtengasse", "ich wohne in [address 1]"),
        ("fr", "je suis au hameau de Kerlann", "je suis au [address 1]"),
        ("it", "sto al podere La Quercia", "sto al [address 1]"),
        ("es", "al apartado 55, 06800 Mérida", "al [address 1]"),
        ("ar", "ساكنة في زقاق الورد", "ساكنة في [address 1]"),
        # Towns, and where the business is.
        ("en", "I live in Sheffield", "I live in Sheffield"),
        ("de", "ich wohne um die Ecke", "ich wohne um die Ecke"),
        ("fr", "vous êtes bien rue de la République ?", "vous êtes bien rue de la République ?"),
    ],
)
def test_a_home_needs_no_number(language: str, text: str, concealed: str) -> None:
    assert heard(text, language)[0] == concealed


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "are you near the Victoria Theatre?"),
        ("en", "do you sell Charlotte Tilbury?"),
        ("de", "was kostet das Paket Rosalinde"),
        ("it", "quanto dura il massaggio Cleopatra"),
        ("he", "כמה עולה חבילת יסמין?"),
    ],
)
def test_a_thing_may_be_called_like_somebody(language: str, text: str) -> None:
    assert heard(text, language)[0] == text


@pytest.mark.parametrize(
    ("language", "text", "concealed"),
    [
        ("en", "I take apixaban and bisoprolol", "I take [health 1]"),
        ("es", "me hormiguean las manos", "[health 1]"),
        ("fr", "né en octobre 1948, le 3", "né en [birth date 1]"),
        ("de", "ich nehme den ersten Termin", "ich nehme den ersten Termin"),
    ],
)
def test_medicines_feelings_and_days_belong_to_their_matter(language: str, text: str, concealed: str) -> None:
    assert heard(text, language)[0] == concealed
