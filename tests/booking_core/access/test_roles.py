"""Which role may use which verb."""

import pytest

from booking_core.access.roles import ROLES_OF, Role, require_role
from booking_core.errors import NotAllowed
from tests.tables import each_row

# Of calendars, a member arranges their own (`booking_core/calendars/whose.py`); finds whom they serve, and
# answers who asked for a person.
OF_EVERYBODY = {verb for verb in ROLES_OF if verb.startswith("calendar.")} | {
    "conversation.answer",
    "customer.find",
}


@each_row("verb", ROLES_OF.keys() - OF_EVERYBODY)
def test_an_owner_may_do_everything_and_a_member_nothing_of_the_back_office(verb: str) -> None:
    require_role(Role.OWNER, verb)
    for role in (Role.MEMBER, None):
        with pytest.raises(NotAllowed):
            require_role(role, verb)


def test_a_manager_arranges_the_business_but_renews_no_key() -> None:
    require_role(Role.MANAGER, "service.change")
    with pytest.raises(NotAllowed) as refused:
        require_role(Role.MANAGER, "identity_key.renew")
    assert refused.value.detail == "Only an owner may do this."
    assert refused.value.details == {"verb": "identity_key.renew"}


def test_a_role_is_known_by_the_word_that_is_stored() -> None:
    assert Role("manager") is Role.MANAGER
