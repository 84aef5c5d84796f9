"""What people say about time, read into constraints: dates, hours, weekdays, what does not suit.

A sentence passes through four hands: the lexer (`lexer.py`, `shapes.py`) turns characters into items with the
help of a language's words (`languages/`), the stages of the grammar (`rules/`, engine in `grammar.py`)
rewrite items into days and hours, `anchoring.py` moves bare weekdays to the week they belong to, and
`assembly.py` adds up constraints.

What cannot be as it was said ("30 February", "Friday the 3rd" of a Thursday) is a doubt a rule raises; it
travels with its item and ends as a problem of the answer, which whoever uses it must ask about or tell.

A new word is a phrase in a catalogue of `languages/`; a new turn of phrase is a rule in the file of its
family in `rules/`; a new kind of expression is a file there.
"""

from agent.when.constraints import DateRange, HoursOfDays, ReadSpan, TimeRange, When, WhenProblem
from agent.when.reading_json import as_json
from agent.when.sentence import read
from agent.when.wording import explain

__all__ = [
    "DateRange",
    "HoursOfDays",
    "ReadSpan",
    "TimeRange",
    "When",
    "WhenProblem",
    "as_json",
    "explain",
    "read",
]
