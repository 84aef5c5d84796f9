"""Whether somebody is called so, as far as lists of names go."""

from agent.privacy.given_names import listed_names, listed_surnames, ordinary_names

APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´׳")


def fold(token: str) -> str:
    """A word as the lists have it: lower case, no apostrophes, no full stop behind it."""
    return token.casefold().translate(APOSTROPHES).strip(".")


def is_listed(name: str) -> bool:
    """Whether somebody is called so, as far as lists of names go."""
    lists = (listed_names(), ordinary_names(), listed_surnames())
    return any(fold(name) in names or name.casefold() in names for names in lists)


def is_given(name: str) -> bool:
    """Whether somebody's given name is so, as far as lists of names go."""
    return any(name.casefold() in names for names in (listed_names(), ordinary_names()))
