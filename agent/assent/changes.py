"""Whether a message asks for something to be different, or only mentions it: "with Miriam", "make it
Wednesday", beside "can you remind me the day before?" and "see you on Wednesday". Pure.
"""

import re
from functools import cache

from agent.assent.kinds import LANGUAGES, grammar_of
from agent.assent.phrase import AFTER, BESIDE, NO, SOFT, WAIT, WEAK, YES
from agent.assent.tokens import words_of

# What may stand around a day, an hour, a person or a service that is wanted; any other word says something
# else of it.
AROUND = {
    "en": "but with without not no at on for the a an and or in to of by from around about till until after "
    "before between could can may might would will shall should i we you me us my our it its is be are am "
    "was do does did have has had ive got get gets getting id ill lets let make makes made making take try "
    "put set go come do change changed changing move moved shift switch swap book want wanted need like "
    "prefer rather instead mean meant said say says what how hows whats about any anything something some "
    "there one ones same again day days time times hour hours minute minutes mins week weeks free available "
    "slot slots spot spots possible please also too as well only just really much bit little half quarter "
    "more less earlier later sooner next previous following another other different better best if that "
    "this those works work suit suits fit fits up back forward think lets person people both two three four "
    "anyone anybody someone else everyone either whoever ok then so late early soon morning afternoon "
    "evening noon midday today tomorrow appointment booking than which when who him her them actually exact "
    "exactly maybe perhaps wrong sorry order mind thats theres dont doesnt cant couldnt isnt wont nope yet "
    "still already first last second third option number long short longer shorter not instead of",
    "de": "aber mit ohne nicht kein keinen keine um am an auf für der die das den dem ein eine einen ne nen "
    "einer und oder in im zu zum zur von vom ab bis nach vor zwischen gegen könnte könnten kann können geht "
    "ginge gehts möchte möchten würde wäre wär wären hätte hätten haben hab habe ich wir sie du es mir mich "
    "uns mein meinen ist sind sein mach machen machs mache nehmen nehme lieber statt stattdessen doch eher "
    "besser anders andere anderen anderer anderes gleiche gleichen selbe selben zeit uhrzeit uhr tag tage "
    "stunde stunden minuten woche frei platz termin termine möglich bitte auch noch nur genau früher später "
    "eher halbe halb viertel mehr weniger nächste nächsten nächster wenn dass dieser diesen passt passen "
    "passte klappt person personen leute beide zwei drei vier jemand anderem anderen egal wer dann so spät "
    "früh morgen mittag nachmittag abend vormittag als wann was wie bei beim verschieben verlegen ändern "
    "umbuchen buchen wechseln meine meinte gemeint sagen sorry falsch vielleicht ja nein da dort ihr ihm "
    "denn etwa welche wieder nochmal sonst erste zweite letzte lang kurz länger kürzer gerne gern sollte "
    "soll sollten und zwar",
    "fr": "mais avec sans pas non à a au aux le la les l de du des d un une et ou en pour par chez vers "
    "entre jusqu jusquà après avant dès depuis je j on nous vous tu moi me mon ma mes c ça ce cest cela "
    "celui celle est serait sera soit était peut peux puis pourrait pourriez pouvez pourrais voudrais veux "
    "préfère préférerais aimerais faut faudrait faites fais mettez mets mettre prenez prends prendre plutôt "
    "place à_la_place finalement même autre autres daprès davant heure heures h jour jours "
    "minute minutes semaine matin midi soir après_midi créneau créneaux horaire dispo "
    "disponible disponibles libre libres possible svp "
    "aussi encore juste seulement un_peu peu plus moins tôt tard demi demie quart prochain prochaine "
    "suivant suivante précédent si que quoi quand qui quel quelle comment convient irait arrange "
    "arrangerait mieux meilleur personne personnes deux trois quatre quelqu quelquun dautre nimporte "
    "changer changez changement décaler décalez déplacer déplacez réserver réservez dis disais dire voulais "
    "y il elle a_t avez as ai alors donc bien ne n trompé trompée erreur désolé premier dernier long court "
    "longue courte avoir",
    "es": "pero con sin no a al a_las las la el los lo de del un una unos y o en para por hasta desde entre "
    "hacia después antes yo nosotros usted ustedes tú te me nos mi mis es está están sea sería fuera era "
    "puede puedes pueden podría podrían podemos puedo se quiero quisiera querría prefiero preferiría "
    "gustaría necesito haz haga hagamos pon ponga ponme póngame poner cámbialo cambia cambie cambiar "
    "cambiarla cambiarlo mueve mover mejor lugar vez cambio misma mismo otra otro otras otros hora horas "
    "día días minutos minuto semana mañana tarde noche mediodía libre libres hueco huecos cita disponible "
    "posible favor también todavía solo sólo sólo justo un_poco poco más menos temprano tarde media cuarto "
    "próximo próxima siguiente anterior si que qué cuándo quién cómo cuál viene conviene queda quedaría "
    "persona personas dos tres cuatro alguien cualquiera ambas ambos reserva reserve resérvame digo decía "
    "quería decir hay tiene tienen tenéis algo entonces bien perdón equivocado equivoqué primera primero "
    "última último larga corta larga haya tal pues esa ese eso aquel y_si sino",
    "it": "ma però con senza non no a al alle alla allo ai all il lo la le gli i l di del della dell dei un "
    "uno una un e ed o in nel nella per da dal dalle dalla fino tra fra verso dopo prima io noi lei lui voi "
    "tu mi ci si ti mio mia è sia sarebbe era può puoi potete potrebbe potremmo possiamo posso vorrei "
    "vorremmo voglio preferisco preferirei preferiremmo bisogno serve faccia facciamo fai fare metti metta "
    "mettiamo mettere cambi cambia cambiare cambiarlo sposta sposti spostiamo spostare meglio invece posto "
    "stesso stessa altro altra altri altre ora ore orario giorno giorni minuti minuto settimana mattina "
    "mattino pomeriggio sera mezzogiorno libero liberi libera buco appuntamento disponibile possibile "
    "favore anche ancora solo soltanto proprio un_po po più meno presto tardi mezz mezza mezzo mezzora "
    "quarto prossimo prossima successivo seguente precedente se che cosa quando chi come quale va andrebbe "
    "bene persona persone due tre quattro qualcuno qualsiasi entrambi entrambe prenota prenoti dico dicevo "
    "volevo dire c cè avete ha hanno qualcosa allora sbagliato scusi primo prima ultimo ultima lungo corto "
    "lunga corta quello quella questo piuttosto anziché",
    "he": "אבל עם בלי לא אצל ב ל את ה של או ו רק גם אם אפשר אפשרי אני אנחנו אתם את אתה לי לנו זה זו זאת יש "
    "יהיה תהיה היה רוצה רוצים רציתי אשמח מעדיף מעדיפה עדיף צריך צריכה במקום תעשו תעשה תעשי נעשה לעשות שים "
    "שימו תשימו להחליף תחליפו לשנות תשנו תשני תשנה להזיז תזיזו להעביר תעבירו לקבוע תקבעו התכוונתי אמרתי "
    "בעצם אותו אותה אותה_שעה אחר אחרת אחרים שעה שעות דקות יום ימים שבוע בבוקר בצהריים אחרי אחר הצהריים בערב "
    "פנוי פנויה מקום תור זמן יותר קצת מאוחר מוקדם חצי רבע עוד הבא הבאה הקודם מתי מה מי איך איזה נוח מתאים "
    "אנשים שניים שתיים שלוש ארבע מישהו לא_משנה טעות סליחה ראשון אחרון ארוך קצר בשעה ביום לשעה ליום מ עד בין "
    "לפני בסביבות ש כל שיהיה שתהיה",
    "ar": "لكن ولكن بس مع بدون ليس لا مش مو عند في الساعة ساعة يوم اليوم من إلى الى على حتى بعد قبل بين بدل "
    "بدلا عوض أنا نحن أنت انتم لي لنا لو إذا ممكن يمكن تقدر أقدر أريد اريد بدي عايز عايزة أفضل افضل خلي "
    "خليها خليه نخليها اجعله اجعلها غير غيروا غيره غيرها نغير تغيير انقل انقله نقل نقله احجز حجز بشرط يكون "
    "تكون كان نفس وقت الوقت موعد الموعد أخرى اخرى آخر اخر ثاني ثانية دقيقة دقائق نصف ربع أكثر شوي شوية "
    "قليلا أبكر ابكر أحسن احسن متأخر مبكر فاضي متاح متوفر هل هناك فيه يوجد عندكم متى ما ماذا من كيف أي اي "
    "يناسبني يناسب شخص شخصين أشخاص اثنين ثلاثة أربعة احد أحد قصدي أقصد قلت غلط عفوا صباحا مساء ظهرا الصبح "
    "المسا العصر الظهر الأول الأخير طويل قصير فقط كمان أيضا القادم الجاي التالي السابق هذا ذلك هذه تلك الى "
    "ان أن هو هي و ب ل ف",
}
LEADING_AND = re.compile(r"^\W*(?:ו(?=[\u05d0-\u05ea]{2})|و(?=[\u0621-\u064a]{3}))")
# What says by itself that it is to be different, whatever else is said.
INSTEAD = {
    "en": "instead|instead of|make it|make that|change it to|change that to|switch to|switch it to|move it "
    "to|rather have|i meant|i mean|should be|should say|not quite",
    "de": "stattdessen|lieber|statt|doch lieber|ich meinte|gemeint|ändern auf|verschieben auf|umbuchen auf|"
    "anstatt|soll heißen",
    "fr": "plutôt|à la place|au lieu de|je voulais dire|changez pour|mettez plutôt",
    "es": "en su lugar|en vez de|en lugar de|quería decir|quise decir|mejor a|mejor el|mejor con|cámbielo a|"
    "cámbialo a|prefiero",
    "it": "invece|al posto|anziché|volevo dire|intendevo|piuttosto|preferisco|preferirei",
    "he": "במקום|התכוונתי|עדיף|אני מעדיף|אני מעדיפה",
    "ar": "بدل|بدلا من|عوضا عن|قصدي|أقصد|كنت أقصد|أفضل",
}
CHANGES_NOTHING = (YES, WEAK, BESIDE, SOFT, NO, AFTER, WAIT)


def asks_for_change(text: str, language: str) -> bool:
    """``text`` is a message without the times, people and services in it: whether what is left asks for
    them."""
    around, instead = _words(language)
    reading = grammar_of(language).read(_without_and(text))
    told = reading.told
    if any(told[start : start + len(row)] == row for row in instead for start in range(len(told))):
        return True
    return set(reading.without(*CHANGES_NOTHING)) <= around


def _without_and(text: str) -> str:
    """Hebrew and Arabic write "and" onto the word that begins a clause."""
    return LEADING_AND.sub("", text)


def words_around_changes(language: str) -> frozenset[str]:
    """The words that may stand around what is to be different, in lower case."""
    return frozenset(AROUND[language].replace("_", " ").split())


@cache
def _words(language: str) -> tuple[frozenset[str], frozenset[tuple[str, ...]]]:
    names = dict.fromkeys(("en", language if language in LANGUAGES else "en"))
    around = frozenset(word for name in names for word in words_of(AROUND[name].replace("_", " ")))
    return around, frozenset(tuple(words_of(row)) for name in names for row in INSTEAD[name].split("|"))
