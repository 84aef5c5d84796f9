"""What every answer of the console tells the browser: load only from here, run nothing written into a page,
keep nothing but what its Back button needs."""

from typing import TypeVar

from litestar import Response
from litestar.datastructures import CacheControlHeader, MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Message, Receive, Scope, Send

CONTENT_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
POLICY, FRAMING = "Content-Security-Policy", "X-Frame-Options"
# What a page with a frame says itself.
OF_FRAMES = (POLICY, FRAMING)
HEADERS = {
    POLICY: CONTENT_POLICY,
    FRAMING: "DENY",
    "X-Content-Type-Options": "nosniff",
    # Same-origin rather than none: without a referrer browsers send "Origin: null" with a form, and we ask
    # for the origin.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
}


KEEP = "Cache-Control"
KEEP_NOTHING = "no-store"
# The answer to a form that is no redirect. Back cannot ask for it again, and shows the browser's own error
# page where it may not keep it; any other way asks us first. Signing out clears it.
KEEP_FOR_BACK = CacheControlHeader(private=True, no_cache=True)
CLEAR_ON_SIGN_OUT = {"Clear-Site-Data": '"cache"'}


AnyResponse = TypeVar("AnyResponse", bound=Response[str])


def frame_own_pages(answer: AnyResponse) -> AnyResponse:
    """A page that shows another of ours in a frame."""
    answer.headers[POLICY] = f"{CONTENT_POLICY}; frame-src 'self'"
    return answer


def allow_own_frames(answer: AnyResponse) -> AnyResponse:
    """A page that is drawn within another of ours, and has the chat in a frame itself."""
    own = CONTENT_POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
    answer.headers[POLICY] = f"{own}; frame-src 'self'"
    answer.headers[FRAMING] = "SAMEORIGIN"
    return answer


class SafeHeaders(ASGIMiddleware):
    """Adds the headers to every answer, refusals included. Only static files say themselves how long they may
    be kept, and only pages with a frame have a policy that allows it."""

    scopes = (ScopeType.HTTP,)

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableScopeHeaders.from_message(message)
                for name, value in HEADERS.items():
                    if name not in OF_FRAMES or name not in headers:
                        headers[name] = value
                is_refused_form = scope.get("method") == "POST" and message["status"] >= 400
                headers.setdefault(KEEP, KEEP_FOR_BACK.to_header() if is_refused_form else KEEP_NOTHING)
            await send(message)

        await next_app(scope, receive, send_with_headers)
