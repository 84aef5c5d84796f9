"""The page of one appointment, for whoever has its link: seen, moved, cancelled, questions answered, gone on
with in the chat. It needs no script, and nothing is changed by looking at it."""
