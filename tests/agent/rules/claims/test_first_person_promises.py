"""A promise in the first person to call or to write is one that nobody keeps, in seven languages."""

import pytest

from agent.guardrails.false_claims.guard import claimed_kinds
from agent.guardrails.false_claims.kinds import ClaimKind

PROMISES = (
    "I'll personally call you back at 5.",
    "I am calling you back at 5.",
    "I'll make sure somebody calls you.",
    "Expect my call at 5.",
    "I'll keep an eye out and message you when a slot opens.",
    "Ich rufe Sie um 5 persönlich zurück.",
    "Ich gebe Ihnen morgen Bescheid.",
    "Sie hören von mir.",
    "Je vous rappelle personnellement à 17h.",
    "Je vous tiens au courant demain.",
    "Le llamo yo personalmente a las 5.",
    "Le aviso mañana.",
    "La richiamo personalmente alle 5.",
    "Le faccio sapere domani.",
    "אני אתקשר אליך אישית בחמש.",
    "אני אעדכן אותך מחר.",
    "سأتصل بك شخصيا الساعة الخامسة.",
    "سأعاود الاتصال بك.",
)
HONEST = (
    "You can call us at 030 5550123.",
    "Nobody will call you.",
    "How shall I call you?",
    "Wenn Sie möchten, rufe ich die freien Zeiten auf.",
    "Je vous appelle Ada ?",
    "¿Cómo le llamo?",
    "Le escribo aquí los horarios.",
    "Come la chiamo?",
    "Le scrivo qui gli orari.",
)


@pytest.mark.parametrize("sentence", PROMISES)
def test_a_promise_to_call_is_a_claim(sentence: str) -> None:
    assert ClaimKind.CALLING in claimed_kinds(sentence)


@pytest.mark.parametrize("sentence", HONEST)
def test_what_promises_nothing_is_none(sentence: str) -> None:
    assert claimed_kinds(sentence) == []
