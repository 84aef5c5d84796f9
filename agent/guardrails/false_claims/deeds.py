"""What only the system does, and a sentence may tell of."""

from enum import Enum


class Deed(Enum):
    BOOKING = "booking, moving or cancelling"
    KEEPING = "keeping a time"
    SENDING = "sending a letter"
    MONEY = "moving money"
    TEAM = "telling the team"
    CALLING = "calling somebody"
    LISTING = "putting on a list"
    # No deed, but as untrue: a price or a length that nobody has told.
    AMOUNT = "an amount of nobody"
    # Nor this: what a model writes to itself.
    NOTE = "a note to itself"
