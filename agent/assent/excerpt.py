"""What is read of a long message."""

# Longer messages are read at both ends: who wants what stands there, and a reader takes time for each part of
# a sentence, which is everybody's.
LONGEST_READ, END_READ = 1000, 300


def shorten(text: str) -> str:
    """What is read of a message: all of it, or its beginning and its end by whole words, with a gap between
    that no agreement has."""
    if len(text) <= LONGEST_READ:
        return text
    beginning, end = text[: LONGEST_READ - END_READ], text[-END_READ:]
    return f"{beginning.rsplit(maxsplit=1)[0]}\n[…]\n{end.split(maxsplit=1)[-1]}"
