"""The logo: a file that is made into a small picture, and taken away again."""

from typing import Any

from litestar import post
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency
from litestar.response import Redirect

from booking_core.access.roles import require_role
from booking_core.back_office.back_office import BackOffice
from booking_core.errors import Conflict, Invalid
from booking_core.pictures.encode import LARGEST_FILE, LOGO, make_picture
from web.console.forms.form import VERSION
from web.console.forms.sent import Sent, sent_by
from web.console.forms.submit import Answer
from web.console.rendering.visit import Visit
from web.console.settings.business.page import page_with
from web.console.words.refusals import refusal_text

# The file, and what a form says beside it.
LARGEST_FORM = LARGEST_FILE + 64 * 1024


@post("/settings/business/logo", status_code=303, request_max_body_size=LARGEST_FORM)
async def change_logo(visit: NamedDependency[Visit]) -> Answer:
    require_role(visit.operator.role, "picture.change")
    form: Any = await visit.request.form()
    file, version = form.get("picture"), Sent.of(form).number(VERSION)
    try:
        content = await file.read() if isinstance(file, UploadFile) else b""
        picture = await make_picture(content, LOGO)

        async def work(office: BackOffice) -> None:
            await office.pictures.change(office.organization_id, picture, expected_version=version)

        await visit.arrange(work)
    except (Invalid, Conflict) as refusal:
        return await page_with(visit, refusal_text(refusal.detail))
    return Redirect(f"{visit.home}/business?done=logo", status_code=303)


@post("/settings/business/logo/remove", status_code=303)
async def remove_logo(visit: NamedDependency[Visit]) -> Answer:
    version = (await sent_by(visit.request)).number(VERSION)

    async def work(office: BackOffice) -> None:
        await office.pictures.remove(office.organization_id, expected_version=version)

    try:
        await visit.arrange(work)
    except (Invalid, Conflict) as refusal:
        return await page_with(visit, refusal_text(refusal.detail))
    return Redirect(f"{visit.home}/business?done=no-logo", status_code=303)
