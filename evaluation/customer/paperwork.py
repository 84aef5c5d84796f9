"""A customer's paperwork: who they are, whose booking it is, and whether a summary is right."""

from typing import Any

from evaluation.customer.act import Act, Meaning
from evaluation.customer.forms import WRONG_CODE, fill_form, is_for_code
from evaluation.customer.judgement import wrong_in
from evaluation.customer.memory import Memory
from evaluation.customer.sight import SeenSummary, Sight
from evaluation.customer.speech import Speech
from evaluation.scenarios.customer_wishes import Wish
from evaluation.scenarios.goals import apply_change

# Codes a customer types, and wrong summaries they say no to, before they give up.
MOST_CODES = MOST_DECLINED = 3
# Even who would rather type fills in a form now and then.
FORMS_AT_LEAST = 0.3


class Paperwork:
    """What is signed and filled in. None where the customer has had enough."""

    def __init__(self, memory: Memory, speech: Speech) -> None:
        self.memory = memory
        self.speech = speech
        self.customer = memory.customer

    def gives_contact(self, sight: Sight) -> Act:
        form = sight.block("form")
        meaning = Meaning("contact", self.memory.wish)
        typed_before = self.memory.tries("contact") >= 1
        if form is not None and (
            self.memory.rng.random() < max(self.memory.buttons, FORMS_AT_LEAST) or typed_before
        ):
            return self._fills_in(form, meaning)
        return Act(meaning, self.speech.contact())

    def proves(self, form: dict[str, Any]) -> Act | None:
        """Whose booking it is: by their address, then by the code that came to it."""
        meaning = Meaning("prove", self.memory.wish)
        if not is_for_code(form):
            if self.memory.presses() or self.memory.tries("identify") >= 1:
                return self._fills_in(form, meaning)
            return Act(meaning, self.speech.contact(name=False))
        tries = self.memory.tries("code")
        mistaken = self.customer.codes == "wrong" or (self.customer.codes == "wrong at first" and tries == 0)
        code = WRONG_CODE if mistaken or self.memory.mailed_code is None else self.memory.mailed_code
        if tries > MOST_CODES:
            return None
        if self.memory.presses():
            return self._fills_in(form, meaning, code)
        return Act(meaning, code)

    def judges(self, summary: SeenSummary, wish: Wish) -> Act | None:
        wrong = wrong_in(summary, wish, self.customer)
        if not wrong:
            return self._agrees(summary, wish)
        if wish.otherwise and not wrong_in(
            summary, second := apply_change(wish, wish.otherwise), self.customer
        ):
            self.memory.wants[0] = second
            return self._agrees(summary, second)
        if self.memory.tries("decline") >= MOST_DECLINED:
            return None
        fix = self.speech.who() if wrong == {"contact"} else self.speech.parts(wish, wrong - {"contact"})
        self.memory.told |= wrong
        meaning = Meaning("decline", wish, frozenset(wrong), summary=summary)
        if self.memory.presses(0.5) or not fix:
            return Act(meaning, input_id=summary.decline)
        return Act(meaning, self.speech.one_of(self.speech.phrases.no, fix=fix))

    def _agrees(self, summary: SeenSummary, wish: Wish) -> Act:
        meaning = Meaning("agree", wish, summary=summary)
        if self.memory.presses() or self.memory.tries(f"agree {summary.block_id}") >= 1:
            return Act(meaning, input_id=summary.agree)
        return Act(meaning, self.speech.one_of(self.speech.phrases.yes))

    def _fills_in(self, form: dict[str, Any], meaning: Meaning, code: str | None = None) -> Act:
        payload = fill_form(form, self.customer, code, self.memory.booking_code)
        return Act(meaning, input_id=form["input_id"], payload=payload)
