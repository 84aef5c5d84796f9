"""Several customers do anything in any order, time passes and Redis forgets: the core answers as a front desk
on paper would."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.attack.booking.desk_on_paper.faults import House
from tests.attack.booking.desk_on_paper.visits import Visits
from tests.attack.figures import Figures
from tests.attack.options import Sized
from web.embedded import EmbeddedServers


@pytest.fixture
def house(servers: EmbeddedServers) -> Iterator[House]:
    house = House(servers)
    yield house
    house.close()


def test_the_core_answers_as_a_desk_on_paper_would(house: House, size: Sized, figures: Figures) -> None:
    Visits.house = house
    limits = settings(
        max_examples=size(500, 6),
        stateful_step_count=50,
        suppress_health_check=list(HealthCheck),
        # Making a failure smaller would take minutes; its fifty steps are printed as they are.
        phases=[Phase.generate],
        print_blob=True,
    )
    run_state_machine_as_test(Visits, settings=limits)
    figures.note(examples=limits.max_examples, steps=house.steps, differences=0)
