"""The groups of a service's form that are folded away: a beginner needs none of them."""

from collections.abc import Sequence

from msgspec import UNSET, Struct

from booking_core.back_office.services import Services
from web.console.forms.field import FormField
from web.console.forms.form import Form, FormState
from web.console.words.translate import N_


class FieldGroup(Struct, frozen=True):
    """Fields below a heading, which also tells what of them is not as usual: all of them, or those that are
    ``told``."""

    name: str
    fields: Sequence[str]
    told: Sequence[str] | None = None

    def of(self, form: Form) -> list[FormField]:
        return [field for field in form.fields if field.name in self.fields]

    def is_open(self, state: FormState) -> bool:
        """Whether something in it has to be put right."""
        named = {one.field.split(".")[0] for one in state.problems}
        changed = state.meanwhile.changes if state.meanwhile else ()
        return not named.union(one.name for one in changed if one.is_yours_too).isdisjoint(self.fields)

    def tells(self, state: FormState) -> str:
        told = self.fields if self.told is None else self.told
        said = [(field, field.read(state.sent)) for field in self.of(state.form) if field.name in told]
        unusual = [(field.label, field.tell(value)) for field, value in said if value != USUAL[field.name]]
        return " · ".join(f"{label}: {text}" for label, text in unusual)


USUAL = {field.name: field.default for field in Services.fields if field.default is not UNSET} | {
    "category_id": ""
}
CUSTOMERS = FieldGroup(
    N_("What customers read"), ("description", "aliases", "category_id", "translations"), ("category_id",)
)
WHEN = FieldGroup(
    N_("When it can be booked"),
    ("min_notice_min", "booking_window_days", "slot_step_min", "requires_approval"),
)
AROUND = FieldGroup(N_("Breaks and groups"), ("buffer_before_min", "buffer_after_min", "capacity"))
CHANGES = FieldGroup(
    N_("Cancelling and moving"), ("cancellation_cutoff_min", "reschedule_cutoff_min", "reminders_min")
)
PRICES = FieldGroup(N_("Other prices"), ("prices", "currency"), ("prices",))
# What a beginner fills in.
FIRST = ("name", "durations", "resource_ids", "location_ids")
GROUPS = (CUSTOMERS, WHEN, AROUND, CHANGES, PRICES)
