"""The parts of a frame around a name, as patterns of each language. Pure."""

import re
from functools import cache

from msgspec import Struct

from agent.contact_lines.words.frame_words import LAUGHTER, PARTS, FrameWords
from agent.languages.patterns.prefiltered import AnyPattern, prefilter


class FramePatterns(Struct, frozen=True):
    """Each part as a pattern of one language."""

    hesitations: re.Pattern[str]
    capital_hesitations: re.Pattern[str]
    strong: AnyPattern
    weak: AnyPattern
    remark: re.Pattern[str]
    remarks: re.Pattern[str]
    vouched: re.Pattern[str]
    vouching: re.Pattern[str]
    reach: re.Pattern[str]
    led_on: re.Pattern[str]


@cache
def frame_patterns(language: str) -> FramePatterns:
    parts = PARTS[language]
    hesitation = rf"(?:(?:{parts.hesitation}|{LAUGHTER})[\s,.!…]+)+"
    remark = rf"(?:{parts.remark})"
    ending = rf"(?:[\s,.!]+{remark})*[\s.!]*"
    label = rf"(?:{parts.label})"
    return FramePatterns(
        hesitations=re.compile(hesitation),
        capital_hesitations=re.compile(rf"(?:(?:{parts.capital_hesitation})[\s,.!…]+)+"),
        strong=_introduction_pattern(parts, parts.strong),
        weak=_introduction_pattern(parts, parts.weak),
        remark=re.compile(rf"(?P<name>\S.*?)(?:[\s,.!]+{remark})+[\s.!]*", re.I | re.S),
        remarks=re.compile(rf"{remark}(?:[\s,.!]+{remark})*", re.I),
        vouched=re.compile(
            rf"(?P<name>\S.*?)[\s,]+(?:(?:{parts.copula})\s+{label}|{parts.own}){ending}", re.I | re.S
        ),
        vouching=re.compile(rf"(?:(?:{parts.copula})\s+)?{label}{ending}|(?:{parts.own}){ending}", re.I),
        reach=re.compile(parts.reach, re.I),
        led_on=re.compile(
            rf"(?P<name>\S.*?)[\s,]+(?:{parts.reach.replace('(?P<name>', '(?:')})[\s:-]*", re.I | re.S
        ),
    )


def _introduction_pattern(parts: FrameWords, introductions: str) -> AnyPattern:
    return prefilter(
        rf"[וو]?(?:(?:{parts.asking})\s+)*(?:{introductions})(?:\s*[:=,]+\s*|\s+|(?<=['’]))[\"“„«]*(?P<name>[^\W_].*)",
        re.I | re.S,
    )
