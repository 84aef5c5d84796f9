"""Until when the customer of an appointment may change it, as it was agreed when it was booked."""

from datetime import datetime, timedelta

from booking_core.appointments.appointment import Appointment


def last_moments(appointment: Appointment) -> tuple[datetime, datetime]:
    """Until when it may be cancelled, and until when moved (UTC)."""
    cancel, move = (
        appointment.starts_at - timedelta(minutes=appointment.policy.get(cutoff, 0))
        for cutoff in ("cancellation_cutoff_min", "reschedule_cutoff_min")
    )
    return cancel, move
