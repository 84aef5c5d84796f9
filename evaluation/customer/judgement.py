"""A customer reads a summary and finds what is wrong in it."""

import re

from evaluation.customer.sight import SeenSummary
from evaluation.salon.records import suits
from evaluation.scenarios.customer_wishes import ScriptedCustomer, Wish
from evaluation.scenarios.values import Part

# As many digits of their number as people look at to know it again.
OWN_DIGITS = 6


def wrong_in(summary: SeenSummary, wish: Wish, customer: ScriptedCustomer) -> set[Part]:
    """The parts of the wish that a summary has wrong; none where it can be agreed to."""
    if wish.do == "cancel":
        return set()
    values = summary.values
    checks: dict[Part, bool] = {
        "service": not wish.service or wish.service in values,
        "when": summary.start is not None and suits(wish, summary.start),
        "staff": not wish.staff or any(wish.staff in value for value in values),
        "people": wish.do == "move" or _people(values) == wish.people,
        "contact": wish.do == "move"
        or (customer.name in values and any(_reaches(customer, value) for value in values)),
    }
    return {part for part, is_right in checks.items() if not is_right}


def _people(values: tuple[str, ...]) -> int:
    """A number standing alone is how many come; one is not worth a row."""
    return next((int(value) for value in values if value.isdigit()), 1)


def _reaches(customer: ScriptedCustomer, value: str) -> bool:
    """Whether that is the customer's own e-mail address, or their number however it is written."""
    phone = re.sub(r"\D", "", customer.phone or "")[-OWN_DIGITS:]
    return value == customer.email or bool(phone and re.sub(r"\D", "", value).endswith(phone))
