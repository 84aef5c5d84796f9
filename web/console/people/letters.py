"""Letters that let somebody in: an invitation, and the ways to a new password and to another address. Their
links are put in on the way to the mail server; no page of the console shows them."""

from datetime import datetime, timedelta

from booking_core.notices.outbox import LINK_MARK, NewMail
from booking_core.storage.ids import new_id
from booking_core.team.accounts import normal_email
from booking_core.team.links import OneTimeLink
from web.console.words.translate import gettext

# Whoever reads their letters once a week learns of it, too.
NOTICES_LAST = timedelta(days=7)

INVITED = """Hello,

{organization} invites you to sign in to its console, as {role}.

Please open this link and choose a password. It works once, for seven days:

{link}

If you do not know {organization}, you need not do anything.
"""
FORGOTTEN = """Hello,

somebody, probably you, has forgotten the password for {email}.

With this link you choose a new one. It works once, within an hour:

{link}

If it was not you, you need not do anything: your password stays as it is.
"""


def invitation_letter(link: OneTimeLink, organization: str) -> NewMail:
    words = INVITED.format(organization=organization, role=link.role, link=LINK_MARK)
    return _letter(link, str(link.organization_id), "team_invitation", f"{organization} invites you", words)


def password_letter(link: OneTimeLink, organization_id: str) -> NewMail:
    """Sent in the name of one of the organizations they work for."""
    words = FORGOTTEN.format(email=link.email, link=LINK_MARK)
    return _letter(link, organization_id, "password_forgotten", "Your new password", words)


def new_address_letter(link: OneTimeLink, organization_id: str) -> NewMail:
    """In the language of whoever asked for it, as are the other two."""
    words = _paragraphs(
        gettext("Hello,"),
        gettext("somebody, probably you, wants to sign in to Zimun with this address from now on."),
        gettext("With this link you make it so. It works once, within a day:"),
        LINK_MARK,
        gettext("If it was not you, you need not do anything."),
    )
    return _letter(link, organization_id, "new_address", gettext("Your new sign-in address"), words)


def address_taken_letter(email: str, organization_id: str, now: datetime) -> NewMail:
    """To a mailbox whose address somebody else asked for. It belongs to no link, and is shown as little as
    the others."""
    words = _paragraphs(
        gettext("Hello,"),
        gettext("somebody wants to sign in to Zimun with this address. There is an account with it already."),
        gettext("Two accounts cannot have one address. If it was not you, you need not do anything."),
    )
    return _notice(
        new_id("mail"), organization_id, normal_email(email), gettext("This address is taken"), words, now
    )


def address_changed_letter(link: OneTimeLink, organization_id: str, before: str, now: datetime) -> NewMail:
    """To the address until now."""
    words = _paragraphs(
        gettext("Hello,"),
        gettext(
            "from now on you sign in to Zimun with %(email)s, and with this address no more.",
            email=link.email,
        ),
        gettext("If it was not you, please tell whoever runs Zimun for you at once."),
    )
    subject = gettext("Your sign-in address has changed")
    return _notice(f"mail_{link.id}_told", organization_id, before, subject, words, now)


def _paragraphs(*parts: str) -> str:
    return "\n\n".join(parts) + "\n"


def _notice(
    mail_id: str, organization_id: str, recipient: str, subject: str, words: str, now: datetime
) -> NewMail:
    return NewMail(
        id=mail_id,
        organization_id=organization_id,
        kind="address_notice",
        recipient=recipient,
        subject=subject,
        text=words,
        one_time_link_id=mail_id,
        expires_at=now + NOTICES_LAST,
    )


def _letter(link: OneTimeLink, organization_id: str, kind: str, subject: str, words: str) -> NewMail:
    return NewMail(
        id=f"mail_{link.id}",
        organization_id=organization_id,
        kind=kind,
        recipient=link.email,
        subject=subject,
        text=words,
        one_time_link_id=link.id,
        expires_at=link.expires_at,
    )
