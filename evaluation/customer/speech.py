"""How a customer talks: the phrasebook of their language, the words of the scenario, and the seed."""

import random
import re
from collections.abc import Sequence
from datetime import datetime

from evaluation.customer.languages import phrasebook
from evaluation.customer.sight import Time
from evaluation.scenarios.customer_wishes import ScriptedCustomer, Wish
from evaluation.scenarios.values import Part

# Shorter words are hard to misspell and still be understood.
WORD = re.compile(r"[A-Za-z]{5,}")


class Speech:
    """One customer's way of talking. The same ``rng`` gives the same words."""

    def __init__(self, customer: ScriptedCustomer, rng: random.Random) -> None:
        self.customer = customer
        self.rng = rng
        self.phrases = phrasebook(customer.language)
        # Whoever types without capitals does so all the time.
        self._lower = customer.language == "en" and rng.random() < 0.3
        # One customer says "the trim" today and not something else in the next sentence.
        self._chosen: dict[tuple[str, ...], str] = {}

    def one_of(self, variants: Sequence[str], **filled: str) -> str:
        return self._misspell(self.rng.choice(variants).format(**filled))

    def of_scenario(self, variants: Sequence[str]) -> str:
        """Words of the scenario's own, with nothing to fill in."""
        return self._misspell(self.rng.choice(variants))

    def opening(self, wish: Wish, tells: set[Part]) -> str:
        """The first message about a wish, which says these parts of it."""
        phrases = self.phrases
        when = self.when(wish) if "when" in tells else ""
        if "service" in tells and wish.service:
            return self.one_of(phrases.openings, what=self.what(wish, tells), when=when)
        return self.one_of(phrases.openings_without_service if when else phrases.greetings, when=when)

    def what(self, wish: Wish, tells: set[Part]) -> str:
        parts = [self.service(wish)]
        if "staff" in tells and wish.staff:
            parts.append(self.staff(wish))
        if "people" in tells and wish.people > 1:
            parts.append(self.people(wish))
        return " ".join(parts)

    def service(self, wish: Wish) -> str:
        return self._same(wish.say.service or (f"a {wish.service.lower()}",))

    def when(self, wish: Wish) -> str:
        return self._same(wish.say.when) if wish.say.when else ""

    def staff(self, wish: Wish) -> str:
        return self._same(
            wish.say.staff or tuple(p.format(person=wish.staff) for p in self.phrases.with_staff)
        )

    def people(self, wish: Wish) -> str:
        number = self.phrases.numbers[wish.people - 1]
        return self._same(wish.say.people or tuple(p.format(number=number) for p in self.phrases.for_people))

    def parts(self, wish: Wish, wanted: set[Part]) -> str:
        """An answer that tells these parts of a wish."""
        if "service" in wanted and wish.service:
            return self.one_of(
                self.phrases.again,
                what=self.what(wish, wanted),
                when=self.when(wish) if "when" in wanted else "",
            )
        answers = {
            "when": (self.phrases.when, {"when": self.when(wish)}),
            "staff": (self.phrases.staff, {"staff": self.staff(wish)} if wish.staff else None),
            "people": (self.phrases.people, {"people": self.people(wish)} if wish.people > 1 else None),
        }
        told = [
            self.one_of(templates, **filled)
            for part, (templates, filled) in answers.items()
            if part in wanted and filled and all(filled.values())
        ]
        return ", ".join(told)

    def choice(self, time: Time, shown: Sequence[Time]) -> str:
        """Words for one of the times on the screen that mean no other."""
        same_clock = [other for other in shown if f"{other.start:%H:%M}" == f"{time.start:%H:%M}"]
        if time.place < len(self.phrases.places) and len(shown) > time.place and self.rng.random() < 0.25:
            return self.one_of(self.phrases.choose_place, place=self.phrases.places[time.place])
        templates = self.phrases.choose_clock if len(same_clock) == 1 else self.phrases.choose_day_and_clock
        if self.rng.random() < 0.3:
            templates = self.phrases.choose_day_and_clock
        return self.one_of(
            templates, clock=self.clock(time.start), day=self.phrases.weekdays[time.start.weekday()]
        )

    def clock(self, start: datetime) -> str:
        hour = start.hour % 12 or 12
        filled = {
            "h24": str(start.hour),
            "h12": str(hour),
            "mm": f"{start:%M}",
            "half": "am" if start.hour < 12 else "pm",
            "short": str(hour) if start.minute == 0 else f"{hour}:{start:%M}",
        }
        return self.rng.choice(self.phrases.clocks).format(**filled)

    def contact(self, *, name: bool = True, reach: bool = True) -> str:
        customer = self.customer
        ways = ", ".join(filter(None, (customer.email, customer.phone)))
        templates = (
            self.phrases.contact if name and reach else self.phrases.name if name else self.phrases.reach
        )
        # Nobody misspells their own name.
        return self.rng.choice(templates).format(name=customer.name, reach=ways)

    def who(self) -> str:
        """Name and contact put right."""
        ways = ", ".join(filter(None, (self.customer.email, self.customer.phone)))
        return self.rng.choice(self.phrases.who).format(name=self.customer.name, reach=ways)

    def _same(self, variants: tuple[str, ...]) -> str:
        return self._chosen.setdefault(variants, self.rng.choice(variants))

    def _misspell(self, text: str) -> str:
        """The text as this customer's fingers leave it."""
        text = " ".join(text.split(" ")).strip()
        text = re.sub(r" +([?,.!])", r"\1", re.sub(r" {2,}", " ", text))
        if self.customer.typos:
            text = WORD.sub(self._misspelt, text)
        if not self._lower or "@" in text:
            return text
        # Their own name they write as ever.
        return text.lower().replace(self.customer.name.lower(), self.customer.name)

    def _misspelt(self, word: re.Match[str]) -> str:
        letters = list(word.group())
        if self.rng.random() < self.customer.typos:
            place = self.rng.randrange(1, len(letters) - 2)
            letters[place], letters[place + 1] = letters[place + 1], letters[place]
        return "".join(letters)
