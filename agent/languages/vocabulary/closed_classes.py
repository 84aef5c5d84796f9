"""Words of closed classes: pronouns, determiners, prepositions, conjunctions, auxiliaries, question words,
negations and the commonest particles of each language. A language gains hardly any new ones, and sentences
are made with them; names hardly ever are.
"""

from functools import cache


def word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WORDS = {
    "en": "i me my mine myself you your yours yourself u ur he him his himself she her hers herself it its itself we us our ours ourselves they them "
    "their theirs themselves one someone somebody something anyone anybody anything everyone everybody everything nobody nothing none no "
    "the a an this that these those some any each every either neither both all half such another other others same "
    "who whom whose what whatever which whichever when whenever where wherever why how however "
    "and or but nor so yet if unless because since although though while until till than as whether "
    "about above across after against along among around at before behind below beneath beside besides between beyond by down during except "
    "for from in inside into like near of off on onto out outside over past per through to toward towards under up upon via with within without "
    "am is are was were be been being do does did doing done have has had having can could will would shall should may might must ought cannot "
    "im ive id ill youre youve weve were theyre hes shes thats whats whos heres theres dont doesnt didnt cant couldnt wont wouldnt shouldnt isnt arent wasnt "
    "not never ever always often sometimes usually already still just only even also too very really quite rather almost enough again once twice "
    "here there now then today tonight tomorrow yesterday soon later earlier sooner maybe perhaps probably actually anyway instead together "
    "oops pardon yes yeah no nope ok okay please thanks thank sorry hello hi hey oh um uh hmm well wait hold stop back ahead away "
    "want wants wanted need needs needed know think thought mean means meant say said says tell told ask asked asking give gave get got getting take make made "
    "go going gone come coming came see look looking let lets try trying call calling keep book booking booked wonder wondering prefer "
    "running interested available free late new more most less least few many much several lot two three four five six seven eight nine ten first "
    "second third next last idea idk idc lol moment minute minutes sec second seconds hour hours day days week weeks month time times "
    "work works working worked fine good great best better question depends chance depend erm huh duh nah meh whatevs dunno gonna wanna guess",
    "de": "ich mich mir mein meine meiner meinem meinen meins du dich dir dein deine er ihn ihm sein seine sie ihr ihre ihnen ihrem ihren es wir uns unser unsere "
    "euch euer man einer eine ein einem einen eines kein keine keiner keinem keinen jemand niemand etwas nichts was alles alle allen jeder jede jedes "
    "der die das dem den des dieser diese dieses diesem diesen jener welcher welche welches welchen solche beide selbe gleiche "
    "wer wen wem wessen wann wo wohin woher warum weshalb wieso wozu wofür wie "
    "und oder aber denn sondern doch wenn falls weil dass ob als bevor nachdem während bis damit obwohl da "
    "an auf aus bei beim durch für gegen hinter im in ins mit nach neben ohne seit statt trotz über um unter von vom vor wegen zu zum zur zwischen ab am "
    "bin bist ist sind seid war waren wäre wären sein gewesen habe hab hast hat haben hatte hatten hätte hätten werde wirst wird werden würde würden "
    "kann kannst können könnte könnten muss musst müssen soll sollen sollte will willst wollen wollte mag möchte möchten darf dürfen "
    "nicht nie niemals nur auch noch schon sehr so ganz gar mal einmal nochmal wieder immer jetzt gleich später früher heute morgen gestern "
    "hier dort dann vielleicht eher lieber gern gerne eigentlich wohl halt eben egal sonst zuerst erst "
    "per entschuldigung entschuldigen verzeihung ja nein nee jo ok okay bitte danke hallo hi hey moment sekunde warte warten stopp halt tja hm äh "
    "weiß weiss wissen meine meinst meinen meint geht gehe gehen ging komme kommt kommen mache machst macht machen sage sagst sagt sagen gib geben nehme nehmen "
    "brauche brauchst braucht brauchen finde finden denke denken passt klappt suche suchen buchen frage fragen sehe sehen schaue "
    "zwei drei vier fünf sechs erste zweite nächste letzte viel wenig mehr weniger ahnung minute minuten stunde stunden tag tage woche wochen zeit termin uhr frage unwichtig bins kommt drauf nich nix ne nö jo na ma sek hä häh pff tja glaub irgendwas irgendwer irgendwie irgendein irgendwen rate ach och egal wurscht keene sag steht denn halt schon eh mal selbst selber grad gerade sek steh stehe sitz sitze fahr fahre lauf laufe",
    "fr": "je j me m moi mon ma mes mien mienne tu te t toi ton ta tes il elle on nous notre nos vous votre vos ils elles eux leur leurs lui se s soi son sa ses "
    "le la les l un une des du de d au aux ce c cet cette ces cela ça ceci celui celle ceux quelque quelques quelqu chaque tout toute tous toutes aucun aucune "
    "autre autres même mêmes rien personne qui que qu quoi quel quelle quels quelles dont où quand comment pourquoi combien lequel laquelle "
    "et ou mais donc or ni car si comme lorsque puisque parce "
    "à dans par pour en vers avec sans sous sur entre chez avant après depuis pendant contre jusque jusqu dès hors malgré selon "
    "suis es est sommes êtes sont étais était serai sera serait soit être ai as a avons avez ont avais avait aurai aura aurait avoir "
    "peux peut pouvez pouvons pourrais pourrait pourriez pouvoir veux veut voulez voudrais voudrait vouloir dois doit devez devrais faut faudrait "
    "ne n pas plus jamais guère non oui si ouais ok okay merci bonjour bonsoir salut allô svp stp pardon désolé désolée "
    "ici là maintenant alors aussi encore déjà très trop peu beaucoup assez bien mal mieux moins plutôt peut être toujours souvent bientôt tard tôt "
    "aujourd hui demain hier moment instant seconde minute attendez attends attendre fais fait faites faire vais va vas allez aller viens vient venez venir "
    "sais sait savez savoir dis dit dites dire vois voir voyez prends prend prenez prendre mets mettre donnez donner pense crois cherche besoin envie "
    "deux trois quatre cinq premier première dernier prochaine prochain heure heures jour jours semaine idée question importe dépend importance quiconque bof bah ben euh heu pff chais chuis jsuis chui jm nan tkt mdr osef devine devinez devinette tant pis bon hein quoi ouf",
    "es": "yo me mí mi mis mío mía conmigo tú te ti tu tus él ella ello usted nosotros nosotras nos nuestro nuestra vosotros os vuestro ellos ellas ustedes le les lo se sí su sus "
    "el la los las un una unos unas al del este esta esto estos estas ese esa eso esos esas aquel aquella algo alguien alguno alguna algún nada nadie ninguno ninguna ningún "
    "otro otra otros otras mismo misma cada todo toda todos todas ambos cualquier cualquiera "
    "quién quien qué que cuál cual cuándo cuando dónde donde cómo como cuánto cuanto cuánta por "
    "y e o u ni pero sino aunque si porque pues mientras "
    "a ante bajo con contra de desde durante en entre hacia hasta para según sin sobre tras "
    "soy eres es somos son era sería sea ser fue estoy estás está estamos están estaba estar he has ha hemos han había haber hay "
    "puedo puedes puede podemos pueden podría podrían poder quiero quieres quiere quisiera querría querer debo debe tengo tienes tiene tenemos tienen tener "
    "no ni nunca jamás ya sí vale ok okay claro gracias hola buenas buenos perdón perdona disculpe "
    "aquí ahí allí ahora luego después antes entonces también tampoco todavía aún muy más menos mucho poco bastante mejor peor bien mal quizás quizá solo sólo siempre "
    "hoy mañana ayer tarde pronto momento segundo minuto minutos espera espere espérate voy vas va vamos van ir vengo viene venir hago hace hacer haz "
    "sé sabe saber digo dice decir dime veo ver pon ponme poner dame dar creo pienso busco necesito prefiero gustaría da igual idea "
    "dos tres cuatro cinco primero primera último última próximo próxima hora horas día días semana pregunta depende importa pos jo pues adivina adivine vaya bah uf nada venga anda nomás nomas x q xq pa pq dejalo déjalo paso",
    "it": "io me mi mio mia miei mie tu te ti tuo tua lui lei gli le noi ci nostro nostra voi vi vostro vostra loro li lo la ne si sé suo sua suoi sue "
    "il i l un uno una dei degli delle questo questa questi queste quello quella quelli quelle qualcosa qualcuno nulla niente nessuno nessuna "
    "altro altra altri altre stesso stessa ogni tutto tutta tutti tutte entrambi qualsiasi "
    "chi che cosa cos quale quali quando dove come perché quanto quanta quanti "
    "e ed o oppure ma però anche se mentre poiché dunque quindi "
    "a al alla allo ai agli alle ad da dal dalla dai di del dello della in nel nella nei con col su sul sulla per tra fra senza sotto sopra verso dopo prima durante contro "
    "sono sei è siamo siete era sarebbe sia essere sto stai sta stiamo stare ho hai ha abbiamo avete hanno avere avevo c "
    "posso puoi può possiamo potete possono potrei potrebbe potere voglio vuoi vuole vorrei volere devo deve dovere "
    "non no sì si mai già ok okay va bene grazie ciao salve buongiorno buonasera prego scusi scusa permesso "
    "qui qua lì là ora adesso poi allora ancora molto più meno poco tanto troppo abbastanza meglio peggio bene male forse solo soltanto sempre piuttosto invece "
    "oggi domani ieri presto tardi attimo momento secondo minuto minuti aspetta aspetti aspettare vado vai va andiamo andare vengo viene venire faccio fa fare faccia "
    "so sa sapere dico dice dire dimmi vedo vedere metta mettere dammi credo penso cerco serve bisogno preferisco idea "
    "due tre quattro cinque primo prima ultimo ultima prossimo prossima ora ore giorno giorni settimana domanda dipende chiunque importa boh mah beh dai uffa vabbè vabbe cioè indovina indovini niente eh mica macché figurati lascia perdi",
    "he": "אני אותי לי שלי בשבילי עבורי אתה את אותך לך שלך הוא אותו לו שלו היא אותה לה שלה אנחנו אנו אותנו לנו שלנו בשבילנו אתם אתן אתכם לכם שלכם הם הן אותם להם שלהם "
    "זה זאת זו אלה אלו ההוא ההיא מישהו מישהי משהו כלום דבר אף אחד כל כולם כולן שום אחר אחרת אותו "
    "מי מה איזה איזו אילו מתי איפה היכן לאן איך למה מדוע כמה האם "
    "ו או אבל אלא אם כי כאשר כש למרות לכן אז "
    "ב ל מ מן של עם בלי על אל אצל בין לפני אחרי עד מאז בתוך מתחת מעל ליד במקום בשביל עבור בגלל "
    "היה הייתה היו יהיה תהיה יהיו להיות יש אין יכול יכולה יכולים אפשר אוכל רוצה רוצים רציתי צריך צריכה צריכים חייב חייבת "
    "כמו כאילו בכלל סתם פשוט יאללה סבבה נו די מספיק לגמרי משנה אכפת לא כן גם רק עוד כבר מאוד ממש קצת יותר פחות הרבה מעט בערך אולי בטח ברור עדיף תמיד אף פעם שוב "
    "פה כאן שם עכשיו אחר כך היום מחר אתמול מאוחר מוקדם רגע שניה שנייה דקה דקות חכה חכי תחכה תחכי חכו "
    "תודה בבקשה סליחה שלום היי הי אוקיי אוקי בסדר טוב מצוין יודע יודעת חושב חושבת אומר אומרת בא באה מגיע מגיעה "
    "לקבוע לבוא להגיע לדעת לשאול לבטל להזיז לשנות שתיים שניים שלוש ארבע ראשון שני שלישי הבא הבאה יום שעה שעות שבוע זמן שאלה תלוי חשוב וואלה תכלס אחי בטח נחש תנחש תנחשי עזוב עזבי שכח תשכח תשכחי מצחיק נראה בקטנה",
    "ar": "أنا انا لي عندي نحن لنا عندنا أنت انت أنتم لك لكم عندكم هو له هي لها هم لهم إياي نفسي لنفسي هذا هذه ذلك تلك هؤلاء الذي التي "
    "شيء لا أحد كل بعض أي اي آخر أخرى غير نفس كلا "
    "من ما ماذا متى أين اين كيف لماذا ليش ليه كم هل أيش شو وين لمن "
    "و أو او ثم لكن ولكن بل إذا اذا لو لأن لان أن ان إن كي حتى بينما "
    "في على عن إلى الى مع بدون بعد قبل منذ بين عند تحت فوق خلال حول ضد ل ب "
    "كان كانت يكون تكون سأكون ليس ليست قد سوف أريد اريد أود أحتاج احتاج يمكن يمكنني ممكن أستطيع لازم يجب بدي عايز عايزة أفضل افضل الأفضل "
    "كما مثل مثلما حيث حيثما سواء يعني تريد يريد نريد تحب يحب أحب تشاء بسيطة بالطبع طبعا لا نعم أجل ايوه أيوة طيب حسنا حسنًا تمام ماشي أوكي شكرا شكرًا عفوا عفوًا آسف اسف مرحبا أهلا اهلا السلام عليكم فضلك سمحت لحظة دقيقة ثانية انتظر انتظري انتظروا "
    "هنا هناك الآن الان اليوم غدا غدًا أمس لاحقا قريبا أيضا ايضا فقط جدا كثيرا قليلا ربما دائما أبدا مرة "
    "أعرف اعرف أدري ادري أعتقد أظن أقول قلت اسأل أسأل تعال أحجز احجز حجز موعد الموعد وقت الوقت ساعة الساعة يوم أسبوع اثنين ثلاثة أول ثاني آخر القادم التالي سؤال حسب مهم هيك هلق هلأ مو مش مالي ما خلص خلاص يلا بس متل مين قديش عم رح لسا كمان بعدين منيح كتير ثواني احزر احزري خمن خمني انسى انسي بطلت شوي شوية ولا مافي مابدي اللي الي ياه ياها اياه بدك بدكم شغلك دخلك خصك روح روحي حكيت قلت كتبت عطيت عنده عندها لديه لديها معه معها عليه عليها فيه فيها به بها منه منها",
}


@cache
def closed_words(language: str) -> frozenset[str]:
    """The words of the closed classes of one language alone."""
    return frozenset(_WORDS[language].split())
