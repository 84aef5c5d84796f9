"""What views of appointments need to know of the caller, at every door that gives them."""

from collections.abc import Collection
from typing import Protocol

from web.api.values.slots import SlotTokens
from web.secrets.manage_links import ManageLinks


class ViewContext(Protocol):
    """``public_url`` is where links lead, without a slash at its end, ``links`` those of customers to their
    appointments; ``scopes`` are what the caller may do."""

    @property
    def slots(self) -> SlotTokens: ...

    @property
    def public_url(self) -> str: ...

    @property
    def links(self) -> ManageLinks: ...

    @property
    def scopes(self) -> Collection[str]: ...
