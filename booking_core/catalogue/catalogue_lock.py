"""The lock between whoever changes a catalogue and whoever books by it.

A change holds it alone until its commit, a booking shares it with other bookings: so a change sees every
appointment that was booked by the catalogue before it, and no booking is written by a catalogue that has
changed meanwhile.
"""


def catalogue_lock(organization_id: str) -> str:
    """What it is called among the advisory locks (``lock_resources``)."""
    return f"catalogue:{organization_id}"
