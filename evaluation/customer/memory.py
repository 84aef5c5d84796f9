"""What a customer has in mind: what they want, what they have told of it and tried, and how far the
conversation has come."""

import random

from evaluation.customer.act import Act
from evaluation.customer.forms import is_for_code, is_for_identity
from evaluation.customer.sight import Sight
from evaluation.scenarios.customer_wishes import Remark, ScriptedCustomer, Wish
from evaluation.scenarios.values import Part, Phase

PHASES: tuple[Phase, ...] = ("opening", "offered", "contact", "summary", "booked", "end")


class Memory:
    """One customer's, in one conversation. ``begun`` says whether the wish in hand has been spoken of;
    ``lost`` how many answers in a row led nowhere."""

    def __init__(self, customer: ScriptedCustomer, rng: random.Random) -> None:
        self.customer = customer
        self.rng = rng
        self.wants = list(customer.wants)
        self.remarks = list(customer.remarks)
        self.buttons = rng.choice((0.0, 0.3, 0.6, 1.0)) if customer.buttons is None else customer.buttons
        self.told: set[Part] = set()
        self.begun = False
        self.cards_before = 0
        self.last: Act | None = None
        self.mailed_code: str | None = None
        self.booking_code: str | None = None
        self.tried: dict[str, int] = {}
        self.lost = 0
        self.seen = ""

    @property
    def wish(self) -> Wish | None:
        return self.wants[0] if self.wants else None

    def change_wish(self, wish: Wish) -> None:
        """The wish in hand is another from now on."""
        self.wants[0] = wish
        self.tried = {}

    def presses(self, weight: float = 1.0) -> bool:
        """Whether this customer uses a button this time."""
        return self.rng.random() < self.buttons * weight

    def notice(self, sight: Sight) -> None:
        """A booking card ends a wish; an answer that looks like the last one leads nowhere."""
        agreed = self.last is not None and self.last.meaning.kind == "agree"
        if agreed and len(sight.cards()) > self.cards_before and self.wants:
            self.wants.pop(0)
            self.begun, self.told, self.tried = False, set(), {}
        self.cards_before = len(sight.cards())
        shown = sight.text + ",".join(block["type"] for block in sight.newest)
        self.lost = self.lost + 1 if self.begun and shown == self.seen else 0
        self.seen = shown

    def phase(self, sight: Sight) -> Phase:
        if not self.begun:
            return "booked" if self.cards_before else "opening"
        if sight.summary() is not None:
            return "summary"
        form = sight.block("form")
        if form is not None and not is_for_code(form) and not is_for_identity(form):
            return "contact"
        return "offered" if sight.times() else "opening"

    def due_remark(self, phase: Phase) -> Remark | None:
        """The first remark that waits, once the conversation has come to its place, or past it."""
        if not self.remarks or (self.remarks[0].at == "end" and self.wish is not None):
            return None
        # What is said at the opening comes before the wish itself.
        due = self.wish is None or PHASES.index(self.remarks[0].at) <= PHASES.index(phase)
        return self.remarks.pop(0) if due else None

    def untold(self, wish: Wish) -> set[Part]:
        worth: dict[Part, bool] = {
            "service": bool(wish.service) and wish.do == "book",
            "when": bool(wish.say.when),
            "staff": bool(wish.staff) and wish.do == "book",
            "people": wish.people > 1 and wish.do == "book",
        }
        return {part for part, matters in worth.items() if matters and part not in self.told}

    def tries(self, what: str) -> int:
        """How often that was tried before this time."""
        before = self.tried.get(what, 0)
        self.tried[what] = before + 1
        return before
