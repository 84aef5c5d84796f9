"""Domains of mailboxes that many people have, and addresses that miss one by a slip of the fingers. Pure."""

_BRANDS = {
    "gmail": "com", "googlemail": "com de", "hotmail": "com de fr es it be co.uk",
    "outlook": "com de fr es it co.il be", "icloud": "com", "yahoo": "com de fr es it co.uk ie",
    "ymail": "com", "protonmail": "com ch", "proton": "me", "freenet": "de", "t-online": "de",
    "arcor": "de", "posteo": "de", "orange": "fr es", "wanadoo": "fr", "laposte": "net", "libero": "it",
    "virgilio": "it", "tiscali": "it", "alice": "it", "telefonica": "net", "btinternet": "com",
    "walla": "com co.il", "bezeqint": "net", "netvision": "net.il", "email": "com", "fastmail": "com",
    "rocketmail": "com", "bluewin": "ch", "hispeed": "ch", "chello": "at", "skynet": "be", "telenet": "be",
}  # fmt: skip
KNOWN_DOMAINS = frozenset(
    f"{brand}.{ending}" for brand, endings in _BRANDS.items() for ending in endings.split()
)
# Shorter names are too near to others that exist: "live" and "love".
SHORTEST_NAME = 5
# What may be missed by a slip: each domain with its name and its ending.
MISSED = [
    (domain, name, ending)
    for domain, (name, _, ending) in ((one, one.partition(".")) for one in sorted(KNOWN_DOMAINS))
    if len(name) >= SHORTEST_NAME
]


def likely_address(email: str) -> str | None:
    """The address that was probably meant, where its domain is a slip away from a well-known one; else None.

    A slip is one letter too many, too few, another or swapped in the name of the domain ("gmial.com"), in its
    ending ("hotmail.con"), or both. None where the domain is well known, near to none, or near to several.
    """
    local, _, domain = email.rpartition("@")
    name, _, ending = domain.partition(".")
    if domain in KNOWN_DOMAINS or not local or len(name) < SHORTEST_NAME - 1:
        return None
    near = [known for known in MISSED if is_near(name, known[1]) and _is_slip(ending, known[2])]
    # "hotmail.ft" is as near to .fr as to .it: nobody knows which was meant.
    same_name = [known for known in near if known[1] == name]
    best = same_name or near
    return f"{local}@{best[0][0]}" if len(best) == 1 else None


def _is_slip(ending: str, known: str) -> bool:
    # Any two letters may be a country's.
    return ending == known or (len(known) > 2 and len(ending) > 1 and is_near(ending, known))


def is_near(one: str, other: str) -> bool:
    """Whether two words differ by one letter at most, or by two neighbours swapped.

    That is a distance of 1 by Damerau and Levenshtein.
    """
    if one == other or abs(len(one) - len(other)) > 1:
        return one == other
    short, long = sorted((one, other), key=len)
    start = next((at for at, letter in enumerate(short) if letter != long[at]), len(short))
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    is_swapped = (
        one[start : start + 2] == other[start : start + 2][::-1] and one[start + 2 :] == other[start + 2 :]
    )
    return one[start + 1 :] == other[start + 1 :] or is_swapped
