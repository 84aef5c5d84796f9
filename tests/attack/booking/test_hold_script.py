"""The script of holds against its model again, for as long as it takes to reach the corners."""

import asyncio

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.booking_core.live_holds.test_holds_model import HoldScript
from web.embedded import EmbeddedServers


def test_the_script_and_the_model_agree_for_long(
    servers: EmbeddedServers, size: Sized, figures: Figures
) -> None:
    HoldScript.servers = servers
    limits = settings(
        max_examples=size(1000, 15),
        stateful_step_count=40,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate,),
        print_blob=True,
    )
    with asyncio.Runner() as HoldScript.runner:
        run_state_machine_as_test(HoldScript, settings=limits)
    figures.note(examples=limits.max_examples, steps=limits.stateful_step_count, differences=0)
