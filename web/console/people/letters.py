"""Letters to those who work here: an invitation, a welcome, and the ways to a new password and to another
address. One-time links are put in on the way to the mail server; no page of the console shows those letters.

Each is written in the language spoken while it is made (``speak``).
"""

from datetime import datetime, timedelta

from booking_core.notices.outbox import LINK_MARK, NewMail
from booking_core.storage.ids import new_id
from booking_core.team.accounts import normal_email
from booking_core.team.links import OneTimeLink
from booking_core.team.memberships import Membership
from web.console.rendering.texts import role_name
from web.console.words.translate import gettext

# Whoever reads their letters once a week learns of it, too.
NOTICES_LAST = timedelta(days=7)


def invitation_letter(link: OneTimeLink, organization: str) -> NewMail:
    words = _paragraphs(
        gettext("Hello,"),
        gettext(
            "%(business)s invites you to sign in to its console. Your role: %(role)s.",
            business=organization,
            role=role_name(str(link.role)),
        ),
        gettext("Please open this link and choose a password. It works once, for seven days:"),
        LINK_MARK,
        gettext("If you do not know %(business)s, you need not do anything.", business=organization),
    )
    subject = gettext("%(business)s invites you", business=organization)
    return _letter(link, str(link.organization_id), "team_invitation", subject, words)


def password_letter(link: OneTimeLink, organization_id: str) -> NewMail:
    """Sent in the name of one of the organizations they work for."""
    words = _paragraphs(
        gettext("Hello,"),
        gettext("somebody, probably you, has forgotten the password for %(email)s.", email=link.email),
        gettext("With this link you choose a new one. It works once, within an hour:"),
        LINK_MARK,
        gettext("If it was not you, you need not do anything: your password stays as it is."),
    )
    return _letter(link, organization_id, "password_forgotten", gettext("Your new password"), words)


def welcome_letter(email: str, membership: Membership, business: str, public_url: str) -> NewMail:
    """To the first owner of a business: where its pages are, and what comes next."""
    whose = membership.organization_id
    console, chat = f"{public_url}/console/{whose}", f"{public_url}/c/{whose}"
    where = gettext(
        "here is the console of %(business)s. You sign in with %(email)s:", business=business, email=email
    )
    words = _paragraphs(
        gettext("Hello,"),
        where,
        console,
        gettext("What comes next, step by step: services, people, opening hours."),
        f"{console}/settings/start",
        gettext("On this page customers book. Give its address to anybody, also without a website:"),
        chat,
    )
    return NewMail(
        id=f"mail_{membership.id}_welcome",
        organization_id=whose,
        kind="welcome",
        recipient=email,
        subject=gettext("Welcome: %(business)s", business=business),
        text=words,
    )


def new_address_letter(link: OneTimeLink, organization_id: str) -> NewMail:
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
