"""A shop's website on another server than ours: plain pages of its own, and the snippet somebody pasted into
them."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Corner shop</title>
<link rel="icon" href="data:,">
<style>body {{ margin: 0; font: 17px/1.5 Georgia, serif; }} main {{ max-width: 40rem; margin: 3rem auto;
    padding: 0 1rem; }}</style>
<body>
<main><h1>The corner shop</h1><p>We mend, cut and comb. <a href="#about">About us</a></p></main>
<script async src="{ours}/embed/chat.js" data-org-id="{organization_id}"></script>
</body>
</html>
"""


class Shop:
    """``url`` is the shop's address; ``page`` the page on which one organization's assistant was pasted."""

    def __init__(self, url: str) -> None:
        self.url = url

    def page(self, organization_id: str) -> str:
        return f"{self.url}/{organization_id}"


@contextmanager
def shop_with_snippet_of(ours: str) -> Iterator[Shop]:
    """A running shop. ``ours`` is the address that the snippet loads the launcher from."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = PAGE.format(ours=ours, organization_id=self.path.strip("/"))
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Shop(f"http://127.0.0.1:{server.server_address[1]}")
    finally:
        server.shutdown()
        server.server_close()
