"""The kinds of values that scenarios are written in."""

from typing import Annotated, Literal

from msgspec import Meta

TimeOfDay = Annotated[str, Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
Moment = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d$")]
Variants = Annotated[tuple[str, ...], Meta(min_length=1)]
Phase = Literal["opening", "offered", "contact", "summary", "booked", "end"]
Part = Literal["service", "staff", "when", "people", "contact"]
