"""Every endpoint of the Booking API, as a program would go through them."""

from collections.abc import Awaitable, Callable
from typing import Any


async def everything_asked(asks: Callable[..., Awaitable[Any]], service_id: str) -> None:
    """Every endpoint, as a program would go through them."""
    # The first request after a change of the catalogue reads it anew; what comes after it is counted.
    await asks("GET /locations", "GET", "/locations")
    await asks("GET /locations", "GET", "/locations")
    await asks("GET /services", "GET", "/services")
    times = await asks(
        "GET /availability", "GET", "/availability", params={"service_id": service_id, "limit": 500}
    )
    slots = [slot["slot_id"] for slot in times["items"]]
    one = {"service_id": service_id, "start": times["items"][0]["start"]}
    await asks("GET /availability/explain", "GET", "/availability/explain", params=one)
    released = await asks("POST hold", "POST", "/appointments/hold", json={"slot_id": slots[-1]})
    of_it = {"hold_id": released["hold_id"]}
    await asks("POST hold/extend", "POST", "/appointments/hold/extend", json=of_it)
    await asks("GET holds/{id}", "GET", f"/appointments/holds/{released['hold_id']}")
    await asks("POST hold/release", "POST", "/appointments/hold/release", json=of_it)
    hold = await asks("POST hold", "POST", "/appointments/hold", json={"slot_id": slots[-1]})
    customer = {"name": "Bench", "email": "bench@example.com"}
    booked = await asks(
        "POST confirm",
        "POST",
        "/appointments/confirm",
        json={"hold_id": hold["hold_id"], "customer": customer},
    )
    this = {"appointment_id": booked["appointment_id"]}
    await asks("GET appointments/{id}", "GET", f"/appointments/{this['appointment_id']}")
    await asks("GET appointments", "GET", "/appointments")
    await asks("POST reschedule", "POST", "/appointments/reschedule", json=this | {"slot_id": slots[-9]})
    await asks("POST cancel", "POST", "/appointments/cancel", json=this)
    await webhooks_asked(asks)


async def webhooks_asked(asks: Callable[..., Awaitable[Any]]) -> None:
    told = await asks("POST webhooks", "POST", "/webhooks", json={"url": "https://hooks.zimun.invalid/"})
    # The first time after a change the catalogue is read anew.
    for _ in range(2):
        await asks("GET webhooks", "GET", "/webhooks")
    await asks("POST webhooks/{id}/test", "POST", f"/webhooks/{told['id']}/test")
    await asks("POST webhooks/{id}/rotate", "POST", f"/webhooks/{told['id']}/rotate")
    await asks("DELETE webhooks/{id}", "DELETE", f"/webhooks/{told['id']}")
