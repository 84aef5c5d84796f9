"""Usage of models: tokens by conversation and address, tokens and cost by organization, day and model.

Tokens of an address are counted in Redis for a day; without Redis the other budgets hold.
"""

from contextlib import suppress
from datetime import date
from decimal import Decimal

from redis.exceptions import RedisError
from sqlalchemy import ForeignKey, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Mapped, mapped_column

from agent.conversation.conversation import Conversation
from agent.events import TokensSpent
from agent.llm.budget import Budget, TokenAllowance
from agent.turn_context import TurnContext
from booking_core.core import BookingCore
from booking_core.storage.alarms import raise_alarm
from booking_core.storage.database import Base
from booking_core.time.wall_clock import zone

DAY_S = 24 * 60 * 60


class ModelUsage(Base):
    """Usage of one model by an organization on its local day. ``cost`` covers models with a price alone."""

    __tablename__ = "model_usage"

    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    model: Mapped[str] = mapped_column(primary_key=True)
    calls: Mapped[int]
    input_tokens: Mapped[int]
    output_tokens: Mapped[int]
    cost: Mapped[Decimal]


async def budget_of(context: TurnContext) -> Budget:
    """The budget of a turn with models: what is left for the conversation and for the organization's day."""
    allowance = TokenAllowance.of(context.catalogue.organization)
    tokens = ModelUsage.input_tokens + ModelUsage.output_tokens
    today = select(func.coalesce(func.sum(tokens), 0)).where(
        ModelUsage.organization_id == context.organization_id, ModelUsage.day == _day(context)
    )
    spoken = select(Conversation.model_tokens).where(Conversation.id == context.conversation_id)
    async with context.core.reads.connect() as connection:
        both = select(spoken.scalar_subquery(), today.scalar_subquery())
        used_here, used_today = (await connection.execute(both)).one()
    left_today = allowance.tokens_per_day - int(used_today)
    if left_today <= 0 < allowance.tokens_per_day:
        raise_alarm("models have used the tokens of the day", context.organization_id, context.now)
    left = {
        "tokens of the conversation": allowance.tokens_per_conversation - (used_here or 0),
        "tokens of the day": left_today,
    }
    if context.address_hash is not None:
        left["tokens of the address"] = allowance.tokens_per_address_and_day - await _tokens_of_address(
            context
        )
    return Budget(left)


async def record_usage(core: BookingCore, context: TurnContext, spent: TokensSpent) -> None:
    """Write down one request's price at once: also the turn that is cancelled has cost something."""
    tokens = spent.input_tokens + spent.output_tokens
    if not tokens:
        return
    told = {
        "calls": 1,
        "input_tokens": spent.input_tokens,
        "output_tokens": spent.output_tokens,
        "cost": spent.cost or Decimal(0),
    }
    row = insert(ModelUsage).values(
        organization_id=context.organization_id, day=_day(context), model=spent.model[:120], **told
    )
    added = {name: getattr(ModelUsage, name) + row.excluded[name] for name in told}
    keys = (ModelUsage.organization_id, ModelUsage.day, ModelUsage.model)
    spoken = update(Conversation).where(Conversation.id == context.conversation_id)
    async with core.sessions() as session, session.begin():
        await session.execute(row.on_conflict_do_update(index_elements=keys, set_=added))
        await session.execute(spoken.values(model_tokens=Conversation.model_tokens + tokens))
    if context.address_hash is not None:
        with suppress(RedisError, OSError):
            await core.redis.incrby(_address_key(context), tokens)
            await core.redis.expire(_address_key(context), DAY_S)


async def _tokens_of_address(context: TurnContext) -> int:
    try:
        return int(await context.core.redis.get(_address_key(context)) or 0)
    except (RedisError, OSError):
        return 0


def _address_key(context: TurnContext) -> str:
    return f"tokens:{context.organization_id}:{context.address_hash}:{_day(context)}"


async def record_estimates(core: BookingCore, context: TurnContext, budget: Budget) -> None:
    """A request whose price was never heard, because the turn ended before it, is written down as
    estimated."""
    for model, tokens in budget.open_requests():
        await record_usage(core, context, TokensSpent(model, tokens, 0, 0))


def _day(context: TurnContext) -> date:
    return context.now.astimezone(zone(context.catalogue.organization.time_zone)).date()
