"""Web pages that carry one chat each, ours or another's from npm, and the small server that shows them."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from msgspec import Struct

KINDS = {".js": "text/javascript", ".css": "text/css", ".html": "text/html; charset=utf-8"}
# No more than what a launcher and a conversation in a frame need.
STRICT = "default-src 'none'; script-src {origins}; frame-src {origins}"


class Chat(Struct, frozen=True):
    """``head`` goes into the page; ``launcher`` is what one presses and ``composer`` what one then writes in,
    also below shadow roots."""

    name: str
    head: str
    launcher: str
    composer: str
    package: str = ""


# What the page itself and its browser take, without any chat: its button stands in the page.
PLAIN = Chat("nothing", '<button type="button">Book</button>', "button", "button")
ANCHORS = (
    Chat(
        "persona",
        """<script async src="/npm/@runtypelabs/persona/dist/install.global.js"
        data-config='{"config":{"apiUrl":"/none","launcher":{"enabled":true}}}'></script>""",
        "[data-persona-launcher], [class*=launcher] button, button[class*=launcher], button",
        "textarea",
        "@runtypelabs/persona@4.17.0",
    ),
    Chat(
        "deep-chat",
        """<script type="module" src="/npm/deep-chat/dist/deepChat.bundle.js"></script>
        <deep-chat demo="true" style="width: 350px; height: 500px"></deep-chat>""",
        "#text-input",
        "#text-input",
        "deep-chat@2.4.2",
    ),
    Chat(
        "typebot",
        """<script type="module" src="/typebot.js"></script>""",
        "button",
        "input, textarea",
        "@typebot.io/js@0.10.7",
    ),
)
TYPEBOT = """import Typebot from '/npm/@typebot.io/js/dist/web.js';
Typebot.initBubble({ typebot: 'none', apiHost: location.origin });"""


@contextmanager
def pages(chats: dict[str, Chat], modules: Path, ours: str) -> Iterator[str]:
    """The address of a running website with one page per chat; ``?strict`` gives it the strict policy."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path, _, query = self.path.partition("?")
            content = _content(path.strip("/"), chats, modules)
            self.send_response(200 if content else 404)
            self.send_header("Content-Type", KINDS.get(Path(path).suffix, KINDS[".html"]))
            self.send_header("Content-Encoding", "gzip")
            if query == "strict":
                origins = f"{ours} http://{self.headers['Host']}"
                self.send_header("Content-Security-Policy", STRICT.format(origins=origins))
            self.end_headers()
            self.wfile.write(gzip.compress(content or b"", 9))

        def log_message(self, *_: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def _content(path: str, chats: dict[str, Chat], modules: Path) -> bytes | None:
    if path in chats:
        return _page(chats[path].head).encode()
    if path == "typebot.js":
        return TYPEBOT.encode()
    file = modules / path.removeprefix("npm/")
    return file.read_bytes() if path.startswith("npm/") and file.is_file() else None


def _page(head: str) -> str:
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" '
        'content="width=device-width">'
        f"<title>A shop</title><body><main><h1>A shop</h1><p>Good day.</p></main>{head}</body></html>"
    )
