"""The customer's agenda: what they want, what they have told of it, and what they do about what they see."""

import random
from typing import Any

from evaluation.customer.act import Act, Meaning
from evaluation.customer.forms import WRONG_CODE, filled, is_for_code, is_for_identity
from evaluation.customer.judgement import wrong_in
from evaluation.customer.sight import Sight, Summary, Time
from evaluation.customer.speech import Speech
from evaluation.goals import changed
from evaluation.scenario import Customer, Part, Phase, Remark, Wish

# Answers that lead nowhere, after which a customer leaves.
PATIENCE = 3
# Codes a customer types before they give up.
MOST_CODES = 3
ALL_PARTS: frozenset[Part] = frozenset(("service", "staff", "when", "people"))


class Agenda:
    """One customer in one conversation."""

    def __init__(self, customer: Customer, rng: random.Random) -> None:
        self.customer = customer
        self.rng = rng
        self.speech = Speech(customer, rng)
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

    def next(self, sight: Sight) -> Act | None:
        """What the customer does about what they see; None when they have nothing more to say."""
        self.last = self._next(sight)
        return self.last

    def _next(self, sight: Sight) -> Act | None:
        self._notice_progress(sight)
        phase = self.phase(sight)
        remark = self._remark(phase)
        if remark is not None:
            return self._remarks(remark)
        if self.wish is None:
            return self._ends()
        if self.lost >= PATIENCE:
            return self._leaves()
        if not self.begun:
            return self._opens(self.wish)
        return self._answer(sight, self.wish, phase)

    def _notice_progress(self, sight: Sight) -> None:
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

    def _remark(self, phase: Phase) -> Remark | None:
        """The first remark that waits, once the conversation has come to its place, or past it."""
        order = ("opening", "offered", "contact", "summary", "booked", "end")
        if not self.remarks or (self.remarks[0].at == "end" and self.wish is not None):
            return None
        opening_is_over = self.begun or self.wish is None or phase == "booked"
        reached = phase if phase != "opening" or not opening_is_over else "opening"
        due = self.wish is None or order.index(self.remarks[0].at) <= order.index(reached)
        # What is said at the opening comes before the wish itself.
        if self.remarks[0].at == "opening" and self.begun:
            due = True
        return self.remarks.pop(0) if due else None

    def _remarks(self, remark: Remark) -> Act:
        wish = self.wish
        if remark.changes is not None and wish is not None:
            if remark.changes.forget:
                self.wants.pop(0)
                self.begun = False
            else:
                self.wants[0] = changed(wish, remark.changes)
                self.tried = {}
        meaning = Meaning("remark", self.wish, ALL_PARTS, changed=remark.changes is not None)
        return Act(meaning, self.speech.written(remark.says), hears=remark.hears)

    def _opens(self, wish: Wish) -> Act:
        self.begun = True
        if wish.do != "book":
            return self._asks_for_change(wish)
        self.told = set(self.customer.tells)
        opening = self.customer.opening if len(self.wants) == len(self.customer.wants) else ()
        text = self.speech.written(opening) if opening else self.speech.opening(wish, self.told)
        if self.customer.contact_first:
            text = f"{self.speech.contact()}. {text}"
        return Act(Meaning("tell", wish, frozenset(self.told)), text)

    def _asks_for_change(self, wish: Wish) -> Act:
        """Of an appointment there is: to move it, or to cancel it."""
        if wish.do == "cancel":
            return Act(Meaning("cancel", wish), self.speech.one_of(self.speech.phrases.cancel))
        self.told = {"when"}
        text = self.speech.one_of(self.speech.phrases.move, when=self.speech.when(wish))
        return Act(Meaning("move", wish, frozenset(self.told)), text)

    def _answer(self, sight: Sight, wish: Wish, phase: Phase) -> Act:
        newest = {block["type"] for block in sight.newest}
        summary = sight.summary()
        if summary is not None and ("summary" in newest or not newest):
            return self._judges(summary, wish)
        form = sight.block("form")
        if form is not None and (is_for_code(form) or is_for_identity(form)) and "summary" not in newest:
            return self._proves(form)
        if "form" in newest or ((sight.asks("name") or sight.asks("contact")) and phase == "contact"):
            return self._gives_contact(sight)
        if "slot_picker" in newest:
            return self._chooses(sight, wish)
        if "service_list" in newest and wish.service and wish.do == "book":
            return self._names_service(sight, wish)
        return self._answers_words(sight, wish, phase)

    def _answers_words(self, sight: Sight, wish: Wish, phase: Phase) -> Act:
        """Nothing new to press: the question in the words, else what is still lying there, else the wish once more."""
        if sight.asks("name") and sight.asks("contact"):
            return Act(Meaning("contact", wish), self.speech.contact())
        if sight.asks("contact") and "?" in sight.text:
            return Act(Meaning("contact", wish), self.speech.contact(name=False))
        if sight.asks("name") and "?" in sight.text:
            return Act(Meaning("contact", wish), self.speech.contact(reach=False))
        untold = self._untold(wish)
        if sight.asks("when") and wish.say.when:
            return self._tells(wish, {"when"})
        if sight.asks("staff") and "?" in sight.text and not sight.times():
            return self._says_who(wish)
        if untold:
            return self._tells(wish, untold)
        if phase == "contact":
            return self._gives_contact(sight)
        if sight.times():
            return self._chooses(sight, wish)
        if self._tries("again") >= 1:
            self.lost += 1
            if wish.otherwise is not None:
                return self._makes_do(wish)
        return self._tells(wish, set(ALL_PARTS)) if wish.do == "book" else self._asks_for_change(wish)

    def _says_who(self, wish: Wish) -> Act:
        if wish.staff:
            return self._tells(wish, {"staff"})
        return Act(
            Meaning("tell", wish, frozenset({"staff"})), self.speech.one_of(self.speech.phrases.any_staff)
        )

    def _tells(self, wish: Wish, parts: set[Part]) -> Act:
        self.told |= parts
        if wish.do == "move":
            parts = parts - {"service", "people"}
        text = self.speech.parts(wish, parts) or self.speech.parts(wish, set(ALL_PARTS))
        if not text:
            return self._leaves()
        return Act(Meaning("tell", wish, frozenset(parts)), text)

    def _untold(self, wish: Wish) -> set[Part]:
        worth: dict[Part, bool] = {
            "service": bool(wish.service) and wish.do == "book",
            "when": bool(wish.say.when),
            "staff": bool(wish.staff) and wish.do == "book",
            "people": wish.people > 1 and wish.do == "book",
        }
        return {part for part, matters in worth.items() if matters and part not in self.told}

    def _names_service(self, sight: Sight, wish: Wish) -> Act:
        listed = sight.block("service_list") or {}
        button = next((one for one in listed.get("services", ()) if one["name"] == wish.service), None)
        self.told.add("service")
        if button is not None and (self.rng.random() < self.buttons or self._tries("service") >= 1):
            return Act(Meaning("tell", wish, frozenset({"service"})), input_id=button["input_id"])
        return Act(
            Meaning("tell", wish, frozenset({"service"})),
            self.speech.one_of(self.speech.phrases.service, service=self.speech.service(wish)),
        )

    def _chooses(self, sight: Sight, wish: Wish) -> Act:
        untold = self._untold(wish)
        if untold - {"when"}:
            return self._tells(wish, untold)
        fitting = sight.fitting(wish)
        if not fitting:
            return self._tells(wish, {"when"}) if "when" in untold else self._wants_others(sight, wish)
        return self._takes(self.rng.choice(fitting), sight.times())

    def _takes(self, time: Time, shown: list[Time]) -> Act:
        meaning = Meaning("choose", self.wish, time=time)
        # A word that was not understood is followed by a finger.
        if self.rng.random() < self.buttons or self._tries(f"time {time.start}") >= 1:
            return Act(meaning, input_id=time.input_id)
        return Act(meaning, self.speech.choice(time, shown))

    def _wants_others(self, sight: Sight, wish: Wish) -> Act:
        """Nothing on the screen suits: ask again, look further, make do with something else, or leave."""
        picker = sight.block("slot_picker") or {}
        if self._tries("again") == 0 and not wish.otherwise and wish.say.when:
            return self._tells(wish, {"when"})
        last = max((time.start.date() for time in sight.times()), default=None)
        later = last is not None and (not wish.on or any(day > last for day in wish.on))
        if picker.get("more") and later and self._tries("more") < 4:
            return Act(Meaning("more", wish), input_id=picker["more"]["input_id"])
        return self._makes_do(wish) if wish.otherwise is not None else self._leaves()

    def _makes_do(self, wish: Wish) -> Act:
        """What would do instead becomes the wish."""
        if wish.otherwise is None:
            return self._leaves()
        self.wants[0] = changed(wish, wish.otherwise)
        self.tried, self.lost = {}, 0
        words = wish.otherwise.say
        parts: set[Part] = {"staff"} if words.staff and not words.when else {"when"}
        return self._tells(self.wants[0], parts)

    def _gives_contact(self, sight: Sight) -> Act:
        form = sight.block("form")
        meaning = Meaning("contact", self.wish)
        typed_before = self._tries("contact") >= 1
        if form is not None and (self.rng.random() < max(self.buttons, 0.3) or typed_before):
            return self._fills_in(form, meaning)
        return Act(meaning, self.speech.contact())

    def _fills_in(self, form: dict[str, Any], meaning: Meaning, code: str | None = None) -> Act:
        payload = filled(form, self.customer, code, self.booking_code)
        return Act(meaning, input_id=form["input_id"], payload=payload)

    def _proves(self, form: dict[str, Any]) -> Act:
        """Whose booking it is: by their address, then by the code that came to it."""
        meaning = Meaning("prove", self.wish)
        if not is_for_code(form):
            if self.rng.random() < self.buttons or self._tries("identify") >= 1:
                return self._fills_in(form, meaning)
            return Act(meaning, self.speech.contact(name=False))
        tries = self._tries("code")
        mistaken = self.customer.codes == "wrong" or (self.customer.codes == "wrong at first" and tries == 0)
        code = WRONG_CODE if mistaken or self.mailed_code is None else self.mailed_code
        if tries > MOST_CODES:
            return self._leaves()
        if self.rng.random() < self.buttons:
            return self._fills_in(form, meaning, code)
        return Act(meaning, code)

    def _judges(self, summary: Summary, wish: Wish) -> Act:
        wrong = wrong_in(summary, wish, self.customer)
        if not wrong:
            return self._agrees(summary, wish)
        if wish.otherwise and not wrong_in(summary, second := changed(wish, wish.otherwise), self.customer):
            self.wants[0] = second
            return self._agrees(summary, second)
        if self._tries("decline") >= 3:
            return self._leaves()
        fix = self.speech.who() if wrong == {"contact"} else self.speech.parts(wish, wrong - {"contact"})
        self.told |= wrong
        meaning = Meaning("decline", wish, frozenset(wrong), summary=summary)
        if self.rng.random() < self.buttons * 0.5 or not fix:
            return Act(meaning, input_id=summary.decline)
        return Act(meaning, self.speech.one_of(self.speech.phrases.no, fix=fix))

    def _agrees(self, summary: Summary, wish: Wish) -> Act:
        meaning = Meaning("agree", wish, summary=summary)
        if self.rng.random() < self.buttons or self._tries(f"agree {summary.block_id}") >= 1:
            return Act(meaning, input_id=summary.agree)
        return Act(meaning, self.speech.one_of(self.speech.phrases.yes))

    def _tries(self, what: str) -> int:
        """How often that was tried before this time."""
        before = self.tried.get(what, 0)
        self.tried[what] = before + 1
        return before

    def _leaves(self) -> Act:
        self.wants, self.remarks = [], []
        return Act(Meaning("leave"), self.speech.one_of(self.speech.phrases.leaves), last=True)

    def _ends(self) -> Act | None:
        if self.customer.wants and self.rng.random() < 0.3:
            return Act(Meaning("thank"), self.speech.one_of(self.speech.phrases.thanks), last=True)
        return None
