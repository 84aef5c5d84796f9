"""Health: words for illness, pregnancy, injury, medicine and pain, by their stems. Each language has its own,
and all are looked for.

What may be life and death is of a kind of its own, so that a model can still tell it.
"""

import re
from collections.abc import Collection, Iterator

from agent.privacy.health.body import PART_BEFORE, PART_BEHIND
from agent.privacy.health.conditions import (
    AGAINST_BEFORE,
    ALSO_CALLED,
    AND_MORE,
    CALLED_WITH,
    DEGREE,
    DEGREE_BEFORE,
    DEGREES,
    DOSE,
    GOES_ON,
    HOW_BAD,
    LED_BY,
    LINK,
    MEASURED,
    NAMES_WHAT,
    NEXT_WORD,
    OF_WHICH_KIND,
    PREGNANT,
    SIDE,
    TAKEN_FOR,
    TO_WHAT,
    WEEK_BEFORE,
    WHEN_IT_HURTS,
)
from agent.privacy.health.matters import matters_in
from agent.privacy.health.patterns import plain
from agent.privacy.names.unknown import is_unknown
from agent.privacy.spans import HEALTH, Span, without_overlaps

# The words of a question about health, behind which a short answer is one.
ASKS = re.compile(
    r"allerg|alérg|injur|health|medical|verletz|gesundheit|schwanger|santé|bless|salud|lesi[óo]n|embaraz|salute|infortun|gravidanza|בריאות|פציע|אלרגי|הריון|صحي|إصابة|حساسية|حامل|"
    r"be careful with|intoleran|unverträglich",
)
_LONGEST_PART = 30
# A thing without pain or a headache is an easy one, unless somebody tells what they can or how they are.
_WITHOUT_BEFORE = re.compile(
    r"(?<!\w)(?:without(?: any)?|no|ohne|sans|sin|senza|בלי|ללא|بدون|بلا|من دون|من غير) ?$"
)
_PAINLESS = re.compile(r"(?:pain[- ]?(?:free|less)|schmerz(?:frei|los)|indolor)\w*")
_OF_PAIN = re.compile(r"pain|schmerz|kopfschmerz|kopfweh|dolor|douleur|mal |כאב|(?:ال)?(?:وجع|الم|صداع)")
_OF_SOMEBODY = re.compile(
    r"(?<!\w)(?:can['’]?t|cannot|couldn['’]?t|haven['’]?t|hasn['’]?t|never|i['’]?m|i am|am|been|(?:he|she)['’]?s|bin|ist (?:sie|er)|nicht|nie|keinen?|kaum|suis|ne|n['’]|jamais|depuis|no|nunca|estoy|soy|desde|non|mai|sono|sto|לא|אף פעם|מאז|ما|مش|ماني|صرت|من يوم)(?!\w)"
)
# The feast at the end of Ramadan is written like a fungus.
_FEAST_BEFORE = re.compile("عيد (?:ال)?$")


def health_words(text: str, own: Collection[str]) -> Iterator[Span]:
    """``own`` are phrases of the business, in lower case: a "pregnancy massage" it offers is a service."""
    read = plain(text)
    found = without_overlaps(_with_part_of_body(read, one) for one in matters_in(read))
    spans = list(_join(read, found))
    kept = [
        (at.start(), at.end())
        for phrase in (own if spans else ())
        for at in re.finditer(re.escape(phrase), text, re.I)
    ]
    for span in spans:
        if _is_easy(read, span):
            continue
        is_feast = _FEAST_BEFORE.search(read, max(0, span.start - _LONGEST_PART), span.start)
        if not is_feast and not any(start <= span.start and span.end <= end for start, end in kept):
            yield _with_article(read, span)


def _is_easy(text: str, span: Span) -> bool:
    """Whether a thing is said to give no pain: "a pain-free booking"."""
    before = text[max(0, span.start - _LONGEST_PART) : span.start]
    without = _WITHOUT_BEFORE.search(before)
    if not _PAINLESS.match(text, span.start) and not (without and _OF_PAIN.match(text, span.start)):
        return False
    start = span.start - (len(before) - without.start()) if without else span.start
    return not (_OF_SOMEBODY.search(text[:start]) or _OF_SOMEBODY.search(text[span.end :]))


def _join(text: str, spans: list[Span]) -> Iterator[Span]:
    """Those that little stands between are one: "pills for depression"."""
    kept: list[Span] = []
    for span in spans:
        before = kept[-1] if kept else None
        if before and before.kind == span.kind == HEALTH and LINK.fullmatch(text, before.end, span.start):
            kept[-1] = Span(HEALTH, before.start, span.end)
        else:
            kept.append(span)
    yield from kept


def _with_part_of_body(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    if behind := PART_BEHIND.match(text, end):
        end = behind.end()
    if behind := OF_WHICH_KIND.match(text, end):
        end = behind.end()
    if NAMES_WHAT.search(text[start:end]) and (behind := TO_WHAT.match(text, end)):
        end = behind.end()
        # "To tree nuts": the rest of what it is called.
        more = NEXT_WORD.match(text, end)
        if more and (more["of"] or more["word"].casefold() not in GOES_ON):
            end = more.end()
    if behind := TAKEN_FOR.match(text, end):
        end = behind.end()
    for told_with_it in (DOSE, SIDE, WHEN_IT_HURTS):
        if behind := told_with_it.match(text, end):
            end = behind.end()
    is_pregnant = PREGNANT.search(text[start:end])
    if (is_pregnant or MEASURED.search(text[start:end])) and (behind := DEGREE.match(text, end)):
        end = behind.end()
    if behind := CALLED_WITH.match(text, end):
        end = behind.end()
    if behind := ALSO_CALLED.match(text, end):
        end = behind.end()
    nearby = text[max(0, start - _LONGEST_PART) : start]
    what = NAMES_WHAT.search(text[start:end]) and AGAINST_BEFORE.search(nearby)
    before = what or HOW_BAD.search(nearby) or (is_pregnant and WEEK_BEFORE.search(nearby))
    if before:
        start -= len(nearby) - before.start()
    if before := PART_BEFORE.search(text[max(0, start - _LONGEST_PART) : start]):
        start = max(0, start - _LONGEST_PART) + before.start()
    return _with_degree(text, Span(span.kind, start, end))


def _with_degree(text: str, span: Span) -> Span:
    """With how bad it is, since when, and a condition of no list beside it."""
    start, end = span.start, span.end
    if behind := DEGREES.match(text, end):
        end = behind.end()
    more = AND_MORE.match(text, end)
    if more and is_unknown(more["more"]):
        end = more.end()
    nearby = text[max(0, start - _LONGEST_PART) : start]
    if before := DEGREE_BEFORE.search(nearby):
        start -= len(nearby) - before.start()
    return Span(span.kind, start, end)


def _with_article(text: str, span: Span) -> Span:
    nearby = text[max(0, span.start - _LONGEST_PART) : span.start]
    before = LED_BY.search(nearby)
    return Span(span.kind, span.start - (len(nearby) - before.start() if before else 0), span.end)
