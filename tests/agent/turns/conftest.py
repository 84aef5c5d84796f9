"""Where messages of customers come in."""

import pytest

from agent.intake.reception import Reception
from agent.live_stream.stream import ConversationLog
from booking_core.core import BookingCore


@pytest.fixture
def reception(core: BookingCore) -> Reception:
    return Reception(core, ConversationLog(core.redis))
