"""Each verb of what connects a business with programs and models, used on what is not there."""

from collections.abc import Awaitable, Callable
from typing import Any

from booking_core.api_clients.arrange import (
    ApiClientRequest,
    create_client,
    find_client,
    limit_bookings,
    list_clients,
    revoke_client,
    rotate_client_secret,
)
from booking_core.chat_models.arrange import (
    add_model,
    change_model,
    choose_models,
    list_models,
    model_to_try,
    remove_model,
    reorder_models,
)
from booking_core.chat_models.model_choice import ModelChoice, ModelPlace
from booking_core.desk import Desk
from booking_core.mail_servers.arrange import read_server, remove_server, server_to_test, set_server
from booking_core.mail_servers.server_choice import ServerChoice, ServerPlace
from booking_core.text_providers.arrange import (
    provider_to_test,
    read_provider,
    remove_provider,
    set_provider,
)
from booking_core.text_providers.provider_choice import ProviderChoice, TextPlace
from booking_core.webhooks.courier import DeliveryOutcome
from booking_core.webhooks.delivery_log import deliveries_to, redeliver
from booking_core.webhooks.subscriptions import (
    add_endpoint,
    change_events,
    endpoint_of,
    endpoints_of,
    record_test,
    remove_endpoint,
    rotate_secret,
)
from web.secrets.sealing import mail_password_seal, model_key_seal, text_seal, webhook_seal

SECRET_KEY = "a key that only the tests know, and long"
SEAL = webhook_seal(SECRET_KEY)
PLACE = ModelPlace(model_key_seal(SECRET_KEY))
TEXTS = TextPlace(text_seal(SECRET_KEY))
SERVERS = ServerPlace(mail_password_seal(SECRET_KEY))
Deed = Callable[[Desk], Awaitable[Any]]


def verbs(client: str = "none", endpoint: str = "none", delivery: str = "none", model: str = "none") -> Any:
    """Each with the name of its verb; what is not there is refused after the role."""
    nothing = ModelChoice("", "")
    yield "api_client.list", list_clients
    yield "api_client.list", lambda at: find_client(at, client)
    yield "api_client.create", lambda at: create_client(at, ApiClientRequest("", ()), key="k")
    yield "api_client.change", lambda at: limit_bookings(at, client, 5)
    yield "api_client.rotate", lambda at: rotate_client_secret(at, client)
    yield "api_client.revoke", lambda at: revoke_client(at, client)
    yield "webhook.list", endpoints_of
    yield "webhook.list", lambda at: endpoint_of(at, endpoint)
    yield "webhook.list", lambda at: deliveries_to(at, endpoint)
    yield "webhook.add", lambda at: add_endpoint(at, "", (), SEAL, frozenset())
    yield "webhook.change", lambda at: change_events(at, endpoint, ["appointment.confirmed"])
    yield "webhook.rotate", lambda at: rotate_secret(at, endpoint, SEAL)
    yield "webhook.remove", lambda at: remove_endpoint(at, endpoint)
    yield "webhook.test", lambda at: record_test(at, endpoint, DeliveryOutcome(204))
    yield "webhook.redeliver", lambda at: redeliver(at, delivery)
    yield "chat_model.list", list_models
    yield "chat_model.add", lambda at: add_model(at, nothing, PLACE)
    yield "chat_model.change", lambda at: change_model(at, model, nothing, PLACE)
    yield "chat_model.change", lambda at: choose_models(at, [nothing], PLACE)
    yield "chat_model.reorder", lambda at: reorder_models(at, [model])
    yield "chat_model.remove", lambda at: remove_model(at, model)
    yield "mail_server.read", read_server
    yield "mail_server.change", lambda at: set_server(at, ServerChoice("", 0, "", ""), SERVERS)
    yield "mail_server.remove", remove_server
    yield "mail_server.test", server_to_test
    yield "text_provider.read", read_provider
    yield "text_provider.change", lambda at: set_provider(at, ProviderChoice("", ""), TEXTS)
    yield "text_provider.remove", remove_provider
    yield "text_provider.test", provider_to_test
    yield "chat_model.try", lambda at: model_to_try(at, PLACE, model_id=model)
