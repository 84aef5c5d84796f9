"""What businesses of a trade usually offer: names in all our languages, lengths, what has to be asked, and
until when it is booked and cancelled.
Prices and facts are the owner's to say: none are made up."""

from collections.abc import Sequence

from msgspec import Struct

from booking_core.catalogue.services.booking_questions import TEXT, YES_NO
from web.console.rendering.typed_lengths import DAY, HOUR
from web.console.words.translate import N_


class Asked(Struct, frozen=True):
    """A question that has to be answered, or may be; ``sensitive`` ones only the business sees."""

    key: str
    label: str
    kind: str = TEXT
    required: bool = False
    sensitive: bool = False


class Offered(Struct, frozen=True):
    """A service with its lengths in minutes; ``capacity`` is how many come at once."""

    name: str
    minutes: tuple[int, ...]
    capacity: int = 1
    asks: tuple[Asked, ...] = ()


class Trade(Struct, frozen=True):
    """``notice_min`` is how long before its start something is booked at the latest, ``cutoff_min`` how long
    before it is cancelled or moved, in minutes: what is usual, and the owner changes."""

    slug: str
    name: str
    services: Sequence[Offered]
    notice_min: int
    cutoff_min: int


ALLERGY = Asked("allergy", N_("Have you ever reacted to hair colour?"), sensitive=True)
FIRST_VISIT = Asked("first_visit", N_("Is this your first visit?"), YES_NO)
ANIMAL = Asked("animal", N_("What kind of animal is it, and what is its name?"), required=True)
CAR = Asked("car", N_("Which car is it: make, model and year?"), required=True)
COMPLAINT = Asked("complaint", N_("What should we look at?"), sensitive=True)
REFERRAL = Asked("referral", N_("Do you have a prescription?"), YES_NO, sensitive=True)
SUBJECT = Asked("subject", N_("Which subject and which class?"), required=True)
PEOPLE = Asked("people", N_("How many people will be in the pictures?"))
MATTER = Asked("matter", N_("What is it about?"))

TRADES = (
    Trade(
        "hair",
        N_("Hair salon"),
        [
            Offered(N_("Women’s haircut"), (60,)),
            Offered(N_("Men’s haircut"), (30,)),
            Offered(N_("Children’s haircut"), (30,)),
            Offered(N_("Colour"), (120,), asks=(ALLERGY,)),
            Offered(N_("Blow-dry"), (30,)),
            Offered(N_("Beard trim"), (20,)),
        ],
        notice_min=2 * HOUR,
        cutoff_min=DAY,
    ),
    Trade(
        "dentist",
        N_("Dental practice"),
        [
            Offered(N_("Check-up"), (30,), asks=(FIRST_VISIT,)),
            Offered(N_("Dental cleaning"), (60,)),
            Offered(N_("Toothache"), (30,), asks=(COMPLAINT,)),
            Offered(N_("Consultation"), (30,), asks=(FIRST_VISIT,)),
        ],
        notice_min=2 * HOUR,
        cutoff_min=DAY,
    ),
    Trade(
        "physiotherapy",
        N_("Physiotherapy"),
        [
            Offered(N_("First assessment"), (45,), asks=(REFERRAL, COMPLAINT)),
            Offered(N_("Physiotherapy session"), (30, 45)),
            Offered(N_("Massage"), (30, 60)),
            Offered(N_("Manual therapy"), (30,)),
        ],
        notice_min=4 * HOUR,
        cutoff_min=DAY,
    ),
    Trade(
        "vet",
        N_("Vet"),
        [
            Offered(N_("Examination"), (20,), asks=(ANIMAL, COMPLAINT)),
            Offered(N_("Vaccination"), (15,), asks=(ANIMAL,)),
            Offered(N_("Follow-up"), (15,), asks=(ANIMAL,)),
            Offered(N_("Claw trim"), (15,), asks=(ANIMAL,)),
        ],
        notice_min=HOUR,
        cutoff_min=4 * HOUR,
    ),
    Trade(
        "tutor",
        N_("Tutor"),
        [
            Offered(N_("Trial lesson"), (45,), asks=(SUBJECT,)),
            Offered(N_("Private lesson"), (60, 90), asks=(SUBJECT,)),
            Offered(N_("Group lesson"), (90,), capacity=4),
        ],
        notice_min=12 * HOUR,
        cutoff_min=DAY,
    ),
    Trade(
        "yoga",
        N_("Yoga studio"),
        [
            Offered(N_("Yoga class"), (75,), capacity=12),
            Offered(N_("Beginners’ class"), (60,), capacity=12),
            Offered(N_("Private lesson"), (60,)),
        ],
        notice_min=HOUR,
        cutoff_min=12 * HOUR,
    ),
    Trade(
        "car",
        N_("Car workshop"),
        [
            Offered(N_("Inspection"), (120,), asks=(CAR,)),
            Offered(N_("Tyre change"), (45,), asks=(CAR,)),
            Offered(N_("Oil change"), (45,), asks=(CAR,)),
            Offered(N_("Diagnosis"), (60,), asks=(CAR, COMPLAINT)),
        ],
        notice_min=DAY,
        cutoff_min=DAY,
    ),
    Trade(
        "photographer",
        N_("Photographer"),
        [
            Offered(N_("Portrait session"), (60,), asks=(PEOPLE,)),
            Offered(N_("Family session"), (90,), asks=(PEOPLE,)),
            Offered(N_("Passport photo"), (15,)),
            Offered(N_("Preliminary talk"), (30,), asks=(MATTER,)),
        ],
        notice_min=DAY,
        cutoff_min=2 * DAY,
    ),
    Trade(
        "consultant",
        N_("Consultant"),
        [
            Offered(N_("First conversation"), (30,), asks=(MATTER,)),
            Offered(N_("Consultation"), (60, 90), asks=(MATTER,)),
            Offered(N_("Follow-up"), (30,)),
        ],
        notice_min=4 * HOUR,
        cutoff_min=DAY,
    ),
)
BY_SLUG = {trade.slug: trade for trade in TRADES}
