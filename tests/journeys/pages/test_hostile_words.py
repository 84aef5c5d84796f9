"""Words stay words, in the widget and in the console: no script, no dialog, no request to anybody else, no
breach of a policy."""

import hashlib
import json
import secrets
from datetime import UTC, datetime
from typing import Any

from playwright.async_api import Page, expect
from redis.asyncio import Redis

from agent.conversation.conversation import Conversation
from agent.live_stream.stream import ConversationLog
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.attack.privacy.injections import attack_texts
from tests.journeys.cast.arrivals import Arrivals
from tests.journeys.cast.operators import sign_in
from tests.journeys.pages.hostile_blocks import blocks_of
from tests.journeys.pages.vectors import vectors
from tests.web.console.rows import conversation, message, run, step
from tests.web.console.stage import stored

# Texts; a hundred of them are longer than any answer.
IN_ONE_ANSWER = 100
ROLES = ("customer", "assistant", "operator", "system")
# Everything that is neither text nor an element we make ourselves.
FOREIGN = """() => [...document.querySelectorAll('.messages *, .words *')].filter((one) =>
    !one.matches('p, br, strong, ul, ol, li, a, div, span, time, section, header, h2, h3, small, '
        + 'button, svg.icon, svg.icon *, dl, dt, dd, code, '
        + 'form.fields, label, input, textarea, details, summary, i, .words *')
    || [...one.attributes].some(({ name }) => name.startsWith('on'))
    || (one.href && !/^(https?|mailto|tel):/.test(one.href))).map((one) => one.outerHTML)"""


class Watch:
    """What pages did that words must not do."""

    def __init__(self, ours: str) -> None:
        self.ours = ours
        self.done: list[str] = []

    async def over(self, page: Page) -> Page:
        page.on("dialog", lambda dialog: self.done.append(f"dialog {dialog.message}"))
        page.on(
            "request",
            lambda asked: None if asked.url.startswith((self.ours, "data:")) else self.done.append(asked.url),
        )
        await page.expose_function("hacked", lambda: self.done.append("a script ran"))
        await page.add_init_script(
            "addEventListener('securitypolicyviolation', ({ violatedDirective }) => console.error('Content "
            "Security Policy', violatedDirective))"
        )
        return page

    async def sees_only_words(self, page: Page) -> None:
        assert self.done == []
        assert await page.evaluate(FOREIGN) == []


async def whole_of(core: BookingCore, salon: DemoSalon, token: str, said: list[str]) -> Conversation:
    """A conversation in which everybody says the worst, and every block shows it."""
    context = conversation(
        salon,
        token_hash=hashlib.sha256(token.encode()).hexdigest(),
        last_message_at=datetime.now(UTC),
        page=said[0],
        state={"contact": {"name": said[5], "email": "eve@example.com"}},
    )
    rows = [message(context, ROLES[at % 4], words, author=words) for at, words in enumerate(said)]
    shown = [message(context, "assistant", "", *blocks_of(words)) for words in said[:: len(said) // 8]]
    work = run(context, rows[0], engine=said[5])
    steps = [
        step(work, "tool", words, arguments={words: {words: [words]}}, result={words: words})
        for words in said[::9]
    ]
    await stored(core, context, *rows, *shown, work, *steps)
    return context


async def test_hostile_words_are_shown_as_words_to_customers_and_operators(
    arrivals: Arrivals,
    ours: str,
    salon: DemoSalon,
    core: BookingCore,
    redis: Redis,
    size: Sized,
    figures: Figures,
) -> None:
    """Markup of every kind, and texts that attack models: at full size all of them, else a tenth."""
    token, watch = secrets.token_urlsafe(32), Watch(ours)
    said = [*vectors(), *attack_texts("ABC234")[:: size(1, 10)]]
    context = await whole_of(core, salon, token, said)
    figures.note(texts=len(said), pages=2)

    eve = await watch.over(await arrivals.page())
    kept = json.dumps({"id": context.id, "token": token})
    await eve.add_init_script(f"localStorage.setItem('zimun:{salon.organization_id}', {json.dumps(kept)})")
    await eve.goto(f"{ours}/c/{salon.organization_id}")
    await expect(eve.locator(".message.customer")).to_have_count((len(said) + 3) // 4)
    await expect(eve.locator(".card.booking").first).to_be_attached()
    assert await texts_of(eve) == [words.replace("\n", "") for words in said[::4]]
    await stream(redis, context.id, said)
    answers = eve.locator(".message.streaming .bubble", has_text="Ada, the last")
    await expect(answers).to_have_count(-(-len(said) // IN_ONE_ANSWER), timeout=60_000)
    for summary in await eve.locator("summary").filter(visible=True).all():
        await summary.click()
    await watch.sees_only_words(eve)

    console = await watch.over(await arrivals.page())
    await sign_in(console, ours, core, salon)
    await watch.sees_only_words(console)
    await console.goto(f"{ours}/console/conversations/{context.id}")
    await opens_everything(console)
    await watch.sees_only_words(console)


async def opens_everything(console: Page) -> None:
    await expect(console.locator(".words").first).to_be_visible()
    await console.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    await console.wait_for_timeout(300)


async def texts_of(eve: Page) -> list[str]:
    """What stands in the bubbles of the customer."""
    bubbles = eve.locator(".message.customer .bubble")
    texts: list[str] = await bubbles.evaluate_all("all => all.map((one) => one.textContent)")
    return texts


async def stream(redis: Redis, conversation_id: str, said: list[str]) -> None:
    """The same once more as answers that are being written, in pieces that cut every tag and every mark
    apart."""
    for first in range(0, len(said), IN_ONE_ANSWER):
        answer = "\n".join([*said[first : first + IN_ONE_ANSWER], "Ada, the last"])
        about = {"run_id": f"run_{first}", "epoch": 1, "message_id": f"msg_{first}"}
        pieces = [answer[at : at + 97] for at in range(0, len(answer), 97)]
        events: list[tuple[str, dict[str, Any]]] = [("run.started", {**about, "text": "", "seq": 0})]
        events += [
            ("message.delta", {**about, "seq": seq, "text": piece}) for seq, piece in enumerate(pieces, 1)
        ]
        await ConversationLog(redis).append(conversation_id, events)
