"""Setting up an authenticator app: the password, a QR code, and a code of the app that shows it was read."""

from secrets import compare_digest

import segno
from litestar import Response, post
from litestar.di import NamedDependency
from litestar.params import URLEncodedBody
from litestar.response import Redirect
from markupsafe import Markup
from msgspec import Struct

from booking_core.core import BookingCore
from booking_core.errors import Conflict, InvalidField
from booking_core.second_factor.authenticator import (
    app_address,
    begin_authenticator,
    confirm_authenticator,
    pending_secret,
)
from booking_core.second_factor.second_factor import issue_first_recovery_codes
from booking_core.team.memberships import note_account_change
from web.console.access.signed_in import Person
from web.console.profile.own_account import OwnAccount, ProofForm
from web.console.rendering.page import page
from web.secrets.sealing import authenticator_seal
from web.settings import Settings

# Wide enough for a phone's camera on any screen; the border is part of the code (ISO/IEC 18004).
MODULE_PX, BORDER = 5, 4


class NewAuthenticatorForm(Struct):
    """``secret`` is that of the page whose form this is: whoever gave the password has seen it."""

    code: str = ""
    secret: str = ""


@post("/profile/app", status_code=200)
async def begin_app(
    data: URLEncodedBody[ProofForm],
    own: NamedDependency[OwnAccount],
) -> Response[str]:
    """The page with the QR code. Nothing is asked for before the app's first code was right."""
    seal = authenticator_seal(own.settings.secret_key, own.settings.secret_key_old)
    try:
        await own.prove(data.password)
        async with own.core.sessions() as session, session.begin():
            secret = await begin_authenticator(session, own.account.id, seal, own.core.clock.now())
    except (InvalidField, Conflict) as refused:
        wrong = refused if isinstance(refused, InvalidField) else InvalidField("password", refused.detail)
        return await own.show(form="app", wrong=wrong)
    return _page(own.person, secret)


@post("/profile/app/confirm", status_code=303)
async def confirm_app(
    data: URLEncodedBody[NewAuthenticatorForm],
    core: NamedDependency[BookingCore],
    settings: NamedDependency[Settings],
    person: NamedDependency[Person],
) -> Response[str] | Redirect:
    """The first recovery codes are shown this once. A session that was not shown the secret goes back to the
    profile, where the password is asked for."""
    seal, now = authenticator_seal(settings.secret_key, settings.secret_key_old), core.clock.now()
    account_id = person.account.id
    try:
        async with core.sessions() as session, session.begin():
            secret = await pending_secret(session, account_id, seal)
            if secret is None or not compare_digest(secret.encode(), data.secret.encode()):
                return Redirect("/console/profile", status_code=303)
            await confirm_authenticator(session, account_id, data.code, seal, now)
            codes = await issue_first_recovery_codes(session, account_id)
            await note_account_change(session, account_id, "account.authenticator_added", now)
    except InvalidField as wrong:
        return _page(person, data.secret, wrong)
    if codes:
        return page("recovery_codes.html", person=person, codes=codes)
    return Redirect("/console/profile?done=app", status_code=303)


def _page(person: Person, secret: str, wrong: InvalidField | None = None) -> Response[str]:
    drawn = segno.make(app_address(secret, person.account), error="m", micro=False)
    picture = drawn.svg_inline(scale=MODULE_PX, border=BORDER, light="#fff", omitsize=True)
    spaced = " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
    return page(
        "profile_app.html",
        status_code=422 if wrong else 200,
        person=person,
        picture=Markup(picture),  # noqa: S704 - drawn just above, of letters and digits
        secret=secret,
        spaced=spaced,
        wrong={wrong.field: wrong.detail} if wrong else {},
    )
