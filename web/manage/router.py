"""Everything below ``/b``, and ``/r``, where reminders are stopped."""

from litestar import Router
from litestar.di import Provide

from web.manage import stop
from web.manage.answers import answer
from web.manage.cancel import cancel, cancel_page
from web.manage.chat import continue_in_chat
from web.manage.coming import coming_page, say_coming
from web.manage.move import check_page, move, move_page
from web.manage.page import calendar, manage_page, style
from web.manage.rendering.refused import HANDLERS
from web.manage.visit import visit_by_link

BY_LINK = Router(
    "/b/{token:str}",
    route_handlers=[
        manage_page,
        calendar,
        cancel_page,
        cancel,
        move_page,
        check_page,
        move,
        answer,
        continue_in_chat,
        coming_page,
        say_coming,
    ],
    dependencies={"visit": Provide(visit_by_link)},
    exception_handlers=HANDLERS,
)
ROUTER = Router("/", route_handlers=[style, BY_LINK, stop.ROUTER], include_in_schema=False)
