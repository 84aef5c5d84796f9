"""Arabic writes Monday as "the second" and "for two" with the same letters: only what counts people counts
them."""

import pytest

from agent.languages import sentences_in, words_in
from agent.mentions.sizes.people_counted import party_in
from tests.agent.customers import Chatter

ONE_PERSON = sentences_in("ar").ONE_PERSON.split("}")[1]
MONDAYS = (
    "صبغة يوم الاثنين الساعة ٤",
    "بدي موعد الاثنين الصبح",
    "الإثنين العصر لو سمحت",
    "عندكم مكان للاثنين القادم؟",
    "الأحد أو الاثنين",
    "الثلاثاء أو الاثنين أو الخميس",
    "من الاثنين إلى الأربعاء",
    "يوم الاتنين الساعة 11",
    "كل يوم اثنين",
)
PAIRS = (
    "يوغا لاثنين يوم السبت",
    "بدنا صف لاتنين بكرة",
    "نحن اثنان",
    "احنا اثنين يوم الاثنين",
    "موعد لشخصين يوم الاثنين",
)


@pytest.mark.parametrize("said", MONDAYS)
def test_monday_counts_nobody(said: str) -> None:
    assert party_in(said, words_in("ar"), is_group=False) is None
    assert party_in(said, words_in("ar"), is_group=True) is None


@pytest.mark.parametrize("said", PAIRS)
def test_for_two_and_we_are_two_count_two(said: str) -> None:
    assert party_in(said, words_in("ar"), is_group=False) == 2


@pytest.mark.parametrize("said", ["قص شعر يوم الاثنين الساعة ١١", "قص شعر الاثنين الصبح", "قص شعر الإثنين"])
async def test_a_haircut_on_monday_is_for_one(eve: Chatter, said: str) -> None:
    answer = await eve.says(said)
    draft = (await eve.view()).state.draft
    assert ONE_PERSON not in answer
    assert not (await eve.view()).state.remainders
    assert [days.first and days.first.weekday() for days in draft.when.dates] == [0]


async def test_for_two_asks_for_no_monday(eve: Chatter) -> None:
    assert ONE_PERSON in await eve.says("قص شعر لاثنين يوم الخميس")
    draft = (await eve.view()).state.draft
    assert [days.first and days.first.weekday() for days in draft.when.dates] == [3]


@pytest.mark.parametrize("said", ["à deux heures", "à deux h"])
def test_two_oclock_counts_nobody(said: str) -> None:
    assert party_in(said, words_in("fr"), is_group=False) is None
