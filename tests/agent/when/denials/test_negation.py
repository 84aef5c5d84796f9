"""What a "not" reaches, in seven languages: sentences put together from days, parts of the day and hours,
judged by what each of them says on its own."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.when import read
from tests.agent.when.denials.speech import BERLIN, NOW, SPEECH, deny, link, must_be, some
from tests.examples import examples


@pytest.mark.parametrize("language", SPEECH)
@given(count=st.integers(1, 3), places=some(3))
@settings(max_examples=examples(60))
def test_a_not_reaches_all_of_its_list(language, count, places):
    speech = SPEECH[language]
    listed = [speech.elements[place] for place in places[:count]]
    said = ", ".join(element.said for element in listed[:-1])
    said = f"{said} {speech.either} {listed[-1].said}" if said else listed[0].said
    must_be(f"{speech.no} {said}", language, deny(*listed))


@pytest.mark.parametrize("language", SPEECH)
@given(count=st.integers(2, 3), places=some(3))
@settings(max_examples=examples(60))
def test_each_of_several_nots_reaches_its_own(language, count, places):
    speech = SPEECH[language]
    listed = [speech.elements[place] for place in places[:count]]
    denials = [f"{speech.no} {element.said}" for element in listed]
    for joined in (", ".join(denials), f" {link(speech.both, '')}".join(denials)):
        must_be(joined, language, deny(*listed))


@pytest.mark.parametrize("language", SPEECH)
@given(places=st.permutations(range(3)), count=st.integers(1, 2))
@settings(max_examples=examples(20))
def test_what_does_not_suit_is_told_behind_it_too(language, places, count):
    speech = SPEECH[language]
    listed = [speech.elements[place] for place in places[:count]]
    said = f" {speech.either} ".join(element.said for element in listed)
    must_be(f"{said} {speech.unsuitable}", language, deny(*listed))


@pytest.mark.parametrize("language", SPEECH)
@pytest.mark.parametrize("bound", [0, 1])
@pytest.mark.parametrize("day", [0, 1, 2])
def test_of_the_hours_of_a_day_only_those_are_denied(language, day, bound):
    speech = SPEECH[language]
    on, at = speech.elements[day], speech.bounds[bound]
    must_be(
        f"{speech.no} {on.said} {at.said}", language, lambda start: not (on.fits(start) and at.fits(start))
    )


@pytest.mark.parametrize("language", SPEECH)
@pytest.mark.parametrize("denied_place", [4, 5, 6])
def test_what_is_wanted_before_a_not_stays_wanted(language, denied_place):
    speech = SPEECH[language]
    wanted, unwanted = speech.elements[1], speech.elements[denied_place]
    must_be(
        f"{wanted.said}, {speech.no} {unwanted.said}",
        language,
        lambda start: start.date() == NOW.date() + timedelta(days=1) and not unwanted.fits(start),
    )


@pytest.mark.parametrize("language", SPEECH)
def test_not_too_late_is_not_earlier(language):
    when = read(SPEECH[language].too_late, NOW, BERLIN, language, "DE")
    assert when.relative is None
    must_be(SPEECH[language].too_late, language, lambda start: start.hour < 18)


@pytest.mark.parametrize(
    ("text", "language", "fits"),
    [
        ("not Tuesday and not before eleven", "en", lambda start: start.weekday() != 1 and start.hour >= 11),
        ("not Monday but Tuesday after 3", "en", lambda start: start.day == 1 and start.hour >= 15),
        ("not Tuesday, after 5", "en", lambda start: start.weekday() != 1 and start.hour >= 17),
        ("not before ten and on Tuesday", "en", lambda start: start.day == 1 and start.hour >= 10),
        ("Tuesday morning or afternoon but not before 10", "en",
            lambda start: start.day == 1 and 10 <= start.hour < 18),
        ("neither Monday nor Tuesday", "en", lambda start: start.weekday() > 1),
        ("weder Montag noch Dienstag", "de", lambda start: start.weekday() > 1),
        ("ni lundi ni mardi", "fr", lambda start: start.weekday() > 1),
        ("ni lunes ni martes", "es", lambda start: start.weekday() > 1),
        ("né lunedì né martedì", "it", lambda start: start.weekday() > 1),
        ("ليس الاثنين ولا الثلاثاء", "ar", lambda start: start.weekday() > 1),
        ("Friday mornings don't work", "en", lambda start: not (start.weekday() == 4 and start.hour < 12)),
        ("anything except Monday, Tuesday and mornings", "en",
            lambda start: start.weekday() > 1 and start.hour >= 12),
        ("not next weekend", "en", lambda start: start.day not in {12, 13}),
    ],
)  # fmt: skip
def test_a_not_ends_where_something_else_begins(text, language, fits):
    must_be(text, language, lambda start: start.month == 12 and fits(start))
