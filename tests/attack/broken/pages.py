"""What browsers get, broken on purpose: the widget's files, the console's pages, the policy, and the
stream."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from litestar import Response
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from agent.live_stream.event_notifier import Subscription
from agent.live_stream.stream import BEGINNING, ConversationLog, LoggedEvent
from booking_core.catalogue.organizations import Organization
from web.chat.pages import bundle, site
from web.chat.stream.events import Reader
from web.console.rendering.page import TEMPLATES
from web.server.http_timeouts import TimeoutProtocol

# How a node of text would become a node of markup.
AS_TEXT = "return bold ? h('strong', {}, text) : text;"
AS_MARKUP = "const node = h('span'); node.innerHTML = text; return node;"


def of_the_widget(file: str, old: str, new: str) -> Callable[[], None]:
    """Browsers are sent another ``file`` of ``static/``."""

    def patch() -> None:
        broken = Path(tempfile.mkdtemp(prefix="zimun-mutant-")) / "static"
        shutil.copytree(bundle.STATIC, broken)
        text = (broken / file).read_text("utf-8")
        if old not in text:
            raise LookupError(f"There is no {old!r} any more in {file}.")
        (broken / file).write_text(text.replace(old, new), "utf-8")
        bundle.STATIC = broken

    return patch


words_become_markup = of_the_widget("chat/page/markdown.js", AS_TEXT, AS_MARKUP)


def words_become_markup_and_nothing_is_forbidden() -> None:
    words_become_markup()
    site.POLICY = "default-src * 'unsafe-inline' data:"


def the_console_escapes_nothing() -> None:
    TEMPLATES.autoescape = False


def any_site_may_frame() -> None:
    page = site._page

    def for_everybody(
        organization: Organization, mode: str, wanted: str, _: str, public_url: str
    ) -> Response[str]:
        return page(organization, mode, wanted, "*", public_url)

    site._page = for_everybody


def nobody_is_hung_up_on() -> None:
    TimeoutProtocol.pause_writing = HttpToolsProtocol.pause_writing  # type: ignore[method-assign]


def readers_start_over() -> None:
    begin = Reader.__init__

    def begun(reader: Reader, *given: Any) -> None:
        begin(reader, *given)
        reader.cursor = reader.cursor and BEGINNING

    Reader.__init__ = begun  # type: ignore[method-assign]


def notifications_are_believed() -> None:
    notify = Subscription.notify

    def believe(subscription: Subscription, _: str, events: list[LoggedEvent]) -> None:
        pending = subscription._pending
        notify(subscription, pending[-1].id if pending else subscription.cursor, events)

    Subscription.notify = believe  # type: ignore[method-assign]


def lost_cursors_are_believed() -> None:
    after = ConversationLog.after

    async def believe(log: ConversationLog, conversation_id: str, cursor: str) -> list[LoggedEvent] | None:
        return await after(log, conversation_id, cursor) or []

    ConversationLog.after = believe  # type: ignore[method-assign]
