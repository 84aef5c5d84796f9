"""The style sheet that places things on the agenda: a page without inline styles names its rows by
classes."""

from functools import cache

from litestar import Response, get
from litestar.datastructures import CacheControlHeader

from web.console.agenda.day_plan import MOST_ROWS

# The rules change only with the release that changes them; the address carries this number.
EDITION = 1
ADDRESS = f"/console/agenda/grid.css?v={EDITION}"


@get(
    "/agenda/grid.css",
    cache_control=CacheControlHeader(public=True, max_age=365 * 24 * 60 * 60, immutable=True),
)
async def grid_sheet() -> Response[str]:
    """``from-N`` begins in row N, counted from 0; ``for-N`` takes N rows. The same for everybody."""
    return Response(_sheet(), media_type="text/css")


@cache
def _sheet() -> str:
    begins = (f".from-{row}{{grid-row-start:{row + 1}}}" for row in range(MOST_ROWS + 1))
    lasts = (f".for-{rows}{{grid-row-end:span {rows}}}" for rows in range(1, MOST_ROWS + 1))
    return "\n".join((*begins, *lasts))
