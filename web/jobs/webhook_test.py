"""A test of a webhook, whoever asks for it: one signed message at once, and not too often."""

import msgspec

from booking_core.core import BookingCore
from booking_core.storage.events import EventData, Payload
from booking_core.storage.ids import new_id
from booking_core.webhooks.courier import Courier, DeliveryOutcome
from booking_core.webhooks.endpoints import WebhookEndpoint
from web.server.rate_limits import count_request, too_fast

TEST_EVENT = "webhook.test"
# In a minute, for all webhooks of an organization: each test is a request to somebody else's machine.
MOST_TESTS = 10


async def send_test(core: BookingCore, courier: Courier, endpoint: WebhookEndpoint) -> DeliveryOutcome:
    """What came of it. Raises ``TooManyRequestsException`` for whoever tests too often."""
    tests = await count_request(core.redis, f"webhook-test:{endpoint.organization_id}", MOST_TESTS)
    if tests is not None and tests.is_spent:
        raise too_fast(tests)
    event = Payload(TEST_EVENT, core.clock.now(), EventData(endpoint.organization_id))
    return await courier.attempt(endpoint, new_id("evt"), msgspec.json.encode(event).decode())
