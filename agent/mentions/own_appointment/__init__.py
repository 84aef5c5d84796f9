"""What is said of the appointment that stands: a question of it, or that there shall be another beside it."""

from agent.mentions.own_appointment.booked import asks_of_what_is_known, asks_whether_booked
from agent.mentions.own_appointment.finding import (
    asks_of_it,
    forgot_it,
    is_tagged,
    wants_another,
    wants_the_same,
)

__all__ = [
    "asks_of_it",
    "asks_of_what_is_known",
    "asks_whether_booked",
    "forgot_it",
    "is_tagged",
    "wants_another",
    "wants_the_same",
]
