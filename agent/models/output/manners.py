"""What is known of how one model of one endpoint writes, from one reply to the next."""

# So many replies of words without thoughts before them, and the model is believed to have none of that kind.
ENOUGH = 2


class ReplyHabits:
    """Some servers' templates begin a model's thoughts themselves: then only the end of them is in its reply.

    Until that is known not to happen, text is held back to the end of the reply, so that no thought is seen
    even for a moment.
    """

    def __init__(self) -> None:
        self._plain_replies = 0
        self._has_unmarked_thoughts = False

    @property
    def holds_back(self) -> bool:
        """Whether text waits until the reply's end, because it may still turn out to be thoughts."""
        return self._has_unmarked_thoughts or self._plain_replies < ENOUGH

    def note_plain_reply(self) -> None:
        """Count a reply in which no thoughts ended that had not begun."""
        self._plain_replies += 1

    def note_unmarked_thoughts(self) -> None:
        """From now on every reply is held back."""
        self._has_unmarked_thoughts = True
