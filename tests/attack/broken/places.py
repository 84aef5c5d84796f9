"""Several places, broken on purpose: the first of them stands for all."""

from typing import Any
from zoneinfo import ZoneInfo

from agent import turn_context
from agent.guided.steps import search
from agent.tools.arguments import time_query
from agent.turn_context import Talk
from agent.wishes import understanding
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.locations import Location
from booking_core.time.wall_clock import zone


def times_are_of_the_first_place() -> None:
    def first(catalogue: Catalogue, *_: Any) -> str:
        return _first(catalogue).time_zone

    def clock(talk: Talk, *_: Any) -> ZoneInfo:
        return zone(first(talk.catalogue))

    turn_context.clock_of = first
    understanding._clock = clock


def the_first_place_is_taken() -> None:
    def place_for(talk: Talk, _service: Any, _person: Any, named: Location | None) -> Location:
        return named or talk.place_named or talk.place or _first(talk.catalogue)

    time_query.place_for = place_for
    search.which_place = lambda *_: None


def _first(catalogue: Catalogue) -> Location:
    return next(iter(catalogue.locations.values()))
