"""Every table of the booking core, for whoever needs them all known: migrations and checks."""

from booking_core import (
    appointments,
    audit,
    blocks,
    booking_caps,
    booking_questions,
    catalogue,
    customers,
    holds,
    readiness,
)
from booking_core.webhooks import deliveries, endpoints

__all__ = [
    "appointments",
    "audit",
    "blocks",
    "booking_caps",
    "booking_questions",
    "catalogue",
    "customers",
    "deliveries",
    "endpoints",
    "holds",
    "readiness",
]
