"""The mail server of an organization arranged by an owner: set, changed, removed, tried. Its password goes in
and never comes out."""

from sqlalchemy import delete

from booking_core.context import OperationContext
from booking_core.errors import InvalidField
from booking_core.mail_servers.mail_server import ChosenServer, MailServer, mail_server_of
from booking_core.mail_servers.server_choice import ServerChoice, ServerPlace
from booking_core.storage.named_lock import lock_by_name


async def read_server(context: OperationContext) -> ChosenServer | None:
    """None where letters go by the installation's server, if it has one. Raises ``NotAllowed``."""
    context.require("mail_server.read")
    return await mail_server_of(context.session, context.organization_id)


async def set_server(context: OperationContext, choice: ServerChoice, place: ServerPlace) -> ChosenServer:
    """Letters go there from now on. Without a password it keeps the one it has, for the same user of the same
    host only: a password goes nowhere but where its owner sent it.

    Raises ``NotAllowed`` and ``InvalidField``.
    """
    context.require("mail_server.change")
    await _lock(context)
    before, after = await _before_and_after(context, choice, place)
    if before is None or choice.password is not None or before != after:
        await _write(context, "mail_server.change", before, after)
    return after


async def server_to_try(context: OperationContext, choice: ServerChoice, place: ServerPlace) -> ChosenServer:
    """What ``set_server`` would set, to look first whether it works. Raises what that does."""
    context.require("mail_server.change")
    _, after = await _before_and_after(context, choice, place)
    return after


async def remove_server(context: OperationContext) -> None:
    """Letters go by the installation's server again, and the password is forgotten. Repeating it is a success
    that does nothing. Raises ``NotAllowed``."""
    context.require("mail_server.remove")
    await _lock(context)
    before = await mail_server_of(context.session, context.organization_id)
    if before is not None:
        await _write(context, "mail_server.remove", before, None)


async def server_to_test(context: OperationContext) -> ChosenServer | None:
    """What a test letter is sent by; None for the installation's. Raises ``NotAllowed``."""
    context.require("mail_server.test")
    return await mail_server_of(context.session, context.organization_id)


async def _before_and_after(
    context: OperationContext, choice: ServerChoice, place: ServerPlace
) -> tuple[ChosenServer | None, ChosenServer]:
    here = context.organization_id
    before = await mail_server_of(context.session, here)
    after = choice.seal(here, place, before.sealed_password if before else None)
    if choice.password is None and before and after.sealed_password and _goes(before) != _goes(after):
        raise InvalidField("password", "Please give the password again: it is not sent to another server.")
    return before, after


def _goes(server: ChosenServer) -> tuple[str, str]:
    """Where its password goes, and whose it is."""
    return server.host, server.username


async def _lock(context: OperationContext) -> None:
    """Whoever arranges it at the same moment waits."""
    await lock_by_name(context.session, f"mail server of {context.organization_id}")


async def _write(
    context: OperationContext, verb: str, before: ChosenServer | None, after: ChosenServer | None
) -> None:
    here = context.organization_id
    await context.session.execute(delete(MailServer).where(MailServer.organization_id == here))
    if after is not None:
        context.session.add(after.row(here))
    told = {"before": before and before.facts, "after": after and after.facts}
    context.audit(verb, here, **told)
    await context.session.flush()
