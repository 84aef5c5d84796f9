"""What an erasure deletes of somebody was in their export before."""

import re
from functools import partial

import msgspec

from agent.data_retention.export import export_person
from tests.agent.traces import everything_kept
from tests.web.conftest import Business
from tests.web.erasing.test_erased_everywhere import (
    SYSTEM,
    Zenobia,
    books_by_a_program,
    chats,
    is_erased,
    is_imported,
    is_introduced,
    is_touched_by_a_change,
    only_asks_under_the_same_id,
)


async def test_every_word_that_is_erased_was_in_the_export(business: Business) -> None:
    who = Zenobia()
    for leaves in (chats, is_introduced, only_asks_under_the_same_id, books_by_a_program, is_imported):
        await leaves(business, who)
    await is_touched_by_a_change(business, who)
    kept = await everything_kept(business.core)
    told = await business.core.transaction(
        business.salon.organization_id, SYSTEM, partial(export_person, contact=who.email)
    )
    text = msgspec.json.encode(told).decode().casefold()
    words = {word for line in who.is_in(kept) for word in re.split(r"[^\w@.+-]+", line.casefold())}
    words = {word for word in words if who.mark in word}
    assert len(words) > 3
    assert {word for word in words if word not in text} == set()
    assert who.phone in text
    await is_erased(business, who)
    assert who.is_in(await everything_kept(business.core)) == []
