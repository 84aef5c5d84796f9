"""Things that bear somebody's name: landmarks, makers, treatments and packages. The words around them tell."""

import re
from collections.abc import Iterable, Iterator

from agent.privacy.names.grammar.goods import is_goods_or_anybody
from agent.privacy.names.grammar.likenesses import is_likeness_or_stop
from agent.privacy.names.known import is_given
from agent.privacy.names.reading import WORD
from agent.privacy.names.words import TITLE
from agent.privacy.spans import Span

# Sights, stops, houses of entertainment: their name goes with them.
_PLACES = (
    r"cafés?|cafe|caffè|bar|bars|pub|hotel|hostal|restaurant|ristorante|restaurante|pizzeria|taverna|kneipe|brasserie|theat(?:er|re)|teatro|théâtre|opera|oper|opéra|kino|cinéma|cinema|cine|museum|museo|musée|metro|métro|u-bahn|s-bahn|tram|bus|station|haltestelle|bahnhof|arrêt|gare|"
    r"estación|parada|stazione|fermata|church|kirche|église|iglesia|chiesa|cathédrale|catedral|duomo|school|schule|école|lycée|collège|escuela|colegio|instituto|scuola|liceo|university|universität|université|universidad|università|hospital|krankenhaus|hôpital|ospedale|klinik|clinique|clínica|clinica|parks?|parc|parque|parco|"
    r"square|platz|place|plaza|piazza|puente|ponte|pont|brücke|bridge|stadium|stadion|stade|estadio|stadio|airport|flughafen|aéroport|aeropuerto|aeroporto|rue|avenue|boulevard|calle|avenida|paseo|via|viale|corso|straße|strasse|street|road|mall|centre|center|einkaufszentrum|centro|mercado|mercato|marché|markt|hall|halle|halles|"
    r"statue|denkmal|monument|estatua|supermarkt|boutique|pharmacie|farmacia|apotheke|bäckerei|boulangerie|panadería|brauerei|gasthof|gasthaus|stele|"
    r"ה?קפה|ה?מסעדת|ה?תחנת|ה?תיאטרון|ה?קולנוע|ה?קניון|ה?מלון|ה?פארק|ה?גן|ה?כנסיית|בית ה?ספר|בית ה?חולים|רחוב|כיכר|שדרות|ברחוב|בכיכר|בשדרות|אולפן|"
    r"(?:ال)?(?:كافيه|مقهى|قهوة|مطعم|محطة|مسرح|سينما|مول|فندق|حديقة|مسجد|جامع|كنيسة|مدرسة|جامعة|مستشفى|شارع|ساحة|ميدان|دوار|سوق|صيدلية)|بشارع|لشارع"
)
# What a business offers under a name.
_OFFERS = (
    r"packages?|packs?|paket|pakete|forfaits?|formules?|formule|paquete|bono|pacchetto|pacchetti|rituel|ritual|rituale|menü|menu|linie|gamme|línea|linea|kollektion|collection|serie|gutschein|programm|programme|programa|programma|kurs|"
    r"ה?חבילת|ה?מארז|ה?סדרת|(?:ال)?(?:باقة|باكج|باكيج|عرض|مجموعة|برنامج)"
)
_TREATMENTS = (
    r"soins?|massages?|massaggio|massagen?|behandlung|treatment|tratamiento|trattamento|manicur[ae]|manucure|maniküre|pedicur[ae]|coupe|carré|frange|corte|flequillo|peinado|taglio|piega|schnitt|frisur|facial|gesichtsbehandlung|gel douche|masque|maske|crème|crema|creme|shampoo|shampoing|champú|parfum|perfume|profumo|"
    r"ה?טיפול|ה?עיסוי|ה?מסאז['׳]?|ה?תספורת|(?:ال)?(?:علاج|مساج|قصة|جلسة|ماسك|عطر)"
)
_MAKERS = r"products? (?:by|of|from)|(?:something|anything|stuff|range|things) (?:by|of|from)|(?:produkte?|sachen|was|etwas|shampoos?|pflege)(?: von)?|(?:produits?|gamme|quelque chose|marque)(?: de| du| d['’])?|(?:productos?|algo|marca|cosas)(?: de)?|(?:prodott[oi]|qualcosa|marca|linea)(?: di)?|מוצרים(?: של)?|משהו של|מותג|(?:ال)?(?:منتجات|منتج|ماركة|شي من)"
_LINK = r"(?:[ \-]|[ld]['’])?(?:(?:of|de|du|des|di|del|della|dell['’]|von|vom|zum|zur|am|d['’]|la|le|les|l['’]|the|dem|der|den|das|el|los|las|il|lo) ?(?<=[ '’])){0,2}[\"„“«]?$"
_BEHIND_PLACE = re.compile(rf"(?<!\w)(?:{_PLACES}|{_OFFERS}|{_MAKERS}){_LINK}", re.I)
_BEHIND_TREATMENT = re.compile(
    rf"(?<!\w)(?:the|a|le|la|les|l['’]|un|une|el|los|las|una|il|lo|i|die|der|das|eine?|den|dem|^)? ?(?:{_TREATMENTS}) [\"„“«]?$",
    re.I,
)
_BEFORE_THING = re.compile(
    r"[ \-]?[\"”“»]?(?:['’]s )?[ ]?(?:packages?|fringe|look|hair|bob|style|perfume|range|products?|shampoo|line|collection|treatment|facial|massage|cut|blow[- ]?dry|manicure|special|deal|voucher|pub|station|theatre|theater|hotel|café|cafe|church|school|hospital|park|square|street|road|house|hall|bridge|museum|stadium|airport|building|centre|center|shop|arms|tavern|inn|-?platz|-?straße|-?paket|-?kirche|-?schule)(?!\w)",
    re.I,
)
_NEAR = re.compile(
    r"(?<!\w)(?:next (?:door )?to|opposite|across (?:the road )?from|near(?:by)?|close to|behind|beside|past|by|further down|down|up|neben|gegenüber(?: von)?|hinter|bei|in der nähe (?:von|vom|der|des)|unweit|à côté|près|en face|derrière|proche|al lado|cerca|frente|enfrente|junto|detrás|vicino|di fronte|accanto|dietro|davanti)"
    r"(?P<article> (?:the|dem|der|den|des|vom|du|de|del|de la|de l['’]|d['’]|à|au|a la|al|a|alla|all['’]|ai|della|dei|la|le|el|il|lo|l['’]) ?(?<=[ '’])| )(?:(?:la|le|l['’]|el|los|las|il|the) ?(?<=[ '’]))?(?:[^\W\d_][\w'’]* ){0,1}$",
    re.I,
)
_NEAR_SCRIPTED = re.compile(
    r"(?<!\w)(?:ליד|מול|מאחורי|בקרבת|צמוד ל|مقابل|جنب|بجانب|بجنب|قريب من|قرب|ورا|وراء|خلف|حد) ?$"
)
_ASKS_WHERE_IT_IS = re.compile(
    r"(?<!\w)(?:are you|you['’]re|you are|is (?:it|that|this|the [^\W\d_]+)|seid ihr|sind sie|ihr seid|ist das|liegt ihr|vous êtes|êtes[- ]vous|c['’]est|est[áa]is|están|está|es la|queda|siete|è|si trova|אתם|אתן|זה|انتو|انتم|أنتم|المحل|الصالون)(?!\w)",
    re.I,
)
_USES = re.compile(
    r"(?<!\w)(?:(?:do|does|d['’]) ?you(?: (?:still|also|guys|only|ever))* (?:use|sell|stock|carry|have|keep|offer|work with)|you (?:use|sell|stock|carry)|(?:habt|verkauft|nutzt|benutzt|verwendet|führt|nehmt|arbeitet|bietet)(?: ihr| sie)?(?: mit| auch)*|(?:haben|verkaufen|nutzen|verwenden|führen) sie|vous(?: \w+)? (?:avez|vendez|utilisez|travaillez avec|faites|prenez)|(?:avez|vendez|utilisez)[- ]vous|"
    r"(?:us[áa]is|usan|usas|vend[ée]is|venden|ten[ée]is|tienen|trabaj[áa]is con|trabajan con|utiliz[áa]is)|(?:usate|vendete|avete|tenete|lavorate con|utilizzate)|(?:יש לכם|אתם (?:מוכרים|משתמשים|עובדים עם)|עובדים עם)|(?:عندكم|عندكن|بتستخدموا|بتستعملوا|بتبيعوا|بتشتغلوا ب|تستخدمون|تبيعون))(?!\w)(?P<between>[^,.;!?؟\n]{0,50})$",
    re.I,
)
_FOR_SOMEBODY = re.compile(
    r"(?<!\w)(?:for|with|under|called|named|für|mit|unter|namens|pour|avec|sous|appelée?|para|con|bajo|llamad\w|per|sotto|chiamat\w|עם|בשביל|עבור|אצל|על שם|appointment|booking|termin|rdv|rendez-vous|cita|hueco|posto|appuntamento|תור|موعد|حجز|عند|مع)(?!\w)",
    re.I,
)
# "Dr. Hauschka" behind "do you sell", and a maker beside another that is asked for behind it.
_SELLS = r"(?:sell|stock|verkauft|verkaufen|führt|vendez|vendéis|venden|vendes|vendete|מוכרים|تبيعون|بتبيعوا)"
_SOLD_BEFORE = re.compile(
    rf"(?<!\w){_SELLS}(?: (?:ihr|sie|you|auch|also|aussi|también|anche|de|noch|still))*(?: [^\W\d_][\w.'’ ]{1, 24} (?:or|oder|ou|o|u|או|أو))? $",
    re.I,
)
_SOLD_FIRST = re.compile(rf"{_SELLS} ", re.I)
_SOLD_BEHIND = re.compile(
    rf"(?: (?:or|oder|ou|o|u|או|أو) [^\W\d_][\w'’]*)?[,:]? (?:(?:do|vous|ihr|you|sie|was|che cosa|qué|which|que) )*{_SELLS}(?!\w)",
    re.I,
)
# What stands on the way to the business.
_FROM = re.compile(
    r"(?<!\w)(?:from|vom|von|ab|depuis|desde|dall[aeo]?|dal|dall['’])(?: (?:the|der|dem|la|le|el|los|las|l['’]))?(?: (?:[^\W\d_]+ )(?:de |di |del |della )?)? ?$",
    re.I,
)
_ASKS_THE_WAY = re.compile(
    r"how far|how (?:do|can) i get|how long|on foot|walk|directions|do i turn|wie (?:komm|weit|lange|laufe)|zu fuß|comment (?:venir|on vient|aller)|c['’]est loin|à pied|quelle sortie|combien de temps|"
    r"cómo (?:llego|se llega|voy)|está lejos|andando|a pie(?!\w)|come (?:arrivo|si arriva|vengo)|quanto ci (?:metto|si mette|vuole)|a piedi|è lontano",
    re.I,
)
_FEAST = re.compile(
    r"(?<!\w)(?:día|noche|fiesta|fiestas|feast|festa|giorno|fête|jour|tag|abend)(?: (?:de|di|del|dei|des|of|de los|de la)) (?:(?:san|santa|saint|st\.?) )?$",
    re.I,
)
_SAINT_BEFORE = re.compile(r"(?<!\w)(?:San|Santa|Santo|Saint|Sainte|Sankt|St\.?)[ \-][A-ZÀ-Þ][\w'’]*[ \-]$")
_COMPOUND = re.compile(
    r"(?:\w+(?:schnitt|massage|behandlung|paket|pflege|frisur|kur)|cut|haircut|trim|fade|shave) ", re.I
)
_BEFORE, _WITHIN = 40, 110
_LAST_OF_THING = re.compile(rf"(?:{_PLACES}|house|street|road|lane|arms)", re.I)
_FIRST_OF_THING = re.compile(rf"(?:{_PLACES}|{_OFFERS})", re.I)


# The rest of what it is called: "métro Pierre" is of "Pierre et Marie Curie".
_REST = re.compile(
    r"(?:[ \-](?:(?:et|y|e|und|and|&|de|la|del|della|dalla|von|van|di) ){0,2}(?=[A-ZÀ-Þ])[^\W\d_][\w'’\-]*){1,4}"
)
_SHOP = re.compile(r"(?<!\w)(?:a|an|the) [A-Z]\w+ (?:and|&) $")
_PLACE_BEHIND = re.compile(
    r"[ \-](?:Station|Street|Road|Theatre|Theater|Hotel|Park|Square|Church|Airport|Bridge|Museum|Stadium|Hospital|School|University|Centre|Center|Platz|Straße|Bahnhof|Arms|Inn|Mall)(?!\w)"
)


def without_things(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Without what is a thing, and what is a part of one."""
    found = list(spans)
    things = [
        (span.start, rest.end() if (rest := _REST.match(text, span.end)) else span.end)
        for span in found
        if is_thing(text, span)
    ]
    for span in found:
        if not any(start <= span.start < end for start, end in things):
            yield span


def is_thing(text: str, span: Span) -> bool:
    """Whether what looks like a name is, by what stands around it, a thing that is called so."""
    said = text[span.start : span.end]
    before = text[max(0, span.start - _BEFORE) : span.start]
    if is_likeness_or_stop(text, span.start, span.end):
        return True
    if is_goods_or_anybody(text, span.start, span.end) or _is_sold(text, span, before):
        return True
    if TITLE.match(said):
        return False
    saint = _SAINT_BEFORE.search(before)
    if saint and _BEHIND_PLACE.search(before[: saint.start()]):
        return True
    if (
        _FEAST.search(before)
        or _COMPOUND.match(said)
        or _COMPOUND.search(before[-14:])
        or _is_on_the_way(text, before)
        or leads_to_thing(before)
    ):
        return True
    words = WORD.findall(said)
    is_of_place = bool(words) and (
        (bool(_LAST_OF_THING.fullmatch(words[-1])) and not is_given(words[0].casefold()))
        or bool(_FIRST_OF_THING.fullmatch(words[0]))
    )
    if is_of_place and len(words) > 1:
        return True
    if re.search(r"(?<!\w)(?:the|a|your|this|that|our) (?:\w+ )?$", before, re.I) and _BEFORE_THING.match(
        text, span.end
    ):
        return True
    if _SHOP.search(before) or _PLACE_BEHIND.match(text, span.end):
        return True
    return _is_near(text, span, before) or _is_used(text, span, words)


def leads_to_thing(before: str) -> bool:
    """Whether what is named behind these words is a package or a treatment."""
    return bool(_BEHIND_PLACE.search(before) or _BEHIND_TREATMENT.search(before))


def _is_sold(text: str, span: Span, before: str) -> bool:
    said = text[span.start : span.end]
    return bool(_SOLD_BEFORE.search(before) or _SOLD_FIRST.match(said) or _SOLD_BEHIND.match(text, span.end))


def _is_on_the_way(text: str, before: str) -> bool:
    return bool(_FROM.search(before) and _ASKS_THE_WAY.search(text))


def _is_near(text: str, span: Span, before: str) -> bool:
    asks = bool(_ASKS_WHERE_IT_IS.search(text, max(0, span.start - _WITHIN), span.start))
    if found := _NEAR.search(before):
        return asks or bool(found["article"].strip())
    return asks and bool(_NEAR_SCRIPTED.search(before))


def _is_used(text: str, span: Span, words: list[str]) -> bool:
    """Products of a maker whom somebody asks for."""
    asked = _USES.search(text, max(0, span.start - _WITHIN), span.start)
    return bool(asked) and len(words) > 1 and not _FOR_SOMEBODY.search(asked["between"] if asked else "")
