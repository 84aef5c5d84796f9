"""Services: what can be booked, what it costs, who does it, and what it asks."""

from litestar import Response, Router, get
from litestar.di import NamedDependency
from msgspec import UNSET, Struct, UnsetType

from booking_core.access.scopes import Scope
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.locations import Location
from booking_core.catalogue.quotes import ListedPrice, price_list, quote
from booking_core.catalogue.resources import STAFF
from booking_core.catalogue.services.booking_questions import BookingQuestion
from booking_core.catalogue.services.prices import PriceQuote
from booking_core.catalogue.services.services import Service
from booking_core.desk import Desk
from web.api.api_request import ApiRequest, json_response
from web.api.catalogue.pictures import url_of
from web.api.description.operations import Operation
from web.api.values.fields import Id
from web.api.values.money import MoneyView
from web.api.values.pages import PageQuery, page_of
from web.api.values.slots import StaffView


class PolicyView(Struct, frozen=True):
    """Until how many minutes before the start it may be cancelled or moved, and whether the business has to
    agree first."""

    cancellation_cutoff_min: int
    reschedule_cutoff_min: int
    requires_approval: bool = False

    @classmethod
    def of(cls, policy: dict[str, int | bool]) -> "PolicyView":
        """Of the terms as they are kept; older ones may lack a word."""
        return cls(
            cancellation_cutoff_min=int(policy.get("cancellation_cutoff_min", 0)),
            reschedule_cutoff_min=int(policy.get("reschedule_cutoff_min", 0)),
            requires_approval=bool(policy.get("requires_approval", False)),
        )


class QuestionView(Struct, frozen=True):
    """Answer it in `answers` of a confirm, under its `key`. `kind` is `text`, `choice` or `yes_no`. Of a
    choice give one of `choices`, which stay the same; `choice_labels` says what each is called."""

    key: str
    label: str
    kind: str
    choices: list[str]
    required: bool
    sensitive: bool
    choice_labels: dict[str, str]

    @classmethod
    def of(cls, question: BookingQuestion) -> "QuestionView":
        return cls(
            question.key,
            question.label,
            question.kind,
            list(question.choices),
            question.required,
            question.sensitive,
            question.options,
        )


class PriceView(Struct, frozen=True):
    """What one length costs; without a price, the business says. `is_from`: the least; the business says
    "from", or it depends on the place or the person."""

    duration_min: int
    price: MoneyView | None
    is_from: bool = False

    @classmethod
    def of(cls, duration_min: int, quote: PriceQuote) -> "PriceView":
        return cls(duration_min, MoneyView.of(quote.money), quote.is_from)


class ListedPriceView(Struct, frozen=True):
    """What a length costs at a place: with anybody (no `staff_id`), or with somebody with whom it costs
    something else."""

    location_id: str
    duration_min: int
    staff_id: str | None
    price: MoneyView | None
    is_from: bool

    @classmethod
    def of(cls, listed: ListedPrice) -> "ListedPriceView":
        price = MoneyView.of(listed.price.money)
        return cls(listed.location_id, listed.duration_min, listed.staff_id, price, listed.price.is_from)


class CategoryView(Struct, frozen=True):
    id: str
    name: str


class ServiceStaffView(StaffView, frozen=True):
    """Somebody who does a service, and where."""

    picture_url: str | None
    location_ids: list[str]

    @classmethod
    def all_of(cls, service: Service, catalogue: Catalogue, public_url: str) -> "list[ServiceStaffView]":
        """Everybody who does it, with the places where they do."""
        return [
            cls(
                one.id,
                one.name,
                url_of(public_url, catalogue.organization.id, one.picture),
                [place.id for place in catalogue.places_with(service.id, one.id)],
            )
            for one in catalogue.resources_of.get(service.id, ())
            if one.kind == STAFF
        ]


class ServiceView(Struct, frozen=True):
    """`durations_min` are the lengths it comes in, the usual one first, and `duration_names` says what some
    of them are called, by their minutes; `price` is that of `duration_min`, and `prices` has them all, at the
    `location_id` that was asked for or at any; where `price_is_from`, it is the least: say "from".
    `price_list` has every price by place and person. `capacity` above 1 is a class with that many places.
    """

    id: str
    name: str
    description: str
    aliases: list[str]
    durations_min: list[int]
    duration_names: dict[str, str]
    duration_min: int
    price: MoneyView | None
    prices: list[PriceView]
    capacity: int
    slot_step_min: int
    buffer_before_min: int
    buffer_after_min: int
    min_notice_min: int
    booking_window_days: int
    policy: PolicyView
    questions: list[QuestionView]
    location_ids: list[str]
    staff: list[ServiceStaffView]
    price_is_from: bool
    price_list: list[ListedPriceView]
    category: CategoryView | None
    picture_url: str | None

    @classmethod
    def of(
        cls, service: Service, catalogue: Catalogue, public_url: str, place: Location | None = None
    ) -> "ServiceView":
        """At a place, or at any. ``public_url`` is where we are found."""
        business, category = catalogue.organization.id, catalogue.categories.get(service.category_id or "")
        prices = [PriceView.of(one, quote(catalogue, service, one, place)) for one in service.durations]
        return cls(
            id=service.id,
            name=service.name,
            description=service.description,
            aliases=list(service.aliases),
            durations_min=list(service.durations),
            duration_names=dict(service.duration_names or {}),
            duration_min=service.duration_min,
            price=prices[0].price,
            prices=prices,
            price_is_from=prices[0].is_from,
            category=CategoryView(category.id, category.name) if category else None,
            picture_url=url_of(public_url, business, service.picture),
            price_list=[ListedPriceView.of(one) for one in price_list(catalogue, service)],
            capacity=service.capacity,
            slot_step_min=service.slot_step_min,
            buffer_before_min=service.buffer_before_min,
            buffer_after_min=service.buffer_after_min,
            min_notice_min=service.min_notice_min,
            booking_window_days=service.booking_window_days,
            policy=PolicyView.of(service.policy()),
            questions=[QuestionView.of(one) for one in catalogue.questions_of.get(service.id, ())],
            location_ids=[location.id for location in catalogue.locations_of(service.id)],
            staff=ServiceStaffView.all_of(service, catalogue, public_url),
        )


class ServiceList(Struct, frozen=True):
    items: list[ServiceView]
    next_page_token: str | None


class ServiceQuery(PageQuery, frozen=True, forbid_unknown_fields=True):
    """With `location_id`, only what is offered there."""

    location_id: Id | UnsetType = UNSET


LIST = Operation(
    name="list_services",
    summary="What can be booked",
    scope=Scope.ORG_READ,
    query=ServiceQuery,
    answer=ServiceList,
    refusals=("not_found",),
)


@get("/", opt=LIST.opt)
async def list_services(door: NamedDependency[ApiRequest]) -> Response[bytes]:
    query = door.query(ServiceQuery)

    async def work(desk: Desk) -> ServiceList:
        location_id = None if query.location_id is UNSET else query.location_id
        offered = {one.id for one in desk.list_services(location_id)}
        items, following = page_of(desk.catalogue.every(Service), query, lambda one: one.id in offered)
        place = desk.catalogue.locations.get(location_id or "")
        views = [ServiceView.of(one, desk.catalogue, door.public_url, place) for one in items]
        return ServiceList(views, following)

    return json_response(await door.look(work))


ROUTER = Router("/services", route_handlers=[list_services])
