"""A valid request to the door of providers of text messages."""

import json
from collections.abc import Callable

from booking_core.core import BookingCore
from booking_core.outbound.signatures import signature_headers
from booking_core.text_providers.arrange import set_provider
from booking_core.text_providers.provider_choice import ProviderChoice
from tests.cast import owner_of
from tests.conftest import new_salon
from tests.text_gateway import NUMBER, SECRET
from web.jobs.texts import text_place_of
from web.settings import Settings

CHOICE = ProviderChoice("signed", NUMBER, "https://sms.example.com/send", secret=SECRET)


async def find_text_doors(core: BookingCore, settings: Settings, put: Callable[..., None]) -> None:
    """A number that nobody has says STOP, in a salon whose provider no other request takes away."""
    here, place = (await new_salon(core)).organization_id, text_place_of(settings)
    await core.transaction(here, owner_of(here), lambda desk: set_provider(desk, CHOICE, place))
    body = json.dumps({"type": "text.received", "from": "+4915100000000", "text": "STOP"}).encode()
    headers = signature_headers("msg_1", core.clock.now(), body, [SECRET.encode()])
    put("POST", "/texts/v1/{organization_id}", organization_id=here, content=body, headers=headers)
