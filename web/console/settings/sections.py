"""Every page of the settings, in groups. A page without routes yet is not shown."""

from typing import Any

from litestar.di import NamedDependency

from booking_core.core import BookingCore
from web.console.access.signed_in import SignedIn
from web.console.forms.touched import told
from web.console.rendering.page import PageRequest
from web.console.rendering.visit import Group, SettingsPage, Visit
from web.console.settings import index, locations
from web.console.settings.api_clients import page as api_clients
from web.console.settings.at_once import prices, rules
from web.console.settings.business import logo
from web.console.settings.business import page as business
from web.console.settings.calendars import page as calendars
from web.console.settings.chat import page as chat
from web.console.settings.embed import page as embed
from web.console.settings.embed import previews
from web.console.settings.equipment import page as equipment
from web.console.settings.hours import dates, span_page, week_page
from web.console.settings.hours import page as hours
from web.console.settings.letters import notices, sender, server, words
from web.console.settings.mcp import page as mcp
from web.console.settings.people import page as people
from web.console.settings.privacy import page as privacy
from web.console.settings.questions import page as questions
from web.console.settings.questions import preview as questions_preview
from web.console.settings.services import categories, preview
from web.console.settings.services import page as services
from web.console.settings.start import page as start
from web.console.settings.start import try_it
from web.console.settings.texts import page as texts
from web.console.settings.time_off import page as time_off
from web.console.settings.time_off import repeated
from web.console.settings.unanswered import page as unanswered
from web.console.settings.webhooks import page as webhooks
from web.console.words.translate import N_
from web.settings import Settings

TEAM = SettingsPage("team", N_("Team"), N_("Who may sign in, and what they may do"), "team.list", "/team")
AUDIT = SettingsPage("audit", N_("Audit"), N_("Who changed what, and when"), "audit.read", "/audit")
# Pages of before, whose addresses stay.
ELSEWHERE = {TEAM.slug, AUDIT.slug}
BUSINESS = [business.business_page, business.change_business, logo.change_logo, logo.remove_logo]
HOURS = [
    hours.hours_page,
    week_page.week_page,
    week_page.change_week,
    week_page.draw_as_typed,
    dates.PAGES.router,
    *span_page.ROUTES,
]
START = [start.start_page, start.begin_with_trade, try_it.try_page, try_it.chat_page, try_it.take_back]
SERVICES = [
    *prices.ROUTES,
    *rules.ROUTES,
    services.PAGES.router,
    categories.PAGES.router,
    preview.PREVIEW.router,
    questions.PAGES.router,
    questions_preview.PREVIEW.router,
]
ROUTES_OF: dict[str, list[Any]] = {
    start.PAGE.slug: START,
    business.PAGE.slug: BUSINESS,
    hours.PAGE.slug: HOURS,
    notices.PAGE.slug: [notices.notices_page, notices.change_notices],
    sender.PAGE.slug: [sender.sender_page, sender.change_sender, *server.ROUTES],
    words.PAGE.slug: words.ROUTES,
    embed.PAGE.slug: [embed.embed_page, embed.change_embed, *previews.ROUTES],
    time_off.PAGE.slug: [time_off.PAGES.router, repeated.PAGES.router],
    services.PAGE.slug: SERVICES,
    **{
        one.PAGE.slug: one.ROUTES
        for one in (
            locations,
            people,
            equipment,
            chat,
            unanswered,
            calendars,
            api_clients,
            webhooks,
            mcp,
            privacy,
            texts,
        )
    },
}


def _group(name: str, *pages: SettingsPage) -> Group:
    return Group(name, [one for one in pages if one.slug in ELSEWHERE or ROUTES_OF[one.slug]])


EVERY_GROUP = [
    one
    for one in (
        _group(
            N_("Business"),
            start.PAGE,
            business.PAGE,
            locations.PAGE,
            services.PAGE,
            people.PAGE,
            equipment.PAGE,
            hours.PAGE,
            time_off.PAGE,
        ),
        _group(N_("Chat"), chat.PAGE, unanswered.PAGE, embed.PAGE),
        _group(N_("Connections"), calendars.PAGE, api_clients.PAGE, webhooks.PAGE, mcp.PAGE),
        _group(N_("Emails"), notices.PAGE, words.PAGE, sender.PAGE, texts.PAGE),
        _group(N_("Administration"), TEAM, privacy.PAGE, AUDIT),
    )
    if one.pages
]
ROUTES = [index.settings_index, told.told_page, *(route for routes in ROUTES_OF.values() for route in routes)]


def settings_visit(
    request: PageRequest,
    core: NamedDependency[BookingCore],
    operator: NamedDependency[SignedIn],
    settings: NamedDependency[Settings],
) -> Visit:
    """The dependency ``visit``."""
    return Visit(request, core, operator, settings, EVERY_GROUP)
