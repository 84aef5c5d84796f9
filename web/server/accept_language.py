"""The languages a caller likes, best first (RFC 9110, 12.5.4)."""

MOST_TAGS = 20


def tags_of(accept_language: str) -> list[str]:
    """The tags of an Accept-Language header, as they are written. ``*`` names none."""
    liked = []
    for position, part in enumerate(accept_language.split(",")[:MOST_TAGS]):
        tag, _, weight = part.partition(";")
        try:
            quality = float(weight.strip().removeprefix("q=") or 1)
        except ValueError:
            continue
        if quality > 0 and tag.strip() not in ("", "*"):
            liked.append((-quality, position, tag.strip()))
    return [tag for _, _, tag in sorted(liked)]
