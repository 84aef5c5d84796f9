"""Signing in with a second step: nothing opens before it, each code opens once, and wrong ones come to an
end."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.second_factor.pending import LASTS, MOST_TRIES
from booking_core.time.clock import FrozenClock
from tests.accounts import PASSWORD
from tests.web.console.people.links import invitation
from tests.web.console.profile.conftest import STEP, Olive, as_text, options_of
from tests.web.console.stage import Browser
from web.access.purging import purge_access

SECOND = "/console/second-factor"


async def test_a_right_password_alone_opens_nothing_any_more(olive: Olive) -> None:
    await olive.sets_up_the_app()
    await olive.send("/console/sign-out")
    assert (await olive.types_the_password()).startswith(SECOND)
    assert not await olive.is_signed_in()
    for page in ("/console", "/console/profile", "/console/conversations"):
        assert "sign-in" in (await olive.client.get(page)).headers["location"]
    await olive.see(SECOND)
    done = await olive.send(SECOND, code=olive.code(), next="/console/profile")
    assert (done.status_code, done.headers["location"]) == (303, "/console/profile")
    assert await olive.is_signed_in()


async def test_a_code_that_was_used_is_not_taken_again(olive: Olive) -> None:
    await olive.sets_up_the_app()
    await olive.types_the_password()
    code = olive.code()
    await olive.see(SECOND)
    assert (await olive.send(SECOND, code=code)).status_code == 303
    await olive.types_the_password()
    await olive.see(SECOND)
    assert (await olive.send(SECOND, code=code)).status_code == 422
    olive.clock.advance(STEP)
    assert (await olive.send(SECOND, code=olive.code())).status_code == 303


async def test_after_five_wrong_codes_the_password_is_asked_for_again(olive: Olive) -> None:
    await olive.sets_up_the_app()
    await olive.types_the_password()
    await olive.see(SECOND)
    statuses = [(await olive.send(SECOND, code="no code")).status_code for _ in range(MOST_TRIES)]
    assert statuses == [422] * MOST_TRIES
    over = await olive.send(SECOND, code=olive.code())
    assert (over.status_code, over.headers["location"]) == (303, "/console/sign-in")
    assert (await olive.client.get(SECOND)).headers["location"] == "/console/sign-in"


async def test_wrong_codes_make_wait_however_often_the_password_is_typed(olive: Olive) -> None:
    await olive.sets_up_the_app()
    statuses = []
    for _ in range(3):
        await olive.types_the_password()
        await olive.see(SECOND)
        statuses += [(await olive.send(SECOND, code="no code")).status_code for _ in range(4)]
    assert statuses[:5] == [422] * 5
    assert 429 in statuses[5:]


async def test_the_second_step_is_over_after_ten_minutes(olive: Olive, clock: FrozenClock) -> None:
    await olive.sets_up_the_app()
    await olive.types_the_password()
    await olive.see(SECOND)
    clock.advance(LASTS)
    assert (await olive.send(SECOND, code=olive.code())).headers["location"] == "/console/sign-in"


async def test_a_recovery_code_lets_in_once(olive: Olive) -> None:
    await olive.sets_up_the_app()
    assert len(olive.recovery_codes) == 10
    for expected in (303, 422):
        await olive.types_the_password()
        await olive.see(SECOND)
        assert (await olive.send(SECOND, code=olive.recovery_codes[0])).status_code == expected
    await olive.see(SECOND)
    await olive.send(SECOND, code=olive.code())
    assert "Recovery codes left: 9 of 10" in (await olive.see("/console/profile")).text


async def test_a_passkey_lets_in(olive: Olive) -> None:
    await olive.adds_the_key()
    assert len(olive.recovery_codes) == 10
    await olive.types_the_password()
    page = await olive.see(SECOND)
    answer = as_text(olive.key.sign(options_of(page.text)))
    assert (await olive.send(SECOND, credential=answer)).status_code == 303
    assert await olive.is_signed_in()
    await olive.types_the_password()
    await olive.see(SECOND)
    assert (await olive.send(SECOND, credential=answer)).status_code == 422


@pytest.mark.parametrize("credential", ["", "{", "[]", "null", '{"id": "\\u0000"}', "x" * 5000])
async def test_what_is_no_passkey_is_refused(olive: Olive, credential: str) -> None:
    await olive.adds_the_key()
    await olive.types_the_password()
    await olive.see(SECOND)
    assert (await olive.send(SECOND, credential=credential)).status_code == 422


async def test_somebody_elses_begun_sign_in_is_of_no_use(olive: Olive, core: BookingCore) -> None:
    await olive.sets_up_the_app()
    await olive.types_the_password()
    async with Browser(core) as eve:
        eve.client.cookies.set("zimun-second-factor", "guessed")
        assert (await eve.see(SECOND)).headers["location"] == "/console/sign-in"


async def test_a_new_password_by_a_link_leaves_the_second_step(olive: Olive) -> None:
    await olive.sets_up_the_app()
    await olive.see("/console/profile")
    done = await olive.send("/console/profile/password", password=PASSWORD, new="another good password")
    assert done.headers["location"] == "/console/sign-in?after=password"
    await olive.see("/console/sign-in")
    answer = await olive.send("/console/sign-in", email=olive.account.email, password="another good password")
    assert answer.headers["location"].startswith(SECOND)


async def test_joining_by_a_link_leaves_the_second_step(
    olive: Olive, core: BookingCore, other_salon: DemoSalon
) -> None:
    await olive.sets_up_the_app()
    path, _ = await invitation(core, other_salon, olive.account.email)
    async with Browser(core) as browser:
        await browser.see(path)
        joined = await browser.send(path, password=PASSWORD)
        assert joined.headers["location"].startswith(SECOND)
        assert (
            (await browser.see("/console/conversations")).headers["location"].startswith("/console/sign-in")
        )


async def test_no_secret_is_in_the_log(olive: Olive, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("DEBUG"):
        await olive.sets_up_the_app()
        await olive.types_the_password()
        await olive.see(SECOND)
        code = olive.code()
        await olive.send(SECOND, code=code)
    assert olive.app is not None
    told = "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("zimun"))
    for secret in (olive.app.secret, code, PASSWORD, *olive.recovery_codes):
        assert secret not in told


async def test_begun_sign_ins_are_swept_up(olive: Olive, core: BookingCore, clock: FrozenClock) -> None:
    await olive.sets_up_the_app()
    await olive.types_the_password()
    clock.advance(LASTS + timedelta(seconds=1))
    await purge_access(core)
    async with core.sessions() as session, session.begin():
        left = text("SELECT count(*) FROM pending_sign_ins WHERE account_id = :id")
        assert await session.scalar(left, {"id": olive.account.id}) == 0
