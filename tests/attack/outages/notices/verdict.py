"""What must be true of all notices in the end."""

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from msgspec import Struct
from sqlalchemy import select

from booking_core.core import BookingCore
from booking_core.notices.outbox import BY_TEXT, SUPERSEDED, Mail
from booking_core.storage.audit import AppointmentEvent
from booking_core.webhooks.deliveries import DELIVERED, WebhookDelivery
from tests.attack.outages.notices.letter_ids import LetterId
from tests.attack.outages.notices.receivers import Receivers

# From the question whether a letter is replaced to its first bytes at the mail server, on a busy machine.
ON_THE_WAY = timedelta(seconds=15)


class Kept(Struct, frozen=True):
    """Everything that the tables have of notices."""

    mails: dict[str, Mail]
    deliveries: list[WebhookDelivery]
    events: dict[str, AppointmentEvent]

    @classmethod
    async def in_tables(cls, core: BookingCore) -> "Kept":
        async with core.sessions() as session:
            mails = await session.scalars(select(Mail).where(Mail.appointment_id.is_not(None)))
            deliveries = list(await session.scalars(select(WebhookDelivery)))
            events = await session.scalars(select(AppointmentEvent))
            return cls({one.id: one for one in mails}, deliveries, {one.id: one for one in events})


def each_has_ended(kept: Kept) -> dict[str, int]:
    """Sent, refused or superseded, one of them; how many of each."""
    sent = [one for one in kept.mails.values() if one.sent_at is not None]
    assert [one.id for one in sent if one.failure is not None] == []
    assert [one.id for one in kept.mails.values() if one.sent_at is None and one.failure is None] == []
    superseded = sum(one.failure == SUPERSEDED for one in kept.mails.values())
    return {"sent": len(sent), "superseded": superseded, "refused": len(kept.mails) - len(sent) - superseded}


def letters_in(receivers: Receivers) -> dict[str, int]:
    """How many arrived, and how many of these once more."""
    arrived = [one.letter.id for one in receivers.mail.taken]
    return {"arrived": len(arrived), "again": len(arrived) - len(set(arrived))}


def what_was_sent_arrived(kept: Kept, receivers: Receivers) -> None:
    """Everything that arrived is known by its id, and what is noted as sent has arrived."""
    arrived = {one.letter.id for one in receivers.mail.taken} | texts_in(receivers).keys()
    assert arrived - kept.mails.keys() == set()
    assert {one.id for one in kept.mails.values() if one.sent_at is not None} - arrived == set()


def each_has_its_order(receivers: Receivers) -> None:
    """Of one appointment no reader gets an earlier letter after a later one, however often either came."""
    in_order(one.letter for one in receivers.mail.taken)
    in_order(LetterId.of(one) for one in texts_in(receivers))


def in_order(letters: Iterable[LetterId]) -> None:
    threads = defaultdict(list)
    for one in letters:
        threads[one.thread].append(one.version)
    assert {thread: told for thread, told in threads.items() if told != sorted(told)} == {}


def what_was_replaced_stayed(kept: Kept, receivers: Receivers, early: dict[str, int], offset: float) -> None:
    """``early`` are appointments that had all their changes before anybody sent letters: of these only the
    last is told. Nothing begins to arrive long after a later one was written down (``offset`` is the clock at
    monotonic zero, in seconds)."""
    newest = {f"{id_.removeprefix('apt_')}": version for id_, version in early.items()}
    taken = [one.letter for one in receivers.mail.taken] + [LetterId.of(one) for one in texts_in(receivers)]
    late = [one.id for one in taken if newest.get(one.thread[0], one.version) != one.version]
    assert late == []
    written = {(*LetterId.of(id_).thread, LetterId.of(id_).version): one for id_, one in kept.mails.items()}
    for one in receivers.mail.taken:
        later = written.get((*one.letter.thread, one.letter.version + 1))
        began = datetime.fromtimestamp(one.began + offset, UTC)
        assert later is None or began < later.created_at + ON_THE_WAY, one.letter.id


def webhooks_were_told(kept: Kept, receivers: Receivers) -> dict[str, int]:
    """Each event, under its id, in the order of its appointment."""
    assert {one.status for one in kept.deliveries} <= {DELIVERED}
    told: list[str] = receivers.hooks.told
    assert set(told) == {one.event_id for one in kept.deliveries} == kept.events.keys()
    versions: dict[str, list[int]] = defaultdict(list)
    for one in receivers.hooks.received:
        data: Any = json.loads(one.body)["data"]
        versions[data["appointment_id"]].append(data["version"])
    assert [id_ for id_, seen in versions.items() if seen != sorted(seen)] == []
    return {"events": len(kept.events), "calls": len(told)}


def texts_in(receivers: Receivers) -> dict[str, str]:
    """Texts that went to telephones, by their ids."""
    return {one.callback.rpartition("message_id=")[2]: one.recipient for one in receivers.texts.sent}


def are_texts(kept: Kept) -> int:
    return sum(one.channel == BY_TEXT for one in kept.mails.values())
