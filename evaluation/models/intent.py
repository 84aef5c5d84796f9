"""What a playing model knows beyond what it hears: the meaning behind the customer's message, and what goes
wrong on the way."""

import random

from evaluation.customer.act import Meaning
from evaluation.scenarios.scenario import Scenario
from evaluation.trials.faults import Faults


class Intent:
    """The state of one trial, shared by the one who is judged and the endpoint that plays for it.

    ``rng`` is not the customer's stream of chance: who is judged does not change what the customer says.
    """

    def __init__(self, scenario: Scenario, faults: Faults, rng: random.Random) -> None:
        self.scenario = scenario
        self.faults = faults
        self.rng = rng
        self.turn = 0
        self.meaning = Meaning("tell")
        self.booking = ""
