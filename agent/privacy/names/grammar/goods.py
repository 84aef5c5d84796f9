"""What people pay with, what a business works with, and whom everybody speaks of: nobody stands there."""

import re

_PAY = (
    r"(?:pay|paying|paid) (?:with|by|via|through|using|on)|(?:zahl|bezahl)\w*(?: \w+)? (?:mit|per|via|über)|(?:payer|paie|paye|payé|régler) (?:avec|par|en|via)|(?:pag[oaué]\w*|abonar) (?:con|por|en|mediante)|(?:pag[aoh]\w*) (?:con|tramite|in|via)|"
    r"(?:לשלם|שילמתי|משלמים|משלם|משלמת|תשלום) (?:ב|עם |דרך )|(?:[اأبن]?دفع|الدفع|تدفع) (?:ب|عن طريق |على |مع )"
)
# Whoever speaks to the business asks what it takes, has or works with.
_TAKE = (
    r"(?:do|d) ?(?:you|ye|u|yous|ya)(?: guys)? (?:take|accept|use|have|sell|stock|do)|(?:nehmt|akzeptiert|habt|verwendet|benutzt|führt|nutzt) ihr(?: auch)?|(?:nehmen|akzeptieren|verwenden|benutzen|führen) sie(?: auch)?|(?:vous )?(?:prenez|acceptez|utilisez|vendez)(?:[- ]vous)?|"
    r"(?:ten[ée]is|acept[áa]is|aceptan|cog[ée]is|us[áa]is|vend[ée]is)|(?:prendete|accettate|usate|vendete|avete)|(?:אתם |אתן )?(?:מקבלים|לוקחים|עובדים עם|משתמשים ב)|(?:بتاخ[دذ]وا?|بتقبلوا?|تقبلون|تاخذون|بتستعملوا?|تستخدمون)"
)
_THINGS = r"(?: ?(?:les?|des|du|la|los|las|el|il|lo|i|gli|the|any|das|den|die|את|ה?שמפו|של|شامبو|شامبوهات|(?:ال)?كريم|(?:ال)?صبغة|من|chez|card|cartes?|tarjetas?|cart[ae]|chèques?(?:[- ](?:cadeaux?|vacances))?|tickets?(?: resto)?|vouchers?|gutscheine?|buoni|bonos|champú|shampoo|shampoing|crema|crème|tinte|tinta|productos?|prodotti|produits?|de|di|von|of))*"
# The second of two: "Monzo or Revolut".
_OR = r"(?: ?\[?[^\W\d_][\w'’]*(?: \d{1,2}\])?,? (?:or|and|oder|und|ou|et|o|u|y|e|או|ו|أو|او|ولا|و))?"
_LEADS = re.compile(rf"(?<!\w)(?:{_PAY}|{_TAKE}){_THINGS}{_OR} ?[בو]?$", re.I)
# The same where the rare verb was held back with what it asks for.
_ALL_OF_IT = re.compile(rf"(?:{_PAY}|{_TAKE}){_THINGS} [^\s]+", re.I)
# An article with it: a tool.
_WITH_TOOL = re.compile(r"(?<!\w)(?:col|avec un|with a|mit einem|con un) $", re.I)
# What has a name of two words, of which the first is on everybody's telephone.
_BEHIND_MAKER = re.compile(r"(?<!\w)(?:google|apple|samsung|microsoft|amazon|جوجل|غوغل|قوقل|גוגל) $", re.I)
_ENDS = re.compile(
    r"\s*(?:$|[?؟.!,،;)\n]|(?:or|and|too|also|oder|und|auch|ou|et|aussi|o|y|también|e|anche|או|גם|أو|او|كمان)(?!\w)|(?:zahlen|bezahlen|si può|por favor|please|bitte|svp|oggi|heute)(?!\w))",
    re.I,
)
# Names of nobody: whoever it may be.
_ANYBODY = re.compile(
    r"(?<!\w)(?:hinz und kunz|otto normalverbraucher|max mustermann|erika mustermann|lieschen müller|tizio(?:,? caio)?(?: e (?:caio|sempronio))?|fulano(?: y mengano|,? mengano y zutano| de tal)?|mengano|zutano|perico (?:el )?de los palotes|"
    r"tom,? dick (?:and|or|&) harry|joe bloggs|(?:john|jane) doe|average joe|pierre,? paul(?: et| ou|,)? jacques|monsieur tout[- ]le[- ]monde|פלוני(?: אלמוני)?|אלמוני|משה זוכמיר|فلان(?: (?:وعلان|الفلاني))?|علان)(?!\w)",
    re.I,
)
_LONGEST = 60


def is_goods_or_anybody(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is a way to pay, a product or a tool, by where it stands, or of a phrase for
    whoever it may be: "Hinz und Kunz"."""
    begins = max(0, start - _LONGEST)
    if _BEHIND_MAKER.search(text, begins, start) or _WITH_TOOL.search(text, begins, start):
        return True
    is_led = _LEADS.search(text, begins, start) or _ALL_OF_IT.fullmatch(text, start, end)
    if is_led and _ENDS.match(text, end):
        return True
    return any(found.start() <= start and end <= found.end() for found in _ANYBODY.finditer(text))
