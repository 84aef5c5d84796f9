"""How long holds last, and how long they may be made to last."""

from datetime import timedelta

# Long enough to find a phone number, short enough that the next customer is not turned away.
HOLD_LASTS = timedelta(minutes=10)
# Nobody keeps a time from others for longer than this by extending.
HOLD_LASTS_AT_MOST = timedelta(minutes=30)
# At confirm the hold is taken once more, for as long as the transaction may need.
CONFIRM_NEEDS = timedelta(seconds=30)
MOST_EXTENSIONS = 3
# What somebody may ask for instead: long enough for one round of questions, short enough for the next
# customer.
SHORTEST_HOLD, LONGEST_HOLD = timedelta(seconds=60), timedelta(seconds=900)
