"""Letters that let somebody in: an invitation, and the way to a new password. Their links are put in on the
way to the mail server; no page of the console shows them."""

from booking_core.notices.outbox import LINK_MARK, NewMail
from booking_core.team.links import OneTimeLink

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
