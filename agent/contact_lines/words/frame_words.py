"""The words of frames around names, by language and by part: regular expressions without anchors, matched
without regard to case.

Parts are combined by ``frames``; a language gains a way to say something by one more alternative in one part.
"""

from msgspec import Struct

_WORD = r"[^\W\d_][\w'’.-]*"
_SOME = rf"(?:\s+{_WORD}){{1,4}}"
_FEW = r"(?:\s+[\w'’.-]+){1,5}"
LAUGHTER = (
    r"(?:ha|he|hi|ho|ja|je|ji|ah|eh){2,}h?|a?ha(?:ha)+|l+o+l+|lmao|rofl|xd+|mdr+|ptdr+|חח+|ה{3,}|ه{3,}|😂+"
)


class FrameWords(Struct, frozen=True):
    """hesitation: what people begin with, in small letters; capital_hesitation: of those, what nobody is
    called. asking: before an introduction ("you can"). strong, weak: introductions. remark: what is said
    about a name behind it. copula, label, own: behind a name, or beside it, say that it is one ("is my
    surname"); own needs no copula. reach: a whole piece that leads to a contact, with the ``name`` in it.
    articles: before a first name."""

    hesitation: str
    capital_hesitation: str
    asking: str
    strong: str
    weak: str
    remark: str
    copula: str
    label: str
    own: str
    reach: str
    articles: tuple[str, ...] = ()


PARTS = {
    "en": FrameWords(
        hesitation=r"oh|ah|a+h+|u+m+|u+h+|er+m*|eh|well|hm+|so|ok(?:ay)?|okey|right|sure|yeah|yep|yup|yes|ya|hi|hiya|hello|hey|sorry|alright|fine|cool|great|of course|just|lol|oops|ugh|anyway|and|thanks|only|please|pls",
        capital_hesitation=r"Um+|Uh+|Er+m+|Well|Hmm+|Okay|Yeah|Yep|Sure|Sorry|Alright|Yes|Just|Hiya|Oops",
        asking=r"you can|u can|you could|you may|could you|can you|please|pls|just|simply|go ahead and|then|feel free to|you'?ll have to|better|maybe|i'?d like you to|let'?s|we'?ll",
        strong=r"(?:he|she|they)(?:'?s| is|'?re| are) (?:called|named)|(?:and )?ask for|you'?(?:ll| will)? (?:want|need)|(?:you'?re|you are) after|(?:and )?(?:speak|talk) (?:to|with)|(?:i'?m |i am )?signing (?:up|in) as|name of|(?:his|her|their) name(?:'?s| is)|(?:they|people|friends|my friends|my mates|my family|folks|everyone|everybody|most people|mates)? ?(?:just |all |always |usually |mostly )*calls? me|known as|i go by|goes by|go by|go with|i'?m called|i am called|i'?m named|"
        r"(?:write|note|jot|enter|type|list|register|record|spell|use)(?: (?:me|it|that|us|him|her|this))?(?: (?:down|in|up))?(?: (?:as|under|for))?(?: the (?:full |last |first )?name(?: of)?)?|"
        r"(?:put|pop|stick|book|save|sign|pencil|file|add|have|leave)(?: (?:me|it|that|us|this|him|her))?(?: (?:down|in|up))? (?:as|under)(?: the (?:full |last |first )?name(?: of)?)?|"
        r"(?:the |my |our |his |her )?(?:full |first |last |family |given |real |legal )?(?:name|surname|firstname|lastname|nickname)(?:'?s| is| was| would be| on the booking is| goes)?|under the name(?: of)?|in the name of|on the name(?: of)?|signed|the name to put is",
        weak=r"(?:on |in )?(?:the|my) (?:bank )?(?:card|passport|id|papers|licen[cs]e|account|booking)(?:,? (?:it'?s|it says|i'?m|says?|reads?|shows?|has|is in))|(?:on|in) (?:the|my) (?:card|passport|id|papers)|officially|legally|technically|formally|on paper|actually|(?:kind |best |warm )?(?:regards|wishes)|yours(?: truly| sincerely)?|it'?s|it is|its|tis|i'?m|i am|im|am|this is|this be|that'?s|that is|that would be|that'?d be|that'?ll be|it'?d be|it'?ll be|here'?s|here is|mine'?s|mine is|me|me is|speaking|you'?re (?:talking|speaking|chatting|texting) (?:to|with)|u r talking to|for|under|"
        r"(?:the |my |our )?(?:booking|appointment|appt|reservation|slot|it)(?:'?s| is| goes| should be| would be| can be)? ?(?:for|under|in)|(?:put|pop|stick|book|save|sign|pencil|add)(?: (?:me|it|that|us|this|him|her|down|in|up))*",
        remark=rf"(?:no|one|with one) \w|(?:on|in) (?:the|my) (?:card|passport|id|papers)|over here|(?:(?:just |it'?s |that'?s )?(?:spelt|spelled|written|pronounced) )?(?:with|w/|without|minus)(?:\s+[\w'’.-]+){{1,6}}|(?:just |exactly )?(?:like|as in|same as|rhymes with){_FEW}|spelt{_FEW}|spelled{_FEW}|short for{_FEW}|(?:or )?{_WORD} for short|the usual(?: one)?|(?:the )?same as (?:always|before|ever|last time)|double \w+|"
        rf"(?:yes |yep |no |nope |and |i'?m )*(?:really|seriously|honestly|honest|truly|no joke|not a joke|not joking|no jokes|not kidding|no kidding|no lie|for real|fr|i swear|swear|true story|believe it or not)|{LAUGHTER}|"
        rf"from(?:\s+[\w'’.-]+){{1,4}}|(?:is|will be|would be|should be|works|is quite|is totally|is just)? ?(?:fine|enough|ok|okay|good|great|perfect|alright|will do|does it|does the job|cheers|ta|that'?s all|all you need)(?: for (?:me|you|now))?|"
        r"(?:and )?(?:that'?s|thats) (?:it|all|me|him|her|us|the one|that|right|how it'?s spelled|how you spell it)|again|here|speaking|btw|by the way|if you must(?: know)?|as (?:always|usual|ever)|for (?:the booking|short|you|everyone|now)|obviously|of course|actually|i guess|though|tho|"
        r"too|pls+|plz|please|please and thank you|thanks(?: a lot| so much)?|thank you|thx|xx*|you know|nice to meet you|pleased to meet you|innit|mate|love|just that|no (?:surname|last name|middle name)|nothing else|only",
        copula=r"(?:(?:yes|yep|no|and)\s+)*(?:that'?s|that is|it'?s|its|it is|this is|is|being|as)(?: (?:really|actually|just|also))*",
        label=r"(?:my |the |me |our |a |his |her )?(?:real |actual |full |first |last |family |maiden |given |only |whole |legal |middle |sur ?)*(?:name|nickname|name is)(?: haha| lol| yes| really)?|surname|my surname|the surname|(?:what|how) (?:they|people|everyone|everybody) calls? me",
        own=r"surname|last name|first name|family name|nickname|i'?m called|is what (?:they|people) call me",
        reach=rf"(?:(?:you can|u can|you'?ll|you'?d|just|please|pls|best to|feel free to|you could|can you|could you|and|or|so|kindly|you may|better)\s+)*(?:reach|call|ring|text|mail|e-?mail|phone|contact|message|msg|whatsapp|ping|dm|write(?: to)?|get(?: hold of)?|find|catch|drop)\s+(?:me|us|(?P<name>{_WORD}(?:\s+{_WORD}){{0,3}}?))(?:\s+(?:a (?:line|text|message|call)|here|there|back|anytime|any time|best|directly|instead))*(?:\s+(?:on|at|under|via|by|through|over|using|with|@|here|there)(?:\s+(?:my|the|this|that|this one|phone|mobile|mail|e-?mail|number|cell|address))*)?",
    ),
    "de": FrameWords(
        hesitation=r"na|ach|ähm?|ehm|hm+|also|naja|na ja|na gut|na dann|tja|joa|jo|ja|ok(?:ay)?|oh|ah|hallo|hi|hey|moin|servus|sorry|nun|gut|gerne?|klar|äh+|öhm?|einfach|nur|und|so|ups|dann|eh|bitte",
        capital_hesitation=r"Na|Ach|Ähm?|Ehm|Hmm*|Also|Naja|Tja|Joa|Jo|Ja|Okay|Ok|Hallo|Moin|Servus|Äh|Öhm?|Klar|Gerne?|Nun|Ups|Gut|Dann",
        asking=r"du kannst|sie können|ihr könnt|kannst du|können sie|könnt ihr|bitte|einfach|dann|mal|am besten|ruhig",
        strong=r"(?:(?:alle|die leute|man|freunde|meine freunde|daheim|sonst) )+(?:sag(?:en|t)|ruf(?:en|t))(?: (?:zu mir|mich|mir|alle|einfach|immer))*|schreibt?s?(?: (?:am|auf))? (?:die|den|der)|schreibt?s am|(?:und )?(?:fragen sie|fragt|frag) nach|verlangen sie|ich trage? mich(?: ein)? als|(?:sie |er )?hei(?:ß|ss)t|ich hei(?:ß|ss)(?:e)?|i hei(?:ß|ss)|hei(?:ß|ss)e?|(?:alle |die leute |freunde |man )?nenn(?:en|t)? (?:mich|sie mich|ihr mich)(?: alle| einfach| immer)?|nennt mich|nenn mich|(?:ich werde )?genannt|man nennt mich|mich nennen alle|man ruft mich|ruft mich|"
        r"(?:schreib|schreibe|schreiben|schreibt|notier|notiere|notieren|notiert|trag|trage|tragen|tragt|vermerk|vermerken|eintragen|tippen?|nimm|nehmt|nehmen)(?: sie| ihr| du)?(?: (?:mich|es|das|uns|da|mal|einfach|bitte|ruhig|halt|doch|nur|hin|auf|ein|rein))*(?: (?:als|unter|für|auf))?(?: (?:den|dem)? ?namen?(?: von)?)?|"
        r"(?:mein |der |unser )?(?:voller |ganzer |richtiger )?(?:name|vorname|nachname|familienname|spitzname|rufname)(?: (?:ist|lautet|wäre|war))?|(?:auf|unter) (?:den |dem |meinen |meinem )?(?:namen?|nachnamen)(?: von)?",
        weak=r"i bin(?: da| de| d)?|(?:(?:im|in meinem) (?:ausweis|pass|perso)|auf (?:der|meiner) karte|laut (?:ausweis|pass|perso))(?: steht| steh ich als| bin ich| hei(?:ß|ss)e ich)?|(?:offiziell|eigentlich|amtlich|richtig|getauft)(?: (?:bin ich|hei(?:ß|ss)e? ich|steht da|auf))?|(?:(?:liebe|viele|schöne|beste|herzliche|mit freundlichen) )?gr(?:ü|ue|u)(?:ß|ss)(?:e|en|li)?(?: von| vom)?|lg|vg|mfg|ich selbst|ich bin(?:'s|s| es)?|bin(?:'s|s)?|hier ist|hier spricht|hier schreibt|hier|das ist|das wäre|das bin ich|es ist|is|is die|ist|ich wär[e']?|wäre|für|auf|unter|am apparat|(?:setz|setze|setzt|pack|buch|buche|buchen|reservier|reserviere|reservieren)(?: sie)?(?: (?:mich|es|das|uns|mal|einfach|bitte|auf|als|unter|für))*|läuft auf|geht auf|ich",
        remark=rf"(?:(?:geschrieben|schreibt sich|wird geschrieben) )?(?:mit|ohne|m\.)(?:\s+[\w'’.-]+){{1,6}}|(?:genau |so |also )?(?:wie|reimt sich auf){_FEW}|geschrieben{_FEW}|"
        rf"(?:ja |nein |nee |wirklich |und |das ist )*(?:echt|wirklich|ehrlich|im ernst|kein witz|kein scherz|kein spaß|ohne witz|ohne scheiß|ungelogen|ohne spaß|tatsächlich|jetzt echt|echt jetzt|schwöre?)|{LAUGHTER}|"
        rf"(?:von (?:letzte\w*|neulich|gestern|vorhin|oben|nebenan|damals|früher|vorgestern|heute|der (?:arbeit|letzten|vorigen))|vom (?:letzte\w*|vorige\w*|ersten|andere\w*)|aus)(?:\s+[\w'’.-]+){{0,3}}|(?:das )?(?:reicht|genügt|passt|langt|tut's|tuts|geht|ist ok(?:ay)?|ist gut|wäre gut)(?: (?:schon|völlig|mir|auch|so|doch))*|(?:und )?(?:das war'?s|das wars|das ist alles|fertig|mehr nicht|aus|basta|punkt)|"
        r"ein|hin|eintragen|aufschreiben|notieren|(?:rein|hin|drauf)?schreiben|(?:rein|ein|hin)tragen|vermerken|bitte eintragen|nochmal|wieder|hier|übrigens|wie immer|halt|eben|einfach|natürlich|(?:der|die) (?:gleiche|selbe|übliche)|(?:der|die)selbe|eigentlich|glaub ich|nur|auch|bitte(?: schön| danke)?|danke(?: schön| dir| euch)?|dankeschön|merci|lg|vg|sag ich mal|mein ich|gell|ne|oder so|freut mich|angenehm|ja|am apparat",
        copula=r"(?:(?:ja|nein|und)\s+)*(?:ist|is|das ist|das is|als|so ist)(?: (?:wirklich|echt|auch|so|nur|tatsächlich))*",
        label=r"(?:mein |der |ein |unser |mei )?(?:richtiger |echter |voller |ganzer )?(?:name|nachname|vorname|familienname|spitzname|zuname|rufname)",
        own=r"nachname|vorname|familienname|spitzname|zuname|(?:so )?hei(?:ß|ss)e? ich(?: wirklich| echt)?|mit (?:nach|vor|zu)namen",
        reach=r"(?:(?:du kannst|sie können|ihr könnt|man kann|bitte|einfach|am besten|gern|gerne|und|oder|ich bin|bin|dann)\s+)*(?:(?:mich|uns|mir)\s+)?(?:(?:erreichst|erreichen|erreicht|erreichbar|ruf|rufen|ruft|anrufen|schreib|schreiben|schreibt|melde?|meldet|meld|kontaktier\w*|sms|whatsapp\w*|mail|mailt|mailen|texte?|simst?|funk)(?:\s+(?:sie|du|ihr|man|mich|uns|mir|dich|euch|hier|da|dort|am besten|gern|gerne|bitte|an|auf|unter|per|über|aufm|übers|via|doch|mal|einfach|sich|bei|die|der|das|meine|meiner|nummer|handy|mail|sms|whatsapp|telefon|zurück|jederzeit|auch))*|(?:per|via|über|nur|lieber|am liebsten)(?:\s+(?:per|via|über|nur|lieber))?\s+(?:sms|whatsapp|mail|e-?mail|telefon|anruf|handy|signal|nachricht|post)(?:\s+(?:bitte|am besten|gern|gerne|lieber|danke))?)(?P<name>)?",
        articles=("der", "die"),
    ),
    "fr": FrameWords(
        hesitation=r"bah|ben|beh|euh+|heu+|ah|oh|eh bien|bon|alors|ouais?|oui|ok(?:ay)?|d'accord|salut|bonjour|bonsoir|coucou|hello|hum+|hm+|du coup|donc|et|pardon|désolée?|juste|simplement|voilà|bien sûr|tiens|enfin|hé|yo|slt|cc|bjr|bsr|svp|stp",
        capital_hesitation=r"Bah|Beh|Euh+|Heu+|Ah|Eh bien|Bon|Alors|Ouais?|Oui|Salut|Bonjour|Bonsoir|Coucou|Hum+|Donc|Et|Voilà|Slt|Bjr|Bsr",
        asking=r"vous pouvez|tu peux|on peut|vous pourriez|pouvez[- ]vous|peux[- ]tu|svp|stp|s'il vous plaît|juste|simplement|alors",
        strong=r"(?:et )?demandez|au nom d['’]|sous le nom d['’]|je m['’](?:inscris|enregistre) (?:comme|sous)|(?:elle |il )?s['’]appelle|(?:je |j['’]?)?(?:m['’]?\s?appel+e?s?|mappel+e)|jm['’]?appel+e|(?:on |tout le monde |les gens |mes amis |mes potes )?(?:m['’]?appel+e(?:nt)?|me nomme(?:nt)?|me surnomme(?:nt)?|me dit|me disent)|appel+e[zr]?[- ]?moi|nomme[zr]?[- ]?moi|surnommée?|je me (?:nomme|prénomme)|"
        r"(?:note|notez|noter|écris|écrivez|écrire|ecris|ecrivez|inscris|inscrivez|inscrire|marque|marquez|marquer|enregistre|enregistrez|enregistrer|saisissez|tape|tapez)(?:[- ](?:moi|le|la|nous|ça|juste|simplement|donc|bien))*(?: (?:comme|sous|au|pour|à))?(?: (?:le |au )?nom (?:de|d['’]))?|"
        r"(?:mets|mettez|met|mettre|réserve|réservez|réserver)(?:[- ](?:moi|le|la|nous|ça|juste|donc))* (?:comme|sous|au|sous le|au nom de|sous le nom de)(?: nom)?(?: de)?|(?:mon |le |c'est )?(?:vrai |petit )?(?:nom|prénom|prenom|surnom|nom de famille)(?: (?:est|c'est|c|serait))?|au nom d(?:e|u|es)?|sous le nom(?: de)?",
        weak=r"(?:bien )?cordialement|bien à vous|bises|amicalement|(?:sur (?:la|ma|les|mes|le|mon) (?:carte|papiers|pièce|passeport)(?: d['’]identité| vitale)?|officiellement|en réalité|en vrai|à l['’]état civil)(?:,? (?:c['’]est|je suis|il y a|y a écrit))?|moi[- ]même|c(?:['’]?\s?est|t|)|ct|c|moi,? (?:c(?:['’]?est)?|je suis)|moi|je suis|j(?:e\s?)?suis|jsuis|chui?s?|ici|c'est pour|pour|pr|de la part de|ce sera|ça sera|ce serait|le rdv est pour|(?:mets|mettez|met|mettre|réserve|réservez|réserver)(?:[- ](?:moi|le|la|nous|ça|juste|donc|pour|sur))*|vous parlez (?:à|avec)|c'est moi",
        remark=rf"(?:(?:ça )?(?:s['’]écrit|se prononce|écrit) )?(?:avec|avc|ac|sans|ss)(?:\s+[\w'’.-]+){{1,6}}|(?:tout )?(?:comme|genre|rime avec){_FEW}|(?:ça )?s['’]écrit{_FEW}|"
        rf"(?:oui |non |si |et |c'est )*(?:vraiment|sérieux|sérieusement|pour de vrai|sans blague|sans rire|sans déconner|sans mentir|je rigole pas|je plaisante pas|je vous jure|je te jure|promis|pas de blague|c'est vrai|en vrai|véridique)|{LAUGHTER}|"
        rf"(?:de la|du|de l['’]|d['’])(?:\s*[\w'’.-]+){{1,4}} (?:fois|jour|semaine|mois|dernière|dernier|passée?)|(?:de la|du) (?:dernière fois|mois dernier|semaine dernière|autre fois|autre jour)|(?:ça |ca )?(?:suffit|ira|va aller|va|fera l'affaire|c'est bon|c bon|c'est parfait|suffira)(?: bien)?|(?:et )?(?:c'est tout|c tout|voilà|basta|point|rien d'autre|point final|et voilà)|"
        r"encore|ici|au fait|d'ailleurs|comme d'hab\w*|(?:la|le) même|comme toujours|simplement|juste|évidemment|bien sûr|enfin|quoi|hein|aussi|svp|stp|s'il (?:vous|te) pla[iî]t|merci(?: beaucoup| bien| d'avance)?|mci|enchantée?|à l'appareil|du coup|tout court|tout simplement|pour (?:vous|les intimes)|bisous?",
        copula=r"(?:(?:oui|non|et)\s+)*(?:c['’]?\s?est|est|c|comme)(?: (?:bien|vraiment|juste|aussi))*",
        label=r"(?:mon |le |un |notre )?(?:vrai |petit |seul )?(?:nom de famille|nom|prénom|prenom|surnom)",
        own=r"nom de famille|prénom|prenom|surnom|de (?:nom|prénom|famille)|je m['’]appelle(?: vraiment| comme ça)?|(?:c'est )?(?:ainsi que|comme ça que) je m['’]appelle",
        reach=r"(?:(?:vous pouvez|tu peux|on peut|le mieux|svp|stp|et|ou|je suis|j(?:e )?suis|jsuis|chui?s?|suis|par contre|sinon|de préférence|plutôt|mieux vaut)\s+)*(?:me |m['’]|nous )?(?:joignable|joindre|contacte[rz]?|contactez|appelle[rz]?|appelez|appeler|rappelez|rappeler|écrire|écrivez|écris|ecrivez|envoye[rz]|envoyer|texte[rz]?|disponible|dispo|sms|whatsapp|par (?:sms|mail|tél\w*|whatsapp|texto|message)|répond\w*)(?:[- ]moi)?(?:\s+(?:un|une|sms|mail|texto|message|par|via|sur|au|à|a|ici|là|le|la|cette|ce|mon|ma|numéro|num|portable|adresse|plutôt|svp|directement|quand vous voulez|toujours|aussi|plus|mieux|s'il vous plaît))*(?P<name>)?",
        articles=("la", "le"),
    ),
    "es": FrameWords(
        hesitation=r"bueno|pues|pos|ah|ay|eh+|este|em+|mm+|vale|ok(?:ay)?|sí|si|claro|hola|buenas|oye|mira|a ver|perdón?a?|disculpa|solo|sólo|y|entonces|nada|venga|uy|dale|ya|ajá|oh|hmm*|por favor|porfa",
        capital_hesitation=r"Bueno|Pues|Pos|Ah|Ay|Eh+|Emm*|Vale|Ok|Okay|Sí|Si|Claro|Hola|Buenas|Oye|Mira|A ver|Perdón|Perdona|Disculpa|Solo|Sólo|Entonces|Nada|Venga|Uy|Dale",
        asking=r"puedes|puede|podéis|pueden|podrías?|por favor|porfa|solo|sólo|mejor|simplemente|me puedes|me puede",
        strong=r"(?:y )?pregunt[ae]n? por|me (?:apunto|registro|inscribo|anoto) (?:como|con)|(?:ella |él )?se llama|me\s+(?:llamo|yamo|dicen|llaman|apodan|conocen (?:como|por)|nombran)|(?:todos |todo el mundo |la gente |mis amigos |los amigos )*me (?:dicen|llaman|dice|llama|apodan)|ll[áa]ma(?:me|dme)|ll[áa]me(?:nme|me)|d[ií](?:me|game|ganme)(?= [^\W\d_])|decidme|apodado|me puedes? (?:llamar|decir)|(?:llamar|decir)me|"
        r"(?:escrib[ea]n?|escríbeme|escribir|an[oó]t[ae]n?|an[oó]tar|anota(?:me|d)?|an[oó]t[ae]me|apunt[ae]n?|apúnt[ae]n?me|apuntar|apúntalo|apuntad(?:me)?|registr[ae]n?|regístr[ae]n?me|inscr[ií]b[ea]n?(?:me)?)(?: (?:solo|sólo|nomás|ahí|simplemente))?(?: (?:a|como|por|bajo|con))?(?: (?:el )?nombre de)?|"
        r"(?:pon|ponga|pongan|poned|ponme|póngame|ponlo|póngalo|guarda|reserva|resérvalo|ponle|póngale) (?:a nombre de|como|bajo|con el nombre(?: de)?)|(?:mi |el )?(?:nombre|apellido|apodo|nombre completo|apellidos)(?: (?:es|son|sería))?|a nombre de|bajo el nombre(?: de)?|con el nombre de",
        weak=r"(?:en (?:el (?:dni|carn[eé]|pasaporte)|la (?:tarjeta|cédula))|oficialmente|en realidad|legalmente)(?:,? (?:soy|es|pone|dice|sale|figura))?|(?:un )?(?:saludos?|abrazo)(?: de)?|atentamente|yo mism[oa]|soy|es|aquí|habla|le habla|te habla|para|es para|va para|yo soy|a|de parte de|sería|será|está|(?:pon|ponga|pongan|poned|ponme|póngame|ponlo|póngalo|mete|guarda|reserva|resérvalo|ponle|póngale)(?: (?:a|solo|ahí|para))*|la reserva es para|hablas con|yo",
        remark=rf"por (?:acá|aquí|este lado)|(?:(?:se escribe|escrito) )?(?:con|sin)(?:\s+[\w'’.-]+){{1,6}}|(?:igual |tal )?(?:como|rima con){_FEW}|se escribe{_FEW}|"
        rf"(?:sí |si |no |y |es )*(?:de verdad|en serio|de veras|no es broma|sin broma|no es coña|sin coña|va en serio|lo juro|te lo juro|se lo juro|verdad|es verdad|fuera de broma|aunque no lo creas)|{LAUGHTER}|"
        rf"(?:de|del|de la|de los)(?:\s+[\w'’.-]+){{0,3}}\s+(?:vez|día|semana|mes|siempre|pasad[oa]|antes|ayer)|(?:ya )?(?:está bien|basta|vale|es suficiente|alcanza|sirve|va bien|me vale)|(?:y )?(?:ya est[aá]|ya|nada m[aá]s|eso es todo|listo|punto|nom[aá]s|solo eso|y listo|fin)|"
        r"otra vez|de nuevo|aquí|por cierto|como siempre|(?:la|el|los) de siempre|claro|obvio|simplemente|solo|sólo|también|por favor|porfa(?:vor)?|porfis|gracias|muchas gracias|mil gracias|encantad[oa]|mucho gusto|un placer|a secas|sin más|para (?:los amigos|servirle|servirte)|eh|vamos|y (?:eso|ya vale)",
        copula=r"(?:(?:sí|si|no|y)\s+)*(?:es|ese es|eso es|este es|como|así es)(?: (?:de verdad|realmente|también))*",
        label=r"(?:mi |el |un |la |nuestro )?(?:verdadero |único )?(?:apellido|nombre|apodo|nombre completo|nombre de pila)",
        own=r"apellido|apodo|de (?:apellido|nombre|pila)|(?:así )?me llamo(?: así)?|así me llaman",
        reach=r"(?:(?:me|nos|puedes|puede|podéis|pueden|mejor|por favor|y|o|estoy|solo|prefiero|preferiblemente)\s+)*(?:localizable|disponible|contact[ae]n?(?:r|d)?me|contactar(?:me)?|ll[áa]m[ae]n?me|llamadme|llamar(?:me)?|llámenme|escr[íi]b[ea]n?me|escribidme|escribir(?:me)?|mand[ae]n?me|mándame|enví[ae]n?me|avis[ae]n?me|avísame|encuentras?|encuentran|localizar(?:me)?|por (?:sms|whatsapp|correo|mail|teléfono|wasap)|whatsapp|wasap)(?:\s+(?:un|una|sms|mensaje|correo|mail|whatsapp|wasap|por|a|al|en|aquí|acá|el|la|este|esta|mi|número|móvil|cel|celular|teléfono|mejor|porfa|favor|cuando|quieras|también|siempre))*(?P<name>)?",
        articles=("el", "la"),
    ),
    "it": FrameWords(
        hesitation=r"ah|beh|be'|allora|ehm*|mh+|mah|ok(?:ay)?|sì|si|certo|ciao|salve|buongiorno|buonasera|dunque|ecco|scusi|scusa|solo|e|eh|oh|vabbè|va bene|d'accordo|guarda|senti|niente|quindi|dai|uhm*|per favore",
        capital_hesitation=r"Ah|Beh|Be'|Allora|Ehm*|Mah|Ok|Okay|Sì|Certo|Ciao|Salve|Buongiorno|Buonasera|Dunque|Ecco|Scusi|Scusa|Eh|Vabbè|Va bene|D'accordo|Guarda|Senti|Quindi",
        asking=r"puoi|può|potete|puo'|potresti|per favore|per piacere|pure|basta|solo|semplicemente|mi puoi|mi può",
        strong=r"(?:e )?chied(?:ete|a|i|ere) di|mi (?:segno|registro|iscrivo) come|(?:lei |lui )?si chiama|mi\s+chiamo|(?:tutti |la gente |gli amici |i miei amici )*mi (?:chiamano|dicono|chiama)|chiamatemi|chiamami|mi chiami|mi puoi chiamare|(?:puoi |può )?chiamarmi|soprannominat[oa]|"
        r"(?:scriv[aei]|scrivete|scrivere|scrivimi|scrivilo|annot[ai]|annotate|segn[ai]|segnate|segnare|segnami|segnalo|segnatemi|registr[ai]|registrate|registrami|inserisc[ai]|inserite|inserire|appunt[ai]|mi segni|mi scriva)(?: (?:pure|solo|semplicemente|così))*(?: (?:come|a|sotto|per))?(?: (?:il )?nome(?: di)?)?|"
        r"(?:mett[ai]|mettete|mettimi|mettilo|mettere|prenot[ai]|prenotate|prenoti)(?: (?:pure|solo))* (?:come|a nome|sotto|a nome di|con il nome)(?: di)?|(?:il )?(?:mio )?(?:nome|cognome|soprannome|nome completo)(?: (?:è|e'|sarebbe))?|a nome(?: di)?|sotto il nome(?: di)?",
        weak=r"so['’]|(?:all['’]anagrafe|su(?:i|lla|l) (?:documenti|carta|tessera|documento)(?: d['’]identità)?|ufficialmente|in realtà|per l['’]anagrafe)(?:,? (?:è|sono|c['’]è scritto|risulta|risulto))?|(?:un |cordiali |tanti |distinti )?salut[oi](?: da)?|io invece|io stess[oa]|sono|io sono|è|e'|qui|parla|qui è|per|è per|da parte di|sarebbe|sarà|(?:mett[ai]|mettete|mettimi|mettilo|prenot[ai]|prenotate|prenoti)(?: (?:pure|solo|per|a))*|la prenotazione è per|io",
        remark=rf"(?:(?:si scrive|scritto) )?(?:con|senza)(?:\s+[\w'’.-]+){{1,6}}|(?:proprio )?(?:come|rima con|fa rima con){_FEW}|si scrive{_FEW}|"
        rf"(?:sì |no |e |è )*(?:davvero|sul serio|veramente|giuro|lo giuro|non scherzo|non è uno scherzo|senza scherzi|è vero|seriamente|per davvero)|{LAUGHTER}|"
        rf"(?:di|del|della|dell['’]|dello)(?:\s*[\w'’.-]+){{0,3}}\s*(?:volta|giorno|settimana|mese|sempre|scors[oa]|ieri|prima)|(?:va bene|basta|è sufficiente|può bastare|basta così|andrà bene|va benissimo)|(?:e )?(?:basta|nient'altro|tutto qui|fine|stop|è tutto|ecco|punto)|"
        r"di nuovo|ancora|qui|comunque|come sempre|come al solito|(?:la|il) solit[ao]|ovviamente|semplicemente|solo|anche|per favore|per piacere|grazie(?: mille| tante)?|piacere|molto piacere|prego|eh|no|insomma|per (?:gli amici|tutti)|al telefono|all'apparecchio",
        copula=r"(?:(?:sì|si|no|e)\s+)*(?:è|e'|sarebbe|come)(?: (?:davvero|proprio|anche|veramente))*",
        label=r"(?:il )?(?:mio |nostro |vero )*(?:cognome|nome|soprannome|nome di battesimo)",
        own=r"cognome|soprannome|di (?:cognome|nome)|mi chiamo(?: così| davvero)|(?:è )?così (?:che )?mi chiamo",
        reach=r"(?:(?:mi|ci|puoi|può|potete|meglio|per favore|e|o|ecco|sono|solo|preferisco|preferibilmente|allora)\s+)*(?:raggiungibile|reperibile|disponibile|contatt(?:ami|atemi|armi|are|i)|chiam(?:ami|atemi|armi|are|i)|scriv(?:imi|etemi|ermi|ere|a|i)|mand(?:ami|atemi|armi|i)|telefon(?:ami|atemi|i)|trov(?:i|ate|ami|armi)|invia(?:temi|mi)|per (?:sms|whatsapp|mail|telefono)|via (?:sms|whatsapp|mail)|whatsapp)(?:\s+(?:un|una|sms|messaggio|mail|email|per|via|su|al|allo|alla|a|qui|qua|il|la|questo|questa|numero|cellulare|cell|indirizzo|meglio|pure|quando|volete|vuoi|sempre|anche|direttamente))*(?P<name>)?",
        articles=("il", "la", "lo"),
    ),
    "he": FrameWords(
        hesitation=r"אה+|אמ+|טוב|אוקיי?|או ?קיי?|כן|היי|הי|נו|אז|בסדר|סבבה|יאללה|סליחה|רק|פשוט|שלום(?=\s+(?:אני|זה|זאת|זו|מדבר|מדברת|כאן|פה|קוראים|שמי|השם))|אהלן|אהה|המ+|ו?בכן|וואלה|בטח",
        capital_hesitation=r"(?!)",
        asking=r"אפשר|תוכלו|תוכל|תוכלי|אתם יכולים|את יכולה|אתה יכול|בבקשה|פשוט|רק|נא",
        strong=r"(?:ו)?תבקשו את|קוראים ל(?:ה|ו)|ו?קורא(?:ים|ת|ין) לי(?: כולם)?|כולם קוראים לי|ו?שמי(?: הוא| זה)?|ה?שם(?: שלי| המלא| הפרטי| המשפחה| משפחה)?(?: (?:הוא|זה|היא))?|ל?תקרא(?:ו|י)?(?: לי)?|קראו לי|מכנים אותי|ידוע(?:ה)? (?:בתור|כ)|על ה?שם(?: של)?|"
        r"(?:ת?רש(?:מ[וי]|ום)|ת?רישמ[וי]|תרשמ?[ויםת]?|לרשום|רשמ[וי]|רש[וו]?ם|רושמ(?:ים|ת)|ת?כת(?:ב[וי]|וב)|תכתב[וי]?|לכתוב|כתב[וי]|תציינ[וי]|תזינ[וי]|תקלידו?י?)(?: (?:אותי|את זה|אותנו|לי|לך|שם|פשוט|רק|בבקשה|את השם))*(?: (?:בתור|תחת|על שם|כ|בשם|על|את))?|בשם(?: של)?|תחת השם|(?:תשימ[וי]|שימ[וי]|תזמינ[וי]|תקבע[וי])(?: (?:אותי|את זה|לי))? (?:בתור|תחת|על שם|בשם)",
        weak=r"ב(?:תעודת (?:ה)?זהות|תעודה|ת\"ז|דרכון|כרטיס)(?: (?:זה|אני|כתוב|רשום|מופיע))?|(?:רשמית|בעצם|למעשה|באופן רשמי)(?: (?:אני|זה|קוראים לי))?|בברכה|אני|אנחנו|זה|זאת|זו|כאן|פה|מדבר(?:ת)?|כותב(?:ת)?(?: לכם| לך)?|בשביל|עבור|אצלכם|התור (?:ל|של|עבור)|הייתי|(?:תשימ[וי]|שימ[וי]|תזמינ[וי]|תקבע[וי])(?: (?:אותי|את זה|לי|את))?",
        remark=rf"(?:(?:כותבים|נכתב|כתוב) )?(?:עם|בלי|ללא|ב)(?:\s+[\w'’\"״׳.-]+){{1,5}}|(?:ממש |בדיוק )?(?:כמו|מלשון){_FEW}|"
        rf"(?:כן |לא |זה )*(?:ברצינות|באמת|בחיי|נשבע(?:ת)?|לא צוחק(?:ת)?|בלי צחוק|אמיתי|רציני|לא בדיחה|זו לא בדיחה|אין צחוקים)|{LAUGHTER}|"
        rf"מה(?:פעם|שבוע|חודש|יום)(?:\s+[\w'’]+){{0,2}}|מ(?:אתמול|פעם)(?:\s+[\w'’]+){{0,2}}|(?:זה )?(?:מספיק|יספיק|בסדר|טוב|מעולה)|(?:ו)?(?:זהו|זה הכל|זה הכול|נקודה|חלאס|די)|"
        r"שוב|כאן|פה|אגב|כרגיל|כמו תמיד|פשוט|רק|כמובן|בעצם|גם|בבקשה|תודה(?: רבה| מראש)?|נעים מאוד|נעים להכיר|בקיצור|ככה|בטלפון|על הקו|אחי|מותק",
        copula=r"(?:(?:כן|לא)\s+)*ו?(?:זה|זהו|זאת|הוא|היא)(?: (?:באמת|ממש|גם))*",
        label=r"(?:שם (?:ה)?משפחה|שם (?:ה)?פרטי|ה?שם)(?: (?:שלי|האמיתי(?: שלי)?|המלא|משפחה))*",
        own=r"שם משפחה(?: שלי)?|שם פרטי(?: שלי)?|ככה קוראים לי|קוראים לי(?: באמת| ככה)?",
        reach=r"(?:(?:אפשר|ניתן|תוכלו|אתם יכולים|הכי טוב|עדיף|בבקשה|רק|ו|או|נא)\s+)*(?:ל?ת?תקשר[וי]?|להתקשר|תתקשר[וי]?|התקשרו|תדבר[וי]|דברו|לדבר|תכתב[וי]|כתבו|לכתוב|ת?סמס[וי]?|לסמס|ת?שלח[וי]|לשלוח|שלחו|תחזר[וי]|לחזור|חזרו|תצלצל[וי]|להשיג|תשיג[וי]|זמינ(?:ה)?|זמין|השיגו|בוואטסאפ|בווצאפ|וואטסאפ|ב?סמס)(?:\s+(?:לי|אליי|אלי|אותי|איתי|אלינו|לנו|הודעה|מייל|סמס|וואטסאפ|ב|ל|ב?מייל|ב?טלפון|ב?נייד|ל?מייל|ל?נייד|ל?מספר|ל?כתובת|הזה|הזאת|פה|כאן|לפה|לכאן|רק|עדיף|בבקשה|ה?מספר|על|דרך|הבא|של|שלי))+[\s-]*[בלו]?(?P<name>)?",
    ),
    "ar": FrameWords(
        hesitation=r"[آاأ]ه+|[اإ]ي?ه|ام{2,}|طيب|اوكي|أوكي|تمام|نعم|ايوه|أيوه|اي|إي|هلا|مرحبا|مرحبًا|أهلا|اهلا|يعني|والله|بس|فقط|لا|ماشي|حسنا|حسنًا|سلام عليكم|السلام عليكم|هلو|هاي|يلا|عفوا|عادي|أكيد|اكيد",
        capital_hesitation=r"(?!)",
        asking=r"ممكن|فيك|فيكي|فيكن|بتقدر|بتقدري|تقدر|تقدري|لو سمحت|لو سمحتي|رجاء|من فضلك|بس|يمكنك|يمكنكم",
        strong=r"(?:و)?[اإ]?سأل(?:وا|ي)? عن|اسم(?:ها|ه|و)|[وف]?سم[يى]ت[يو]|[وف]?[اإأ]?سم[يى](?: (?:هو|هي|الكامل|الكريم))?|ال[اإ]سم(?: (?:هو|الكامل|الأول))?|كلهم (?:بينادوني|بنادوني)|ب?ي?نادون[يى]|ب?ي?قولو?ن? ?لي|بقولولي|بيقولولي|ناد(?:و?ني|يني)|سم(?:وني|يني)|[اأ]دعى|يدعونني|كنيتي|لقبي|ال(?:كنية|لقب|عائلة|عيلة)|اسم العائلة|[بو]?[اإ]سم(?= )|على اسم|"
        r"[اأ]?كتب(?:وا?|ي|يلي|لي|ولي)?(?: (?:عندك|عندكم|ال[اإ]سم|اسمي))?|سجل(?:وا?|ي|يني|وني|ني|يلي|ولي|لي)?(?: (?:عندك|عندكم|باسم|ب[اإ]سم|على اسم|ال[اإ]سم|اسمي|الموعد|الحجز))*|دو[ّ]?ن(?:وا?|ي)?|قيد(?:وا?|ي)?|ضع(?:وا?|ي)? ال[اإ]سم|حط(?:وا?|ي)? (?:اسم|ال[اإ]سم|باسم)",
        weak=r"(?:في |ب)(?:البطاقة|الهوية|الجواز|جواز السفر)(?: (?:مكتوب|هو))?|رسميا|رسمياً|بالأصل|فعليا|(?:مع )?تحيات[يى]|[أاآ]نا|معك|معكم|معاك|معاكم|معاكي|هون|هنا|هذ[اهي]|هيدا|هيدي|هاد|هاي|هي|هاي|ده|دي|المتحدث(?:ة)?|الحجز ل|من طرف|حط(?:وا?|ي|يلي|ولي)?|احجز(?:وا?|ي|يلي|ولي|لي)?(?: ل)?",
        remark=rf"(?:بدون|من غير|مع|بـ?(?:حرف|همزة|تاء|ألف|الف|ال(?!بطاقة|هوية|جواز)|بلا)\w*|بلا)(?:\s+[\w'’.-]+){{0,5}}|(?:تماما |بالظبط )?(?:مثل|متل|زي|كـ|مثلما){_FEW}|"
        rf"(?:نعم |لا |اي |هو )*(?:بجد|جد|عن جد|جديا|فعلا|حقيقي|حقيقة|والله(?: العظيم)?|بدون مزح|مو مزح|مش مزح|ما بمزح|أقسم|صدق|بلا مزح|بالجد)|{LAUGHTER}|"
        rf"من ال(?:مرة|اسبوع|أسبوع|شهر|يوم)(?:\s+[\w'’]+){{0,2}}|(?:هذا )?(?:يكفي|بيكفي|كفاية|كافي|منيح|تمام)|(?:و)?(?:بس|خلص|خلاص|هذا كل شي(?:ء)?|انتهى|هيك)|"
        r"مرة ثانية|هون|هنا|كالعادة|مثل العادة|طبعا|أكيد|اكيد|فقط|أيضا|كمان|لو سمحت(?:ي|وا)?|من فضلك|رجاء|شكرا(?: جزيلا| كتير| لك| لكم)?|شكراً|يسلمو|تشرفنا|فرصة سعيدة|يا (?:أخي|اخي|حلو)|عالتلفون|على الخط",
        copula=r"(?:(?:نعم|لا|اي)\s+)*و?(?:هذا|هاد|هيدا|هو|هيك|ده|هاي)(?: (?:فعلا|كمان))*",
        label=r"[اإ]سمي|ال[اإ]سم|اسم العائلة|اسم عائلتي|كنيتي|لقبي|اسم العيلة(?: (?:الحقيقي|الأول|الكامل|فعلا|والله))?",
        own=r"اسم العائلة|اسم عائلتي|كنيتي|لقبي|هيك (?:اسمي|بينادوني)|اسمي هيك",
        reach=r"(?:(?:ممكن|فيك|فيكم|تقدر|تقدروا|بتقدروا|يمكنكم|لو سمحت|رجاء|الأفضل|الافضل|بس|و|أو|او)\s+)*[وف]?(?:راسل(?:و?ني|يني)|كلم(?:و?ني|يني)|اتصل(?:وا?|ي)?|[اأ]?بعت(?:وا?لي|يلي|لي)|[اأ]?رسل(?:وا?(?: لي)?|ي(?: لي)?|ولي|يلي)|دق(?:وا?|ي)(?:لي)?|احك(?:وا?|ي)(?: معي|وني)?|تواصل(?:وا?|ي)?|خابر(?:و?ني|يني)|رن(?:وا?|ي)(?: علي| لي)?|واتس(?:اب)?|[اأ]?كتب(?:وا?لي|ولي|يلي)|خبر(?:و?ني|يني)|تلاقون[يى]|بتلاقوني|ردوا? علي)(?:\s+(?:هون|هنا|على|ع|عال\w+|ب|لي|علي|معي|بي|فيني|رسالة|واتس|واتساب|ايميل|إيميل|هذا|هاد|هالرقم|الرقم|رقم|رقمي|ال?[اإ]يميل|جوالي|موبايلي|هال\w+|لو سمحت\w*|في أي وقت|عن طريق|من خلال|ال?بريد))*(?P<name>)?",
    ),
}
