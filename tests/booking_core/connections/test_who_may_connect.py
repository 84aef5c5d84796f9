"""Roles, verbs and organizations: who may arrange programs, webhooks and models, and where."""

from typing import Any

import pytest
from msgspec import structs

from booking_core.access.roles import ROLES_OF, Role
from booking_core.api_clients.arrange import ApiClientRequest, create_client
from booking_core.chat_models.arrange import add_model
from booking_core.chat_models.model_choice import ModelChoice
from booking_core.core import BookingCore
from booking_core.errors import NotAllowed, NotFound, Refusal
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.audit import Actor
from booking_core.webhooks.subscriptions import add_endpoint
from tests.booking_core.connections.verbs import PLACE, SEAL, Deed, verbs
from tests.cast import owner_of

NOUNS = ("api_client", "webhook", "chat_model", "mail_server", "text_provider")
# Refused for nothing but the role, or empty for an id that nothing has.
ALWAYS_THERE = (
    ".list",
    ".reorder",
    "mail_server.read",
    "mail_server.remove",
    "mail_server.test",
    "text_provider.read",
    "text_provider.remove",
    "text_provider.test",
)
PROGRAMS_MAY = {"webhook.list", "webhook.add", "webhook.test", "webhook.rotate", "webhook.remove"}


async def does(core: BookingCore, organization_id: str, actor: Actor, deed: Deed) -> Any:
    return await core.transaction(organization_id, actor, deed)


def test_every_verb_of_the_table_is_tried() -> None:
    assert {verb for verb, _ in verbs()} == {one for one in ROLES_OF if one.split(".")[0] in NOUNS}


@pytest.mark.parametrize("role", [*Role, None])
async def test_every_verb_asks_for_the_role_first(
    core: BookingCore, salon: DemoSalon, role: Role | None
) -> None:
    here = salon.organization_id
    actor = structs.replace(owner_of(here), role=role)
    for verb, deed in verbs():
        try:
            await does(core, here, actor, deed)
            refused = None
        except Refusal as error:
            refused = error
        assert isinstance(refused, NotAllowed) == (role not in ROLES_OF[verb]), verb
        assert refused is not None or verb.endswith(ALWAYS_THERE), verb


async def test_a_program_with_the_scope_arranges_webhooks_and_nothing_else(
    core: BookingCore, salon: DemoSalon
) -> None:
    here = salon.organization_id
    program = Actor("api", "cli_1", "scope:webhooks:write", organization_id=here)
    for verb, deed in verbs():
        try:
            await does(core, here, program, deed)
            refused = None
        except Refusal as error:
            refused = error
        assert isinstance(refused, NotAllowed) == (verb not in PROGRAMS_MAY), verb


async def test_another_scope_is_no_scope_for_webhooks(core: BookingCore, salon: DemoSalon) -> None:
    program = Actor("api", "cli_1", "scope:appointments:write", organization_id=salon.organization_id)
    for _, deed in verbs():
        with pytest.raises(NotAllowed):
            await does(core, salon.organization_id, program, deed)


async def test_an_owner_elsewhere_is_nobody_here(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    stranger = owner_of(other_salon.organization_id)
    for _, deed in verbs():
        with pytest.raises(NotFound):
            await does(core, salon.organization_id, stranger, deed)


async def test_what_is_anothers_is_as_unknown_as_what_is_not_there(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    there = other_salon.organization_id
    request = ApiClientRequest("Till", ("org:read",))
    client = await does(core, there, owner_of(there), lambda at: create_client(at, request, key="k"))
    hook = await does(
        core,
        there,
        owner_of(there),
        lambda at: add_endpoint(at, "https://example.com/", (), SEAL, frozenset()),
    )
    choice = ModelChoice("https://models.example/v1", "m", "secret")
    model = await does(core, there, owner_of(there), lambda at: add_model(at, choice, PLACE))
    known = {"client": client.client.id, "endpoint": hook.endpoint.id, "model": model.id}
    here = salon.organization_id
    for (verb, theirs), (_, unknown) in zip(verbs(**known), verbs(), strict=True):
        if verb.endswith((".add", ".create")):
            continue
        said = [await tell(core, here, deed) for deed in (theirs, unknown)]
        assert said[0] == said[1], verb


async def tell(core: BookingCore, here: str, deed: Deed) -> Any:
    """What comes of it, or how it is refused."""
    try:
        return await does(core, here, owner_of(here), deed)
    except Refusal as refused:
        return type(refused), refused.code, refused.detail
