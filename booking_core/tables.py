"""Every table of the booking core, for whoever needs them all known: migrations and checks."""

from booking_core import (
    appointments,
    audit,
    blocks,
    booking_questions,
    catalogue,
    customers,
    holds,
)

__all__ = ["appointments", "audit", "blocks", "booking_questions", "catalogue", "customers", "holds"]
