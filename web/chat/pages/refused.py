"""The page instead of the conversation: of a business that is not there, for whoever follows an old or broken
link; and while there is trouble on our side, which looks again by itself."""

from typing import Any

from babel import Locale
from litestar import Request, Response
from litestar.enums import MediaType
from psycopg import Error as DriverError
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from agent.languages.texts.refusals import sentence_for_refusal
from booking_core.errors import NotFound, Refusal, Unavailable
from web.chat.pages.languages import language_of, preferred_language
from web.problems import error_response, outage_of, refusal_response, status_of

TITLE = {
    "en": "There is no such page",
    "de": "Diese Seite gibt es nicht",
    "fr": "Cette page n’existe pas",
    "es": "Esta página no existe",
    "it": "Questa pagina non esiste",
    "he": "הדף הזה לא קיים",
    "ar": "هذه الصفحة غير موجودة",
}
HINT = {
    "en": "Is the address complete? The business that gave it to you has the right one.",
    "de": "Ist die Adresse vollständig? Das Geschäft, von dem Sie sie haben, kennt die richtige.",
    "fr": "L’adresse est-elle complète ? L’établissement qui vous l’a donnée connaît la bonne.",
    "es": "¿Está completa la dirección? El negocio que se la dio tiene la correcta.",
    "it": "L’indirizzo è completo? L’attività che gliel’ha dato ha quello giusto.",
    "he": "האם הכתובת שלמה? הכתובת הנכונה נמצאת אצל העסק שנתן לכם אותה.",
    "ar": "هل العنوان كامل؟ العنوان الصحيح لدى الجهة التي أعطتك إياه.",
}
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'",
    "Vary": "Accept, Accept-Language",
}
PAGE = (
    '<!doctype html><html lang="{lang}" dir="{dir}"><head><meta charset="utf-8">{again}'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title></head>'
    "<body><main><h1>{title}</h1><p>{hint}</p></main></body></html>"
)
# A customer waits longer than a program, and looks again by themselves after that.
LOOKS_AGAIN_S = 5


def page_of_refusal(request: Request[Any, Any, Any], refusal: Refusal) -> Response[Any]:
    """A page to browsers, the problem to programs."""
    if "text/html" not in request.headers.get("Accept", ""):
        return refusal_response(request, refusal)
    wanted = request.query_params.get("lang") or preferred_language(
        request.headers.get("Accept-Language", "")
    )
    language = language_of(wanted or "en")
    is_lost = isinstance(refusal, NotFound)
    pause = refusal.retry_after_s or LOOKS_AGAIN_S
    page = PAGE.format(
        lang=language,
        dir=Locale.parse(language).text_direction,
        title=TITLE[language] if is_lost else sentence_for_refusal(language, refusal),
        hint=HINT[language] if is_lost else "",
        again="" if is_lost else f'<meta http-equiv="refresh" content="{pause}">',
    )
    headers = HEADERS if is_lost else {**HEADERS, "Retry-After": str(pause)}
    return Response(page, status_code=status_of(refusal), media_type=MediaType.HTML, headers=headers)


def page_of_outage(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    """The same of trouble with PostgreSQL."""
    outage = outage_of(request, error)
    return error_response(request, error) if outage is None else page_of_refusal(request, outage)


PAGES_OF_REFUSALS: Any = {
    **dict.fromkeys((NotFound, Unavailable), page_of_refusal),
    **dict.fromkeys((DBAPIError, PoolTimeout, DriverError), page_of_outage),
}
