"""Pages with a form for somebody who may not be signed in: the token of their visit goes with it."""

from typing import Any

from litestar import Request, Response

from booking_core.storage.ids import new_secret
from web.console.access.cookies import Cookies
from web.console.access.forgery import token_of, token_secret
from web.console.rendering.page import page


def form_page(
    request: Request[Any, Any, Any],
    jar: Cookies,
    template: str,
    *,
    status_code: int = 200,
    **context: Any,
) -> Response[str]:
    """The page, and the cookie of a visit where this browser has neither that nor a session."""
    secret = token_secret(request, jar)
    fresh = secret or new_secret()
    answer = page(template, status_code=status_code, csrf_token=token_of(fresh), **context)
    if secret is None:
        answer.set_cookie(jar.set(jar.visit, fresh))
    return answer
