"""German as it is typed and spoken, from the coast to the Alps."""

WORDS = """
    nicht: ned net nit nich nid nöd neet nüt nech
    nicht mehr: nimmer nimma nimme nemme
    ich: i ick ik icke isch' ih
    dich: di
    ihr: ia
    wir: mia mir' wia'
    euch: eich enk eana
    sind: san sand
    nun: nu
    auch: ooch aa au'
    eine: a
    nochmal: nomoi nomol nomal nomma nochma nommal namal nommol nomoal
    einmal: amoi amol amal emol emal
    wie: wia
    was: wos wås wat watt
    das: des dat det dit dös
    jetzt: jetz jetza iatz jez itz jetzad
    heute: heit heid hüt heut
    morgen: moang moing morng moagn morn
    übermorgen: übamorgn übermorng übermoing üwamoang
    schon: scho schu
    bisschen: bissl bisserl bissle bissi bißchen bisken
    gut: guat jut gued
    ganz: janz
    geht: jeht ged geds
    viel: vui vü viu
    wie viel: wievui wievü wieviel
    komme: kimm kumm
    habe: hob hou
    hast: host
    habt: hend hobts
    haben sie: hams hamse habense
    haben wir: hamma hammer hamwer hamwa
    habt ihr: habts
    gibt es: gibts gibbet jibbet jibts gibt's
    geht es: gehts geht's
    könnt ihr: könnts kennts kinnts chönd
    können sie: könnse könnense könnens
    können wir: kömma könnma könnwa
    kannst du: kannste kannsch chasch
    hast du: haste hasch
    bist du: biste bisch
    macht ihr: machts
    machen sie: machense machens
    nehmt ihr: nehmts
    nehmen sie: nehmense nehmens
    verlangt ihr: verlangts
    gebt: gebts
    seid ihr: seids sads
    streichen sie: streichts streichens
    verschieben sie: verschiebts verschiebens
    schneidet ihr: schneidts schneidets
    tragt: tragts
    darf: derf deaf
    möchte: mecht mechat möcht mächt mechad meecht
    bräuchte: bräucht brauchad brauchat bräuchad
    hätte: hätt häd hädd hättad hett
    würde: würd däd dad tät
    will: wui wü wüll wöll
    muss: muaß muass muas muess muß
    mein: mei
    dein: dei
    kein: koa koan koi keen
    keine: koane keene
    ein: oan oa
    eins: oans
    zwei: zwoa zwa
    drei: dreie
    vier: viere fiare fiere
    fünf: fünfe fünfi fümf fümfe fimf fimfe fünef
    sechs: sechse sechsi segse seggs seggse
    sieben: siebne sieme siebene siem siebn sibni sieberne
    neun: neune neine nüni
    zehn: zehne zehni zehre
    elf: elfe ölfe elfi eife
    zwölf: zwölfe zwölfi zwäife zwöife
    halb: halba halwa hoib hoibe hoiba halbi
    gegen: gegn geng gega
    lieber: liaba liawa liabr
    dreiviertel: dreiviertl dreiviertlte
    viertel: viertl
    woche: woch
    nachmittag: nammittag namittag nachmittog nachmittach nomiddog
    vormittag: vormittog vormittach vormiddog
    früh: fria fruah früah
    abend: obnd omd obend
    montag: mondog montog mondach määndig
    dienstag: deansdog dienstog dienschdag ziischtig
    mittwoch: mittwuch middwoch miggdwoch mittwuch
    donnerstag: donnerschdag donnerstog donnasdog dunnschtig donnastag
    freitag: freitog freidag friitig freidog freitach
    samstag: samschdag samsdag samschtig somsdog samstach
    sonntag: sonndag sonntog sunntig
    haare: hoar hoor hoa haar'
    haarschnitt: hoarschnitt hoorschnitt haarschnit hårschnitt
    bart: bort boart bård
    schneiden: schneidn schnippeln schnibbeln
    färben: färbn fäam
    dann: dan
    von: vo
    auf: uf
    auf dem: aufm uffm
    auf den: aufn uffn
    mit dem: mitm mim
    sag: sach
    vielleicht: vllt vlt evtl evt villeicht vileicht
    kostet: choschtet kost'
    etwas: öppis ebbes eppes
    zeit: ziit zyt
    danke: dangge dange dankschee dankeschee dankschön merce dankä dangschee
    bitte: bittschön bittschee biddschee biddscheen bidde
    guten tag: grüezi griaß griass grüß
    stunde: std stdn
    nein: nee nö na'
    tschüss: tschö tschüssi tschüßi tschau tschüsi tschüssle
    alter: oida
    oder: oda
    nachher: nocha nachat
    gewesen: gwesn gwen gsi
    rein: eini nei' nei eine'
    heraus: aussi ausse
    nehmen: nehma'
    leider: leida
    absagen: obsogn absogn
"""
FORMS = (
    (r"(?<!\w)mi(?!\w|\s*\d|\s+(?:um|ab|nach|vor|früh|mittag|abend|vormittag|nachmittag)\b)", "mich"),
    (r"pf(?:ia|üa|ie|ü)t\w*(?: (?:eich|euch|eana|di|dich|gott|ihnen))?\b", "tschüss"),
    (r"no (?=(?:amoi|amol|amal|a|an|was|wos|frei|oan|ein|mal|nix|nicht|ned|zeit)\b)", "noch "),
    (r"(um|gege?n|ab|bis|nach|vor|halb|hoibe?|viertel) achte\b", r"\1 acht"),
    (r"(nehm|mach|lass|geh|pack|könn|hab|sag|probier)(?:e?n)? ?(?:ma|mas|mers|mer|wa)\b(?! )", r"\1en wir"),
    (r"(nehm|mach|lass|geh|pack|könn|hab|sag|probier) (?:ma|mas|mers|wa)\b", r"\1en wir das"),
    (r"auf ?d'?(?:ie )?nacht\b", "abends"),
    (r"in (?:da|dr) (?=fr)", "in der "),
    (r"wia? lan[gk]\b", "wie lange"),
    (r"am we\b", "am wochenende"),
)
