"""The questions of customers that nothing here answered, each with a way to the place where its answer is
written."""

from litestar import Response, get
from litestar.di import NamedDependency
from msgspec import Struct

from booking_core.access.roles import require_role
from booking_core.desk import Desk
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.visit import SettingsPage, Visit
from web.console.settings.unanswered.questions import UnansweredQuestion, unanswered_questions
from web.console.words.translate import N_

PAGE = SettingsPage(
    "unanswered",
    N_("Questions without an answer"),
    N_("What customers asked and the chat could not tell"),
    "unanswered.read",
)


class QuestionView(Struct, frozen=True):
    """``when`` is on the organization's clock."""

    question: UnansweredQuestion
    when: str


@get("/settings/unanswered")
async def unanswered_page(visit: NamedDependency[Visit]) -> Response[str]:
    require_role(visit.operator.role, PAGE.verb)

    async def look(desk: Desk) -> list[QuestionView]:
        local, now = LocalFormat.of(desk.catalogue.organization), desk.clock.now()
        return [QuestionView(one, local.when(one.at, now)) for one in await unanswered_questions(desk)]

    return visit.page("settings/unanswered.html", PAGE.slug, questions=await visit.read(look))


ROUTES = [unanswered_page]
