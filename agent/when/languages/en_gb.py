"""English where the day is written before the month."""

from agent.when.languages.en import english

CATALOGUE = english(day_first=True)
