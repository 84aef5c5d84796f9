"""The form of a mail server: where it is, how it is spoken to, and who signs in. A password goes in and is
never drawn again."""

from typing import Any

from booking_core.mail_servers.mail_server import PLAIN, STARTTLS, TLS, ChosenServer
from booking_core.mail_servers.server_choice import ServerChoice
from web.console.forms.field import Option
from web.console.forms.fields import Number, Secret, Select, TextField
from web.console.forms.form import Form, FormState
from web.console.forms.sent import Sent, number_or_text
from web.console.settings.letters.providers import BY_PLACE, BY_SLUG, PROVIDERS
from web.console.words.translate import gettext

USUAL = {"port": 465, "tls": TLS}


def form_of_server(*, has_password: bool) -> Form:
    kept = gettext("Empty keeps the one that is kept.") if has_password else ""
    return Form(
        [
            TextField(
                name="address",
                label=gettext("Address emails come from"),
                input_type="email",
                required=True,
                hint=gettext("A mailbox at this server, such as hello@example.com."),
            ),
            Select(
                name="provider",
                label=gettext("Where this mailbox is"),
                options=[Option(one.slug, one.name) for one in PROVIDERS],
                nothing=gettext("Somewhere else: server, encryption and port by hand"),
                hint=gettext(
                    "With one of these, server, encryption and port need not be typed. Gmail, iCloud and"
                    " Yahoo want an app password, made in your account there; GMX and WEB.DE want access by"
                    " IMAP allowed first."
                ),
            ),
            TextField(
                name="host",
                label=gettext("Mail server"),
                hint=gettext("Your provider calls it outgoing server or SMTP, such as smtp.example.com."),
            ),
            Select(name="tls", label=gettext("Encryption"), options=_modes()),
            Number(name="port", label=gettext("Port"), least=1, most=65535),
            TextField(name="username", label=gettext("User"), hint=gettext("Often the address itself.")),
            Secret(name="password", label=gettext("Password"), hint=kept),
        ]
    )


def _modes() -> list[Option]:
    return [
        Option(TLS, gettext("TLS from the start (usually port 465)")),
        Option(STARTTLS, gettext("STARTTLS (usually port 587)")),
        Option(PLAIN, gettext("None, without a password")),
    ]


def server_form(server: ChosenServer | None) -> FormState:
    """The form as it is kept."""
    known = form_of_server(has_password=bool(server and server.sealed_password))
    return FormState(known, known.write(_with_provider(server) if server else USUAL))


def keep_sent(server: ChosenServer | None, sent: Sent) -> FormState:
    """The form as it was sent, without its password."""
    known = form_of_server(has_password=bool(server and server.sealed_password))
    return FormState(known, sent.with_texts(["password"], {}))


def _with_provider(server: ChosenServer) -> dict[str, Any]:
    known = BY_PLACE.get((server.host, server.port, server.tls))
    return {**server.facts, "provider": known.slug if known else ""}


def choice_in(sent: Sent) -> ServerChoice:
    """A provider that was chosen says where its server is; what else stands in these fields counts not."""
    chosen = BY_SLUG.get(sent.text("provider"))
    return ServerChoice(
        host=chosen.host if chosen else sent.text("host"),
        port=chosen.port if chosen else number_or_text(sent.text("port")),
        tls=chosen.tls if chosen else sent.text("tls"),
        address=sent.text("address"),
        username=sent.text("username"),
        password=sent.text("password") or None,
    )
