"""An endpoint that keeps failing is left alone, then tried by one."""

from datetime import timedelta

import pytest

from agent.models.protocol import ModelFailed
from agent.models.reliability.circuit_breaker import STAYS_OPEN, CircuitBreaker
from tests.agent.fake_provider import ProviderAnswer
from tests.agent.models.conftest import hear

DOWN, UP = ProviderAnswer.error(503), ProviderAnswer.speech()


def fail(breaker: CircuitBreaker, reason="overloaded", times: int = 1) -> None:
    for _ in range(times):
        with pytest.raises(ModelFailed), breaker.protect():
            raise ModelFailed(reason)


def test_it_opens_after_several_failures_in_a_row(clock):
    breaker = CircuitBreaker(clock, opens_after=3)
    fail(breaker, times=2)
    assert breaker.state == "closed"
    fail(breaker)
    assert breaker.state == "open"
    with pytest.raises(ModelFailed, match="circuit_open"), breaker.protect():
        pass


def test_a_success_in_between_starts_the_count_anew(clock):
    breaker = CircuitBreaker(clock, opens_after=2)
    fail(breaker)
    with breaker.protect():
        pass
    fail(breaker)
    assert breaker.state == "closed"


def test_a_bad_answer_is_still_an_answer(clock):
    breaker = CircuitBreaker(clock, opens_after=2)
    fail(breaker, "malformed", times=5)
    fail(breaker, "refused", times=5)
    assert breaker.state == "closed"


def test_after_a_while_one_may_try_and_no_second_at_the_same_time(clock):
    breaker = CircuitBreaker(clock, opens_after=1)
    fail(breaker)
    clock.advance(STAYS_OPEN - timedelta(seconds=1))
    assert not breaker.admits
    clock.advance(timedelta(seconds=1))
    assert breaker.state == "half_open"
    with breaker.protect():
        assert not breaker.admits
    assert breaker.state == "closed"


def test_a_failed_trial_opens_it_for_another_while(clock):
    breaker = CircuitBreaker(clock, opens_after=3)
    fail(breaker, times=3)
    clock.advance(STAYS_OPEN)
    fail(breaker)
    assert breaker.state == "open"
    clock.advance(STAYS_OPEN)
    assert breaker.admits


def test_a_cancelled_trial_leaves_the_trial_to_the_next(clock):
    breaker = CircuitBreaker(clock, opens_after=1)
    fail(breaker)
    clock.advance(STAYS_OPEN)
    with pytest.raises(KeyboardInterrupt), breaker.protect():
        raise KeyboardInterrupt
    assert breaker.state == "half_open"
    assert breaker.admits


async def test_an_endpoint_that_is_down_is_not_asked_until_it_is_tried_again(provider, model_at, clock):
    provider.answers = [DOWN]
    model = model_at(provider, CircuitBreaker(clock, opens_after=3))
    with pytest.raises(ModelFailed, match="overloaded"):
        await hear(model)
    assert model.breaker.state == "open"
    with pytest.raises(ModelFailed, match="circuit_open"):
        await hear(model)
    assert len(provider.asked) == 3
    provider.answers = [UP]
    clock.advance(STAYS_OPEN)
    assert (await hear(model)).text == "Hello."
    assert model.breaker.state == "closed"


async def test_retries_stop_when_the_circuit_opens(provider, model_at, clock):
    provider.answers = [DOWN]
    with pytest.raises(ModelFailed, match="overloaded"):
        await hear(model_at(provider, CircuitBreaker(clock, opens_after=2)))
    assert len(provider.asked) == 2


async def test_a_wrong_key_opens_the_circuit_too(provider, model_at, clock):
    provider.answers = [ProviderAnswer.error(401)]
    model = model_at(provider, CircuitBreaker(clock, opens_after=1))
    with pytest.raises(ModelFailed, match="unauthorized"):
        await hear(model)
    assert model.breaker.state == "open"
