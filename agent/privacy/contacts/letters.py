"""Letters and digits as people dictate them: by the letter's name, by a word it begins ("K wie Kaufmann",
"kilo"), by number words."""

import re
from collections.abc import Iterator

from msgspec import Struct

from agent.languages.patterns.alternatives import alternatives
from agent.languages.patterns.late import compiled_late
from agent.privacy.contacts.digits import DIGIT_WORDS, TIMES
from agent.privacy.folding import fold_word

# In each language the names of the letters from A to Z, alternatives joined by "/"; "-" where the letter is
# said as it is written.
_NAMES = (
    "ay bee cee dee - eff gee aitch/haitch - jay kay ell em en oh pee cue/queue ar ess tee you vee double-u/double-you ex why zed/zee",
    "- be ce de - ef ge ha - jot ka el em en - pe ku er - te - vau we ix ypsilon zett/zet",
    "- bé cé dé - effe gé hache - ji ka elle emme enne - pé cu erre esse té - vé double-vé ixe i-grec zède",
    "- be ce de - efe ge hache - jota ka ele eme ene - pe cu erre/ere ese te - uve/ve uve-doble/doble-uve equis i-griega/ye zeta",
    "- bi ci di - effe gi acca - i-lunga kappa elle emme enne - pi cu/qu erre esse ti - vu/vi doppia-vu ics ipsilon zeta",
    "אי/איי בי סי די אי אף ג'י אייץ'/אייץ איי ג'יי קיי אל אם אן או פי קיו אר אס טי יו וי דאבל-יו איקס וואי זד/זי",
    "ايه/إيه/اي/إي بي سي دي اي/إي اف/إف جي اتش/إتش آي جيه كيه/كي ال/إل ام/إم ان/إن او/أو بي كيو ار/آر اس/إس تي يو في دبليو/دبل-يو اكس/إكس واي زد",
)
# Spelling alphabets: each word stands for the letter it begins with.
_ALPHABETS = (
    "alfa alpha bravo charlie delta echo foxtrot golf hotel india juliett juliet kilo lima mike november oscar papa quebec romeo sierra tango "
    "uniform victor whiskey whisky xray x-ray yankee zulu",
    "anton berta cäsar dora emil friedrich gustav heinrich ida julius kaufmann ludwig martha nordpol otto paula quelle richard samuel siegfried "
    "theodor ulrich viktor wilhelm xanthippe ypsilon zacharias zeppelin",
    "anatole berthe célestin désiré eugène françois gaston henri irma joseph kléber louis marcel nicolas pierre quintal raoul suzanne thérèse "
    "ursule victor william xavier yvonne zoé",
    "antonio barcelona carmen dolores enrique francia gerona historia inés josé kilo lorenzo madrid navarra oviedo parís querido ramón sábado "
    "tarragona ulises valencia washington xilófono yegua zaragoza",
    "ancona bari bologna como domodossola empoli firenze genova imola jolly kursaal livorno milano napoli otranto palermo padova quadro quarto "
    "roma salerno savona torino taranto udine venezia xeres yacht york zara",
)
LETTER_NAMES = {
    name.replace("-", " "): letter
    for names in _NAMES
    for letter, told in zip("abcdefghijklmnopqrstuvwxyz", names.split(), strict=True)
    for name in told.split("/")
    if name != "-"
}
ALPHABET_WORDS = {word: word[0] for words in _ALPHABETS for word in words.split()}
_AS_IN = r"(?:as in|is in|like(?: in)?|for|wie(?: in)?|von|comme(?: dans)?|de|d['’]|como(?: en)?|come(?: in)?|di|כמו(?: ב)?|של|مثل|متل|زي|كما في)"
_UNIT = compiled_late(
    rf"(?:(?P<times>{alternatives(TIMES)}) )?(?:(?P<name>{alternatives(LETTER_NAMES)})(?!\w)|(?P<letter>[a-z])(?!['’]?\w)|(?P<word>{alternatives(ALPHABET_WORDS)})(?!\w)"
    rf"|(?P<number>{alternatives(DIGIT_WORDS)})(?!\w)|(?P<digits>\d{{1,4}})(?![\w:.€%]\w|[\w€%]))",
    re.I,
)
# "K wie Kaufmann", "M as in mike": the letter before it is told once more.
_TOLD_AGAIN = re.compile(rf"[ \t]+{_AS_IN}[ \t]*[^\W\d_][\w'’\-]{{1,20}}(?!\w)", re.I)
_BETWEEN = re.compile(r"[ \t]*[,،.;\-–/]?[ \t]+|[\-–]")
_AND = re.compile(r"[ \t]*[,،]?[ \t]+(?:and|then|und|dann|et|puis|y|luego|e|poi|ואז|ثم)[ \t]+", re.I)


class Unit(Struct, frozen=True):
    """What one dictated word ``said``, or a letter with the word it is told by, ``spells``."""

    start: int
    end: int
    said: str
    spells: str
    is_told_again: bool = False


def unit_at(text: str, at: int) -> Unit | None:
    """What is dictated from here on, if anything is."""
    found = _UNIT.match(text, at)
    if found is None:
        return None
    times = TIMES[fold_word(found["times"])] if found["times"] else 1
    again = None
    if found["name"] or found["letter"]:
        again = _TOLD_AGAIN.match(text, found.end())
    said = fold_word(found["name"] or found["letter"] or found["word"] or found["number"] or found["digits"])
    if found["number"]:
        spells = DIGIT_WORDS[said]
    elif found["digits"]:
        spells = "".join(str(int(one)) for one in said)
    else:
        spells = LETTER_NAMES.get(said) or ALPHABET_WORDS.get(said) or said
    return Unit(
        found.start(),
        again.end() if again else found.end(),
        said,
        spells * times,
        bool(again),
    )


def _after(text: str, at: int) -> Iterator[Unit | None]:
    """What is dictated next: right away, or behind a word for "and", which may be a letter itself."""
    for pattern in (_BETWEEN, _AND):
        if between := pattern.match(text, at):
            yield unit_at(text, between.end())


def dictated_runs(text: str) -> Iterator[list[Unit]]:
    """Every row of letters and digits with little between them, as long as it goes on."""
    at = 0
    for word in re.finditer(r"(?<![\w'’])[^\W_]", text):
        if word.start() < at:
            continue
        run: list[Unit] = []
        unit = unit_at(text, word.start())
        while unit is not None:
            run.append(unit)
            at = unit.end
            unit = next((one for one in _after(text, at) if one), None)
        if run:
            yield run
