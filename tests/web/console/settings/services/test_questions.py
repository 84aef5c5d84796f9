"""What a service asks before it is booked, arranged by pages; and the same by a file."""

import re
from typing import Any

import pytest
from sqlalchemy import select

from booking_core.access.roles import Role
from booking_core.business_file.business_file import apply_file
from booking_core.catalogue.services.booking_questions import BookingQuestion
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.web.console.settings.forms import arranging, fields_of
from tests.web.console.stage import Browser, operator_of

ARRANGED = (
    *("key", "label", "kind", "choices", "choice_labels"),
    *("required", "sensitive", "translations", "archived_at"),
)
ALLERGIES = {
    "label": "Are you allergic to anything?",
    "kind": "text",
    "sensitive": "yes",
    "key": "allergies",
    "translations.de.label": "Haben Sie Allergien?",
}
PREGNANT = {
    "label": "Could you be pregnant?",
    "kind": "choice",
    "key": "pregnant",
    "choices": "no\nyes\nnot sure",
    "required": "yes",
    "choice_labels.no": "No",
    "choice_labels.not sure": "I am not sure",
    "translations.de.label": "Könnten Sie schwanger sein?",
    "translations.de.choices.no": "Nein",
    "translations.de.choices.not sure": "Ich bin nicht sicher",
}
AS_A_FILE = {
    "allergies": {
        "label": "Are you allergic to anything?",
        "kind": "text",
        "sensitive": True,
        "translations": {"de": {"label": "Haben Sie Allergien?"}},
    },
    "pregnant": {
        "label": "Could you be pregnant?",
        "kind": "choice",
        "choices": ["no", "yes", "not sure"],
        "choice_labels": {"no": "No", "not sure": "I am not sure"},
        "required": True,
        "translations": {
            "de": {
                "label": "Könnten Sie schwanger sein?",
                "choices": {"no": "Nein", "not sure": "Ich bin nicht sicher"},
            }
        },
    },
}


@pytest.fixture
def questions(salon: DemoSalon, services: str) -> str:
    """The address of those of a service that asks nothing yet."""
    return f"{services}/{salon.services['Haircut']}/questions"


async def read_asked(core: BookingCore, service_id: str) -> list[BookingQuestion]:
    async with core.sessions() as session:
        mine = select(BookingQuestion).where(BookingQuestion.service_id == service_id)
        return list(await session.scalars(mine.order_by(BookingQuestion.position)))


async def asks(owner: Browser, address: str, **said: str) -> str:
    """Add a question; its id."""
    form = fields_of((await owner.see(f"{address}/new")).text)
    answer = await owner.send(f"{address}/new", **{**form, **said})
    assert answer.status_code == 303, answer.text
    page = (await owner.see(answer.headers["location"])).text
    return str(re.findall(rf'{address}/(qst_\w+)"', page)[-1])


async def test_pages_and_a_file_arrange_the_same(
    core: BookingCore, salon: DemoSalon, owner: Browser, services: str, questions: str
) -> None:
    await asks(owner, questions, **PREGNANT)
    first = await asks(owner, questions, **ALLERGIES)
    ids = re.findall(rf'{questions}/(qst_\w+)"', (await owner.see(questions)).text)
    moved = {"seen": ids, "beside": ids, "move": f"up:{first}"}
    assert (await owner.send(f"{questions}/order", **moved)).status_code == 303
    by_pages = await read_asked(core, salon.services["Haircut"])

    service = {"name": "By a file", "durations": [30], "questions": AS_A_FILE}
    await arranging(core, salon, lambda office: apply_file(office, {"services": {"by-a-file": service}}))
    catalogue = await core.catalogue_of(salon.organization_id)
    by_file = await read_asked(
        core, next(one.id for one in catalogue.services.values() if one.name == "By a file")
    )
    assert [what_is_asked(one) for one in by_pages] == [what_is_asked(one) for one in by_file]
    assert by_pages[0].key == "allergies"
    for page in (questions, f"{services}/{salon.services['Haircut']}"):
        assert "Could you be pregnant?" in (await owner.see(page)).text


def what_is_asked(question: BookingQuestion) -> dict[str, Any]:
    return {name: getattr(question, name) for name in ARRANGED}


async def test_a_form_as_it_was_drawn_changes_nothing(
    core: BookingCore, salon: DemoSalon, owner: Browser, questions: str
) -> None:
    for said in (ALLERGIES, PREGNANT):
        row = await asks(owner, questions, **said)
        form = fields_of((await owner.see(f"{questions}/{row}")).text)
        assert (await owner.send(f"{questions}/{row}", **form)).status_code == 303
    assert [one.version for one in await read_asked(core, salon.services["Haircut"])] == [1, 1]


async def test_without_a_key_it_is_made_of_the_question(
    core: BookingCore, salon: DemoSalon, owner: Browser, questions: str
) -> None:
    form = fields_of((await owner.see(f"{questions}/new")).text)
    for _ in range(2):
        answer = await owner.send(f"{questions}/new", **{**form, "label": "1st visit: wohin, Käthe?"})
        assert answer.status_code == 303, answer.text
    await asks(owner, questions, label="יש לך אלרגיות?", kind="yes_no")
    first, second = await read_asked(core, salon.services["Haircut"])
    assert first.key == "st_visit_wohin_kathe"
    assert re.fullmatch(r"question_[a-z0-9]+", second.key)


async def test_refusals_stand_beside_their_fields(owner: Browser, questions: str) -> None:
    form = fields_of((await owner.see(f"{questions}/new")).text)
    wrong = {**form, "label": "x" * 301, "kind": "choice", "choices": "same\nsame", "key": "Not A Key"}
    answer = await owner.send(f"{questions}/new", **wrong)
    assert answer.status_code == 422
    for anchor in ("label", "choices", "key"):
        assert f'href="#{anchor}"' in answer.text, anchor
        assert f'id="{anchor}-wrong"' in answer.text, anchor
    assert fields_of(answer.text)["choices"] == "same\nsame"
    longer = {**form, **PREGNANT, "translations.de.choices.not sure": "x" * 2001}
    answer = await owner.send(f"{questions}/new", **longer)
    assert 'href="#translations.de.choices.not_sure"' in answer.text
    assert 'id="translations.de.choices.not_sure"' in answer.text
    empty = {**form, "label": "Which?", "kind": "choice"}
    assert "Please say what can be chosen." in (await owner.send(f"{questions}/new", **empty)).text


async def test_what_is_no_choice_any_more_has_none(
    core: BookingCore, salon: DemoSalon, owner: Browser, questions: str
) -> None:
    row = await asks(owner, questions, **PREGNANT)
    form = fields_of((await owner.see(f"{questions}/{row}")).text)
    assert (await owner.send(f"{questions}/{row}", **{**form, "kind": "yes_no"})).status_code == 303
    [saved] = await read_asked(core, salon.services["Haircut"])
    assert (saved.kind, saved.choices, saved.choice_labels) == ("yes_no", [], {})
    assert saved.translations == {"de": {"label": "Könnten Sie schwanger sein?"}}


async def test_two_owners_come_together(
    core: BookingCore, salon: DemoSalon, owner: Browser, questions: str
) -> None:
    row = await asks(owner, questions, **PREGNANT)
    form = fields_of((await owner.see(f"{questions}/{row}")).text)
    theirs = {
        "label": "Theirs",
        "choices": ["no", "yes", "later"],
        "choice_labels": {"later": "Ask me later"},
    }
    await arranging(core, salon, lambda office: office.questions.change(row, theirs, expected_version=1))
    answer = await owner.send(f"{questions}/{row}", **{**form, "label": "Mine"})
    assert answer.status_code == 422
    again = fields_of(answer.text)
    assert (again["label"], again["choices"]) == ("Mine", "no\nyes\nlater")
    assert again["choice_labels.later"] == "Ask me later"
    assert (await owner.send(f"{questions}/{row}", **again)).status_code == 303
    [saved] = await read_asked(core, salon.services["Haircut"])
    assert (saved.label, saved.choices) == ("Mine", ["no", "yes", "later"])


async def test_archived_with_a_way_back(owner: Browser, questions: str) -> None:
    row = await asks(owner, questions, **ALLERGIES)
    answer = await owner.send(f"{questions}/{row}/archive", expected_version="1")
    page = (await owner.see(answer.headers["location"])).text
    assert "Undo" in page
    assert (await owner.send(f"{questions}/{row}/restore", expected_version="2")).status_code == 303
    assert "Restore" not in (await owner.see(questions)).text


async def test_the_preview_has_the_words_of_each_language(owner: Browser, questions: str) -> None:
    form = fields_of((await owner.see(f"{questions}/new")).text)
    said = {**form, **PREGNANT, "translations.he.label": "<b>?"}
    part = (await owner.send(f"{questions}/preview", headers={"HX-Request": "true"}, **said)).text
    for words in ("I am not sure", "Please choose", "Könnten Sie schwanger sein?", "Nein", "Bitte wählen"):
        assert words in part, words
    assert '<div class="asked" lang="he" dir="rtl">' in part
    assert "&lt;b&gt;?" in part
    assert "optional" not in part
    whole = (await owner.send(f"{questions}/preview", **said)).text
    assert fields_of(whole)["label"] == PREGNANT["label"]
    assert "Bitte wählen" in whole


async def test_questions_of_another_service_or_business_are_not_found(
    salon: DemoSalon, other_salon: DemoSalon, owner: Browser, services: str, questions: str
) -> None:
    row = await asks(owner, questions, **ALLERGIES)
    other = f"{services}/{salon.services['Massage']}/questions"
    assert (await owner.see(f"{other}/{row}")).status_code == 404
    assert (await owner.send(f"{other}/{row}", label="x")).status_code == 404
    assert "allergic" not in (await owner.see(other)).text
    foreign = f"{services}/{other_salon.services['Haircut']}/questions"
    for path in ("", "/new"):
        assert (await owner.see(f"{foreign}{path}")).status_code == 404, path
    assert (await owner.send(f"{foreign}/new", **ALLERGIES)).status_code == 404


async def test_a_manager_arranges_them_and_a_member_finds_none(
    core: BookingCore, salon: DemoSalon, questions: str
) -> None:
    for role, status in ((Role.MANAGER, 200), (Role.MEMBER, 403)):
        account = await operator_of(core, salon, role)
        async with Browser(core) as browser:
            await browser.enter(account)
            for path in ("", "/new"):
                assert (await browser.see(f"{questions}{path}")).status_code == status, (role, path)
            sent = await browser.send(f"{questions}/preview", label="x", kind="text")
            assert sent.status_code == status
