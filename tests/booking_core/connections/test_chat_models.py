"""Chat models arranged by their owner: in an order, at addresses we may send to, with keys that never come
out."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from agent.models.own import own_endpoints
from booking_core.chat_models.arrange import (
    add_model,
    change_model,
    list_models,
    model_to_try,
    remove_model,
    reorder_models,
)
from booking_core.chat_models.model_choice import ModelChoice, ModelPlace
from booking_core.core import BookingCore
from booking_core.errors import Conflict, InvalidField, NotFound
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import AuditEntry
from tests.booking_core.connections.verbs import PLACE, Deed
from tests.cast import owner_of

URL, CANARY = "https://models.example/v1", "sk-canary-7f3a"


class Owner:
    def __init__(self, core: BookingCore, salon: DemoSalon) -> None:
        self.core, self.here = core, salon.organization_id

    async def does(self, deed: Deed) -> Any:
        return await self.core.transaction(self.here, owner_of(self.here), deed)

    async def adds(self, model: str, place: ModelPlace = PLACE, **more: Any) -> Any:
        choice = ModelChoice(**({"base_url": URL, "model": model, "api_key": CANARY} | more))
        return await self.does(lambda at: add_model(at, choice, place))

    async def changes(self, model_id: str, **choice: Any) -> Any:
        wanted = ModelChoice(**({"base_url": URL, "model": "a", "api_key": None} | choice))
        return await self.does(lambda at: change_model(at, model_id, wanted, PLACE))

    async def asked(self) -> list[tuple[str, str]]:
        """Names and keys, in the order in which they are asked."""
        async with self.core.sessions() as session:
            found = await own_endpoints(session, self.here, PLACE.seal)
        return [(one.model, one.api_key) for one in found or ()]

    async def noted(self) -> Sequence[AuditEntry]:
        async with self.core.sessions() as session:
            own = select(AuditEntry).where(AuditEntry.organization_id == self.here)
            return list(await session.scalars(own.order_by(AuditEntry.id)))


@pytest.fixture
def owner(core: BookingCore, salon: DemoSalon) -> Owner:
    return Owner(core, salon)


async def test_they_are_asked_in_their_order(owner: Owner) -> None:
    ids = [(await owner.adds(one)).id for one in "abc"]
    await owner.does(lambda at: reorder_models(at, ids[::-1]))
    assert [one for one, _ in await owner.asked()] == ["c", "b", "a"]
    await owner.does(lambda at: remove_model(at, ids[1]))
    assert [one for one, _ in await owner.asked()] == ["c", "a"]
    with pytest.raises(Conflict):
        await owner.does(lambda at: reorder_models(at, ids))
    with pytest.raises(NotFound):
        await owner.does(lambda at: remove_model(at, ids[1]))


async def test_the_same_once_more_changes_nothing_and_another_key_is_a_change(owner: Owner) -> None:
    first, again = await owner.adds("a"), await owner.adds("a")
    assert (first.id, len(await owner.noted())) == (again.id, 1)
    with pytest.raises(Conflict) as refused:
        await owner.adds("a", api_key="another")
    assert refused.value.code == "model_known"


async def test_three_are_enough(owner: Owner) -> None:
    for one in "abc":
        await owner.adds(one)
    with pytest.raises(Conflict) as refused:
        await owner.adds("d")
    assert refused.value.code == "model_limit_reached"


async def test_a_key_is_kept_where_none_is_given_and_taken_away_where_it_is_empty(owner: Owner) -> None:
    model = await owner.adds("a")
    model = await owner.changes(model.id, model="b", input_price=Decimal(1), output_price=Decimal(2))
    assert await owner.asked() == [("b", CANARY)]
    await owner.changes(model.id, model="b", api_key="")
    assert await owner.asked() == [("b", "")]


async def test_a_key_is_sent_to_no_other_address_than_its_owner_gave_it_for(owner: Owner) -> None:
    model = await owner.adds("a")
    with pytest.raises(InvalidField) as refused:
        await owner.changes(model.id, base_url="https://collector.example/v1")
    assert refused.value.field == "api_key"
    await owner.changes(model.id, base_url="https://models.example/v2")
    assert await owner.asked() == [("a", CANARY)]


@pytest.mark.parametrize(
    "url",
    [
        "http://models.example/v1",
        "http://127.0.0.1:11434/v1",
        "https://localhost/v1",
        "https://169.254.169.254/v1",
        "https://models.example:6379/v1",
        "https://key@models.example/v1",
        "file:///etc/passwd",
        "",
    ],
)
async def test_an_address_inside_is_refused_and_says_what_would_allow_it(owner: Owner, url: str) -> None:
    with pytest.raises(InvalidField) as refused:
        await owner.adds("a", base_url=url)
    assert (refused.value.field, refused.value.code) == ("base_url", "url_not_allowed")
    origin = (
        "/".join(url.split("/")[:3])
        if url.startswith("http") and "@" not in url
        else "http://127.0.0.1:11434"
    )
    assert f"with the setting PRIVATE_MODELS={origin}." in refused.value.detail


async def test_a_model_inside_is_used_where_the_installation_allows_it(owner: Owner) -> None:
    inside = ModelPlace(PLACE.seal, frozenset({"http://127.0.0.1:11434"}))
    await owner.adds("llama", inside, base_url="http://127.0.0.1:11434/v1/", api_key="")
    assert await owner.asked() == [("llama", "")]
    with pytest.raises(InvalidField):
        await owner.adds("llama", inside, base_url="http://127.0.0.1:6379/v1")


async def test_what_was_allowed_once_is_not_tried_when_it_is_not_any_more(owner: Owner) -> None:
    inside = ModelPlace(PLACE.seal, frozenset({"http://127.0.0.1:11434"}))
    model = await owner.adds("llama", inside, base_url="http://127.0.0.1:11434/v1")
    with pytest.raises(InvalidField):
        await owner.does(lambda at: model_to_try(at, PLACE, model_id=model.id))


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"base_url": f"{URL}?key={CANARY}"}, "base_url"),
        ({"base_url": f"{URL}#{CANARY}"}, "base_url"),
        ({"model": " "}, "model"),
        ({"model": "x" * 201}, "model"),
        ({"api_key": f"{CANARY}\r\nX: y"}, "api_key"),
        ({"api_key": "ключ"}, "api_key"),
        ({"api_key": "x" * 1001}, "api_key"),
        ({"input_price": Decimal(1)}, "output_price"),
        ({"input_price": Decimal(-1), "output_price": Decimal(1)}, "input_price"),
        ({"input_price": Decimal("nan"), "output_price": Decimal(1)}, "input_price"),
    ],
)
async def test_what_is_no_model_is_refused_by_its_field_without_the_key(
    owner: Owner, wrong: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidField) as refused:
        await owner.adds(**({"model": "a"} | wrong))
    assert refused.value.field == field
    assert CANARY not in f"{refused.value.detail}{refused.value.details}"


async def test_the_audit_tells_what_was_and_is_and_never_a_key(owner: Owner) -> None:
    model = await owner.adds("a")
    await owner.changes(model.id, model="b", api_key=f"{CANARY}-2")
    (listed,) = await owner.does(list_models)
    await owner.does(lambda at: remove_model(at, listed.id))
    entries = await owner.noted()
    assert [one.action for one in entries] == ["chat_model.add", "chat_model.change", "chat_model.remove"]
    told = [[each["model"] for each in entries[1].details[one]] for one in ("before", "after")]
    assert told == [["a"], ["b"]]
    assert CANARY not in "".join(str(one.details) for one in entries)
    assert CANARY not in repr(ModelChoice(URL, "a", CANARY)) + repr(listed)
