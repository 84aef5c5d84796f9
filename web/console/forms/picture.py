"""Pictures in forms: a file that is made into a small picture, and taken away again."""

from collections.abc import Awaitable, Callable
from typing import Any

from litestar import Response
from litestar.datastructures import UploadFile
from litestar.response import Redirect
from msgspec import Struct

from booking_core.access.roles import require_role
from booking_core.back_office.back_office import BackOffice
from booking_core.errors import Conflict, Invalid
from booking_core.pictures.encode import LARGEST_FILE, EncodedPicture, Shape, make_picture
from web.console.forms.form import VERSION
from web.console.forms.sent import Sent
from web.console.forms.submit import Answer
from web.console.rendering.visit import Visit
from web.console.words.refusals import refusal_text

# The file, and what a form says beside it.
LARGEST_FORM = LARGEST_FILE + 64 * 1024


class PictureForm(Struct, frozen=True):
    """Of what is ``shown`` (an id). ``draw`` draws the page with a sentence about a file that was refused;
    ``then`` is where a success leads, but for what is ``done``."""

    visit: Visit
    shown: str
    shape: Shape
    draw: Callable[[str], Awaitable[Response[str]]]
    then: str

    async def change(self) -> Answer:
        require_role(self.visit.operator.role, "picture.change")
        form: Any = await self.visit.request.form()
        file, version = form.get("picture"), Sent.of(form).number(VERSION)
        content = await file.read() if isinstance(file, UploadFile) else b""
        try:
            await self._use(await make_picture(content, self.shape), version)
        except (Invalid, Conflict) as refusal:
            return await self.draw(refusal_text(refusal.detail))
        return Redirect(f"{self.then}?done=picture", status_code=303)

    async def remove(self) -> Answer:
        version = Sent.of(await self.visit.request.form()).number(VERSION)

        async def work(office: BackOffice) -> None:
            await office.pictures.remove(self.shown, expected_version=version)

        try:
            await self.visit.arrange(work)
        except (Invalid, Conflict) as refusal:
            return await self.draw(refusal_text(refusal.detail))
        return Redirect(f"{self.then}?done=no-picture", status_code=303)

    async def _use(self, picture: EncodedPicture, version: int) -> None:
        async def work(office: BackOffice) -> None:
            await office.pictures.change(self.shown, picture, expected_version=version)

        await self.visit.arrange(work)
