"""French as it is typed on a telephone."""

WORDS = """
    j'ai: jai g gt'
    j'aimerais: jaimerais jaimerai
    j'aurais: jaurais jaurai
    j'arrive: jarrive
    j'attends: jattends jatten
    j'hésite: jhésite jhesite
    j'annule: jannule
    j'avais: javais
    j'habite: jhabite
    j'espère: jespere jespère
    j'oublie: joublie
    j'étais: jétais jetais
    je suis: chuis chui jsui
    je ne sais pas: jsp chépa chaipas jspa
    c'est: c cest ces' cé
    combien: cb cmb cmbien combi combiem
    pour: pr
    pourquoi: pq pk pkoi pourkoi
    parce que: pcq psk pske parceke
    dans: ds
    y a: ya
    quelque chose: qqch qqc qqchose qqchoz
    quelqu'un: qqun qqn quelquun qq1
    quand: qd kan kand
    tout: tt
    toute: tte
    toutes: ttes
    tous: ts
    beaucoup: bcp bcoup
    désolé: dsl désolée dsolé dzl deso
    maintenant: mtn mnt maintnant
    rendez-vous: rdv rdvs rendezvous rendé-vous rv
    après-midi: aprem aprèm aprèsmidi apresmidi ap-midi aprm
    avec: ac avk avc
    vous: vs
    nous: ns
    longtemps: lgtps lgtmps
    toujours: tjs tjrs
    salut: slt
    bonjour: bjr bjour
    bonsoir: bsr
    aujourd'hui: auj ajd aujourdhui ojourdhui ajrd
    demain: dem1 2m1 dmain demin
    après-demain: apresdemain aprèsdemain
    semaine: sem smn
    prochaine: pro prochain'
    vas-y: vasy vazy vazi
    s'il te plaît: stp
    s'il vous plaît: svp siouplait siouplé
    oui: oe ui oué ouiiii wé
    ouais: ouai ouaip wesh'
    rien: ri1
    bien: b1 bi1
    quelle: kelle kel
    que: ke q
    qui: ki
    quoi: koi koa
    c'était: ct cété
    d'accord: dac daccord dakor dak
    temps: tps tmps
    anniversaire: anniv
    même: mm
    pas: po' pa
    vraiment: vrmt vrm
    peut-être: ptet ptetre peutetre ptêt
    peut: peu'
    petit: ptit p'tit
    petite: ptite p'tite
    numéro: num'
    argent: sous thune thunes fric
    cheveux: tifs tignasse
    coupe: coupette
    annuler: anuler annulé' annuller
    messieurs: mrs
    week-end: we weekend
    hier: yer
    semaine prochaine: semainepro
"""
FORMS = (
    (r"j(?=(?:[bcdfglmnpqrstvx][a-zéèêâîç]{1,}))(?!(?:rs?|t|r)\b)", "je "),
    (r"t(?=(?:as|es|aurais|aurai|avais)\b)", "tu "),
    (
        r"(semaine|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|mois|sem) (?:pro|proch)\b",
        r"\1 prochaine",
    ),
    (r"à? ?\+(?=\W*$)", "à plus"),
    (r"(?:xo|bx|biz)\b", "bises"),
)
