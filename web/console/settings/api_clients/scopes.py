"""What each scope lets a program do, in words for whoever gives it."""

from collections.abc import Mapping

from booking_core.access.scopes import Scope
from web.console.words.translate import N_

SCOPES: Mapping[Scope, str] = {
    Scope.ORG_READ: N_("See services, people and locations"),
    Scope.AVAILABILITY_READ: N_("See free times"),
    Scope.APPOINTMENTS_WRITE: N_("Book, move and cancel appointments"),
    Scope.APPOINTMENTS_READ: N_("Look up appointments, with names and contacts of customers"),
    Scope.APPOINTMENTS_MANAGE: N_("Approve and decline, and note who came"),
    Scope.WEBHOOKS_WRITE: N_("Choose which addresses are told of changes"),
    Scope.ORG_MANAGE: N_("Arrange the business as a manager does: services, people, hours, settings"),
}
