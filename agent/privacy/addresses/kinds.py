"""Words for what somebody may live in or on: kinds of streets, hamlets, farms and houses. Beside one of them
stands its name."""

import re

from agent.privacy.names.words import STOPS


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


# The name stands before it.
KINDS_BEHIND = _words(
    "street st road rd avenue ave lane ln drive dr court ct close crescent cres way place square terrace boulevard blvd gardens grove hill mews row walk",
    "parkway quay park rise vale parade highway hwy green wharf yard view loop trail gate croft fold brow wynd villas cottages passage heights meadow meadows",
    "reach ridge orchard plaza field fields end cottage house farm farmhouse lodge barn hall rectory vicarage manor grange bungalow mansions tower towers mill",
    "forge stables chapel schoolhouse oast inn estate alley common drove hamlet ranch homestead cabin trailer acres dene ginnel snicket",
)
# The name stands behind it, with a particle or without.
KINDS_BEFORE = _words(
    # French
    "rue ruelle chaussée drève avenue av boulevard bd place placette chemin allée allee impasse quai route cours square passage faubourg sentier esplanade villa cité montée rampe traverse",
    "venelle promenade mail sente voie rond-point lieu-dit lieudit hameau ferme mas domaine lotissement clos résidence residence moulin château manoir bastide bergerie chalet traboule cour",
    # Spanish
    "calle calleja callejón callejon callejuela avenida avda plaza plazuela plazoleta placita paseo camino carretera ronda travesía travesia pasaje glorieta cuesta urbanización urbanizacion costanilla",
    "rambla carrer barrio barriada colonia fraccionamiento lomas cerro finca caserío caserio cortijo masía masia aldea pago paraje partida vereda rancho hacienda ejido quinta chacra estancia",
    "cañada bajada subida rinconada corrala pedanía pedania alquería parcela conjunto edificio torre diagonal privada cerrada andador prolongación",
    # Italian
    "via viale vicolo vico viottolo piazza piazzetta piazzale piazzola corso largo larghetto strada stradina stradello salita calata banchina rampa calle campo campiello fondamenta lungomare lungotevere",
    "lungarno traversa contrada frazione località localita borgo borgata cascina cascinale podere casale masseria maso villaggio rione cortile tenuta baita agriturismo malga salizada sestiere",
    # German
    "weiler hof gehöft gut haus siedlung ortsteil einöde alm mühle forsthaus villa kolonie gasse straße strasse",
    # English
    "flat apartment unit plot farm",
    # Hebrew
    "רחוב רח' רח׳ סמטה סמטת סימטת סמטא שביל שדרות שדרת שד' דרך כיכר ככר משעול מעלה מורד מבוא נתיב חוות חווה משק מושב קיבוץ כפר יישוב ישוב נחלת שכונת שיכון מתחם גבעת רמת נווה גני מצפה חצר טיילת מושבת",
    # Arabic
    "شارع ش طريق جادة زقاق زنقة درب حارة حي نزلة طلعة طلوع عقبة سكة عطفة ميدان ساحة دوار عزبة كفر نجع ضيعة قرية مزرعة بستان كمبوند مخيم ضاحية عمارة بناية برج فيلا مجمع كورنيش خربة تلة وادي منشية بلوك حوش دوّار رحبة نهج إقامة اقامة",
)
# In German the kind is written onto the name; most of these are other words by themselves.
COMPOUND = re.compile(
    r"[^\W\d_]{3,24}-?(?i:stra(?:ß|ss)en?|gässchen|gass(?:e|l|erl)|weg|allee|platz|damm|ufer|chaussee|steig|pfad|graben|zeile|stieg|stiege|twiete|siedlung|winkel|kamp|redder|halde|wiesen?|"
    r"koppel|mühle|brücke|heide|deich|promenade)"
    r"|[A-ZÄÖÜ][^\W\d_]{3,24}-?(?:str|ring|markt|hof|hofe|berg|tor|wall|rain|leiten?|anger|aue|feld|grund|höhe|brink|brook|kai|garten|gärten|ried|moos|kuhle|dyk|warft|park)",
)
# What stands between the words of a name.
LITTLE = _words(
    "au aux the of de du des del della delle dello dei degli di da la le les los las el il lo i gli l d dell all y e et der den dem des zum zur am an im in auf unter hinter bei vor von do dos san santa saint sainte st"
)
# Where somebody lives without saying where.
SOMEWHERE = _words(
    "town city centre center village country countryside area neighbourhood neighborhood suburbs suburb outskirts building block corner abroad north south east west middle nowhere bit flat house apartment home cottage bungalow moment station shop door hotel hostel airbnb campsite dorm car garden garage bed",
    "stadt land dorf zentrum innenstadt nähe ecke gegend umgebung nachbarschaft haus wohnung altbau ausland stadtrand stadtmitte norden süden osten westen bahnhof straße nebenhaus vorort moment hochhaus hotel hostel pension ferienwohnung wohnheim auto garten erdgeschoss seitenstraße nebenstraße nachbarstraße parallelstraße sackgasse stock miete arbeitsplatz parkplatz spielplatz sportplatz campingplatz heimweg rückweg hinweg umweg schulweg arbeitsweg bahnhof hauptbahnhof friedhof schulhof innenhof hinterhof bauernhof reiterhof supermarkt baumarkt flohmarkt weihnachtsmarkt kindergarten biergarten sitzplatz stellplatz studienplatz weinberg weltuntergang eigenheim umkreis",
    "ville centre campagne village quartier coin banlieue étranger nord sud est ouest maison appartement immeuble étage hôtel hotel camping internat voiture jardin gare côté bout moment bord mer montagne périphérie",
    "ciudad pueblo centro barrio campo zona afueras norte sur este oeste extranjero casa piso edificio esquina lado hotel hostal pensión camping coche estación momento playa sierra costa montaña provincia",
    "città paese centro campagna quartiere zona periferia estero nord sud est ovest casa appartamento palazzo piano momento albergo hotel campeggio macchina giardino mare montagna stazione dintorni affitto",
    "עיר בעיר העיר במרכז מרכז כפר השכונה שכונה אזור הבניין בניין לידכם רחוק קרוב קרובה צפון דרום מזרח מערב בחוץ הרחוב כאן פה בית הבית דרך",
    "المدينة البلد القرية المنطقة الحي العمارة البناية قريب قريبة بعيد بعيدة جنبكم جنبكن حدكم هون هنا الشارع وسط مركز الشمال الجنوب الخارج البيت الدار الطريق",
)
# Behind these it is told where the house stands, which is no name.
BEYOND = STOPS | _words(
    "just right past near behind next opposite beside close close-by round across from so but if that gleich direkt neben nahe gegenüber falls hinterm juste derrière près face devant tout justo cerca detrás junto frente enfrente encima",
    "vicino dietro sopra proprio dopo davanti accanto sotto ma ממש ליד מול מאחורי מעל אחרי לפני קרוב צמוד جنب جنبكم قريب قريبة ورا وراء مقابل قبال حد بعد قبل بجانب خلف تحت فوق وبقدر وبدي",
    "minutes minuten minuti minutos zuhause daheim zu hause",
)


def is_kind(word: str) -> bool:
    folded = word.casefold()
    return folded in KINDS_BEFORE or folded in KINDS_BEHIND


# "In", "to", "from", "and" of Hebrew and Arabic.
_WRITTEN_ONTO = frozenset("בלמהו" + "بفلو")


def without_prefix(word: str) -> str:
    """A Hebrew or Arabic word without the preposition written onto it, where a kind is left."""
    for length in (1, 2):
        if word[0] in _WRITTEN_ONTO and word[length:] in KINDS_BEFORE:
            return word[length:]
    return word
