"""How people are and what they cry out: what follows "I am" and is no name."""

import re

from agent.languages.vocabulary.closed_classes import word_set
from agent.privacy.given_names import GIVEN_NAMES
from agent.privacy.health.finder import health_words

# What people are, after "I am", that is no name and no word of sentences alone.
_STATES = {
    "en": "pregnant tired hungry ill sick late early ready sorry fine good sure busy free new old lost confused stuck serious joking kidding flexible "
    "driving outside inside online home married single vegan blind deaf asking calling texting done knackered shattered wrecked exhausted starving gutted swamped slammed fried drained zonked pooped stressed wiped hungover bored sad happy mad angry interested anonymous available allergic",
    "de": "schwanger müde krank spät bereit fertig neu alt unsicher sicher frei verwirrt flexibel unterwegs draußen drin daheim beschäftigt spontan gespannt stammkunde stammkundin "
    "neukunde neukundin allergisch anonym anonyme raus dabei weg ratlos genervt verheiratet kaputt platt erledigt fertig erschöpft gestresst hundemüde todmüde alle durch zuhause dort drüben dran",
    "fr": "enceinte malade fatigué fatiguée fatigue épuisé épuisée claqué claquée naze vanné vannée mort morte débordé débordée prêt prête pret prete perdu perdue sûr sûre sur nouveau nouvelle libre occupé occupée pressé pressée disponible dispo désolé désolée "
    "intéressé intéressée allergique allergic marié mariée anonyme dehors retard route crevé crevée client cliente dessus partante partant",
    "es": "embarazada embarazado enfermo enferma cansado cansada agotado agotada muerto muerta hecho hecha molido molida reventado reventada liado liada nuevo nueva libre ocupado ocupada listo lista perdido perdida seguro segura alérgica alérgico alergica alergico mayor menor "
    "cliente clienta anónimo anónima anonimo anonima clienta casada soltera diabética diabético celiaca zurda calva calvo",
    "it": "incinta malato malata stanco stanca distrutto distrutta sfinito sfinita esausto esausta cotto cotta morto morta nuovo nuova libero libera occupato occupata pronto pronta perso persa sicuro sicura allergica allergico cliente anonimo anonima sposata "
    "indeciso indecisa raffreddata raffreddato curioso curiosa disponibile flessibile fuori casa viaggio macchina",
    "he": "בהריון בדרך עסוק עסוקה עייף עייפה הרוג הרוגה גמור גמורה מת מתה מותש מותשת סחוט סחוטה לחוץ לחוצה חולה מאחר מאחרת מחכה נוסע נוסעת נוהג נוהגת פנוי פנויה מוכן מוכנה בעבודה בבית בחוץ חדש חדשה לקוח לקוחה אלרגי אלרגית מתלבט מתלבטת "
    "מבולבל מבולבלת אנונימי אנונימית גמיש גמישה בטוח בטוחה מצטער מצטערת מסכים מסכימה רעב רעבה ממהר ממהרת",
    "ar": "حامل مشغول مشغولة تعبان تعبانة ميت ميتة هلكان هلكانة مرهق مرهقة مضغوط مضغوطة منهك منهكة مريض مريضة جاهز جاهزة متأخر متأخرة مستعجل مستعجلة موافق موافقة جديد جديدة زبون زبونة زبونتكم بالطريق بالسيارة بالبيت بالشغل فاضي فاضية متردد مترددة "
    "آسف آسفة متأسف محتار محتارة متزوجة متزوج عروس زعلان زعلانة جوعان جوعانة برا مجهول",
}
# Faiths and peoples that are names as well, or of which lists of names have a few.
_PEOPLES = {
    "en": "christian jewish jew muslim hindu sikh buddhist catholic protestant baptist german french english irish scottish welsh dutch polish spanish greek turkish "
    "israeli arab indian chinese dane swede finn scot frank earnest gay merry sunny happy",
    "de": "jude jüdin christ christin muslim muslima moslem hindu sikh buddhist katholik katholikin protestant heide deutscher deutsche österreicher schweizer franzose "
    "franzosin däne dänin schwede pole polin russe russin türke türkin grieche araber schotte ire brite israeli berliner wiener sachse bayer schwabe friese",
    "fr": "juif juive chrétien chrétienne chretien chretienne musulman musulmane hindou sikh bouddhiste catholique protestant protestante français française "
    "allemand allemande anglais anglaise breton bretonne basque picard normand grec turc arabe israélien israélienne belge suisse polonais",
    "es": "judío judía judio judia cristiano cristiana musulmán musulmana hindú budista católico católica evangélico español española alemán alemana francés francesa "
    "inglés inglesa catalán catalana vasco vasca gallego gallega moreno morena rubio rubia árabe israelí",
    "it": "ebreo ebrea cristiano cristiana musulmano musulmana induista buddista cattolico cattolica italiano italiana tedesco tedesca francese inglese greco greca turco "
    "romano romana toscano sardo siciliano lombardo veneto arabo israeliano",
    "he": "יהודי יהודיה נוצרי נוצריה מוסלמי מוסלמית דרוזי דרוזית הינדי בודהיסט דתי דתייה דתיה חילוני חילונית חרדי חרדית ישראלי ישראלית ערבי ערבייה גרמני רוסי "
    "רוסייה צרפתי",
    "ar": "مسلم مسلمة مسيحي مسيحية يهودي يهودية درزي درزية هندوسي بوذي عربي عربية سوري سورية لبناني لبنانية مصري مصرية سعودي سعودية ألماني ألمانية فرنسي تركي",
}
# Endings of words that say how somebody or something is, where these are written small after "I am" and "it
# is".
_ADJECTIVE = {
    "en": re.compile(r"(?:[^aeiou]ed|ing|ful|ous|[ai]ble|less|ated|gent|vate|ecret|ently|tely|ally|ish)$"),
    "de": re.compile(r"(?:[^n]ig|lich|isch|bar|los|haft|iert|end|ger|privat|geheim|egal|wurscht)$"),
    "fr": re.compile(r"(?:[^dnr]é|[^r]ée|eux|euse|[ai]ble|ique|[^i]if|aire|gent|gente|cret|ète|nul|nulle)$"),
    "es": re.compile(r"(?:[^rh]ado|[^h]ada|[^d]ido|[^d]ida|oso|[^r]osa|ble|ivo|iva|gente|creto)$"),
    "it": re.compile(r"(?:[^n]ato|[^n]ata|uto|uta|ente|bile|[^r]oso|iva|egreto|etta)$"),
    "he": re.compile(r"^(?:פרטי|דחוף|סודי|חשוב|מסובך|סוד|אישי|משעמם|מעצבן|מוזר|מיותר)$"),
    "ar": re.compile(r"^(?:خاص|سر|ضروري|مهم|معقد|شخصي|سري|غريب|مزعج|ممل|صعب|سهل|مستعجل)$"),
}
# Hebrew "in the", Arabic "at the": a place or a state.
SITUATION = re.compile(
    r"ב(?![רתנו])[\u05d0-\u05ea]{3}|(?:بال|عال|لل|فال)[\u0621-\u064a]{2}|(?:di|in|a|al|de|en|im|in|am|auf|on|at) ",
    re.I,
)
_EXCLAMATIONS = word_set(
    "omg ugh uff puh pfui ouf aïe uf aj oof wow wtf smh ffs nvm gosh geez jeez rude huh eek yikes hä nanu igitt mist mince zut punaise flûte caramba ostras jolines "
    "jolín uffa accidenti cavolo mannaggia accidempoli אוף אוי וואו אויש יו أوف اوف أف اف ياه يالله ولك"
)


def is_state(text: str, language: str) -> bool:
    """Whether a text tells how somebody is, or of their health, rather than what they are called."""
    told = {word.casefold() for word in text.split()}
    if told <= GIVEN_NAMES:
        return False
    if SITUATION.match(text) or any(
        _ADJECTIVE[tag].search(word) for word in told - GIVEN_NAMES for tag in (language, "en")
    ):
        return True
    return any(is_state_word(word, language) for word in told) or any(True for _ in health_words(text, ()))


def is_state_word(word: str, language: str) -> bool:
    """Whether a word says how somebody is, or only how they feel about being asked."""
    return any(
        word.casefold() in _STATES[tag].split() or word.casefold() in _EXCLAMATIONS
        for tag in ("en", language)
    )


def is_adjective(word: str, language: str) -> bool:
    """Whether a word ends as those do that say how somebody is: "knackered"."""
    return any(_ADJECTIVE[tag].search(word.casefold()) for tag in ("en", language))


def is_people(word: str, language: str) -> bool:
    """Whether a word says of what faith or people somebody is, though it may be their name."""
    return word.casefold() in _PEOPLES[language].split()
