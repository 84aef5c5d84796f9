"""What became of a test letter, in one sentence for whoever is no technician."""

from collections.abc import Mapping

from booking_core.mail_servers.mail_server import ChosenServer
from booking_core.notices.refused_letters import Reason
from web.console.words.translate import N_, gettext

SENTENCES: Mapping[Reason, str] = {
    Reason.NO_HOST: N_("There is no mail server of this name. Please look at how it is spelled."),
    Reason.NOT_PUBLIC: N_("This mail server is in a private network, which whoever runs Zimun has to allow."),
    Reason.NO_ANSWER: N_("Nobody answers there, or the line is cut. Please look at the name and the port."),
    Reason.SILENT: N_(
        "The mail server says nothing in time. Often the port and the encryption do not fit each other."
    ),
    Reason.TLS: N_(
        "The encrypted connection fails: the certificate of the server is not in order, or port and"
        " encryption do not fit each other."
    ),
    Reason.NO_TLS: N_("The mail server offers no encryption here, so no password is sent. Try port 465."),
    Reason.SIGN_IN: N_(
        "The mail server refuses user or password. Many providers want a password made for programs"
        " (app password)."
    ),
    Reason.SENDER: N_(
        "The mail server does not let you write as this address. Use the mailbox you sign in with."
    ),
    Reason.RECIPIENT: N_(
        "The mail server takes no email to %(address)s: it knows no such mailbox, or delivers only its own."
    ),
    Reason.LETTER: N_("The mail server refuses the email itself, often because it takes it for spam."),
    Reason.LATER: N_("The mail server takes no emails just now. Please try again in a few minutes."),
    Reason.OTHER: N_("The mail server does not take the email. Your mail provider can look up why."),
}


def refusal_sentence(reason: Reason, chosen: ChosenServer | None, recipient: str) -> str:
    """Of a server that is not the business's own, only whoever runs Zimun can mend anything."""
    sentence = gettext(SENTENCES[reason], address=recipient)
    if chosen is not None:
        return sentence
    return f"{sentence} {gettext('It is the mail server of whoever runs Zimun: please tell them.')}"


def outcome_text(*, is_demo: bool) -> str:
    """Why nothing is sent at all."""
    if is_demo:
        return gettext("This is a demo: it writes to nobody outside. Its emails are in the outbox.")
    return gettext("There is no mail server yet. Until there is one, emails wait in the outbox.")
