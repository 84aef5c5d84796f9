"""What browsers load of the widget, in bytes after ``gzip -9``: ``python -m bench.widget_sizes``. CI holds it
to its limits."""

import gzip

from web.chat.pages import bundle

KB = 1024
# The launcher is on every page of somebody's website. Opening is what has come until something is said, with
# a kilobyte and a half left for what the business says of itself and its next free times.
LAUNCHER_AT_MOST = 3000
OPENING_AT_MOST = 35 * KB - 1536


def weight(text: str) -> int:
    return len(gzip.compress(text.encode(), 9, mtime=0))


def sizes() -> dict[str, int]:
    """Bytes by file. Of the languages, the longest."""
    chat = bundle.STATIC / "chat"
    return {
        "launcher": weight(bundle.launcher_file("chat.js")),
        "days": weight(bundle.lazy_script("days.js")),
        "cards": weight(bundle.lazy_script("cards.js")) + weight(bundle.lazy_style()),
        "greeting": weight(bundle.launcher_file("greeting.js")),
        "panel": weight(bundle.launcher_file("panel.js")),
        "page": weight((chat / "index.html").read_text("utf-8")),
        "script": weight(bundle.conversation_script()),
        "style": weight(bundle.conversation_style()),
        "language": max(weight(path.read_text("utf-8")) for path in (chat / "languages").iterdir()),
    }


def opening_of(sizes: dict[str, int]) -> int:
    """What opening the conversation costs, before anything is said: everything but the greeting that only
    some sites ask for, and what is fetched by those who look at days or say something."""
    later = ("greeting", "days", "cards")
    return sum(size for name, size in sizes.items() if name not in later)


def main() -> None:
    found = sizes()
    for name, size in found.items():
        print(f"{name:12} {size:7,} B")
    print(f"{'opening':12} {opening_of(found):7,} B of {OPENING_AT_MOST:,}")
    print(f"{'launcher':12} {found['launcher']:7,} B of {LAUNCHER_AT_MOST:,}")


if __name__ == "__main__":
    main()
