"""The hosted page of a business that is not there, for whoever follows an old or broken link."""

from typing import Any

from babel import Locale
from litestar import Request, Response
from litestar.enums import MediaType

from booking_core.errors import NotFound
from web.chat.pages.languages import language_of, preferred_language
from web.problems import refusal_response

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
    '<!doctype html><html lang="{lang}" dir="{dir}"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title></head>'
    "<body><main><h1>{title}</h1><p>{hint}</p></main></body></html>"
)


def not_found_page(request: Request[Any, Any, Any], refusal: NotFound) -> Response[Any]:
    """A page to browsers, the problem to programs."""
    if "text/html" not in request.headers.get("Accept", ""):
        return refusal_response(request, refusal)
    wanted = request.query_params.get("lang") or preferred_language(
        request.headers.get("Accept-Language", "")
    )
    language = language_of(wanted or "en")
    page = PAGE.format(
        lang=language,
        dir=Locale.parse(language).text_direction,
        title=TITLE[language],
        hint=HINT[language],
    )
    return Response(page, status_code=404, media_type=MediaType.HTML, headers=HEADERS)
