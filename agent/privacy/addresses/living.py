"""The words by which somebody says where they live, are, or want something sent to."""

import re

from agent.languages.patterns.screen import Screen

# Behind these stands a home, whatever it is called.
_LIVES = (
    r"(?:i|we|they|he|she|who|mum|mom|dad|gran|nan|(?:my|our) [^\W\d_]+)(?:['’](?:ve|s|re))? (?:(?:still|just|only|actually|now|currently|both|all|also|been) ){0,2}(?:live|lives|lived|living|reside|resides|staying|stay|stays|dwell|lodge|rent|based)(?: (?:just|over|up|down|out|round|way|alone|now|together|still|right)){0,2}"
    r"|(?:living|staying|resident)(?= (?:at|in|on|off))|(?:my|our|his|her) (?:house|home|place|flat|cottage|farm|cabin|caravan|houseboat|mum['’]s|gran['’]s)(?: is|['’]s)?(?: (?:called|just|up|down|over)){0,2}",
    r"(?:ich |wir |sie |er )?(?:wohn(?:e|en|t|haft)?|lebe|leben|hause|residiere)(?: (?:ich|wir|sie|er|ja|hier|jetzt|zurzeit|zur zeit|gerade|derzeit|momentan|gleich|direkt|schon|noch|doch|nämlich|übrigens|seit \w+|aktuell|allein\w*)){0,3}"
    r"|(?:mein|unser)e? (?:haus|wohnung|hof|zuhause|zu hause|hütte|bude|adresse)(?: (?:ist|liegt|steht|befindet sich|heißt)){1}(?: (?:gleich|direkt|oben|unten|hinten)){0,2}|(?:zuhause|daheim|zu hause)(?: bin ich| sind wir)?(?= (?:in|im|am|an|auf))|(?:bin|sind|ist)(?= (?:im|am|in|an|auf) [^,.;!?\n]{3,40} (?:zuhause|daheim|zu hause)(?!\w))",
    r"(?:j['’ ]?|je |on |nous |il |elle |ils |qui )(?:habit\w+|log\w+|vi[ts]|vivons|vivent|résid\w+|demeur\w+|crèch\w+|séjourn\w+)(?: (?:actuellement|maintenant|juste|seule?|toujours|encore|tous|aussi|ici)){0,2}"
    r"|(?:chez (?:moi|nous),? c['’]est|(?:ma|notre) (?:maison|baraque|ferme)(?: (?:est|se trouve|c['’]est|s['’]appelle))|(?:mon|notre) (?:appart\w*|domicile|studio|logement)(?: (?:est|se trouve|c['’]est)))",
    r"(?:viv(?:o|imos|e|en|ía)|resid(?:o|imos|e)|habito|habitamos|(?:estoy |estamos )?(?:alojad|hospedad)[oa]s?|me (?:alojo|hospedo|quedo)|nos (?:alojamos|hospedamos|quedamos))(?: (?:ahora|actualmente|sol[oa]|aquí|ahí|justo|también|cerca)){0,2}"
    r"|(?:mi|nuestra|nuestro) (?:casa|piso|departamento|depa|apartamento|domicilio|rancho|hogar)(?: (?:está|es|queda|se llama|se encuentra))",
    r"(?:abit(?:o|iamo|a|ano)|viv(?:o|iamo|e|ono)|risied(?:o|iamo|e)|allogg(?:io|iamo|ia)|dimor(?:o|iamo)|st(?:o|iamo) di casa)(?: (?:adesso|ora|attualmente|proprio|da sol[oa]|qui|sempre|anche|ancora)){0,2}"
    r"|(?:casa (?:mia|nostra)|la (?:mia|nostra) casa|il (?:mio|nostro) (?:appartamento|domicilio|palazzo))(?: (?:è|sta|si trova|si chiama))",
    r"(?:גר|גרה|גרים|גרות|מתגורר(?:ת|ים)?|מתאכסנת?|ה?בית(?: (?:שלי|שלנו))(?: (?:נמצא|זה|הוא)){0,2}|ביתי|ביתנו|ה?דירה (?:שלי|שלנו)(?: נמצאת)?)(?: (?:כרגע|עכשיו|היום|לבד|ממש)){0,2}",
    r"(?:ساكن(?:ة|ين|ه)?|[اأن]سكن|بسكن|منسكن|عايش(?:ة|ين)?|مقيم(?:ة|ين)?|[اأن]قيم|نازل(?:ة|ين)?|بيت(?:ي|نا)|دار(?:ي|نا)|شقت(?:ي|نا)|منزل(?:ي|نا)|سكن(?:ي|نا))(?: (?:حاليا|هلأ|حاليًا|موجود|موجودة)){0,2}",
)
# Behind these a home is one by its kind: "we're at the Old Forge", but not "we're at the station".
_IS_THERE = (
    r"(?:i['’]?m|i am|we['’]?re|we are|currently|meet (?:me|us)|find (?:me|us)|come(?: round| over| by| out| up| down)?(?= to)|(?:send|post|deliver|bring|mail|ship|drop|addressed?|invoice|bill|letter|parcel|voucher|card)(?: [^\W\d_]+){0,4}(?= (?:to|at|off at|by))|(?:pick|collect|fetch)(?: [^\W\d_]+){0,3}(?= (?:at|from|on))|visit|visits? (?:me|us))(?: (?:just|all|over|up|down|out|actually|now|still|currently|based|staying|goes|go)){0,2}",
    r"(?:bin|sind|komm(?:en|t|e)?(?: (?:sie|ihr|bitte|zu uns|zu mir)){0,3}|(?:schick|send|liefer|bring|stell|hol)\w*(?: [^\W\d_]+){0,4}?|rechnung(?: bitte| geht)?|post|treffen (?:wir )?uns)(?: (?:gerade|noch|bitte|jetzt|gleich|hier|oben)){0,2}",
    r"(?:(?:je |j['’])suis|jsuis|on est|nous sommes|venez|passez|viens|(?:envoy|livr|expédi|dépos)\w+(?: [^\W\d_]+){0,3}?|factures?|courrier|rendez-vous|rdv|retrouv\w+[- ]nous)(?: (?:actuellement|juste|toujours|encore|là|me voir|nous voir)){0,2}",
    r"(?:estoy|estamos|ando|vengan?|venid|ven|pasad|pasen|(?:mand|env[ií]|entreg|llev|recoj|recog)\w+(?: [^\W\d_]+){0,3}?|nos vemos|quedamos|factura|soy|somos)(?: (?:ahora|aquí|justo|ahí)){0,2}",
    r"(?:sono|siamo|sto|stiamo|venite|vengano?|vieni|passate|passi|(?:sped|mand|invi|port|consegn)\w+(?: [^\W\d_]+){0,3}?|ci vediamo|fattura|ci troviamo)(?: (?:ora|adesso|qui|proprio)){0,2}",
    r"(?:אני|אנחנו|אנו|נמצא(?:ת|ים)?|בואו|תבואו|תגיעו|תשלחו|שלחו|נפגש|ניפגש)(?: (?:כרגע|עכשיו|נמצאת?|נמצאים|אליי|אלינו)){0,2}",
    r"(?:[اأ]نا|[إاأ]حنا|نحنا|نحن|تعالوا|تعالي|(?:ابع|وصل|أرسل|ارسل|جيب)\w+(?: [^\W\d_]+){0,2}?|لاقوني|منلتقي)(?: (?:هلأ|موجود|موجودة|موجودين|حاليا)){0,2}",
)


def _behind(frame: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’])(?:{frame})(?!\w)[,:]? ", re.I)


# Each with whether whatever stands behind it is a home.
LIVING: Screen[bool] = Screen(
    [*((_behind(frame), True) for frame in _LIVES), *((_behind(frame), False) for frame in _IS_THERE)]
)
