"""Trying a model, and reading which models there are, from the form as it is filled in and before anything is
saved."""

from litestar import Response, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from agent.llm.trial.conversation import try_model
from agent.llm.trial.result import FAILURES, TrialResult
from agent.models.endpoint import Endpoint
from agent.models.guarded_transport import GuardedTransport
from agent.models.model_list import list_offered_models
from agent.models.own import endpoint_of
from agent.models.protocol import ModelFailed
from booking_core.errors import Conflict, Invalid
from web.console.access.headers import KEEP_FOR_BACK
from web.console.forms.form import FormState
from web.console.forms.sent import Sent, read_sent
from web.console.rendering.visit import Visit
from web.console.settings.chat.model_form import draw_model, form, kept_model, model_in, place_of, without_key
from web.console.settings.chat.verdicts import told_verdict
from web.console.words.translate import gettext
from web.server.rate_limits import count_request, too_fast

# In a minute, for all models of an organization: each trial is some requests to somebody else's machine.
MOST_TRIALS = 10
# The name of a model is not needed to ask which there are.
ANY_NAME = "any"


@post("/settings/chat/models/{model_id:str}/try", status_code=200, cache_control=KEEP_FOR_BACK)
async def try_it(visit: NamedDependency[Visit], model_id: FromPath[str]) -> Response[str]:
    kept, sent = await kept_model(visit, model_id), await read_sent(visit.request)
    state = FormState(form(has_key=bool(kept and kept.sealed_key)), without_key(sent))
    try:
        endpoint = await _endpoint(visit, model_id, sent)
    except (Invalid, Conflict) as refusal:
        return draw_model(visit, model_id, state.with_refusal(refusal))
    allowed = frozenset(visit.settings.private_models)
    transport = GuardedTransport(allowed)
    try:
        result = await try_model(endpoint, visit.core.clock, transport, allowed)
    finally:
        await transport.aclose()
    key_again = bool(sent.text("api_key"))
    return draw_model(visit, model_id, state, tried=result, table=_table(result), key_again=key_again)


@post("/settings/chat/models/{model_id:str}/offered", status_code=200, cache_control=KEEP_FOR_BACK)
async def offer_model(visit: NamedDependency[Visit], model_id: FromPath[str]) -> Response[str]:
    kept, sent = await kept_model(visit, model_id), await read_sent(visit.request)
    has_key = bool(kept and kept.sealed_key)
    named = sent if sent.text("model") else sent.with_texts(["model"], {"model": [ANY_NAME]})
    state = FormState(form(has_key=has_key), without_key(sent))
    try:
        endpoint = await _endpoint(visit, model_id, named)
    except (Invalid, Conflict) as refusal:
        return draw_model(visit, model_id, state.with_refusal(refusal))
    names, problem = await _names(visit, endpoint)
    known = FormState(form(has_key=has_key, offered=names), without_key(sent))
    key_again = bool(sent.text("api_key"))
    return draw_model(visit, model_id, known, offered=names, no_list=problem, key_again=key_again)


async def _names(visit: Visit, endpoint: Endpoint) -> tuple[list[str], str]:
    """The names, or why there are none."""
    transport = GuardedTransport(frozenset(visit.settings.private_models))
    try:
        names = await list_offered_models(endpoint, transport)
    except ModelFailed as failure:
        return [], told_verdict(FAILURES[failure.reason])
    finally:
        await transport.aclose()
    return names, "" if names else gettext("This address tells no list. Please write the name yourself.")


async def _endpoint(visit: Visit, model_id: str, sent: Sent) -> Endpoint:
    """What the form stands for, with its key. Raises ``Invalid``, and whom it is too often for."""
    organization_id = visit.operator.organization_id
    trials = await count_request(visit.core.redis, f"model-trial:{organization_id}", MOST_TRIALS)
    if trials is not None and trials.is_spent:
        raise too_fast(trials)
    kept = await kept_model(visit, model_id)
    chosen = await model_in(visit, model_id, sent, kept)
    endpoint = endpoint_of(chosen, organization_id, place_of(visit.settings).seal)
    if endpoint is None:
        raise Invalid(gettext("The key cannot be read any more. Please give it again."))
    return endpoint


def _table(result: TrialResult) -> list[tuple[str, str]]:
    """Each line of the table, as what was looked at and what came of it."""
    yes_no = {True: gettext("yes"), False: gettext("no"), None: "–"}
    first = "–" if result.first_word_ms is None else f"{result.first_word_ms} ms"
    tokens = result.input_tokens + result.output_tokens
    cost = gettext("%(tokens)s tokens", tokens=tokens) if tokens else "–"
    if result.cost is not None:
        cost = f"{result.cost.normalize():f} · {cost}"
    return [
        (gettext("Reached"), yes_no[result.is_reached]),
        (gettext("Speaks while it thinks (streams)"), yes_no[result.streams]),
        (gettext("Uses the calendar (calls tools)"), yes_no[result.calls_tools]),
        (gettext("Understands what is asked (arguments right)"), yes_no[result.arguments_right]),
        (gettext("First word after"), first),
        (gettext("This conversation cost"), cost),
    ]


ROUTES = [try_it, offer_model]
