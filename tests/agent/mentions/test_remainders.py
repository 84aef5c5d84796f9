"""One booking at a time: what a wish holds beyond it is found in seven languages, said, and taken up after
the first is booked."""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from agent.languages import sentences_in
from agent.mentions.beyond_one.finding import remainders_in
from agent.mentions.beyond_one.remainder import PEOPLE, RECURRING, SERVICE
from agent.models.scripted import Call, Say, ScriptedModel
from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.services.services import Service
from booking_core.core import BookingCore
from booking_core.maintenance.demo import OFFERS, DemoSalon
from tests.agent.customers import Chatter
from tests.attack.options import Sized

TABLES = Path(__file__).parent / "tables"
# The first was written without sight of the rules; the second beside them; the third by kind: who comes, how
# often, what besides,
# and frequencies that only tell of a habit.
ROWS, MORE, KINDS_OF_WISH = (
    [json.loads(line) for line in (TABLES / name).read_text("utf-8").splitlines()]
    for name in ("one_at_a_time.jsonl", "one_at_a_time_more.jsonl", "one_at_a_time_kinds.jsonl")
)
KINDS = {"recurring": RECURRING, "several_people": PEOPLE, "two_services": SERVICE}
SAID = (
    "ONE_PERSON",
    "ONE_OF_SERIES",
    "ONE_OF_PEOPLE",
    "ONE_OF_SERVICES",
    "FIRST_AND_THEN",
    "FIRST_AND_UNKNOWN",
)


def catalogue_of(*services: tuple[str, list[str]]) -> Catalogue:
    rows: dict[Any, list[Any]] = defaultdict(list)
    rows[Service] = [
        Service(id=f"srv_{number}", name=name, aliases=aliases, capacity=1, durations=[30])
        for number, (name, aliases) in enumerate(services)
    ]
    return Catalogue(Organization(id="o", name="Salon", country="DE", locale="en", chat={}), rows)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return catalogue_of(*((offer.name, list(offer.aliases)) for offer in OFFERS))


def test_every_wish_for_more_than_one_booking_is_found(catalogue: Catalogue) -> None:
    wanted = [row for row in (*ROWS, *MORE, *KINDS_OF_WISH) if row["kind"] != "single"]
    missed = [row["text"] for row in wanted if KINDS[row["kind"]] not in kinds_in(row, catalogue)]
    assert missed == []


def test_what_only_looks_like_more_is_one_booking(catalogue: Catalogue) -> None:
    single = [row for row in (*ROWS, *MORE, *KINDS_OF_WISH) if row["kind"] == "single"]
    assert [row["text"] for row in single if kinds_in(row, catalogue)] == []


def kinds_in(row: dict[str, str], catalogue: Catalogue) -> set[str]:
    return {one.kind for one in remainders_in(row["text"], row["lang"], catalogue).remainders}


def test_a_service_that_is_both_is_one_booking() -> None:
    both = catalogue_of(("Cut & beard", []), ("Haircut", ["cut"]), ("Massage", []))
    assert remainders_in("a cut and beard on Friday please", "en", both).remainders == ()
    (rest,) = remainders_in("a cut and a massage on Friday", "en", both).remainders
    assert rest.words == "Massage"


def is_said(answer: str, locale: str) -> bool:
    """Whether an answer has one of the sentences that say it, whatever stands in their braces."""
    says = sentences_in(locale)
    return any(part.strip() in answer for name in SAID for part in [longest_part(getattr(says, name))])


def longest_part(sentence: str) -> str:
    parts = [piece.partition("}")[2] if "}" in piece else piece for piece in sentence.split("{")]
    return max(parts, key=len)


async def test_it_is_said_in_the_language_of_the_customer(
    core: BookingCore, salon: DemoSalon, size: Sized
) -> None:
    rows = ROWS[:: size(1, 6)]
    wrong = []
    for row in rows:
        eve = Chatter(core, salon)
        answer = await eve.says(row["text"])
        locale = (await eve.view()).state.locale
        if is_said(answer, locale) == (row["kind"] == "single"):
            wrong.append(f"{row['text']} -> {answer}")
        await eve.says("forget it")
    assert wrong == []


async def read_booked(chatter: Chatter) -> list[str]:
    async with chatter.core.sessions() as session, session.begin():
        of_salon = Appointment.organization_id == chatter.salon.organization_id
        rows = (
            await session.scalars(select(Appointment).where(of_salon).order_by(Appointment.starts_at))
        ).all()
    names = {key: name for name, key in chatter.salon.services.items()}
    return [f"{names[one.service_id]} {one.starts_at:%a %H:%M}" for one in rows]


async def test_the_second_service_is_offered_once_the_first_is_booked(eve: Chatter) -> None:
    told = await eve.says("a haircut and a massage on friday at 10")
    assert "Haircut first" in told
    assert "Massage is not part of that booking" in told
    await eve.says("Ada, ada@example.com")
    told = await eve.says("yes")
    assert "You're booked: Haircut" in told
    assert "Shall we go on with Massage?" in told
    await eve.presses("Yes")
    picker = await eve.sees("slot_picker")
    assert picker is not None
    assert picker["service"] == "Massage"
    # On the same day, from the end of the haircut.
    assert picker["days"][0]["times"][0]["start"] == "2026-11-27T11:00:00+01:00"
    await eve.presses("2026-11-27T11:00")
    await eve.says("yes")
    assert await read_booked(eve) == ["Haircut Fri 09:00", "Massage Fri 10:00"]
    assert (await eve.view()).state.remainders == []


async def test_each_of_two_services_has_its_own_time(eve: Chatter) -> None:
    await eve.says("a haircut on Tuesday at 10 and a massage on Friday at 3pm")
    await eve.says("Ada, ada@example.com")
    await eve.says("yes")
    await eve.says("yes please")
    await eve.says("60 minutes")
    await eve.says("yes")
    assert await read_booked(eve) == ["Haircut Tue 09:00", "Massage Fri 14:00"]


async def test_no_to_going_on_is_no(eve: Chatter) -> None:
    await eve.says("a haircut and a massage on friday at 10")
    await eve.says("Ada, ada@example.com")
    await eve.says("yes")
    assert await eve.says("no thanks") == "All right. I am here if you need anything."
    assert await read_booked(eve) == ["Haircut Fri 09:00"]


async def test_what_we_have_comes_first_and_what_we_have_not_is_said(eve: Chatter) -> None:
    told = await eve.says("a pedicure and a haircut on friday at 10")
    assert "this one is Haircut. It does not include “pedicure”" in told


async def test_several_people_are_booked_one_after_the_other(eve: Chatter) -> None:
    assert "one person at a time" in await eve.says("haircut for me and my wife on friday at 10")
    await eve.says("yes")
    await eve.says("Ada, ada@example.com")
    told = await eve.says("yes")
    assert "Shall we go on with Haircut for the next of you?" in told
    await eve.says("yes")
    assert await eve.sees("slot_picker") is not None


async def test_a_class_takes_several_at_once(eve: Chatter) -> None:
    told = await eve.says("yoga for me and my wife on monday")
    assert not is_said(told, "en")
    assert (await eve.view()).state.remainders == []


async def test_the_rest_of_a_series_is_said_again_when_the_first_is_booked(eve: Chatter) -> None:
    told = await eve.says("haircut every two weeks, starting friday at 10")
    assert "cannot set up a repeating one" in told
    if (await eve.view()).state.held_offer is None:
        await eve.presses("2026-11-27")
    await eve.says("Ada, ada@example.com")
    told = await eve.says("yes")
    assert "That is the first one only" in told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a haircut and a massage on friday at 10", "Massage is not part of that booking"),
        ("haircut every two weeks please", "cannot set up a repeating one"),
        ("haircut for me and my wife", "for one person at a time"),
    ],
)
async def test_a_model_that_says_nothing_of_the_rest_is_spoken_for(
    core: BookingCore, salon: DemoSalon, text: str, said: str
) -> None:
    model = ScriptedModel(
        [Call("find_times", {"service": "Haircut", "when": "friday"})], [Say("Here are some times.")]
    )
    eve = Chatter(core, salon, model)
    told = await eve.says(text)
    assert told.startswith("Here are some times.")
    assert said in told
    assert '"still_to_book":[{' in model.heard[0].messages[0].content


async def test_a_summary_tells_a_model_what_is_not_in_it(core: BookingCore, salon: DemoSalon) -> None:
    model = ScriptedModel(
        [Call("find_times", {"service": "Haircut", "when": "friday at 10"})],
        [Call("hold_time", {"handle": "t1"})],
        [Say("It is kept. Your name?")],
        [Call("ask_contact_details", {"name": "Ada", "email": "ada@example.com"})],
        [Call("propose_booking")],
        [Say("Is it right?")],
    )
    eve = Chatter(core, salon, model)
    await eve.says("a haircut and a massage on friday at 10")
    await eve.says("Ada, ada@example.com")
    assert (
        '"not_in_this_booking":[{"what":"another service","words":"Massage"}]'
        in model.heard[-1].messages[-1].content
    )
