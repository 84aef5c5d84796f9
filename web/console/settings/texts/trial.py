"""A text message to a number that an owner types, sent while they wait, and what became of it."""

from msgspec import Struct

from booking_core.customers.phones import normalise_phone
from booking_core.desk import Desk
from booking_core.errors import InvalidField
from booking_core.notices.texts.providers import NotTaken, TextMessage, sender_of
from booking_core.storage.ids import new_id
from booking_core.text_providers.arrange import provider_to_test
from booking_core.text_providers.text_provider import ChosenProvider
from web.console.rendering.visit import Visit
from web.console.settings.letters.outcomes import outcome_text
from web.console.words.refusals import refusal_text
from web.console.words.translate import gettext
from web.jobs.texts import text_place_of
from web.server.rate_limits import count_request, too_fast

# In a minute, for all of an organization: each costs something, and rings somewhere.
MOST_TRIALS = 3


class TextTrial(Struct, frozen=True):
    """``news`` where it was sent; else ``failed``, a sentence."""

    news: str = ""
    failed: str = ""


async def send_trial(visit: Visit, number: str) -> TextTrial:
    """Raises ``NotAllowed``, and ``TooMany`` for whoever asks too often."""
    here = visit.operator.organization_id

    async def look(desk: Desk) -> tuple[ChosenProvider | None, str, bool]:
        organization = desk.catalogue.organization
        return await provider_to_test(desk), organization.country, organization.is_demo

    chosen, country, is_demo = await visit.read(look)
    trials = await count_request(visit.core.redis, f"text-trial:{here}", MOST_TRIALS)
    if trials is not None and trials.is_spent:
        raise too_fast(trials)
    if is_demo:
        return TextTrial(failed=outcome_text(is_demo=True))
    if chosen is None:
        return TextTrial(failed=gettext("Nobody sends text messages yet."))
    try:
        recipient = normalise_phone(number, country)
    except InvalidField as refusal:
        return TextTrial(failed=refusal_text(refusal.detail))
    return await _send(visit, chosen, recipient)


async def _send(visit: Visit, chosen: ChosenProvider, recipient: str) -> TextTrial:
    here, now = visit.operator.organization_id, visit.core.clock.now
    words = gettext("This is a test message. Customers will get their text messages from this sender.")
    sender = sender_of(here, chosen, text_place_of(visit.settings), now)
    try:
        await sender.send(TextMessage(new_id("txt"), recipient, words))
    except NotTaken as refusal:
        return TextTrial(failed=gettext("The provider does not take it (%(why)s).", why=refusal.code))
    return TextTrial(news=gettext("The test message is sent to %(number)s.", number=recipient))
