"""The Management API: a business is arranged by programs, through the verbs of the back office."""

from litestar import Router

from web.api.manage import business, hours, nouns, pictures

ROUTER = Router("/manage", route_handlers=[*business.ROUTES, *pictures.ROUTES, hours.ROUTER, *nouns.ROUTERS])
