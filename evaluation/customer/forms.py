"""A customer fills in forms: who they are, whose booking it is, the code from a letter, what the salon wants
to know."""

from typing import Any

from evaluation.scenarios.customer_wishes import ScriptedCustomer

WRONG_CODE = "314159"


def is_for_code(form: dict[str, Any]) -> bool:
    return "code" in _names(form)


def is_for_identity(form: dict[str, Any]) -> bool:
    """Whether it asks whose booking is meant, rather than for whom to book."""
    return {"contact", "booking_code"} <= _names(form)


def fill_form(
    form: dict[str, Any], customer: ScriptedCustomer, code: str | None, booking_code: str | None
) -> dict[str, str]:
    """What the customer writes into it; what is not required and not theirs to tell stays empty."""
    known = {
        "name": customer.name,
        "email": customer.email,
        "phone": customer.phone,
        "contact": customer.email or customer.phone,
        "booking_code": booking_code,
        "code": code or WRONG_CODE,
    }
    values = {
        field["name"]: known.get(field["name"], "none" if field.get("required") else None)
        for field in form["fields"]
    }
    return {name: value for name, value in values.items() if value}


def _names(form: dict[str, Any]) -> set[str]:
    return {field["name"] for field in form["fields"]}
