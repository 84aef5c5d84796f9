"""What an owner says about a mail server, and what it must be: a host we may connect to, a port of mail, a
password that never goes in clear, and an address every server takes."""

from msgspec import Struct

from booking_core.customers.contacts import normalise_email
from booking_core.errors import InvalidField
from booking_core.input.kinds import Text, WrongValue
from booking_core.mail_servers.mail_server import PLAIN, TLS_MODES, ChosenServer
from booking_core.outbound.guard import Forbidden, Target
from booking_core.outbound.mail_hosts import MAIL_PORTS, mail_target
from booking_core.storage.idempotency import Sealer

HOST, USERNAME = Text(253), Text(254, may_be_empty=True)
LONGEST_PASSWORD = 500


class ServerPlace(Struct, frozen=True):
    """What is needed to keep a mail server: what seals its password, and the servers inside that the
    installation allows, each as ``host:port``."""

    seal: Sealer
    allowed: frozenset[str] = frozenset()


class ServerChoice(Struct, frozen=True):
    """Without a ``username`` nobody signs in; a ``password`` of ``None`` keeps the one there is."""

    host: str
    port: int | str
    tls: str
    address: str
    username: str = ""
    password: str | None = None

    def __repr__(self) -> str:
        return f"ServerChoice({self.host!r}, {self.port!r})"

    def seal(self, organization_id: str, place: ServerPlace, kept: bytes | None = None) -> ChosenServer:
        """As it is stored, with the password it had (``kept``) where none is given. Raises
        ``InvalidField``."""
        target = self._checked_target(place.allowed)
        username, address = _read(USERNAME, "username", self.username), self._checked_address()
        sealed = self._sealed_password(organization_id, place.seal, kept) if username else None
        if username and sealed is None:
            raise InvalidField("password", "Please give the password that belongs to this user.")
        if sealed and self.tls == PLAIN and target.authority not in place.allowed:
            raise InvalidField("tls", "A password is never sent without encryption. Please choose TLS.")
        return ChosenServer(target.host, target.port, self.tls, username, address, sealed)

    def _checked_target(self, allowed: frozenset[str]) -> Target:
        if self.tls not in TLS_MODES:
            raise InvalidField("tls", "Please choose how the connection is encrypted.")
        port = self.port
        if not isinstance(port, int) or isinstance(port, bool) or not 1 <= port <= 65535:
            usual = ", ".join(map(str, MAIL_PORTS))
            raise InvalidField("port", f"Please give the port of the mail server, one of {usual}.")
        host = _ascii_host(_read(HOST, "host", self.host))
        try:
            return mail_target(host, port, allowed)
        except Forbidden as error:
            raise InvalidField(
                "host",
                f"{error} A mail server on this machine or in its network has to be allowed by whoever runs"
                f" this server, with the setting PRIVATE_MAIL_SERVERS.",
                code="host_not_allowed",
            ) from error

    def _checked_address(self) -> str:
        try:
            return normalise_email(self.address)
        except InvalidField as error:
            raise InvalidField("address", error.detail) from error

    def _sealed_password(self, organization_id: str, seal: Sealer, kept: bytes | None) -> bytes | None:
        if self.password is None:
            return kept
        if len(self.password) > LONGEST_PASSWORD or not self.password.isprintable():
            raise InvalidField("password", "Please type the password just as your mail provider gave it.")
        return seal.close(self.password.encode(), organization_id.encode()) if self.password else None


def _read(kind: Text, field: str, value: str) -> str:
    try:
        return kind.read(value)
    except WrongValue as error:
        raise InvalidField(field, str(error)) from error


def _ascii_host(host: str) -> str:
    """In the letters of DNS; what is no name stays as it is, and is refused as what it is."""
    try:
        return host.strip("[]").encode("idna").decode().lower().removesuffix(".")
    except UnicodeError:
        return host
