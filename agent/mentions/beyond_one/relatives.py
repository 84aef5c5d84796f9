"""Those for whom people book besides themselves: one other person (``ONE``) and several (``SEVERAL``), in
each language, as parts of regular expressions over lower-case text. Hebrew and Arabic write "for" and "and"
onto the word."""

import re
from functools import cache


def _any(words: str) -> str:
    return rf"(?:{'|'.join(words.split())})"


_EN = r"(?:(?:step|half|grand|god|great|foster)[- ]?)?"
_EN_BASE = "mum|mummy|mom|mommy|mam|mother|dad|daddy|father|pa|ma|parent|son|daughter|sister|sis|brother|bro|child|kid"
_FR_FAR = "(?:(?:beau|belle|grand|arrière|petite?|demi)-?)?"
_IT_SMALL = "(?:in[oa]|ett[oa]|ucci[oa]|on[ea])?"

ONE = {
    "en": rf"(?:{_EN}(?:{_EN_BASE})(?:[- ]in[- ]law)?|"
    + _any(
        """wife wifey husband hubby partner boyfriend girlfriend spouse fianc[ée]e? bride groom friend bestie buddy mate flatmate roommate
        housemate colleague co-?worker boss neighbou?r cousin niece nephew aunt auntie aunty uncle gran granny grannie grandma grandpa gramps grams grammy pops
        grandad granddad nan nana nanny baby toddler girl boy teen(?:ager)? twin lad lass missus"""
    )
    + ")",
    "de": _any(
        r"""\w*frau mann ehemann gatt(?:e|in) partner(?:in)? freund(?:in)? (?:schwieger|stief|groß|ur)?-?(?:mutter|vater|sohn\w*|tochter|eltern)
        mama mami mutti mutter papa papi vati (?:ur)?(?:oma|opa|omi|opi) schw[äe]ster(?:chen|herz)? bruder brüderchen (?:halb|stief)(?:schwester|bruder)
        schwager schwägerin tante tantchen onkel (?:groß)(?:tante|onkel) cousine? cousin nichte neffen? enkel(?:in|kind|sohn|tochter)? kolleg(?:in|en?)
        chef(?:in)? nachbar(?:in|n)? mitbewohner(?:in)? verlobte\w* kumpel kind baby jungen? mädchen bub töchterchen söhnchen patenkind zwilling
        trauzeug(?:e|in|en) kleine[nr]? große[nr]?"""
    ),
    "fr": rf"(?:{_FR_FAR}(?:mère|père|fils|fille|sœur|soeur|frère|maman)|"
    + _any(
        r"""femme mari épou(?:x|se) conjointe? compagn(?:on|e) copain copine chéri[e]? fiancée? mam[iy]e? mémé mamy? mamie papa papi papy pépé
        frangine? frérot nièce neveu tante tata tatie oncle tonton cousine? filleule? parrain marraine gendre bru amie? pote voisine? collègue
        coloc\w* patronne? enfant bébé gamine? jumeau jumelle petit-enfant bonhomme puce loulou"""
    )
    + ")",
    "es": _any(
        r"""mujer esposa marido esposo novi[oa] pareja prometid[oa] madre mam[áa] mami mamita padre pap[áa] papi papito hij(?:[oa]|it[oa])
        herman(?:[oa]|it[oa]) (?:hij|herman|madr|padr)astr[oa] amig(?:[oa]|uit[oa]) prim(?:[oa]|it[oa]) sobrin(?:[oa]|it[oa]) t[íi](?:[oa]|it[oa]) (?:bis)?abuel(?:[oa]|it[oa])
        (?:bis)?niet(?:[oa]|ecit[oa]|it[oa]) compañer[oa] carnal cuat[ae] cuñad[oa] suegr[oa] yerno nuera niñ(?:[oa]|it[oa]) bebé peque vecin[oa] jef[ea]
        ahijad[oa] padrino madrina yaya yayo nena nene chic[oa] gemel[oa]"""
    ),
    "it": _any(
        rf"""moglie marito compagn[oa] fidanzat[oa] ragazz[oa] spos[oa] madre mamma padre pap[àa] babbo figli[oa] figliol[oa] figlioccio sorell(?:a|ina) fratell(?:o|ino)
        sorellastra fratellastro amic[oa] amichett[oa] cugin{_IT_SMALL}[oa]? nipotin[oa] nipote zi(?:[oa]|ett[oa]) (?:bis)?nonn(?:[oa]|in[oa]) collega coinquilin[oa] bimb(?:[oa]|ett[oa])
        bambin[oa] bebè piccol[oa] suocer[oa] cognat[oa] genero nuora vicin[oa] capo gemell[oa] padrino madrina testimone"""
    ),
    "he": r"(?:ל?(?:אשתי|בעלי|חברי|חברתי|אחותי|אחי|אמי|אימי|אבי|בני|בתי|סבתי|סבי|שותפתי|שותפי|כלתי|חמותי|חמי|חתני|גיסתי|גיסי|דודתי|דודי|אחייניתי|אחייני|נכדתי|נכדי|ארוסתי|ארוסי|אשתו|בעלה|בנו|בתו|בתה|אמו|אמה|אביו|אחיו|אחותו|אחותה|חברו|חברתו)|"
    r"ל?ה?(?:אישה|אמא|אימא|אבא|אח|אחות|בן|בת|חבר|חברה|בן ?זוג|בת ?זוג|ילד|ילדה|סבתא|סבא|שותפה?|דודה?|בן דוד|בת דודה|שכנה?|ארוס|ארוסה|גיס|גיסה|אחיין|אחיינית|נכדה?|חמות|חם|כלה|חתן|קטנה?|תינוקת?|קולגה|בוס|תאומה?)(?: (?:שלי|שלנו|הקטנה?|הגדולה?))?)",
    "ar": r"(?:ل?(?:زوجتي|زوجي|مرتي|مراتي|جوزي|أختي|اختي|أخي|اخي|أخوي|اخوي|أخويا|اخويا|أمي|امي|أبي|ابي|ابوي|أبوي|ابويا|والدتي|والدي|ماما|بابا|ابني|إبني|بنتي|ابنتي|صديقتي|صديقي|صاحبي|صاحبتي|رفيقتي|رفيقي|خطيبتي|خطيبي|"
    r"جدتي|جدي|ستي|سيدي|تيتا|تيته|جدو|خالتي|خالي|عمتي|عمي|ولدي|زميلتي|زميلي|حماتي|حماي|حمايا|كنتي|صهري|زوجته|زوجها|ابنه|ابنها|بنته|بنتها|أخوه|أخوها|أخته|أختها|أمه|أمها|أبوه|أبوها|صاحبه|صديقته|حفيدي|حفيدتي|جارتي|جاري|طفلي|طفلتي|(?:ابن|بنت|ابنة|مرت|زوجة|زوج) (?:أخي|اخي|أختي|اختي|أخوي|اخوي|عمي|خالي|خالتي|عمتي)))",
}

SEVERAL = {
    "en": rf"(?:{_EN}(?:(?:{_EN_BASE})s(?:[- ]in[- ]law)?|children|mothers-in-law|sons-in-law|daughters-in-law)|"
    + _any(
        """boys girls siblings friends besties buddies twins triplets mates flatmates roommates housemates colleagues co-?workers
        neighbou?rs bridesmaids groomsmen cousins grandparents grandkids grandchildren nieces nephews aunts aunties uncles toddlers babies teens teenagers lads
        ladies lasses women men guests people persons folks rugrats munchkins"""
    )
    + r"|(?:little|young|wee|small) (?:ones|uns|'uns))",
    "de": _any(
        r"""(?:schwieger|stief|groß|urgroß)?-?(?:söhne?n?|töchtern?|eltern) jungs bub(?:en|s) mädels mädchen kindern? kids kiddies schwestern brüdern? geschwistern?
        freundinnen freunden? zwillingen? drillingen? kolleginnen brautjungfern trauzeug(?:en|innen) enkel(?:n|kindern?|innen|töchtern?|söhnen?) nichten tanten onkeln cousins cousinen vettern omas opas
        nachbarn nachbarinnen leuten? personen frauen männern? herren damen gästen? kumpels zwergen? mäusen?"""
    )[:-1]
    # "Für meinen Neffen" is one, "für meine Neffen" are several.
    + r"|(?<!inen )(?<!eren )(?<!den )(?<!dem )(?<!inem )(?:neffen|kollegen|jungen|kleinen|großen|enkel|onkel))",
    "fr": rf"(?:(?:mes|nos|deux|trois|quatre) (?:petits-|beaux-)?fils|(?:petites-|belles-)?filles|{_FR_FAR}?(?:sœurs|soeurs|frères)|(?:beaux|grands)-parents|grands-mères|grands-pères|petits-enfants|demoiselles d'honneur|"
    + _any(
        r"""garçons enfants frangines frérots ami[es]+ copines copains potes parents jumeaux jumelles triplés collègues voisines? petits petites
        gamin(?:e?s) gosses loulous bambins bébés mômes cousine?s nièces neveux tantes oncles filleule?s témoins personnes gens femmes hommes invitée?s"""
    )
    + ")",
    "es": r"(?:damas de honor|"
    + _any(
        r"""hij(?:[oa]s|it[oa]s) niñ(?:[oa]s|it[oa]s) chic[oa]s chiquill[oa]s chiquitines herman(?:[oa]s|it[oa]s) amig[oa]s padres gemel[oa]s melliz[oa]s trillizos prim(?:[oa]s|it[oa]s) compañer[oa]s
        sobrin(?:[oa]s|it[oa]s) niet(?:[oa]s|ecit[oa]s|it[oa]s) abuel(?:[oa]s|it[oa]s) t[íi][oa]s cuñad[oa]s suegros vecin[oa]s personas peques pequeñ(?:[oa]s|aj[oa]s|it[oa]s) chamac[oa]s nen[ea]s bebés invitad[oa]s mujeres hombres"""
    )
    + ")",
    "it": _any(
        r"""figli[e]? figliol[ie] bimb[ie] bimbett[ie] bambin[ie] ragazz[ie] sorelle sorelline fratelli fratellini amic(?:i|he) genitori gemell(?:i|e|ini|ine) cugin(?:i|e|etti|ette) damigelle
        collegh[ie] persone donne uomini nipoti nipotin[ie] zi[ie] nonn[ie] suoceri cognat[ie] vicin[ie] piccol[ie] piccolin[ie] testimoni invitat[ie]"""
    ),
    "he": r"(?:ל?ה?(?:ילדים|ילדות|ילדי|ילדיי|בנים|בנות|בנותיי|אחים|אחיות|אחיותיי|חברים|חברות|חברותיי|הורים|הוריי|תאומים|תאומות|בני(?:י| ה\w+| דוד\w*)|שושבינות|נכדים|נכדות|נכדיי|אחיינים|אחייניות|אנשים|נשים|גברים|קטנים|קטנטנים|סבים|דודים|דודות|קולגות|תינוקות|בחורות|אורחים))",
    "ar": r"(?:ل?(?:أولادي|اولادي|ولادي|بناتي|أبنائي|ابنائي|أطفالي|اطفالي|أخواتي|اخواتي|إخوتي|اخوتي|إخواني|صديقاتي|صاحباتي|أصدقائي|اصدقائي|اصحابي|أصحابي|والديّ?|أهلي|أحفادي|احفادي|خالاتي|عماتي|أعمامي|أخوالي|زميلاتي|زملائي|صغاري|"
    r"بنات|أولاد|اولاد|أطفال|اطفال|أشخاص|اشخاص|أنفار|صديقات|صبايا|شباب|نساء|رجال|ولدين|بنتين|توأمي|توأم|نفر))",
}  # fmt: skip


@cache
def _one(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{ONE[language]})(?!\w)", re.I)


def names_somebody_else(text: str, language: str) -> bool:
    """Whether a relative or a friend is named, for whom something may be wanted."""
    return bool(_one(language).search(text))
