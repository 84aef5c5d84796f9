"""A valid request to every route that visitors ask for without a conversation."""

from collections.abc import Callable

from booking_core.maintenance.demo import DemoSalon

DAY = "2026-11-24"


def find_visitor_doors(salon: DemoSalon, put: Callable[..., None]) -> None:
    """``put`` takes a method, the template of a path, and what a request needs."""
    for asked in ("days", "day"):
        wanted = {"organization_id": salon.organization_id, "date": DAY}
        put("POST", f"/chat/v1/times/{asked}", json=wanted)
    put("GET", "/c/{organization_id}", organization_id=salon.organization_id)
    put("GET", "/embed/frame", params={"organization_id": salon.organization_id})
    put("GET", "/demo/{name}", name="demo.css")
