"""Forms of the team's page, and the role that one asks for."""

from msgspec import Struct

from booking_core.access.roles import Role
from booking_core.errors import InvalidField
from web.console.words.translate import gettext


class InvitationForm(Struct):
    email: str = ""
    role: str = ""
    staff: str = ""


class MemberForm(Struct):
    """``staff`` is the id of a resource, or empty."""

    member: str = ""
    role: str = ""
    staff: str = ""


class WithdrawalForm(Struct):
    invitation: str = ""


def role_named(text: str) -> Role:
    try:
        return Role(text)
    except ValueError as error:
        raise InvalidField("role", gettext("Please choose what they may do.")) from error
