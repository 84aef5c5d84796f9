"""What customers want: wishes, and how they change while they are talked about."""

from msgspec import structs

from evaluation.scenarios.customer_wishes import ChangeOfMind, ScriptedCustomer, Wish, WishWords


def apply_change(wish: Wish, change: ChangeOfMind) -> Wish:
    """The wish after a change of mind. A new day keeps the time of day, a new time the day, as people mean
    it."""
    given = {
        name: getattr(change, name)
        for name in ("service", "staff", "on", "at", "from_", "to", "people")
        if getattr(change, name) is not None
    }
    if {"from_", "to"} & given.keys():
        given["at"] = None
    return structs.replace(wish, **given, say=_words(wish.say, change.say), otherwise=None)


def chain(wish: Wish) -> tuple[Wish, ...]:
    """The wish, and what would do instead."""
    return (wish, apply_change(wish, wish.otherwise)) if wish.otherwise else (wish,)


def final_wishes(customer: ScriptedCustomer) -> tuple[Wish, ...]:
    """What the customer wants in the end; changes of mind are about the first thing they want."""
    first, rest = customer.wants[:1], customer.wants[1:]
    for remark in customer.remarks:
        if remark.changes is not None:
            first = (
                () if remark.changes.forget else tuple(apply_change(wish, remark.changes) for wish in first)
            )
    return (*first, *rest)


def _words(before: WishWords, after: WishWords) -> WishWords:
    given = {name: getattr(after, name) for name in after.__struct_fields__ if getattr(after, name)}
    return structs.replace(before, **given)
