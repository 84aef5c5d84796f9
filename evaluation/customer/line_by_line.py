"""A customer who says what somebody wrote down, line by line, whatever is answered."""

import random

from evaluation.customer.act import Act, Meaning
from evaluation.customer.agenda import Agenda
from evaluation.customer.sight import Sight
from evaluation.scenarios.customer_wishes import ScriptedCustomer


class LineByLine(Agenda):
    """One such customer in one conversation."""

    def __init__(self, customer: ScriptedCustomer, rng: random.Random) -> None:
        super().__init__(customer, rng)
        self.left = list(customer.lines)

    def _next(self, sight: Sight) -> Act | None:
        if not self.left:
            return None
        line, summary = self.left.pop(0), sight.summary()
        meaning = Meaning("agree", summary=summary) if line.agrees and summary else Meaning("remark")
        return Act(meaning, line.says, hears=line.hears, never=line.never)
