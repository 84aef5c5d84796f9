"""What still keeps the chat from booking, each with the page where it is put right."""

from collections.abc import Sequence
from datetime import timedelta

from msgspec import Struct
from sqlalchemy import func, select

from agent.conversation.conversation import Step
from booking_core.catalogue.hours.opening_hours import OpeningOverride, OpeningWindow
from booking_core.chat_models.chat_model import ChatModel
from booking_core.desk import Desk
from booking_core.storage.audit import AuditEntry
from web.console.words.translate import gettext

# A key that was refused longer ago has been forgotten by everybody.
REFUSED_WITHIN = timedelta(days=7)


class Obstacle(Struct, frozen=True):
    text: str
    link: str
    """The address of the page that puts it right."""


async def obstacles(desk: Desk, home: str) -> Sequence[Obstacle]:
    """In the order in which they are best put right; none, where the chat can book."""
    catalogue, found = desk.catalogue, list[Obstacle]()
    if not catalogue.services:
        found.append(Obstacle(gettext("There is no service yet."), f"{home}/services"))
    for service in catalogue.services.values():
        if not catalogue.resources_of[service.id]:
            said = gettext("Nobody serves “%(service)s”.", service=service.name)
            found.append(Obstacle(said, f"{home}/services/{service.id}"))
    if not await _has_hours(desk):
        found.append(Obstacle(gettext("There are no opening hours yet."), f"{home}/hours"))
    for model in await _refused_models(desk):
        said = gettext("The key of “%(model)s” was refused, so another answers.", model=model)
        found.append(Obstacle(said, f"{home}/chat#models"))
    return found


async def _has_hours(desk: Desk) -> bool:
    here = desk.organization_id
    for table in (OpeningWindow, OpeningOverride):
        if await desk.session.scalar(select(table.id).where(table.organization_id == here).limit(1)):
            return True
    return False


async def _refused_models(desk: Desk) -> list[str]:
    """Own models whose key was refused in a conversation, since somebody has last changed the models."""
    here = desk.organization_id
    changed = select(func.max(AuditEntry.at)).where(
        AuditEntry.organization_id == here, AuditEntry.action.startswith("chat_model.")
    )
    since = await desk.session.scalar(changed) or desk.clock.now() - REFUSED_WITHIN
    refused = (
        select(Step.name)
        .join(ChatModel, (ChatModel.organization_id == Step.organization_id) & (ChatModel.model == Step.name))
        .where(
            Step.organization_id == here,
            Step.kind == "model",
            Step.result["reason"].as_string() == "unauthorized",
            Step.at > max(since, desk.clock.now() - REFUSED_WITHIN),
        )
        .distinct()
    )
    return sorted(await desk.session.scalars(refused))
