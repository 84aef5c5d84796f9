"""Until when customers book, cancel and move, in words."""

from collections.abc import Iterable

from booking_core.catalogue.services.services import Service
from web.console.settings.services.spans import length_text
from web.console.words.translate import N_, gettext

RULES = {
    "min_notice_min": N_("Booked at the latest"),
    "cancellation_cutoff_min": N_("Cancelled at the latest"),
    "reschedule_cutoff_min": N_("Moved at the latest"),
}


def rules_in_words(services: Iterable[Service]) -> list[str]:
    """Each rule as it is of all services, or that it differs."""
    every = list(services)
    return [_rule_text(label, {getattr(one, name) for one in every}) for name, label in RULES.items()]


def _rule_text(label: str, minutes: set[int]) -> str:
    if len(minutes) > 1:
        return gettext("%(rule)s: differs from service to service", rule=gettext(label))
    length = next(iter(minutes), 0)
    if not length:
        return gettext("%(rule)s: until the start", rule=gettext(label))
    return gettext("%(rule)s: %(length)s before the start", rule=gettext(label), length=length_text(length))
