"""Mail servers of common providers, as each of them publishes it: who knows the name of theirs need not know
what SMTP is. Whoever is not here is typed by hand."""

from collections.abc import Sequence

from msgspec import Struct

from booking_core.mail_servers.mail_server import STARTTLS, TLS

TLS_PORT, STARTTLS_PORT = 465, 587


class Provider(Struct, frozen=True):
    """``name`` is a name of its own, the same in every language."""

    slug: str
    name: str
    host: str
    tls: str = TLS

    @property
    def port(self) -> int:
        return TLS_PORT if self.tls == TLS else STARTTLS_PORT


PROVIDERS: Sequence[Provider] = (
    Provider("gmail", "Gmail, Google Workspace", "smtp.gmail.com"),
    Provider("microsoft", "Microsoft 365", "smtp.office365.com", STARTTLS),
    Provider("icloud", "iCloud Mail", "smtp.mail.me.com", STARTTLS),
    Provider("yahoo", "Yahoo", "smtp.mail.yahoo.com"),
    Provider("gmx", "GMX", "mail.gmx.net", STARTTLS),
    Provider("webde", "WEB.DE", "smtp.web.de", STARTTLS),
    Provider("telekom", "T-Online", "securesmtp.t-online.de"),
    Provider("ionos", "IONOS", "smtp.ionos.de"),
    Provider("strato", "STRATO", "smtp.strato.de"),
    Provider("mailbox", "mailbox.org", "smtp.mailbox.org"),
    Provider("posteo", "Posteo", "posteo.de"),
    Provider("world4you", "World4You", "smtp.world4you.com", STARTTLS),
    Provider("bluewin", "Bluewin", "smtpauths.bluewin.ch"),
    Provider("infomaniak", "Infomaniak", "mail.infomaniak.com"),
    Provider("hostpoint", "Hostpoint", "asmtp.mail.hostpoint.ch"),
    Provider("orange", "Orange", "smtp.orange.fr"),
    Provider("free", "Free", "smtp.free.fr"),
    Provider("ovh", "OVHcloud", "ssl0.ovh.net"),
    Provider("gandi", "Gandi", "mail.gandi.net"),
    Provider("aruba", "Aruba", "smtps.aruba.it"),
    Provider("libero", "Libero", "smtp.libero.it"),
    Provider("fastmail", "Fastmail", "smtp.fastmail.com"),
    Provider("hostinger", "Hostinger", "smtp.hostinger.com"),
)
BY_SLUG = {one.slug: one for one in PROVIDERS}
BY_PLACE = {(one.host, one.port, one.tls): one for one in PROVIDERS}
