"""Whether a whole message takes back what was done just before: "scrap it", "mach das rückgängig". It agrees
to nothing: it asks for a summary, as every wish to cancel. Pure."""

from functools import cache

from agent.assent.kinds import grammar_of
from agent.assent.phrase import AFTER, BESIDE, NO, SOFT, WAIT, WEAK, YES, Phrase, Tokens, parse_phrase

UNDO = {
    "en": """
        can_you|could_you|would_you|you_can|i_want_to|id_like_to|lets|just? undo|scrap|scratch|reverse|revert|revoke|rescind|void|unbook|unmake|kill|ditch|dump|axe|bin|chuck|erase|wipe|withdraw|retract|drop it|that|this|everything|the_booking|my_booking|the_appointment|my_appointment|the_whole_thing|all_of_it all|again|out?
        take|put|roll|call|turn|wind it|that|this|everything|the_booking back|off
        roll|take back|off it|that|the_booking?
        make it|that undone|unhappen
        unbook|undo me?
    """,
    "de": """
        kannst|könntest|können|könnten|bitte? du|sie|ihr? mach|mache|machs|machen|macht sie|du|mal? das|es|alles|die_buchung|den_termin? ganze? mal|wieder|bitte|gleich? rückgängig|ungeschehen|weg|kaputt
        kannst|könntest|können|könnten du|sie|ihr das|es|alles|die_buchung|den_termin mal|wieder|bitte? rückgängig|weg machen|wegmachen
        nimm|nehmen|nehmt|zieh|ziehen|zieht|hol|dreh sie|ihr? das|es|alles|die_buchung|den_termin mal|wieder|bitte? zurück|raus|weg
        verwirf|verwerfen|widerruf|widerrufe|widerrufen|lösch|lösche|löschen|streich|streiche|streichen|kipp|kippe|schmeiß|schmeiss|tilge|kill sie|ihr? das|es|alles|die_buchung|den_termin mal|wieder|bitte|ganz? weg|raus?
        rückgängig machen|bitte?
        alles? zurück auf_anfang?
    """,
    "fr": """
        tu_peux|vous_pouvez|pouvez_vous|peux_tu|on_peut|il_faut? défai{s,tes,re,tesle,sle}|annule{,z,r}|supprime{,z,r}|efface{,z,r}|enlève{,z}|enlever|retire{,z,r}|vire{,z,r}|jette{,z}|jeter|révoque{,z,r}|laisse{,z}_tomber le|la|ça|cela|tout|tout_ça|la_réservation|le_rendez_vous|le_rdv|tout_de_suite?
        le|la défaire|annuler|supprimer|retirer
        reviens|revenez|revenir en_arrière|dessus|là_dessus
        fais|faites|faire machine|marche arrière
        remets|remettez ça|tout comme_avant
    """,
    "es": """
        puedes|puede|pueden|podéis|por_favor? desha{z,zlo,zla,ga,gan,gala,galo,cer,cerlo,cerla,cedlo,cedla}|reviert{e,a,elo,ela,alo,ala}|revertir{,lo,la}|revoc{a,ala,alo,ar,arla}|anul{a,ala,alo,ela,elo,ar,arla,arlo,en,enla}|borr{a,ala,alo,ela,elo,ar,arla}|quit{a,ala,alo,ela,elo,ar,arla}|tir{a,ala,alo,ela}|elimin{a,ala,alo,ela,elo,ar,arla}|descart{a,ala,alo,ela} eso|esto|todo|la_cita|la_reserva|lo|lo_de|lo_del|lo_que_hiciste|la_última?
        da|dale|dé|vuelve|vuelva marcha? atrás
        lo|la deshaces|deshace|anulas|quitas|borras
    """,
    "it": """
        puoi|può|potete|mi? disfa{,i,lo,la,re,te}|disfarl{o,a}|annull{a,i,alo,ala,are,arlo,arla,ate}|cancell{a,i,alo,ala,are,arlo,arla,ate}|revoc{a,ala,are}|revochi|togli{,lo,la,ere,erlo,erla,ete}|elimin{a,i,alo,ala,are}|butt{a,ala,alo}|leva{,lo,la} tutto|quello|questo|ciò|la_prenotazione|l_appuntamento|via|che_hai_fatto?
        torna|torni|tornate|facciamo|fai|faccia marcia? indietro
        come_non_detto
        lo|la annulli|disfi|tolga
    """,
    "he": """
        אפשר|תוכל|תוכלי|בבקשה? תבטל|תבטלי|תבטלו|בטל|בטלי|בטלו|לבטל|תמחק|תמחקי|תמחקו|מחק|מחקי|למחוק|תוריד|תורידי|תורידו|להוריד|תזרוק|תזרקי|תזרקו|תחזיר|תחזירי|תחזירו|להחזיר|תסיר|תסירי|תסירו את? זה|הכל|ההזמנה|התור|אותו|אותה|אותי|מה_שעשית אחורה|לאחור|חזרה|מזה|מהיומן|מהרשימה?
        תחזיר|תחזירי|תחזירו|להחזיר אחורה|לאחור|חזרה
        תחזור|תחזרי|תחזרו|נחזור|לחזור אחורה|לאחור|בך|בכם
    """,
    "ar": """
        ممكن|لو_سمحت|رجاء|ارجوك? الغ|الغي|الغيه|الغيها|الغوه|الغوها|تلغي|تلغيه|تلغيها|امسح|امسحه|امسحها|امسحي|احذف|احذفه|احذفها|احذفي|شيل|شيلي|شيلوا|شيله|شيلها|شيلوه|شيلوها|كنسل|كنسله|كنسلها|كنسلي|ابطل|ابطله|ابطلها|ارم|ارميه هذا|هذه|ده|كل_شي|كل_شيء|كله|الحجز|الموعد|حجزي|موعدي?
        تراجع|تراجعي|تراجعوا|ارجع|ارجعي|ارجعوا|رجع|رجعه|رجعها|رجعوا عن|في? هذا|هذه|الحجز|كل_شيء|ما_فعلت|كلامي|الي_الوراء|لورا?
    """,
}  # fmt: skip
LEADING, TRAILING = (BESIDE, SOFT, NO, WAIT, YES, WEAK, AFTER), (BESIDE, SOFT)
# So many words may lead to it: "no wait, ...".
MOST_LEADING = 3


def takes_back(text: str, language: str) -> bool:
    """Whether a text asks to undo and says nothing else; English is understood beside every language."""
    grammar = grammar_of(language)
    told = grammar.read(text).told

    def is_beside(words: Tokens, labels: tuple[str, ...]) -> bool:
        return not words or not grammar.read(" ".join(words)).without(*labels)

    return any(
        is_beside(told[:start], LEADING) and is_beside(told[end:], TRAILING)
        for start in range(min(MOST_LEADING, len(told)) + 1)
        for phrase in _phrases(language)
        for end in phrase.ends(told, start)
    )


@cache
def _phrases(language: str) -> tuple[Phrase, ...]:
    names = dict.fromkeys(("en", language if language in UNDO else "en"))
    return tuple(parse_phrase("undo", line) for name in names for line in UNDO[name].strip().splitlines())
