"""Quotas: how many times one asker keeps at once, under each name that asker goes by."""

from hashlib import sha256

from msgspec import Struct

from booking_core.customers.contacts import ContactDetails, ways_to_reach

# A customer chooses one; behind one address may sit a family or a small office.
PER_CONVERSATION, PER_ADDRESS, PER_CONTACT, PER_CLIENT = 1, 5, 2, 50
# An IPv6 /48 has 65,536 networks the size of one customer's: all of them together count as this many
# addresses.
ADDRESSES_OF_A_NETWORK = 8


class Quota(Struct, frozen=True):
    """At most ``limit`` live holds under one name, such as ``conversation:cnv_…`` or ``address:…``.

    A program of the business asks for many customers (``is_for_many``): what one of them keeps takes nothing
    from another.
    """

    name: str
    limit: int
    is_for_many: bool = False


def conversation_quota(conversation_id: str) -> Quota:
    return Quota(f"conversation:{conversation_id}", PER_CONVERSATION)


def address_quota(address: str) -> Quota:
    return Quota(f"address:{address}", PER_ADDRESS)


def network_quota(network: str) -> Quota:
    """All addresses of an IPv6 /48 together."""
    return Quota(f"network:{network}", PER_ADDRESS * ADDRESSES_OF_A_NETWORK)


def client_quota(client_id: str, limit: int = PER_CLIENT) -> Quota:
    return Quota(f"client:{client_id}", limit, is_for_many=True)


def contact_quotas(contact: ContactDetails, address: str | None) -> tuple[Quota, ...]:
    """One for each way to reach somebody (normalised); Redis never sees the contact itself.

    Counted for each address: whoever names somebody's contact elsewhere keeps nothing from them.
    """
    named = [f"{address or ''}\n{way}" for way in ways_to_reach(contact)]
    return tuple(Quota(f"contact:{sha256(one.encode()).hexdigest()[:32]}", PER_CONTACT) for one in named)
