"""Two websites on this machine: ours, which serves the launcher and the conversation page, and a customer's,
which embeds it."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, urlsplit

from booking_core.catalogue.organizations import Organization
from tests.widget.looks.stage import OPENING
from web.chat.pages import bundle
from web.chat.pages.languages import language_of, words_of
from web.chat.pages.page_files import fill
from web.chat.pages.site import POLICY
from web.chat.pages.unopened import unopened_fields

KINDS = {".js": "text/javascript", ".css": "text/css", ".html": "text/html; charset=utf-8"}
SENT = {
    "/chat/assets/chat.js": bundle.conversation_script,
    "/chat/assets/days.js": lambda: bundle.lazy_script("days.js"),
    "/chat/assets/cards.js": lambda: bundle.lazy_script("cards.js"),
    "/chat/assets/chat.css": bundle.conversation_style,
    "/chat/assets/cards.css": bundle.lazy_style,
    "/embed/chat.js": lambda: bundle.launcher_file("chat.js"),
    "/embed/panel.js": lambda: bundle.launcher_file("panel.js"),
    "/embed/greeting.js": lambda: bundle.launcher_file("greeting.js"),
}


@dataclass
class Website:
    """``asked`` are the paths that were asked for; ``broken`` are paths that are not answered."""

    port: int = 0
    ours: str = ""
    asked: list[str] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def website(ours: str | None = None) -> Iterator[Website]:
    """A running website; with ``ours``, one of a customer who pasted the snippet of that address."""
    site = Website()

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            url = urlsplit(self.path)
            site.asked.append(url.path)
            content = None if url.path in site.broken else _content(site, url.path, parse_qs(url.query))
            self.send_response(404 if content is None else 200)
            self.send_header("Content-Type", KINDS.get(Path(url.path).suffix, KINDS[".html"]))
            self.send_header("Access-Control-Allow-Origin", "*")
            if url.path == "/embed/frame" or url.path.startswith("/c/"):
                self.send_header("Content-Security-Policy", POLICY)
            self.end_headers()
            self.wfile.write((content or "").encode())

        def log_message(self, *_: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    site.port = server.server_address[1]
    site.ours = ours or site.url
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


def _content(site: Website, path: str, query: dict[str, list[str]]) -> str | None:
    if path == "/embed/frame" or path.startswith("/c/"):
        return _conversation(path, query.get("lang", ["en"])[0][:2])
    if path.startswith("/snippet"):
        return _snippet(site, query)
    if path in SENT:
        return SENT[path]()
    file = bundle.STATIC / path.removeprefix("/")
    if path.startswith("/demo/") and file.is_file():
        return fill(file.read_text("utf-8"), organization_id="o_demo", base_url=site.ours)
    return None


def _conversation(path: str, lang: str) -> str:
    config = {
        "organization_id": "o_demo",
        "name": "Salon Lavender",
        "accent": "#7a4fb5",
        "locale": lang,
        "words": words_of(language_of(lang)),
        "mode": "frame" if path == "/embed/frame" else "page",
        "greeting": "Hello! What may I do for you?",
        "languages": ["en", "de", "he"],
        "mail_domains": ["gmail.com"],
        "opening": OPENING if path.startswith("/c/") else None,
        "starters": [{"label": "Book a time"}],
    }
    page = (bundle.STATIC / "chat" / "index.html").read_text("utf-8")
    direction = "rtl" if lang in ("he", "ar") else "ltr"
    told = unopened_fields(
        Organization(phone=None, email=None), language_of(lang), "https://chat.example/c/o_demo"
    )
    return fill(
        page, version="1", lang=lang, dir=direction, name="Salon Lavender", config=json.dumps(config), **told
    )


def _snippet(site: Website, query: dict[str, list[str]]) -> str:
    """``policy`` is the page's own; everything else are attributes of the script."""
    policy = "".join(query.pop("policy", []))
    attributes = " ".join(f'{name}="{values[0]}"' for name, values in query.items())
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">' if policy else ""
    script = f'<script async src="{site.ours}/embed/chat.js" data-org-id="o_demo" {attributes}></script>'
    body = '<main><h1>A shop</h1><button id="book">Book</button><div id="place"></div></main>'
    return f'<!doctype html><html lang="en"><title>A shop</title>{meta}{script}<body>{body}</body></html>'
