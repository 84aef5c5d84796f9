"""Italian as it is typed: an apostrophe for an accent, and letters for words."""

WORDS = """
    per: x
    perché: xke xche xkè perke perche perchè xk perké
    comunque: cmq cmnq
    non: nn
    che: ke k
    chi: ki
    tutto: tt
    qualche: qlc qlk qlche
    qualcosa: qlcs qualcs
    qualcuno: qlcn
    quando: qnd qndo
    quanto: qnt qnto
    questo: qst qsto
    dove: dv
    grazie: grz grazzie
    appuntamento: appunt appuntam appto
    sono: sn
    anche: anke anke'
    però: xo xò pero
    domani: dmn dom' dmani
    oggi: ogg
    tanto: tnt
    messaggio: msg
    telefono: tel' cell
    ci sentiamo: cs
    più: piu
    può: puo
    già: gia
    così: cosi
    perciò: percio
    giovedì: giovedi giov
    lunedì: lunedi
    martedì: martedi
    mercoledì: mercoledi merc
    venerdì: venerdi
    metà: meta'
    cioè: cioe
    c'è: ce'
    sì: si' see'
    va bene: vabbè vabbe vabe vabene vabè bom
    allora: allr
    prossimo: prox'
    prossima: pross prox
    settimana: sett settim
    mattina: mattinata matt
    pomeriggio: pome pom pomer
    soldi: sordi schei
    bambino: pupo putel bimbo
    bambina: pupa' bimba
    carabiniere: caramba
    niente: nnt gnente
    adesso: adess ora'
    devo: devi' dovo
    disdire: disdirre
"""
FORMS = (
    (r"e'(?!\w)", "è"),
    (r"(perch|n|s|benché|poich|affinch|ventitr)e'(?!\w)", r"\1é"),
    (r"(c|cio|cos|dov|com|quand|quel ch)'?e'(?!\w)", r"\1'è"),
    (r"c'e'(?!\w)", "c'è"),
    (r"(\w+)a'(?!\w)(?<!\bfa')(?<!\bva')(?<!\bda')(?<!\bsta')", r"\1à"),
    (r"(\w+)i'(?!\w)(?<!\bdi')", r"\1ì"),
    (r"(\w+)o'(?!\w)(?<!\bpo')(?<!\bmo')(?<!\bvo')", r"\1ò"),
    (r"(\w+)u'(?!\w)", r"\1ù"),
    (r"(\w+)e'(?!\w)(?<!\bbe')", r"\1è"),
)
