"""Text messages of appointments: by the provider of their organization, outside of quiet hours."""

from msgspec import Struct

from agent.letters.appointment_letter import WrittenLetter
from booking_core.appointments.record import BY_CUSTOMER
from booking_core.core import BookingCore
from booking_core.notices.outbox import LINK_MARK
from booking_core.notices.reminder_times import QuietHours
from booking_core.notices.reminders import REMINDER_LETTER, quiet_clocks
from booking_core.notices.texts.deliver_text import TextTry, deliver_text
from booking_core.notices.texts.providers import TextSender, sender_of
from booking_core.text_providers.provider_choice import TextPlace
from booking_core.text_providers.text_provider import text_provider_of
from web.secrets.sealing import text_seal
from web.settings import Settings

PATH = "/texts/v1"


class TextPost(Struct, frozen=True):
    """What text messages need; ``public_url`` is where their provider finds us."""

    core: BookingCore
    place: TextPlace
    public_url: str

    async def sender(self, organization_id: str) -> TextSender | None:
        """None where nobody sends any, and of the demo, which writes to nobody."""
        catalogue = await self.core.catalogue_of(organization_id)
        if catalogue.organization.is_demo:
            return None
        async with self.core.sessions() as session:
            chosen = await text_provider_of(session, organization_id)
        return sender_of(organization_id, chosen, self.place, self.core.clock.now) if chosen else None


async def deliver_appointment_text(
    post: TextPost, mail_id: str, written: WrittenLetter, *, is_last_try: bool = False
) -> None:
    """Raises ``Later`` and ``Unavailable`` where another try may succeed."""
    organization_id, link = written.facts.appointment.organization_id, written.facts.link
    sender = await post.sender(organization_id)
    if sender is None:
        return
    this = TextTry(
        whole_text=lambda mail: mail.text.replace(LINK_MARK, link),
        quiet=_quiet_hours(written),
        callback=f"{post.public_url}{PATH}/{organization_id}?message_id={mail_id}",
        is_last=is_last_try,
    )
    await deliver_text(post.core, sender, mail_id, this)


def _quiet_hours(written: WrittenLetter) -> QuietHours | None:
    """None for what answers the customer, who is awake."""
    facts = written.facts
    if facts.kind != REMINDER_LETTER and facts.change.get("by") == BY_CUSTOMER:
        return None
    return QuietHours(*quiet_clocks(facts.catalogue.organization), facts.time_zone)


def text_place_of(settings: Settings) -> TextPlace:
    """What keeps the secrets of organizations' providers, and the providers inside that may be used."""
    seal = text_seal(settings.secret_key, settings.secret_key_old)
    return TextPlace(seal, frozenset(settings.private_text_providers))


def text_post_of(settings: Settings, core: BookingCore) -> TextPost:
    return TextPost(core, text_place_of(settings), settings.public_url)
