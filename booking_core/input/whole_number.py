"""Whole numbers as people type them into forms and tables. Pure."""

# Longer ones are none of ours, and Python refuses to read what is much longer.
MOST_DIGITS = 15


def whole_number(text: str) -> int | None:
    """The number that is written in digits of any one script, with a minus or without; None for anything
    else."""
    said = text.strip()
    digits = said.removeprefix("-")
    # Superscripts are digits too, and no number.
    if not digits.isdecimal() or len(digits) > MOST_DIGITS:
        return None
    zeros = {ord(one) - int(one) for one in digits}
    return int(said) if len(zeros) == 1 else None
