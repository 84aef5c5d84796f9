"""One's own account: what changes needs the password, sessions are seen and ended, and nothing of another's
is reached."""

import pytest
from pyotp import TOTP
from sqlalchemy import text

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.accounts import PASSWORD
from tests.booking_core.second_factor.software_key import SoftwareKey
from tests.web.console.profile.conftest import CODE, Olive, as_text, options_of, secret_on
from tests.web.console.stage import HERE, Browser, operator_of

NEEDS_PASSWORD = ("app", "passkey", "recovery-codes", "remove", "password")


@pytest.mark.parametrize("form", NEEDS_PASSWORD)
async def test_nothing_changes_without_the_password(olive: Olive, form: str) -> None:
    if form == "recovery-codes":
        await olive.sets_up_the_app()
    await olive.see("/console/profile")
    refused = await olive.send(
        f"/console/profile/{form}", password="a wrong one", what="app", new="another good password"
    )
    assert refused.status_code == 422
    assert "This is not your password." in refused.text


async def test_guesses_at_it_are_slowed_down(olive: Olive) -> None:
    await olive.see("/console/profile")
    told = [(await olive.send("/console/profile/app", password="a wrong one")).text for _ in range(5)]
    assert "Too many tries" in told[-1]
    # Elsewhere it is the same password, and the same count.
    await olive.see("/console/sign-in")
    waiting = await olive.send("/console/sign-in", email=olive.account.email, password=PASSWORD)
    assert waiting.status_code == 429


@pytest.mark.parametrize("form", [*NEEDS_PASSWORD, "app/confirm", "passkey/confirm", "sessions"])
async def test_nobody_who_is_not_signed_in_comes_here(core: BookingCore, salon: DemoSalon, form: str) -> None:
    async with Browser(core) as browser:
        assert "sign-in" in (await browser.see("/console/profile")).headers["location"]
        await browser.see("/console/sign-in")
        refused = await browser.send(f"/console/profile/{form}", password=PASSWORD)
        assert refused.headers["location"] == "/console/sign-in"


async def test_a_wrong_first_code_shows_the_same_picture_again(olive: Olive) -> None:
    await olive.see("/console/profile")
    first = await olive.send("/console/profile/app", password=PASSWORD)
    again = await olive.send("/console/profile/app/confirm", code="no code", secret=secret_on(first.text))
    assert again.status_code == 422
    picture = first.text.partition("<svg")[2].partition("</svg>")[0]
    assert picture
    assert picture == again.text.partition("<svg")[2].partition("</svg>")[0]
    assert "style=" not in picture
    assert "Set up an authenticator app" in (await olive.see("/console/profile")).text


async def test_a_session_that_did_not_give_the_password_is_shown_no_secret_and_sets_up_nothing(
    core: BookingCore, olive: Olive
) -> None:
    """Whoever took a session over while its owner sets up an app neither reads the secret nor ends it for
    them."""
    await olive.see("/console/profile")
    begun = await olive.send("/console/profile/app", password=PASSWORD)
    secret = secret_on(begun.text)
    async with Browser(core) as other:
        await other.sign_in(olive.account.email)
        await other.see("/console/profile")
        right = TOTP(secret).at(olive.clock.now())
        for guess in ({"code": "000000"}, {"code": right}, {"code": right, "secret": "A" * len(secret)}):
            answer = await other.send("/console/profile/app/confirm", **guess)
            assert answer.headers["location"] == "/console/profile"
            assert secret not in answer.text.replace(" ", "")
    done = await olive.send(
        "/console/profile/app/confirm", code=TOTP(secret).at(olive.clock.now()), secret=secret
    )
    assert "recovery" in done.text.lower()


async def test_the_app_is_removed_and_the_codes_with_it(olive: Olive) -> None:
    await olive.sets_up_the_app()
    await olive.see("/console/profile")
    await olive.send("/console/profile/remove", password=PASSWORD, what="app")
    assert "Only your password is asked for" in (await olive.see("/console/profile")).text
    assert await olive.types_the_password() == "/console"


async def test_codes_stay_as_long_as_anything_is_asked_for(olive: Olive) -> None:
    await olive.sets_up_the_app()
    await olive.adds_the_key()
    await olive.see("/console/profile")
    await olive.send("/console/profile/remove", password=PASSWORD, what="app")
    assert "Recovery codes left: 10 of 10" in (await olive.see("/console/profile")).text


async def test_new_codes_replace_the_old_ones_and_are_shown_once(olive: Olive) -> None:
    await olive.sets_up_the_app()
    await olive.see("/console/profile")
    fresh = CODE.findall((await olive.send("/console/profile/recovery-codes", password=PASSWORD)).text)
    assert len(fresh) == 10
    assert not set(fresh) & set(olive.recovery_codes)
    page = (await olive.see("/console/profile")).text
    assert not any(code in page for code in fresh)


async def test_whoever_is_asked_for_nothing_has_nothing_to_recover(olive: Olive) -> None:
    await olive.see("/console/profile")
    answer = await olive.send("/console/profile/recovery-codes", password=PASSWORD)
    assert answer.headers["location"] == "/console/profile"
    assert "recovery codes are left" not in (await olive.see("/console/profile")).text


async def test_a_passkey_needs_the_challenge_of_its_own_session(olive: Olive) -> None:
    await olive.adds_the_key()
    await olive.see("/console/profile")
    answer = as_text(olive.key.make('{"challenge": "AAAA"}'))
    unasked = await olive.send("/console/profile/passkey/confirm", credential=answer, name="x")
    assert (unasked.status_code, unasked.headers["location"]) == (303, "/console/profile")
    begun = await olive.send("/console/profile/passkey", password=PASSWORD)
    fresh = SoftwareKey(HERE, "console.test")
    wrong = await olive.send("/console/profile/passkey/confirm", credential=answer, name="x")
    assert wrong.status_code == 422
    late = as_text(fresh.make(options_of(begun.text)))
    assert (await olive.send("/console/profile/passkey/confirm", credential=late)).status_code == 303
    async with olive.core.sessions() as session, session.begin():
        keys = text("SELECT count(*) FROM passkeys WHERE account_id = :id")
        assert await session.scalar(keys, {"id": olive.account.id}) == 1


async def test_nobody_ends_anothers_session_or_removes_anothers_key(
    olive: Olive, core: BookingCore, salon: DemoSalon
) -> None:
    await olive.adds_the_key()
    boris = await operator_of(core, salon)
    async with core.sessions() as session, session.begin():
        rows = {"id": olive.account.id}
        hers = await session.scalar(text("SELECT id FROM account_sessions WHERE account_id = :id"), rows)
        key = await session.scalar(text("SELECT id FROM passkeys WHERE account_id = :id"), rows)
    async with Browser(core) as browser:
        await browser.sign_in(boris.email)
        await browser.send("/console/profile/sessions", id=str(hers))
        await browser.send("/console/profile/remove", password=PASSWORD, what=str(key))
    assert await olive.is_signed_in()
    assert "Phone" in (await olive.see("/console/profile")).text


async def test_changes_are_in_the_audit_of_every_organization(
    olive: Olive, core: BookingCore, salon: DemoSalon
) -> None:
    await olive.sets_up_the_app()
    await olive.see("/console/profile")
    await olive.send("/console/profile/remove", password=PASSWORD, what="app")
    actions = text("SELECT action FROM audit WHERE organization_id = :id ORDER BY id")
    async with core.sessions() as session, session.begin():
        written = list(await session.scalars(actions, {"id": salon.organization_id}))
    assert written == ["account.authenticator_added", "account.second_factor_removed"]
