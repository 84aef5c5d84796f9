"""Which policy each answer of the console has: one for all of them, and every exception by name."""

from litestar.routes import HTTPRoute

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.web.console.stage import HERE, Browser, operator_of, shared_console
from web.console.access.headers import CONTENT_POLICY
from web.settings import Settings

# Address → its policy, for whatever needs another one. A new one says why beside it.
EXCEPTIONS: dict[str, str] = {}
# To whom the page belongs → its policy: asked for by nobody, these send them to sign in.
FRAMING = f"{CONTENT_POLICY}; frame-src 'self'"
FRAMED = FRAMING.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
WITH_FRAMES = {
    "/settings/start/try": ("DENY", FRAMING),
    "/settings/embed": ("DENY", FRAMING),
    "/settings/start/chat": ("SAMEORIGIN", FRAMED),
    "/settings/embed/preview": ("SAMEORIGIN", FRAMED),
}


def test_the_policy_allows_only_what_comes_from_here() -> None:
    assert CONTENT_POLICY.split("; ") == [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]


async def test_every_address_has_the_policy_unless_it_is_an_exception(core: BookingCore) -> None:
    """Asked by nobody: refusals and redirects have it as well."""
    found = {}
    async with Browser(core) as browser:
        for route in shared_console(Settings(public_url=HERE)).routes:
            if isinstance(route, HTTPRoute) and "GET" in route.methods:
                answer = await browser.client.get(route.path_format.replace("{", "").replace("}", ""))
                found[route.path_format] = answer.headers.get("Content-Security-Policy")
                assert answer.headers["X-Frame-Options"] == "DENY", route.path_format
    assert len(found) > 20
    assert {path: policy for path, policy in found.items() if policy != CONTENT_POLICY} == EXCEPTIONS


async def test_pages_with_a_frame_allow_only_ours(core: BookingCore, salon: DemoSalon) -> None:
    olive = await operator_of(core, salon)
    async with Browser(core) as browser:
        await browser.sign_in(olive.email)
        for path, expected in WITH_FRAMES.items():
            answer = await browser.see(f"/console/{salon.organization_id}{path}")
            found = answer.headers["X-Frame-Options"], answer.headers["Content-Security-Policy"]
            assert found == expected
