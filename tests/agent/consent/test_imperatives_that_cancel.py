"""Right after a booking, "get rid of it" means the appointment: it leads to the summary to cancel, and
cancels nothing by itself."""

import pytest

from agent.assent import AnswerKind, answer_to, asks_for_operation
from agent.languages import sentences_in
from booking_core.core import BookingCore
from tests.attack.understanding.summaries import Summarised
from tests.conftest import new_salon

IMPERATIVES = (
    ("en", "erase that please"), ("en", "just take me off the list"), ("en", "strike it off the calendar"),
    ("de", "streichen Sie mich bitte aus dem Kalender"), ("de", "mach das bitte weg"),
    ("de", "nehmen Sie mich raus"),
    ("fr", "supprimez-le"), ("fr", "retirez-moi de l'agenda"), ("fr", "efface-la"),
    ("es", "bórrela"), ("es", "quítame de la lista"), ("es", "elimínala por favor"),
    ("it", "levalo"), ("it", "toglietemi dall'agenda"), ("it", "mi tolga dalla lista"),
    ("it", "lo disdica pure"),
    ("he", "תמחקו אותי מהרשימה"), ("he", "תוציא אותי מהיומן"), ("he", "תסירי את זה בבקשה"),
    ("ar", "احذفوه"), ("ar", "شيليه لو سمحت"), ("ar", "امسح اسمي من القائمة"),
)  # fmt: skip
OTHERS = (
    ("en", "take it easy"), ("en", "drop me a line"), ("de", "nimm dir Zeit"), ("fr", "enlevez la musique"),
    ("es", "quítate el abrigo"), ("it", "toglimi una curiosità"),
    ("he", "תורידו מחיר"), ("ar", "احذف الصورة"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "said"), IMPERATIVES)
async def test_an_imperative_after_the_booking_shows_the_summary_to_cancel(
    core: BookingCore, language: str, said: str
) -> None:
    eve = await Summarised.shown(core, await new_salon(core), language, "book", "guided")
    await eve.agrees()
    before = await eve.records()
    await eve.says(said)
    summary = (await eve.view()).state.summary
    assert summary is not None
    assert summary.deed == "cancel"
    assert await eve.records() == before
    assert sentences_in(language).AGREE["cancel"] in await eve.labels()


@pytest.mark.parametrize(("language", "said"), OTHERS)
def test_other_imperatives_cancel_nothing(language: str, said: str) -> None:
    assert not asks_for_operation(said, "cancel", language)


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "scrap that"), ("en", "drop it"), ("en", "undo"), ("de", "nicht streichen"),
        ("fr", "ne le supprimez pas"), ("es", "no la borres"), ("it", "non lo annulli"),
        ("he", "אל תמחקו"), ("ar", "لا تحذفه")],
)  # fmt: skip
def test_what_takes_a_wish_back_does_not_cancel(language: str, said: str) -> None:
    assert answer_to(said, "cancel", language).kind is AnswerKind.NO
