"""At a summary to cancel, a no is only what says no: emphasis makes a yes stronger, and whatever is neither
is asked about again."""

import pytest

from agent.assent import AnswerKind, answer_to
from agent.languages import sentences_in
from booking_core.appointments.appointment import CANCELLED
from booking_core.core import BookingCore
from tests.attack.understanding.summaries import Summarised
from tests.conftest import new_salon

EMPHATIC = (
    ("en", "yes, once and for all"), ("en", "yes permanently please"), ("en", "yes please do, no doubt"),
    ("de", "ja, ein für alle Mal"), ("de", "ja bitte, ganz sicher"),
    ("fr", "oui, pour de bon"), ("fr", "oui, une fois pour toutes"),
    ("es", "sí, del todo"), ("es", "sí, sin ninguna duda"),
    ("it", "sì, una volta per tutte"), ("it", "sì, del tutto"),
    ("he", "כן, לגמרי"), ("he", "כן, אחת ולתמיד"),
    ("ar", "نعم، بشكل نهائي"), ("ar", "نعم بلا شك"),
)  # fmt: skip
NEITHER = (
    ("en", "yes, my dog ate the calendar"), ("en", "the sooner the better"),
    ("de", "ja, der Hund hat den Kalender gefressen"), ("de", "je eher desto besser"),
    ("fr", "oui, le chien a mangé l'agenda"), ("fr", "le plus vite sera le mieux"),
    ("es", "sí, el perro se comió la agenda"), ("es", "cuanto antes mejor"),
    ("it", "sì, il cane ha mangiato l'agenda"), ("it", "prima è, meglio è"),
    ("he", "כן, הכלב אכל את היומן"), ("he", "כמה שיותר מהר"),
    ("ar", "نعم، الكلب أكل الدفتر"), ("ar", "كلما أسرعتم كان أحسن"),
)  # fmt: skip
REFUSES = (
    ("en", "no, my dog found the calendar"), ("de", "nein, der Hund hat den Kalender gefunden"),
    ("fr", "non, le chien a retrouvé l'agenda"), ("es", "no, el perro encontró la agenda"),
    ("it", "no, il cane ha ritrovato l'agenda"), ("he", "לא, הכלב מצא את היומן"),
    ("ar", "لا، الكلب وجد الدفتر"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "said"), EMPHATIC)
def test_an_emphatic_yes_is_a_plain_one(language: str, said: str) -> None:
    for operation in ("cancel", "book", "move"):
        assert answer_to(said, operation, language).kind is AnswerKind.YES


@pytest.mark.parametrize("emphasis", ["for good", "permanently", "once and for all"])
def test_emphasis_alone_agrees_to_nothing(emphasis: str) -> None:
    assert answer_to(emphasis, "cancel", "en").kind is not AnswerKind.YES


@pytest.mark.parametrize(("language", "said"), NEITHER)
async def test_what_is_neither_yes_nor_no_is_asked_about_again(
    core: BookingCore, language: str, said: str
) -> None:
    eve = await Summarised.shown(core, await new_salon(core), language, "cancel", "guided")
    before, says = await eve.records(), sentences_in(language)
    answer = await eve.says(said)
    assert says.KEPT_ANYWAY not in answer
    assert says.NOT_YET["cancel"] in answer or says.PLEASE_CHECK["cancel"] in answer
    assert await eve.records() == before
    await eve.agrees()
    assert [status for _, status, *_ in await eve.records()] == [CANCELLED]


@pytest.mark.parametrize(("language", "said"), REFUSES)
async def test_a_no_with_a_reason_keeps_the_appointment(core: BookingCore, language: str, said: str) -> None:
    eve = await Summarised.shown(core, await new_salon(core), language, "cancel", "guided")
    before = await eve.records()
    assert sentences_in(language).KEPT_ANYWAY in await eve.says(said)
    assert (await eve.view()).state.summary is None
    assert await eve.records() == before
