"""django-appointment on a database of its own; run by ``bench.beside`` with the Python of a throw-away
environment.

Told by environment variables, tells one line of JSON: what a day of free times costs, and who got one time
that many wanted.
"""
# mypy: ignore-errors
# ruff: noqa: E402

import json
import logging
import os
import statistics
import threading
import time
from datetime import date, timedelta
from datetime import time as wall_time
from urllib.parse import urlsplit

import django
from django.conf import settings

ADDRESS = urlsplit(os.environ["BESIDE_DATABASE"])
DAY = date.fromisoformat(os.environ["BESIDE_DAY"])
HISTORY, LOOKS, CUSTOMERS = (int(os.environ[f"BESIDE_{name}"]) for name in ("HISTORY", "LOOKS", "CUSTOMERS"))
LASTS = timedelta(minutes=45)
NINE, END = wall_time(9), wall_time(9, 45)

settings.configure(
    SECRET_KEY="bench",
    ALLOWED_HOSTS=["*"],
    USE_TZ=True,
    TIME_ZONE="Europe/Berlin",
    ROOT_URLCONF=__name__,
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    EMAIL_BACKEND="django.core.mail.backends.dummy.EmailBackend",
    LOGGING_CONFIG=None,
    INSTALLED_APPS=[
        "django.contrib.admin",
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "django.contrib.messages",
        "django.contrib.staticfiles",
        "appointment",
    ],
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
    ],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "OPTIONS": {
                "context_processors": [
                    "django.template.context_processors.request",
                    "django.contrib.auth.context_processors.auth",
                    "django.contrib.messages.context_processors.messages",
                ]
            },
        }
    ],
    STATIC_URL="/static/",
    # The package brings no migrations: its tables are made from its models, and so are those they refer to.
    MIGRATION_MODULES=dict.fromkeys(("admin", "auth", "contenttypes", "sessions", "appointment")),
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": ADDRESS.path[1:],
            "USER": ADDRESS.username,
            "PASSWORD": ADDRESS.password,
            "HOST": ADDRESS.hostname,
            "PORT": ADDRESS.port,
            "CONN_MAX_AGE": 600,
        }
    },
)
django.setup()
# It tells of every step; nobody reads it here.
logging.disable(logging.CRITICAL)

from appointment.models import Appointment, AppointmentRequest, Service, StaffMember, WorkingHours
from appointment.services import get_available_slots_for_staff
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import include, path

urlpatterns = [path("", include("appointment.urls", namespace="appointment"))]


def main():
    call_command("migrate", run_syncdb=True, verbosity=0)
    service, person, customers = make()
    fill(service, person, customers[0])
    print(json.dumps({**look(service, person), **storm(service, person, customers)}))


def make():
    users = get_user_model().objects
    service = Service.objects.create(name="Haircut", duration=LASTS, price=45)
    person = StaffMember.objects.create(
        user=users.create_user("dana", "dana@example.com"),
        slot_duration=15,
        lead_time=NINE,
        finish_time=wall_time(17),
    )
    person.services_offered.add(service)
    for day in range(7):
        WorkingHours.objects.create(
            staff_member=person, day_of_week=day, start_time=NINE, end_time=wall_time(17)
        )
    customers = [
        users.create_user(f"c{one}", f"c{one}@example.com", first_name="C") for one in range(CUSTOMERS)
    ]
    return service, person, customers


def fill(service, person, customer):
    """So many appointments, three a day, in both directions; the day itself has its three in the
    afternoon."""
    requests = [
        AppointmentRequest(
            date=DAY + timedelta(days=one // 3 - HISTORY // 6),
            start_time=wall_time(13 + one % 3),
            end_time=wall_time(13 + one % 3, 45),
            service=service,
            staff_member=person,
            id_request=str(one),
        )
        for one in range(HISTORY)
    ]
    kept = AppointmentRequest.objects.bulk_create(requests, batch_size=2000)
    Appointment.objects.bulk_create(
        [
            Appointment(client=customer, appointment_request=one, phone="+4930123456", address="-")
            for one in kept
        ],
        batch_size=2000,
    )
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def look(service, person):
    weekday = (DAY.weekday() + 1) % 7
    compute, whole = [], []
    for number in range(-10, LOOKS):
        begun, worked = time.perf_counter(), time.process_time()
        slots = get_available_slots_for_staff(DAY, person, weekday, service=service)
        if number >= 0:
            compute.append(time.process_time() - worked)
            whole.append(time.perf_counter() - begun)
    with CaptureQueriesContext(connection) as ran:
        get_available_slots_for_staff(DAY, person, weekday, service=service)
    return {
        "compute_ms": statistics.median(compute) * 1000,
        "whole_ms": statistics.median(whole) * 1000,
        "statements": len(ran),
        "slots": len(slots),
    }


def storm(service, person, customers):
    """Each customer in a browser of their own, through the pages: the time first, then who they are; all at
    the same moment."""
    gate, begun = threading.Barrier(len(customers)), time.perf_counter()
    threads = [
        threading.Thread(target=book, args=(customer, service, person, gate)) for customer in customers
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    booked = Appointment.objects.filter(
        appointment_request__date=DAY, appointment_request__start_time=NINE
    ).count()
    return {"booked": booked, "storm_s": time.perf_counter() - begun}


def book(customer, service, person, gate):
    """From the time to the contact; once everybody has come as far."""
    browser = Client()
    browser.force_login(customer)
    gate.wait()
    asked = browser.post(
        "/request-submit/",
        {
            "date": DAY.isoformat(),
            "start_time": "09:00",
            "end_time": "09:45",
            "service": service.pk,
            "staff_member": person.pk,
        },
    )
    gate.wait()
    browser.post(
        asked.url,
        {
            "name": "Customer",
            "email": customer.email,
            "phone_0": "DE",
            "phone_1": "30123456",
            "address": "-",
            "payment_type": "full",
        },
    )
    connection.close()


main()
