"""Everything that a process remembers is written down, so that nothing new remembers a business unseen."""

import ast
import asyncio
import re
from functools import cache
from typing import Any

from tests.sources import ROOT
from tests.web.caches.rows import ROWS
from tests.web.caches.stateful import containers_of
from tests.web.conftest import Processes
from web.worker.worker import GROUPS

# Containers that last as long as their process. Whoever adds one says here why no change of a business makes
# it untrue, or adds the row by which that is tried.
REMEMBERED = {
    "booking_core.catalogue.catalogue_cache.Catalogues._kept": "by revision: row service_names",
    "web.worker.chat_models.ChatModels._kept": "by revision: rows own_models, key_of_an_own_model",
    "agent.models.providers.Providers._known": "by all that an endpoint is: row key_of_an_own_model",
    "agent.live_stream.event_notifier.EventNotifier._subscriptions": "who reads just now",
    "agent.live_stream.event_notifier.EventNotifier._tasks": "its own tasks",
    "agent.turns.turn.TurnRunner.models": "models of the installation",
    "agent.turns.turn_worker.TurnWorker._running": "turns that are being taken",
    "agent.turns.turn_worker.TurnWorker._unfinished": "turns that are being taken",
    "agent.turns.turn_worker.TurnWorker._waiting": "turns that wait for this worker",
    "web.chat.stream.readers.Readers._of_address": "who reads just now",
    "web.chat.stream.readers.Readers._of_conversation": "who reads just now",
    "web.chat.stream.readers.Readers._of_site": "who reads just now",
    "web.console.settings.noun_page.NounPage.given": "declared with the page",
    "web.secrets.sealing.Seal._ciphers": "keys of the installation",
    "web.secrets.sealing.Signature._keys": "keys of the installation",
}
# What one catalogue has worked out of itself goes with it.
OF_A_CATALOGUE = "booking_core.catalogue."
# Modules, or all of a room, that fill a container of their own: when they are imported, unless it says
# otherwise.
OF_MODULES = {
    "agent/guardrails/": "words of the languages",
    "agent/languages/": "words of the languages",
    "agent/when/": "words of the languages",
    "booking_core/business_file/sections/sections.py": "stays empty",
    "web/console/settings/": "routes of pages, declared with them",
    "booking_core/calendars/sync.py": "looks that go on in this process",
    "booking_core/storage/alarms.py": "when an alarm was raised last, so that it is not raised every minute",
}
# Files that let a browser or a proxy keep an answer.
KEPT_BY_BROWSERS = {
    "web/api/description/reference.py": "the reference: the same for every business",
    "web/api/oauth.py": "addresses of the installation",
    "web/chat/pages/page_files.py": "scripts and styles: the same for every business",
    "web/chat/pages/pictures.py": "named by their content: row logo",
    "web/console/__init__.py": "scripts and styles: the same for every business",
    "web/console/agenda/grid.py": "a style: the same for every business",
}
# A cached function knows nothing but its arguments, and none of these may be among them: they change.
CHANGE = {"AsyncSession", "BookingCore", "Desk", "BackOffice", "OperationContext", "Redis", "Catalogue"}


async def test_every_container_of_a_process_is_known(processes: Processes) -> None:
    while len(working := _locals_of(processes.worker).get("working", [])) <= len(GROUPS):  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    known = [_locals_of(processes.worker), *(_locals_of(task.get_coro()) for task in working)]
    roots: list[Any] = [*processes.apps, *(value for one in known for value in one.values())]
    found = {name for name in containers_of(roots) if not name.startswith(OF_A_CATALOGUE + "catalogue.")}
    found -= {name for name in found if name.startswith(OF_A_CATALOGUE) and name not in REMEMBERED}
    # What Litestar keeps of its routers, ours are made of too.
    found = {name for name in found if not name.startswith("web.routers.OwnRouter.")}
    assert found == set(REMEMBERED)


def test_rows_that_are_named_are_there() -> None:
    there = {row.__name__ for row in ROWS}
    reasons = [*REMEMBERED.values(), *KEPT_BY_BROWSERS.values()]
    named = {name for why in reasons for name in re.findall(r"\w+", why.partition("row")[2]) if "_" in name}
    assert named <= there


def test_cached_functions_know_only_their_arguments() -> None:
    """Nothing that is not ``async`` can ask PostgreSQL or Redis."""
    cached = [(path, one) for path, tree in _trees() for one in ast.walk(tree) if _is_cached(one)]
    assert cached
    for path, one in cached:
        assert isinstance(one, ast.FunctionDef), (path, one.name)
        taken = {ast.unparse(given.annotation) for given in one.args.args if given.annotation}
        assert not taken & CHANGE, (path, one.name)


def test_every_container_of_a_module_is_known() -> None:
    found = {path for path, tree in _trees() if any(map(_is_filled_later, tree.body))}
    assert {path for path in found if not path.startswith(tuple(OF_MODULES))} == set()


def test_whoever_lets_browsers_keep_something_is_known() -> None:
    told = re.compile(r"max-age=[1-9]|max_age=(?!0|None)")
    found = {path for path, _ in _trees() if told.search((ROOT / path).read_text("utf-8"))}
    # A cookie is no answer.
    assert found - {"web/console/access/cookies.py"} == set(KEPT_BY_BROWSERS)


@cache
def _trees() -> list[tuple[str, ast.Module]]:
    return [
        (path.relative_to(ROOT).as_posix(), ast.parse(path.read_text("utf-8")))
        for package in ("booking_core", "agent", "web")
        for path in sorted((ROOT / package).rglob("*.py"))
    ]


def _is_cached(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and any(
        re.match(r"(functools\.)?(lru_)?cache\b", ast.unparse(one)) for one in node.decorator_list
    )


def _is_filled_later(node: ast.stmt) -> bool:
    if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
        return False
    made = ast.unparse(node.value)
    return made in ("{}", "[]", "set()") or made.startswith(("OrderedDict(", "defaultdict(", "Weak"))


def _locals_of(coroutine: Any) -> dict[str, Any]:
    frame = coroutine.cr_frame
    return {} if frame is None else dict(frame.f_locals)
