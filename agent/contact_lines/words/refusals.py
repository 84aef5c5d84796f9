"""What people say who will not tell something, or have told it before."""

import re

from agent.languages.vocabulary.closed_classes import word_set

NEGATIONS = word_set(
    "no not dont wont without kein keine keinen nicht ungern ohne pas sans jamais sin nunca non senza mai לא אין בלי ما لا مو مش بدون"
)
SAID_BEFORE = {
    "en": re.compile(r"(?:have|had|did)(?:n['’]?t| not)? (?:i|we) (?:not )?(?:already |just )?(?:say|said|told?|tell|give|gave|given|mention\w*|typed?|written?|write)\b|i (?:already|just) (?:said|told|gave|typed|wrote)", re.I),
    "de": re.compile(r"(?:hab\w*|hatte) ich (?:\w+ ){0,3}(?:gesagt|genannt|geschrieben|angegeben|erwähnt)|(?:sagte|schrieb) ich (?:\w+ )?(?:schon|bereits|doch)", re.I),
    "fr": re.compile(r"(?:j['’]ai|ai-je|je (?:vous |te )?l['’]ai) (?:\w+ ){0,2}(?:dit|donné|écrit|précisé)|je (?:viens de|l['’]ai déjà)", re.I),
    "es": re.compile(r"(?:no )?(?:lo |te lo |se lo )?(?:he|había) (?:\w+ )?(?:dicho|dado|escrito|puesto)|(?:lo|te lo|se lo) dije|ya (?:lo |te lo |se lo )?(?:dije|puse|escribí|di)\b", re.I),
    "it": re.compile(r"(?:l['’]ho|ho|avevo|l['’]avevo) (?:\w+ ){0,2}(?:dett[oa]|dat[oa]|scritt[oa])", re.I),
    "he": re.compile(r"(?:כבר )?(?:אמרתי|כתבתי|נתתי|מסרתי|ציינתי)(?: כבר| לא)?"),
    "ar": re.compile(r"(?:ما |مو |سبق (?:و|ان )?)?(?:قلت|قلتلك|حكيت|كتبت|عطيت|ذكرت|أعطيت)\w*"),
}  # fmt: skip
