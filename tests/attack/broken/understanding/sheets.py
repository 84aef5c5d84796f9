"""Sheets, broken on purpose: a form that nobody agreed to books, and so does one that shows other facts."""

from agent.consent import sheet
from agent.conversation.choices import AGREED, Sheet
from agent.turn_context import TurnContext
from agent.turns import reply
from booking_core.holds.hold import Hold


def every_form_is_agreed_to() -> None:
    agree = sheet.agree_on_sheet

    async def agree_anyway(context: TurnContext) -> bool:
        context.payload = {AGREED: True}
        return await agree(context)

    reply.agree_on_sheet = agree_anyway


def a_sheet_may_show_something_else() -> None:
    async def hold_in_hand(context: TurnContext, shown: Sheet) -> Hold | None:
        return await context.read_only(lambda desk: desk.hold_in_hand(shown.hold_id))

    sheet._hold_of_sheet = hold_in_hand
