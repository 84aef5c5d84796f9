"""The business's colour, made readable: what is written on it, and a shade of it for words on a light and on
a dark ground, each at least 4.5:1 (WCAG 2.2, 1.4.3), as ``static/chat/page/accent.js`` does it in the
chat."""

from web.chat.pages.contrast import contrast_on, luminance

# The darkest light and the lightest dark ground that words of the page stand on.
GROUNDS = {"light": "#f1f1f6", "dark": "#25252e"}
ENDS = {"light": 0, "dark": 255}
NEEDED, STEPS = 4.6, 20


def accent_properties(accent: str) -> dict[str, str]:
    """CSS custom properties by their names; ``accent`` is ``#rrggbb``."""
    return {
        "--accent": accent,
        "--on-accent": "#ffffff" if contrast_on(accent).ink == "white" else "#000000",
        "--accent-light": _readable(accent, "light"),
        "--accent-dark": _readable(accent, "dark"),
    }


def _readable(accent: str, ground: str) -> str:
    mixed = accent
    for step in range(STEPS + 1):
        mixed = _mix(accent, ENDS[ground], step / STEPS)
        if _ratio(mixed, GROUNDS[ground]) >= NEEDED:
            break
    return mixed


def _mix(colour: str, end: int, share: float) -> str:
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part + (end - part) * share):02x}" for part in parts)


def _ratio(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
