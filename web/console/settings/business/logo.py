"""The logo: a file that is made into a small picture, and taken away again."""

from litestar import Response, post
from litestar.di import NamedDependency

from booking_core.pictures.encode import LOGO
from web.console.forms.picture import LARGEST_FORM, PictureForm
from web.console.forms.submit import Answer
from web.console.rendering.visit import Visit
from web.console.settings.business.page import page_with


@post("/settings/business/picture", status_code=303, request_max_body_size=LARGEST_FORM)
async def change_logo(visit: NamedDependency[Visit]) -> Answer:
    return await _form(visit).change()


@post("/settings/business/picture/remove", status_code=303)
async def remove_logo(visit: NamedDependency[Visit]) -> Answer:
    return await _form(visit).remove()


def _form(visit: Visit) -> PictureForm:
    async def draw(wrong: str) -> Response[str]:
        return await page_with(visit, wrong)

    return PictureForm(visit, visit.operator.organization_id, LOGO, draw, f"{visit.home}/business")
