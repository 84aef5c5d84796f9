"""Several places, broken on purpose: the first of them stands for all."""

from typing import Any
from zoneinfo import ZoneInfo

from agent import turn_context
from agent.guided.steps import search
from agent.tools.arguments import time_query
from agent.turn_context import TurnContext
from agent.wishes import understanding
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.locations import Location
from booking_core.time.wall_clock import zone


def times_are_of_the_first_place() -> None:
    def first(catalogue: Catalogue, *_: Any) -> str:
        return _first(catalogue).time_zone

    def clock(context: TurnContext, *_: Any) -> ZoneInfo:
        return zone(first(context.catalogue))

    turn_context.clock_of = first
    understanding.clock_meant = clock


def the_first_place_is_taken() -> None:
    def place_for(context: TurnContext, _service: Any, _person: Any, named: Location | None) -> Location:
        return named or context.place_in_message or context.place or _first(context.catalogue)

    time_query.choose_place = place_for
    search.place_step = lambda *_: None


def _first(catalogue: Catalogue) -> Location:
    return next(iter(catalogue.locations.values()))
