"""Where something is to be sent, brought or billed, and where somebody has moved to: the rest of the clause is the
address, if anything of a house is in it."""

import re
from collections.abc import Iterator

from agent.languages.patterns.screen import Screen
from agent.privacy.addresses.kinds import COMPOUND, is_kind, without_prefix
from agent.privacy.addresses.tails import TOLD_BEHIND
from agent.privacy.calendar_words import CALENDAR_WORDS
from agent.privacy.spans import ADDRESS, Span

_THING = r"(?: [^\W\d_][\w'’\-]*){0,4}?"
_FRAMES = (
    rf"(?:send|post|deliver|bring|mail|ship|bill|invoice|courier|drop)(?:ed|s|ing)?{_THING} to|(?:invoice|bill|letter|parcel|voucher|card) (?:goes )?to|(?:new|current) address(?: is|['’]s)?:?|(?:have|['’]ve|has|['’]s|just|we|i) moved(?: to|[,:.]| and)?(?: (?:now|it['’]s|its|we['’]re|i['’]m|living|now it['’]s|now at))*(?: (?:to|at|in|on))?|now (?:living |we live |i live )?(?:at|on|in)|(?:in|at) (?:the |one of the )?(?:flats|apartments|block|building|houses|terraces?) (?:on|in|at|by|off)",
    rf"(?:schick|send|liefer|bring|stell|post)\w*{_THING} (?:an|in|nach|zu|zur|zum)(?: (?:die|den|der|dem))?|umgezogen(?: nach| in)?(?: (?:die|den))?[:,]?(?: (?:jetzt|neu|nun)(?: in| im)?)?|neue (?:adresse|anschrift)(?: ist| lautet)?:?|(?:adresse|anschrift) (?:hat sich geändert|ist neu)[:,]?(?: jetzt)?",
    rf"(?:livrer|livrez|envo[iy]\w+|expédi\w+|apport\w+|dépos\w+|factur\w+)(?:-(?:l[ae]s?|nous|moi))*{_THING}(?: (?:à|au|aux|dans))?|adresse a changé ?[:,]?(?: (?:maintenant|désormais))?(?: c['’]est)?|(?:nouvelle adresse|déménagé) ?[:,]?(?: (?:maintenant|désormais|au|à|et))*(?: c['’]est)?(?: (?:à|au))?",
    rf"(?:m[áa]nd|env[ií]|entr[ée]g|ll[ée]v|tr[áa]ig|desp[áa]ch|fact[úu]r)\w*{_THING} (?:a|en)|(?:ahora )?viv(?:o|imos)(?: ahora)? (?:por|en)|nueva dirección(?: es)?:?|me mudé(?: a)?[:,]?(?: ahora)?|nos mudamos(?: a)?[:,]?",
    rf"(?:port|sped|mand|invi|consegn|recapit|fattur)\w*{_THING} (?:in|a|ad|al|alla|allo|presso)|(?:traslocato|trasferit[oaie])(?: (?:in|a))?[,:]?(?: (?:adesso|ora)(?: (?:sto|sono|siamo))?(?: (?:in|a))?)?|nuovo indirizzo(?: è)?:?|si sta (?:a|in)|(?:sto|stiamo) (?:adesso|ora) (?:in|a)",
    r"(?:תשלח\w*|לשלוח|שלחו|תביא\w*|להביא|משלוח|חשבונית)(?: [א-ת]+){0,2}? (?=ל)|עבר(?:נו|תי)(?: דירה,?(?: עכשיו)?|,? עכשיו)(?: אנחנו| אני)?|ה?כתובת ה?חדשה(?: היא)?:?",
    r"(?:وصل|ابعت|[اأ]رسل|جيب|ودو|توصيل|سلمو)\w*(?: [ء-ي]+){0,2}? (?:على|إلى|الى|عند|ع|(?=ل))|(?:نقلنا|انتقلنا|انتقلت|نقلت)(?! (?:ال)?(?:موعد|حجز|معاد|دور))[,،]?(?: (?:على|إلى|الى))?|(?:ال)?عنوان(?:ي|نا)? (?:ال)?جديد(?: هو)?:?",
)
_LED: Screen[None] = Screen(
    [(re.compile(rf"(?<![\w'’])(?:{frame})(?:(?<=[:,،]) ?| |(?<=ل))", re.I), None) for frame in _FRAMES]
)
_PIECE = re.compile(r"[^,،;.!?؟\n\[]+(?:\.(?= ?[\w,])[^,،;.!?؟\n\[]*){0,3}")
_COMMA = re.compile(r" ?[,،] ?(?=\w)")
_POLITE = re.compile(
    r" (?:please|pls|thanks|thank you|bitte|danke|svp|s['’]il vous plaît|merci|por favor|gracias|per favore|grazie|בבקשה|תודה|لو سمحت\w*|شكرا|by|before|until|bis|vor|avant|antes|prima|and|und|et|y|e|if|wenn|si|se)(?!\w)",
    re.I,
)
_HOUSE = re.compile(
    r"(?<!\w)\d{1,5}(?:[/\-]\w+)*[a-z]?(?!\w|[:€%]|[.:]\d| ?(?:uhr|h|am|pm|euros?|€|minut\w*|weeks?|days?)(?!\w))",
    re.I,
)
_WORDS = re.compile(r"[^\W\d_][\w'’׳\"״]*")
_CAPITALS = re.compile(
    r" ?(?:[A-ZÀ-Þ][\w'’.\-]*|\d{4,5}|de|del|la|las|los|di|du|des|am|an der)(?: (?:[A-ZÀ-Þ][\w'’.\-]*|de|del|la|las|los|di|du|des|am|an der))*"
)
_NO_LETTERS = re.compile(r"@|\d{1,2}[:.]\d\d")
_KINDS_TOO = frozenset(
    [
        "privada",
        "cerrada",
        "carrera",
        "ecke",
        "corner",
        "loft",
        "steps",
        "פינת",
        "צומת",
        "מפרק",
        "مفرق",
        "تقاطع",
    ]
)
# Whose house it is, before the house.
_ADDRESSEE = re.compile(
    r"(?:(?:chez|c/o|bei|z\.? ?hd\.?|para|per|presso|for) )?(?:M\.|Mme|Mlle|Mr|Mrs|Ms|Miss|Herrn?|Frau|Familie|Fam\.|Sra?\.?|Sig(?:\.|ra|nora?)?|Dr\.?|famille|familia|famiglia|משפחת|عائلة|بيت) [^\W\d_][\w'’\- ]*$",
    re.I,
)
MOST_PIECES = 5


def addressees(text: str) -> Iterator[Span]:
    for pattern, _ in _LED.possible(text):
        for frame in pattern.finditer(text):
            start = frame.end()
            end = _first_end(text, start)
            if end is not None:
                yield Span(ADDRESS, start, _with_pieces(text, end))


def _first_end(text: str, start: int) -> int | None:
    """Where the first piece ends, if it tells of a house by its kind or number."""
    piece = _PIECE.match(text, start)
    if piece is None or _NO_LETTERS.search(piece.group()):
        return None
    polite = _POLITE.search(piece.group())
    said = piece.group()[: polite.start()] if polite else piece.group().rstrip()
    words = _WORDS.findall(said)
    if _ADDRESSEE.match(said) and piece.end() == start + len(piece.group()):
        return _behind_addressee(text, start + len(said))
    if not words or any(word.casefold() in CALENDAR_WORDS for word in words):
        return None
    is_large = any(word[0].isupper() for word in words) or not words[0].isascii()
    has_kind = any(_is_kind(word) for word in words) and len(words) > 1
    return start + len(said) if is_large and (has_kind or _HOUSE.search(said)) else None


def _behind_addressee(text: str, at: int) -> int | None:
    """Where the piece behind the name ends: "chez Mme Aubrac, Ferme du Pâtis"."""
    comma = _COMMA.match(text, at)
    return _first_end(text, comma.end()) if comma else None


def _is_kind(word: str) -> bool:
    bare = without_prefix(word)
    return (
        is_kind(bare) or bool(COMPOUND.fullmatch(bare)) or not _KINDS_TOO.isdisjoint((word, bare.casefold()))
    )


def _with_pieces(text: str, end: int) -> int:
    """With the pieces behind it that are of a house or a town too."""
    for _ in range(MOST_PIECES):
        if behind := TOLD_BEHIND.match(text, end):
            end = behind.end()
        comma = _COMMA.match(text, end)
        piece = comma and _PIECE.match(text, comma.end())
        if not piece:
            break
        said = piece.group().rstrip()
        words = _WORDS.findall(said)
        is_place = bool(_CAPITALS.fullmatch(said)) or (
            any(map(_is_kind, words))
            and (bool(_HOUSE.search(said)) or any(one[0].isupper() for one in words))
        )
        if not is_place or any(word.casefold() in CALENDAR_WORDS for word in words):
            break
        end = piece.start() + len(said)
    return end
