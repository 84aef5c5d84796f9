"""What kind of answer a message is to a summary that waits for a yes. Pure: no conversation, only the words.

An agreement is a whole message made of phrases that agree and of courtesies beside them (`languages/`, one
grammar a language); one word that belongs to neither and it is no agreement. So what merely has a yes in it
("yeah right", "ok that's all", "yes, but with Miriam") never counts as one.
"""

from agent.assent.interest import shows_interest
from agent.assent.kinds import (
    AnswerKind,
    SummaryAnswer,
    answer_to,
    asks_for_operation,
    everyday_words,
    first_polarity,
    gives_reason_against,
    is_answer_word,
    is_courtesy,
    is_only_polite,
    only_waits,
    opens_with_wait,
    plain_answer,
    refuses_and_approves,
    refuses_anywhere,
    says_goodbye,
    words_beyond_an_answer,
)
from agent.assent.undoing import takes_back

__all__ = [
    "AnswerKind",
    "SummaryAnswer",
    "answer_to",
    "asks_for_operation",
    "everyday_words",
    "first_polarity",
    "gives_reason_against",
    "is_answer_word",
    "is_courtesy",
    "is_only_polite",
    "only_waits",
    "opens_with_wait",
    "plain_answer",
    "refuses_and_approves",
    "refuses_anywhere",
    "says_goodbye",
    "shows_interest",
    "takes_back",
    "words_beyond_an_answer",
]
