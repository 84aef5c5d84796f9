"""The mailer of an organization that has a mail server of its own: connected to by the guard, with a password
opened for the moment of sending."""

from typing import Any

from booking_core.mail_servers.mail_server import STARTTLS, TLS, ChosenServer
from booking_core.mail_servers.server_choice import ServerPlace
from booking_core.notices.mailer import PATIENCE_S, Mailer
from booking_core.notices.refused_letters import Reason, Refused
from booking_core.outbound.mail_hosts import connect_guarded, mail_target
from booking_core.outbound.public_addresses import Resolve


class OwnMailer(Mailer):
    """``place`` seals passwords and knows the servers inside that may be connected to."""

    def __init__(
        self,
        organization_id: str,
        chosen: ChosenServer,
        place: ServerPlace,
        patience_s: float = PATIENCE_S,
        resolve: Resolve | None = None,
    ) -> None:
        super().__init__("smtp://unused", chosen.address, patience_s)
        self._chosen, self._place, self._resolve = chosen, place, resolve
        self._bound = organization_id.encode()

    async def _reach(self) -> dict[str, Any]:
        chosen = self._chosen
        target = mail_target(chosen.host, chosen.port, self._place.allowed)
        password = self._password()
        return {
            "sock": await connect_guarded(target, self._place.allowed, self._resolve),
            "hostname": chosen.host,
            "username": chosen.username or None,
            "password": password,
            "use_tls": chosen.tls == TLS,
            "start_tls": chosen.tls == STARTTLS,
            "timeout": self._patience_s,
        }

    def _password(self) -> str | None:
        """Raises ``Refused`` for one that no key of the installation opens any more."""
        if self._chosen.sealed_password is None:
            return None
        opened = self._place.seal.open(self._chosen.sealed_password, self._bound)
        if opened is None:
            raise Refused("password_unreadable", may_pass=True, reason=Reason.SIGN_IN)
        return opened.decode()
