"""Words in one case. Pure."""

# A pattern that ignores case takes these two for an "i"; ``casefold`` does not.
_DOTS = str.maketrans("ıİ", "ii")


def fold_word(word: str) -> str:
    """A word as tables have it. Whatever a pattern that ignores case finds of a table's word is found in the
    table again, "DREISSIG" for "dreißig" only if the table has its words folded too. The length may
    change."""
    return word.translate(_DOTS).casefold()
