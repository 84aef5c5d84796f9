"""What protects programs, webhooks and models of a business, broken."""

from typing import Any

from agent.models import guarded_transport
from booking_core.chat_models import arrange
from booking_core.context import OperationContext
from booking_core.mail_servers import arrange as mail_servers
from booking_core.outbound import mail_hosts
from web.jobs import mail


def anybody_connects() -> None:
    OperationContext.require = lambda *_: None  # type: ignore[method-assign]


def a_kept_key_goes_anywhere() -> None:
    arrange._origin = lambda _: ("", "")


def a_mail_password_goes_anywhere() -> None:
    mail_servers._goes = lambda _: ("", "")


def mail_servers_inside_are_connected_to() -> None:
    async def addresses_of(target: Any, *_: Any) -> list[str]:
        return ["127.0.0.1"]

    mail_hosts.addresses_of = addresses_of  # type: ignore[attr-defined]


def own_servers_carry_every_letter() -> None:
    mail._lets_somebody_in = lambda _: False


def models_inside_are_connected_to() -> None:
    async def addresses_of(target: Any, *_: Any) -> list[str]:
        return [target.host]

    guarded_transport.target_of = lambda url, _: _target(url)  # type: ignore[attr-defined]
    guarded_transport.addresses_of = addresses_of  # type: ignore[attr-defined]


def _target(url: str) -> Any:
    """Whatever the address is."""
    return guarded_transport.Target(*_parts(url))


def _parts(url: str) -> tuple[str, str, int, str]:
    scheme, _, rest = url.partition("://")
    host, _, port = rest.partition("/")[0].partition(":")
    return scheme, host, int(port or 443), "/"
