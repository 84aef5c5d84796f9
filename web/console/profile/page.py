"""One's own account: who one is, where one works, and everything that lets one in."""

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery

from web.console.profile.own_account import OwnAccount
from web.console.words.translate import N_, gettext

NEWS = {
    "letter": N_("An email is on its way to the new address. Once its link is used, you sign in with it."),
    "address": N_("You sign in with your new address from now on."),
    "app": N_("The authenticator app is set up."),
    "passkey": N_("The passkey is added."),
    "removed": N_("It is removed."),
    "ended": N_("That session is over."),
    "language": N_("These pages speak your language now."),
}


@get("/profile")
async def profile_page(own: NamedDependency[OwnAccount], done: FromQuery[str] = "") -> Response[str]:
    return await own.show(news=gettext(NEWS.get(done, "")))
