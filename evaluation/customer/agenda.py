"""The customer's agenda: what they want, what they have told of it, and what they do about what they see."""

import random

from evaluation.customer.act import Act, Meaning
from evaluation.customer.forms import is_for_code, is_for_identity
from evaluation.customer.memory import Memory
from evaluation.customer.paperwork import Paperwork
from evaluation.customer.sight import Sight, Time
from evaluation.customer.speech import Speech
from evaluation.scenarios.customer_wishes import Remark, ScriptedCustomer, Wish
from evaluation.scenarios.goals import apply_change
from evaluation.scenarios.values import Part, Phase

# Answers that lead nowhere, after which a customer leaves.
PATIENCE = 3
ALL_PARTS: frozenset[Part] = frozenset(("service", "staff", "when", "people"))


class Agenda:
    """One customer in one conversation."""

    def __init__(self, customer: ScriptedCustomer, rng: random.Random) -> None:
        self.customer = customer
        self.memory = Memory(customer, rng)
        self.speech = Speech(customer, rng)
        self.paperwork = Paperwork(self.memory, self.speech)

    def next(self, sight: Sight) -> Act | None:
        """What the customer does about what they see; None when they have nothing more to say."""
        self.memory.last = self._next(sight)
        return self.memory.last

    def _next(self, sight: Sight) -> Act | None:
        self.memory.notice(sight)
        phase = self.memory.phase(sight)
        remark = self.memory.due_remark(phase)
        if remark is not None:
            return self._remarks(remark)
        if self.memory.wish is None:
            return self._ends()
        if self.memory.lost >= PATIENCE:
            return self._leaves()
        if not self.memory.begun:
            return self._opens(self.memory.wish)
        return self._answer(sight, self.memory.wish, phase)

    def _remarks(self, remark: Remark) -> Act:
        wish = self.memory.wish
        if remark.changes is not None and wish is not None:
            if remark.changes.forget:
                self.memory.wants.pop(0)
                self.memory.begun = False
            else:
                self.memory.change_wish(apply_change(wish, remark.changes))
        meaning = Meaning("remark", self.memory.wish, ALL_PARTS, changed=remark.changes is not None)
        return Act(meaning, self.speech.of_scenario(remark.says), hears=remark.hears)

    def _opens(self, wish: Wish) -> Act:
        self.memory.begun = True
        if wish.do != "book":
            return self._asks_for_change(wish)
        self.memory.told = set(self.customer.tells)
        opening = self.customer.opening if len(self.memory.wants) == len(self.customer.wants) else ()
        text = self.speech.of_scenario(opening) if opening else self.speech.opening(wish, self.memory.told)
        if self.customer.contact_first:
            text = f"{self.speech.contact()}. {text}"
        return Act(Meaning("tell", wish, frozenset(self.memory.told)), text)

    def _asks_for_change(self, wish: Wish) -> Act:
        """Of an appointment there is: to move it, or to cancel it."""
        if wish.do == "cancel":
            return Act(Meaning("cancel", wish), self.speech.one_of(self.speech.phrases.cancel))
        self.memory.told = {"when"}
        text = self.speech.one_of(self.speech.phrases.move, when=self.speech.when(wish))
        return Act(Meaning("move", wish, frozenset(self.memory.told)), text)

    def _answer(self, sight: Sight, wish: Wish, phase: Phase) -> Act:
        newest = {block["type"] for block in sight.newest}
        summary = sight.summary()
        if summary is not None and ("summary" in newest or not newest):
            return self.paperwork.judges(summary, wish) or self._leaves()
        form = sight.block("form")
        if form is not None and (is_for_code(form) or is_for_identity(form)) and "summary" not in newest:
            return self.paperwork.proves(form) or self._leaves()
        if "form" in newest or ((sight.asks("name") or sight.asks("contact")) and phase == "contact"):
            return self.paperwork.gives_contact(sight)
        if "slot_picker" in newest:
            return self._chooses(sight, wish)
        if "service_list" in newest and wish.service and wish.do == "book":
            return self._names_service(sight, wish)
        if (length := sight.length_button(wish.minutes)) is not None:
            return Act(Meaning("tell", wish, frozenset({"service"})), input_id=length)
        return self._answers_words(sight, wish, phase)

    def _answers_words(self, sight: Sight, wish: Wish, phase: Phase) -> Act:
        """Nothing new to press: the question in the words, else what is still lying there, else the wish once
        more."""
        if sight.asks("name") and sight.asks("contact"):
            return Act(Meaning("contact", wish), self.speech.contact())
        if sight.asks("contact") and "?" in sight.text:
            return Act(Meaning("contact", wish), self.speech.contact(name=False))
        if sight.asks("name") and "?" in sight.text:
            return Act(Meaning("contact", wish), self.speech.contact(reach=False))
        untold = self.memory.untold(wish)
        if (
            sight.asks("when")
            and wish.say.when
            and ("when" in untold or self.memory.tries("asked when") == 0)
        ):
            return self._tells(wish, {"when"})
        if sight.asks("staff") and "?" in sight.text and not sight.times():
            return self._says_who(wish)
        if untold:
            return self._tells(wish, untold)
        if phase == "contact":
            return self.paperwork.gives_contact(sight)
        if sight.times():
            return self._chooses(sight, wish)
        if self.memory.tries("again") >= 1:
            self.memory.lost += 1
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
        self.memory.told |= parts
        if wish.do == "move":
            parts = parts - {"service", "people"}
        text = self.speech.parts(wish, parts) or self.speech.parts(wish, set(ALL_PARTS))
        if not text:
            return self._leaves()
        return Act(Meaning("tell", wish, frozenset(parts)), text)

    def _names_service(self, sight: Sight, wish: Wish) -> Act:
        listed = sight.block("service_list") or {}
        button = next((one for one in listed.get("services", ()) if one["name"] == wish.service), None)
        self.memory.told.add("service")
        if button is not None and (self.memory.presses() or self.memory.tries("service") >= 1):
            return Act(Meaning("tell", wish, frozenset({"service"})), input_id=button["input_id"])
        return Act(
            Meaning("tell", wish, frozenset({"service"})),
            self.speech.one_of(self.speech.phrases.service, service=self.speech.service(wish)),
        )

    def _chooses(self, sight: Sight, wish: Wish) -> Act:
        untold = self.memory.untold(wish)
        if untold - {"when"}:
            return self._tells(wish, untold)
        fitting = sight.times_for(wish)
        if not fitting:
            return self._tells(wish, {"when"}) if "when" in untold else self._wants_others(sight, wish)
        return self._takes(self.memory.rng.choice(fitting), sight.times())

    def _takes(self, time: Time, shown: list[Time]) -> Act:
        meaning = Meaning("choose", self.memory.wish, time=time)
        # A word that was not understood is followed by a finger.
        if self.memory.presses() or self.memory.tries(f"time {time.start}") >= 1:
            return Act(meaning, input_id=time.input_id)
        return Act(meaning, self.speech.choice(time, shown))

    def _wants_others(self, sight: Sight, wish: Wish) -> Act:
        """Nothing on the screen suits: ask again, look further, make do with something else, or leave."""
        picker = sight.block("slot_picker") or {}
        if self.memory.tries("again") == 0 and not wish.otherwise and wish.say.when:
            return self._tells(wish, {"when"})
        last = max((time.start.date() for time in sight.times()), default=None)
        later = last is not None and (not wish.on or any(day > last for day in wish.on))
        if picker.get("more") and later and self.memory.tries("more") < 4:
            return Act(Meaning("more", wish), input_id=picker["more"]["input_id"])
        return self._makes_do(wish) if wish.otherwise is not None else self._leaves()

    def _makes_do(self, wish: Wish) -> Act:
        """What would do instead becomes the wish."""
        if wish.otherwise is None:
            return self._leaves()
        second = apply_change(wish, wish.otherwise)
        self.memory.change_wish(second)
        self.memory.lost = 0
        words = wish.otherwise.say
        parts: set[Part] = {"staff"} if words.staff and not words.when else {"when"}
        return self._tells(second, parts)

    def _leaves(self) -> Act:
        self.memory.wants, self.memory.remarks = [], []
        return Act(Meaning("leave"), self.speech.one_of(self.speech.phrases.leaves), last=True)

    def _ends(self) -> Act | None:
        if self.customer.wants and self.memory.rng.random() < 0.3:
            return Act(Meaning("thank"), self.speech.one_of(self.speech.phrases.thanks), last=True)
        return None
