"""What only the system does, and a sentence may claim."""

from enum import Enum


class ClaimKind(Enum):
    BOOKING = "booking, moving or cancelling"
    KEEPING = "keeping a time"
    SENDING = "sending a letter"
    MONEY = "moving money"
    TEAM = "telling the team"
    CALLING = "calling somebody"
    LISTING = "putting on a list"
    # Not an operation, but as untrue: a price or a length that no record has.
    AMOUNT = "an amount of nobody"
    # Not an operation either: what a model writes to itself.
    NOTE = "a note to itself"
