"""English as it is typed and spoken, from Glasgow to Sydney."""

WORDS = """
    i'm: im
    i've: ive
    can't: cant cannae canna cannot
    don't: dont dinnae dinna dunt
    won't: wont willnae
    doesn't: doesnt doesnae
    didn't: didnt didnae
    isn't: isnt isnae
    wasn't: wasnt wasnae
    aren't: arent
    weren't: werent
    couldn't: couldnt couldnae
    wouldn't: wouldnt wouldnae
    shouldn't: shouldnt
    haven't: havent havenae
    hasn't: hasnt
    hadn't: hadnt
    what's: whats wats wots
    that's: thats
    where's: wheres
    when's: whens
    who's: whos
    how's: hows
    there's: theres
    let's: lets
    you're: youre
    they're: theyre
    you've: youve
    we've: weve
    what: wot wat whit
    you: u yous youse yas yall y'all
    your: ur yer
    are: r
    because: cos coz cuz bcuz bc becoz 'cause
    going to: gonna gunna gon
    want to: wanna
    have to: hafta
    let me: lemme
    give me: gimme gizza
    don't know: dunno idk
    tomorrow: tmrw tmr tmrrw 2moro 2morrow 2mrw tomoz tomorow tommorow tommorrow tomorro tmoro tomorra
    tonight: tonite 2nite 2night
    today: 2day tday
    before: b4
    mate: m8
    great: gr8
    wait: w8
    late: l8
    anything: owt anythin anyfing
    nothing: nowt nothin nuffin
    something: summat somethin sumthin summink
    someone: sum1
    anyone: ne1
    morning: mornin morn
    evening: evenin
    afternoon: arvo arvy aft
    myself: meself mesel
    self: sen
    child: bairn wean nipper sprog kiddo kiddie kiddy tot toddler
    husband: hubby hubs
    wife: missus missis
    mum: mam mammy mummy maw
    appointment: appt apt appmt appoinment apointment appointmnt appoitment appointement apptmt appoinmnt
    reschedule: resched reschedual rescedule reshedule
    cancel: canx cxl cancle cancell cnacel canel cansel
    with: wiv wif w/
    that: dat tht
    this: dis
    though: tho
    through: thru
    about: abt bout aboot
    out: oot
    have: hv hav
    would: wld wud
    could: cld cud
    should: shd shud
    next: nxt
    weekend: wkend wknd wkd
    week: wk
    sorry: soz sozzy sry sori srry
    never mind: nm nevamind nvm
    isn't it: innit
    really: rly rlly
    money: dosh wonga dough
    yes: yh yus
    bye: cheerio tara ta-ra tatty-bye toodle-oo toodles laters
    thanks: ta thnx thanx fanks tanks
    not: nae
    please: pleese plees
    haircut: hair-cut haircutt hairct
    beard: beerd
"""
FORMS = (
    (
        r"(?:ill|i'?ll) (?=(?:have|take|be|go|come|do|get|see|need|call|try|stick|give|let|just|pop|ring|pay|"
        r"never|bring|book|ask|check|think|leave|keep|pass|text|wait)\b)",
        "i'll ",
    ),
    (r"id (?=(?:like|love|rather|prefer|want|need|be|say)\b)", "i'd "),
    (
        r"me (?=(?:mam|mum|dad|mate|missus|wife|husband|hubby|hair|beard|fringe|roots|ends|head|barnet|"
        r"appointment|appt|booking|slot|name|number|lad|lass|daughter|son|boss|car|bus|train|kids?|little|"
        r"nan|gran|money|shift|tache|neck|sister|brother|phone|details)\b)",
        "my ",
    ),
    (r"(?:little|young|wee) ?'?(?:un|uns|one|ones)\b", "child"),
    (r"ta[- ]?(?:very much|muchly|v much)\b", "thanks"),
    (r"ta[- ]ra\b", "bye"),
    (r"(?:im|i'?m|i am) (?:gonna|gunna|going to) (?:hafta|have to|need to)\b", "i have to"),
)
