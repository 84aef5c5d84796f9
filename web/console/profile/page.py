"""One's own account: who one is, where one works, and everything that lets one in."""

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery

from web.console.profile.own_account import OwnAccount

NEWS = {
    "app": "The authenticator app is set up.",
    "passkey": "The passkey is added.",
    "removed": "It is removed.",
    "ended": "That session is over.",
}


@get("/profile")
async def profile_page(own: NamedDependency[OwnAccount], done: FromQuery[str] = "") -> Response[str]:
    return await own.show(news=NEWS.get(done, ""))
