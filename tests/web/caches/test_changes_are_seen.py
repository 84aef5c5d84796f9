"""Whatever the owner changes is seen by every process within a second, though each had seen it before."""

import asyncio
from time import monotonic
from typing import Any

import pytest

from tests.web.caches.rows import ROWS
from tests.web.conftest import Business

WITHIN_S = 1.0


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row.__name__))
async def test_every_process_sees_the_change(business: Business, row: Any) -> None:
    async with row(business) as scene:
        webs = business.processes.webs
        # Twice: what is remembered is remembered from the first time.
        before = [await scene.shows(web) for web in (*webs, *webs)]
        assert before[0] == before[2], "it has to show the same as long as nothing changes"
        await scene.changes()
        changed = monotonic()
        after = [await scene.shows(web) for web in webs]
        while any(was == now for was, now in zip(before[:2], after, strict=True)):
            assert monotonic() - changed < WITHIN_S, (row.__name__, before[:2], after)
            await asyncio.sleep(0.03)
            after = [await scene.shows(web) for web in webs]
