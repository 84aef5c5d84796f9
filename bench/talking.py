"""One customer's side of a recorded dialogue, at a business that fits it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from types import SimpleNamespace
from typing import Any, cast
from zoneinfo import ZoneInfo

from agent.conversation.state import ConversationState
from agent.languages import locale_of_text
from agent.situation import situation_of
from agent.turn_context import TurnContext
from agent.when import When
from agent.wishes.understanding import parse_message
from agent.wishes.wish import update_draft
from booking_core.catalogue.derived import Deriving
from booking_core.catalogue.resources import STAFF
from booking_core.catalogue.workplaces import Workplaces

ZONE = ZoneInfo("UTC")
# A Friday; the recorded days lie within two weeks after it.
SPOKEN = datetime(2019, 3, 1, 8, tzinfo=ZONE)
SERVICE = "visit"


class Talking:
    """One customer's side of a dialogue, and the state it fills."""

    def __init__(self, people: Sequence[str]) -> None:
        self.catalogue = _business(people)
        self.state = ConversationState()
        self.state.draft.service_id = SERVICE

    def hears(self, text: str) -> None:
        context = cast(
            "TurnContext",
            SimpleNamespace(
                catalogue=self.catalogue,
                state=self.state,
                situation=situation_of(self.state),
                text=text,
                now=SPOKEN,
                zone=ZONE,
                locale=locale_of_text(text, "en_US"),
                answer=None,
                two_services=None,
                person_elsewhere=None,
                new_remainders=(),
                phone_countries=("US",),
            ),
        )
        update_draft(context, parse_message(context, []))

    @property
    def when(self) -> When:
        return self.state.draft.when

    @property
    def person(self) -> str | None:
        staff = self.catalogue.resources.get(self.state.draft.staff_id or "")
        return staff.name if staff else None


class Business(Deriving, SimpleNamespace):
    """As much of a catalogue as understanding asks for."""


def _business(people: Sequence[str]) -> Any:
    service = SimpleNamespace(
        translations={},
        id=SERVICE,
        name=SERVICE,
        aliases=[],
        all_names=(SERVICE,),
        spoken_names=(SERVICE,),
        length_name=lambda _: "",
        durations=[60],
        is_group=False,
    )
    staff = {
        name: SimpleNamespace(id=name, name=name, all_names=(name,), kind=STAFF, location_id="here")
        for name in people
    }
    here = SimpleNamespace(id="here", name="here", all_names=("here",), address="", time_zone="UTC")
    return Business(
        services={SERVICE: service},
        service_names=[(SERVICE, service)],
        resources=staff,
        resource_names=list(staff.items()),
        resources_of={SERVICE: list(staff.values())},
        locations={"here": here},
        workplaces=Workplaces(staff.values(), (), (), 0),
        organization=SimpleNamespace(country="US", locale="en", all_names=()),
    )
