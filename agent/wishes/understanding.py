"""What one message of a customer says: services, people, times, contact details, choices and questions.
Pure."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from msgspec import structs

from agent.assent import plain_answer, shows_interest
from agent.contact_lines import Contact, without
from agent.contact_lines.given_contact import given_contact
from agent.conversation.choices import Offer
from agent.conversation.places import zones_of
from agent.languages import words_in
from agent.languages.language import Words
from agent.languages.patterns.compiled import compiled
from agent.mentions.beyond_one.finding import only_mentions_others
from agent.mentions.moves import is_moved
from agent.mentions.names.people import named_people_in
from agent.mentions.names.services import named_services_in, services_by_slip, services_in
from agent.mentions.offsets import without_offset
from agent.mentions.pasted_code import without_code
from agent.mentions.sad_news import without_news
from agent.mentions.sizes.lengths import is_length_named, length_in, lengths_to_choose
from agent.mentions.sizes.people_counted import party_beside_time, party_in
from agent.mentions.staffing import Staffing, asks_for_presence, staffing_in
from agent.turn_context import TurnContext
from agent.when import When
from agent.when.corrections import parts_after_corrections
from agent.wishes.choices import matching_offer, position_among
from agent.wishes.intents import intent_in, topic_in, without_booking_codes
from agent.wishes.parsed_message import ParsedMessage
from agent.wishes.place import clock_meant, places_named
from agent.wishes.spoken_times import read_times, with_clocks
from agent.wishes.strangers import stranger_in
from agent.wishes.unclear_days import read_when, resolve_day, without_past_day
from booking_core.catalogue.resources import Resource
from booking_core.catalogue.services.services import Service
from booking_core.time.wall_clock import zone


def parse_message(
    context: TurnContext, shown: Sequence[Offer], *, is_asked_for_contact: bool = False
) -> ParsedMessage:
    """Read a message. ``shown`` are the times now on the screen, which "the second one" or "10:30" may pick
    from; ``is_asked_for_contact`` where it may be the answer to "your name, and how can we reach you?"."""
    contact = read_contact(context, is_asked=is_asked_for_contact)
    if is_asked_for_contact and contact.name is None and not contact.day_or_name:
        contact = _with_name_beside_time(context, contact)
    if contact.day_or_name and (context.pressed is not None or context.is_day_meant):
        contact = Contact()  # They were asked, and it is the day.
    if contact.name and not (contact.email or contact.phone) and _is_no_name(context):
        contact = Contact()
    if is_asked_for_contact and (contact.is_whole or contact.day_or_name):
        # The answer to the question, and nothing else: its words are names, whatever else they mean
        # elsewhere.
        return ParsedMessage(contact=contact)
    words, lowered = words_in(context.locale), context.text.casefold().replace("’", "'")
    return structs.replace(
        _parse_wish(context, shown, contact, words, lowered),
        intent=intent_in(words, without_booking_codes(context.text)),
        topic=topic_in(words, lowered),
        asks_presence=asks_for_presence(lowered),
        instead=bool(compiled(words.instead).search(lowered)),
        more=bool(compiled(words.more).search(lowered)),
        contact=contact,
        answer=plain_answer(context.text, words.tag) or _interest(context, words),
    )


def _with_name_beside_time(context: TurnContext, contact: Contact) -> Contact:
    """ "Dana Levi on Thursday at three": a name of several words, with nothing beside it but a time."""
    text = without(context.text, *contact.written)
    spans = read_when(context, text).spans
    for span in sorted(spans, key=lambda one: -one.start):
        text = f"{text[: span.start]}\n{text[span.end :]}"
    told = _contact_given(context, text, is_asked=True) if spans else Contact()
    if not told.is_whole or " " not in (told.name or ""):
        return contact
    return structs.replace(contact, name=told.name, written=(*contact.written, told.name or ""))


def _interest(context: TurnContext, words: Words) -> str | None:
    """ "Why not" goes along with what is offered; what is summed up needs a plain yes."""
    is_offer = context.state.summary is None and context.answer is None
    return "agree" if is_offer and shows_interest(context.text, words.tag) else None


def _is_no_name(context: TurnContext) -> bool:
    """ "Auf Donnerstag", where something is moved there, and "zu dritt"."""
    words, spans = words_in(context.locale), read_when(context, context.text).spans
    if party_beside_time(context.text.casefold(), words) is not None:
        return True
    return bool(spans) and is_moved(context.text, spans, words.tag)


def _parse_wish(
    context: TurnContext, shown: Sequence[Offer], contact: Contact, words: Words, lowered: str
) -> ParsedMessage:
    """What is wanted, where, of whom and when, and which of the times on the screen."""
    heard = without(context.text, *contact.written)
    plain = with_clocks(without_code(without_news(heard, words.tag)), words.tag)
    lowered = without_offset(lowered, words.tag)  # "An hour later" is no length, and counts nobody.
    parts = parts_after_corrections(plain, words.tag)
    services = _services(context, parts)
    service = services[0] if len(services) == 1 else service_in_mind(context)
    party = _party(context, words, lowered, service)
    staffing, perhaps = _without_doubt(context, _staffing(context, parts, words), parts)
    places = places_named(context, plain)
    when, spoken_zone = _times(context, plain, words, party, clock_meant(context, services, staffing, places))
    wished, told = context.state.draft.when.dates, without(plain, " ").casefold()
    place = position_among(lowered, words, when, shown, wished)
    picked = position_among(told, words, when, shown, wished)
    when = resolve_day(context, plain, when, None if shown else place)
    chosen = matching_offer(told, when, shown, picked)
    return ParsedMessage(
        services=services,
        staffing=staffing,
        perhaps=perhaps,
        stranger=stranger_in(context.catalogue, heard, words.tag),
        places=places,
        party_size=party,
        length_min=length_in(lowered, service, words),
        lengths=lengths_to_choose(lowered, service),
        when=when,
        elsewhere={} if spoken_zone else _elsewhere(context, plain, words, party, when),
        zone=spoken_zone,
        chosen=chosen if not contact.written else None,
        place_in_list=place,
        too_far_down=bool(shown) and place is not None and place >= len(shown),
    )


def _services(context: TurnContext, parts: Sequence[str]) -> tuple[Service, ...]:
    """Those of the last part that names any: whatever was named before it was taken back."""
    two = context.two_services
    if two is not None and two.first:
        return (two.first,)
    if any(is_length_named(part, service_in_mind(context)) for part in parts):
        return ()  # "Long hair", as a length is called, is no haircut.
    for part in parts:
        if named := named_services_in(context.catalogue, part):
            return tuple(named)
        if near := services_by_slip(context.catalogue, part):
            return _with_service_in_mind(context, near)
    return ()


def _with_service_in_mind(context: TurnContext, near: Sequence[Service]) -> tuple[Service, ...]:
    """What only nearly has the name of a service replaces none that was chosen: both are asked about."""
    chosen = context.catalogue.services.get(context.state.draft.service_id or "")
    return tuple(dict.fromkeys((chosen, *near) if chosen is not None else near))


def _staffing(context: TurnContext, parts: Sequence[str], words: Words) -> Staffing:
    told = (staffing_in(context.catalogue, part, words) for part in parts)
    return next((one for one in told if one != Staffing()), Staffing())


def _without_doubt(
    context: TurnContext, staffing: Staffing, parts: Sequence[str]
) -> tuple[Staffing, Resource | None]:
    """Somebody whose name is only nearly said is asked about where somebody else is chosen, and takes no
    place before."""
    wanted, chosen = staffing.wanted, person_in_mind(context)
    if wanted is None or chosen is None or chosen is wanted:
        return staffing, None
    if any(named_people_in(context.catalogue, part) for part in parts):
        return staffing, None
    return Staffing(), wanted


def person_in_mind(context: TurnContext) -> Resource | None:
    """Who does what is held, else who is wanted so far."""
    held = context.state.held_offer
    staff_id = (held.staff_id if held else None) or context.state.draft.staff_id
    return context.catalogue.resources.get(staff_id or "")


def service_in_mind(context: TurnContext) -> Service | None:
    """The one that is wanted, else that of the appointment there is while nothing else is arranged."""
    situation, wanted = context.situation, context.state.draft.service_id
    if wanted is None and situation.stands_alone and situation.latest is not None:
        wanted = situation.latest.service_id
    return context.catalogue.services.get(wanted or "")


def _party(context: TurnContext, words: Words, lowered: str, service: Service | None) -> int | None:
    """How many come; nobody is counted where others are only mentioned."""
    party = party_in(lowered, words, is_group=service is not None and service.is_group)
    if party is None and _is_time_known(context):
        party = party_beside_time(lowered, words)
    is_mention = party is not None and only_mentions_others(context.text, context.locale, context.catalogue)
    return None if is_mention else party


def _is_time_known(context: TurnContext) -> bool:
    """Whether one hour of one day is wanted or kept."""
    when = context.state.draft.when
    is_exact = len(when.dates) == 1 and len(when.times) == 1 and when.times[0].first == when.times[0].last
    return context.state.held_offer is not None or is_exact


def _times(
    context: TurnContext, plain: str, words: Words, party: int | None, clock: ZoneInfo
) -> tuple[When, str | None]:
    """The times of a message, and the clock they are told by where it is another than ``clock``."""
    if party is not None and party == party_beside_time(plain.casefold(), words):
        return When(), None
    when, spoken_zone = read_times(context, plain, words, party, clock)
    two = context.two_services
    if two is not None and two.first_words:
        # The time of the second is no time of the first.
        own = read_times(context, two.first_words, words, party, clock)[0]
        when = when if own.is_empty else own
    if when.problems and not (context.state.draft.service_id or services_in(context.catalogue, plain)):
        when = without_past_day(when)
    return when, spoken_zone


def read_contact(context: TurnContext, *, is_asked: bool) -> Contact:
    """The name, e-mail address and phone number in a message; ``is_asked`` when they were asked for."""
    return _contact_given(context, context.text, is_asked=is_asked)


def _contact_given(context: TurnContext, text: str, *, is_asked: bool) -> Contact:
    return given_contact(
        context.catalogue,
        text,
        context.locale,
        is_asked=is_asked,
        countries=context.phone_countries,
    )


def _elsewhere(
    context: TurnContext, plain: str, words: Words, party: int | None, when: When
) -> dict[str, When]:
    """By zone, what the same words mean on the clock of another place, where that is not the same day and
    hour."""
    others = [one for one in zones_of(context.catalogue) if one != when.zone]
    if not others or when.is_empty or context.state.draft.zone is not None:
        return {}
    told = {
        one: structs.replace(read_times(context, plain, words, party, zone(one))[0], spans=())
        for one in others
    }
    is_same = all(read == structs.replace(when, zone=one, spans=()) for one, read in told.items())
    return {} if is_same else told
