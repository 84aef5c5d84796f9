"""Whether a message asks about a matter of health: a condition, or what a treatment has left behind. Pure."""

import re
from functools import cache

from msgspec import Struct


class HealthWords(Struct, frozen=True):
    """Regular expressions of one language. matter: a condition. symptom: what a body does that it should not.
    asks: that it is asked whether something is all right. since: that a treatment may have done it. own: that
    the condition is one's own."""

    matter: str
    symptom: str
    asks: str
    since: str
    own: str


WORDS = {
    "en": HealthWords(
        matter=r"pregnan\w+|expecting|for the baby|trimester|weeks gone|breast ?feeding|allerg\w+|eczema|psoriasis|dermatitis|diabet\w+|epilep\w+|asthma\w*|pacemaker|blood (?:thinners?|pressure|clots?)|thrombosis|varicose|chemo\w*|cancer|slipped disc|herniat\w+|sciatica|surgery|operation|stitches|(?:heart|skin|scalp|thyroid) (?:condition|problem|issue)s?|medication|antibiotics|accutane|lice|nits|ringworm|fever|covid|infection|(?:bad|dodgy|injured) (?:back|neck|shoulder|knee)|months gone",
        symptom=r"itch\w*|rash\w*|swollen|swelling|blister\w*|burning|stings?\b|sore\b|peeling|flaking|hives|welts?|bald patch\w*|hair (?:is )?falling out|dizzy|numb",
        asks=r"is it (?:ok|okay|safe|alright|bad|dangerous)|safe\b|ok(?:ay)? (?:to|for|if|with)|can i (?:still|have|get)|should i|allowed|harm\w*|dangerous|any risk|normal\b|(?:do|can) (?:you|u) (?:still )?(?:do|take|treat)",
        since=r"since|after|from (?:the|your)|last (?:time|week)|yesterday",
        own=r"i'?m|i am|i'?ve|i have|i get|my|me",
    ),
    "de": HealthWords(
        matter=r"schwanger\w*|(?:im )?(?:\w+en|\d\.) monat|fürs baby|ungeboren\w*|in anderen umständen|stille\b|stillzeit|monat schwanger|\w*allerg\w+|\w*unverträglich\w*|neurodermitis|schuppenflechte|psoriasis|ekzem\w*|diabet\w+|zuckerkrank\w*|epilep\w+|asthma\w*|herzschrittmacher|blutverdünn\w+|bluthochdruck|thrombose|krampfadern|chemo\w*|\w*krebs|bandscheib\w+|ischias|hexenschuss|\w*operier\w*|op\b|narbe|schilddrüse\w*|medikament\w*|antibiotik\w+|läuse|fieber|corona|entzünd\w+|herzkrank\w*|hautkrank\w*",
        symptom=r"juck\w*|ausschlag|geschwollen\w*|schwillt|quaddeln|blasen|brennt|brennen|schuppt|schuppen|pickel|haarausfall|schwindlig|taub\b|gerötet|rötung|wund",
        asks=r"darf (?:ich|man)|kann (?:ich|man|sie|er)|geht das|ist das (?:ok|okay|schlimm|gefährlich|normal|sicher|bedenklich)|schäd\w+|schlimm|gefährlich|unbedenklich|verträg\w*|vertrag\w*|trotzdem|erlaubt|was (?:soll|kann|mach)",
        since=r"seit|nach (?:der|dem|eurer|ihrer)|vom letzten|letztes mal|gestern",
        own=r"ich|i|bin|hab\w*|mein\w*|mir",
    ),
    "fr": HealthWords(
        matter=r"enceinte|pour le bébé|mois de grossesse|grossesse|allait\w+|allerg\w+|intoléran\w+|eczéma|psoriasis|dermat\w+|diabét\w+|épilep\w+|asthm\w+|pacemaker|anticoagulant\w*|(?:de|ma|la) tension|phlébite|varices|chimio\w*|cancer|hernie|sciatique|opér(?:ée?|ation)|points de suture|thyroïde|médicament\w*|antibio\w*|poux|fièvre|covid|infection|mal (?:au|de) dos|cicatrice",
        symptom=r"gratt\w*|démang\w+|boutons?|plaques?|gonfl\w+|brûl\w+|rougeurs?|irrit\w+|pèle|pellicules|perds mes cheveux|vertiges|picot\w*|pique\b",
        asks=r"(?:je|elle|il|on) (?:peux|peut)|puis-je|est-ce (?:que|grave|dangereux|risqué)|c'est (?:grave|dangereux|risqué|normal|ok|bon|possible|mauvais)|dangereu\w+|risque\w*|contre-indi\w+|conseill\w+|quand même|y a un (?:risque|souci)|ça craint|faire quoi",
        since=r"depuis|après|suite à|de la dernière fois|hier",
        own=r"je|j'?(?:ai|suis)|chui|ma|mon|moi",
    ),
    "es": HealthWords(
        matter=r"embaraz\w+|(?:al|para el|a la) beb[ée]|meses de embarazo|lactan\w+|amamant\w+|dando (?:el )?pecho|alérgic\w+|alergia\w*|intoleran\w+|eccema|psoriasis|dermatitis|diabét\w+|diabetes|epilep\w+|asma\w*|marcapasos|anticoagulant\w*|(?:tensión|presión) (?:alta|baja|arterial)|hipertens\w+|trombosis|várices|varices|quimio\w*|cáncer|hernia\w*|ciática|operad[oa]|operaron|cirugía|puntos de sutura|tiroides|medicación|medicamento\w*|antibiótic\w+|piojos|liendres|fiebre|covid|infección|lumbalgia",
        symptom=r"pic(?:a|an|or|azón)\b|sarpullido|roncha\w*|granos|hinchad\w+|hinchazón|ard(?:e|en|or)\b|quema\b|irritad\w+|rojez|despellej\w+|caspa|se me cae el pelo|mare\w+|ampoll\w+|comezón",
        asks=r"(?:me |se )?pued(?:o|e|en)|podría|es (?:malo|seguro|peligroso|normal|grave)|hace (?:mal|daño)|peligr\w+|riesgo|contraindic\w+|pasa (?:algo|nada)|recomiend\w+|igual\b|qué hago|hay (?:algún )?problema",
        since=r"desde|después|tras\b|por (?:el|la) (?:tinte|color|tintura)|última vez|ayer",
        own=r"soy|estoy|tengo|tomo|padezco|sufro|yo|mi",
    ),
    "it": HealthWords(
        matter=r"incint\w+|(?:al|per il) (?:bambino|bimbo|feto)|mese di gravidanza|gravidanza|allatt\w+|allergi\w+|intolleran\w+|eczema|psoriasi|dermatite|diabet\w+|epile\w+|asma\w*|pacemaker|anticoagulant\w*|(?:la )?pressione (?:alta|bassa)|trombosi|flebite|varici|chemio\w*|tumore|cancro|ernia|sciatica|operat[oa]|operazione|intervento|punti di sutura|tiroide|medicin\w*|farmac\w*|antibiotic\w+|pidocchi|febbre|covid|infezione|mal di schiena|cervicale|cicatric\w+",
        symptom=r"prud\w+|pizzic\w+|sfogo|bolle|gonfi\w*|brucia\b|bruciore|arrossat\w*|irritat\w*|rossore|spella\w*|forfora|perdo i capelli|giramenti|vesciche|macchie rosse",
        asks=r"(?:si |lo |la )?(?:può|posso|possono)|potrei|potrebbe|fa male|è (?:pericoloso|normale|grave|sicuro|rischioso)|pericolos\w+|rischi\w*|controindic\w+|succede (?:qualcosa|niente)|consigli\w+|lo stesso|cosa (?:faccio|devo)|c'è (?:qualche )?problema|va bene (?:se|lo stesso|per)",
        since=r"da quando|dopo|dall'ultima|ultima volta|ieri|per (?:il|la) (?:tinta|colore)",
        own=r"sono|ho|soffro|prendo|io|mia|mio",
    ),
    "he": HealthWords(
        matter=r"(?:ב|ש|ו|ל)?ה?י?ריון|מיניקה|הנקה|אלרגי\S*|רגיש(?:ות|ה|ים)?|אקזמה|פסוריאזיס|סבוריאה|סוכרת\S*|אפילפסיה|אסתמה|קוצב|מדלל\S* דם|לחץ דם|קריש\S*|דליות|כימו\S*|סרטן|פריצת דיסק|בקע|ניתוח|תפרים|בלוטת התריס|תרופ\S*|אנטיביוטיקה|כינים|יש לי חום|קורונה|דלקת|כאבי גב|צלקת",
        symptom=r"מגרד\S*|גירוד\S*|פריחה|נפוח\S*|נפיחות|שורף|שורפת|צריבה|אדמומיות|מתקלף|קשקשים|נושר|נשירה|סחרחורת|שלפוחיות|פצע\S*",
        asks=r"אפשר|מותר|האם|יכול\S*|אוכל|מסוכן|זה (?:בסדר|בטוח|נורמלי|מזיק|רע)|מזיק|סיכון|בעיה|מומלץ|כדאי|בכל זאת|מה לעשות",
        since=r"מאז|אחרי|מהפעם|מהצבע|מהצביעה|אתמול",
        own=r"אני|יש לי|אצלי|עברתי",
    ),
    "ar": HealthWords(
        matter=r"حامل|الحمل|حبلى|مرضع\S*|برضع|(?:ال)?حساسي\S*|متحسس\S*|[أا]تحسس|إكزيما|اكزيما|صدفية|(?:ال)?سكري|سكر\b|صرع|ربو|منظم قلب|مسيل\S* دم|مميع\S*|ضغط (?:دم|عالي|واطي)|ضغطي|جلطة|دوالي|كيماوي|سرطان|ديسك|انزلاق|عملية|غرز|الغدة|دواء|دوا(?!\w)|ادوية|أدوية|مضاد حيوي|قمل|حرارة|سخونة|كورونا|التهاب|ندبة",
        symptom=r"(?:ب|ت|عم ت|عم ب)?حك\S*|حكة|طفح|حبوب|متورم\S*|تورم|منفوخ\S*|حرقة|بيحرق\S*|بتحرق\S*|احمرار|بيقشر|قشرة|(?:ب|ع)?يتساقط|تساقط|دوخة|فقاعات",
        asks=r"ممكن|هل|فيني|بقدر|بيصير|يصير|عادي|خطر\S*|بيضر|مضر|يضر\S*|آمن|مسموح|مشكلة|بتنصح\S*|شو [أا]?عمل|لازم|بأثر\S*|يؤثر|في مانع",
        since=r"من وقت|من بعد|بعد|من (?:الصبغة|المرة)|مبارح|أمس|من يوم",
        own=r"انا|أنا|عندي|معي|بعاني|باخد|صاير",
    ),
}  # fmt: skip
QUESTION = re.compile("[?؟]")


def asks_about_health(lowered: str, language: str) -> bool:
    """Whether a text in lower case asks about a condition, or tells of a symptom since a treatment."""
    if _has(lowered, language, "symptom") and _has(lowered, language, "since"):
        return True
    is_asked = bool(QUESTION.search(lowered)) or _has(lowered, language, "asks")
    return is_asked and names_health(lowered, language)


def tells_of_own_health(lowered: str, language: str) -> bool:
    """Whether a text in lower case tells of a condition of whoever writes: "I'm allergic to ammonia, just so
    you know"."""
    return _has(lowered, language, "own") and names_health(lowered, language)


def names_health(lowered: str, language: str) -> bool:
    """Whether a text in lower case has a condition in it, as the name of a service may."""
    return _has(lowered, language, "matter")


def _has(lowered: str, language: str, part: str) -> bool:
    return bool(_pattern(language, part).search(lowered))


@cache
def _pattern(language: str, part: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{getattr(WORDS[language], part)})(?!\w)")
