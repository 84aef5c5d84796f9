"""The demo salon in the languages of its customers: names, descriptions, the question and the facts. Its
owner wrote English, which stands in ``demo``."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.resources import Resource
from booking_core.catalogue.services.booking_questions import BookingQuestion
from booking_core.catalogue.services.services import Service
from booking_core.maintenance.demo import DemoSalon

# By the English name, in each language: name and description.
SERVICES = {
    "Haircut": {
        "de": ("Haarschnitt", "Waschen, schneiden und föhnen."),
        "fr": ("Coupe de cheveux", "Shampoing, coupe et coiffage."),
        "es": ("Corte de pelo", "Lavado, corte y acabado."),
        "it": ("Taglio di capelli", "Lavaggio, taglio e piega."),
        "he": ("תספורת", "חפיפה, תספורת וגימור."),
        "ar": ("قص الشعر", "غسل وقص وتصفيف."),
    },
    "Beard trim": {
        "de": ("Bartschnitt", "Form, Konturen und ein heißes Tuch."),
        "fr": ("Taille de barbe", "Forme, contours et serviette chaude."),
        "es": ("Arreglo de barba", "Forma, contorno y toalla caliente."),
        "it": ("Rifinitura della barba", "Forma, contorni e panno caldo."),
        "he": ("עיצוב זקן", "עיצוב, קווי מתאר ומגבת חמה."),
        "ar": ("تهذيب اللحية", "تحديد وتشكيل ومنشفة ساخنة."),
    },
    "Colour and cut": {
        "de": ("Farbe und Schnitt", "Komplette Farbe mit Schnitt und Föhnen."),
        "fr": ("Couleur et coupe", "Coloration complète avec coupe et brushing."),
        "es": ("Color y corte", "Color completo con corte y secado."),
        "it": ("Colore e taglio", "Colore completo con taglio e piega."),
        "he": ("צבע ותספורת", "צבע מלא עם תספורת ופן."),
        "ar": ("صبغ وقص", "صبغة كاملة مع القص والتجفيف."),
    },
    "Blow-dry": {
        "de": ("Föhnen", "Waschen und in Form föhnen."),
        "fr": ("Brushing", "Shampoing et coiffage."),
        "es": ("Secado y peinado", "Lavado y peinado."),
        "it": ("Piega", "Lavaggio e piega."),
        "he": ("פן", "חפיפה ועיצוב."),
        "ar": ("تجفيف وتصفيف", "غسل وتصفيف."),
    },
    "Massage": {
        "de": ("Massage", "Rücken und Schultern, im Behandlungsraum."),
        "fr": ("Massage", "Dos et épaules, dans la salle de soins."),
        "es": ("Masaje", "Espalda y hombros, en la sala de tratamientos."),
        "it": ("Massaggio", "Schiena e spalle, nella sala trattamenti."),
        "he": ("עיסוי", "גב וכתפיים, בחדר הטיפולים."),
        "ar": ("تدليك", "الظهر والكتفان، في غرفة العلاج."),
    },
    "Yoga class": {
        "de": ("Yogastunde", "Sanftes Yoga für bis zu sechs, im Behandlungsraum."),
        "fr": ("Cours de yoga", "Yoga doux, six personnes au plus, dans la salle de soins."),
        "es": ("Clase de yoga", "Yoga suave para seis personas como máximo, en la sala de tratamientos."),
        "it": ("Lezione di yoga", "Yoga dolce per sei persone al massimo, nella sala trattamenti."),
        "he": ("שיעור יוגה", "יוגה עדינה לעד שישה משתתפים, בחדר הטיפולים."),
        "ar": ("حصة يوغا", "يوغا هادئة لستة أشخاص على الأكثر، في غرفة العلاج."),
    },
    "Bridal styling": {
        "de": ("Brautstyling", "Probe und Styling für den großen Tag. Dana sagt jede Anfrage selbst zu."),
        "fr": ("Coiffure de mariée", "Essai et coiffure du jour J. Dana accepte elle-même chaque demande."),
        "es": ("Peinado de novia", "Prueba y peinado del gran día. Dana acepta en persona cada solicitud."),
        "it": (
            "Acconciatura da sposa",
            "Prova e acconciatura del gran giorno. Dana accetta di persona ogni richiesta.",
        ),
        "he": ("תסרוקת כלה", "ניסיון ותסרוקת ליום עצמו. דנה מאשרת כל בקשה בעצמה."),
        "ar": ("تسريحة عروس", "تجربة وتسريحة ليوم العرس. دانا توافق بنفسها على كل طلب."),
    },
}
# People and the room: in letters of their own where the language has them.
RESOURCES = {
    "Dana": {
        "de": ("", "Farbspezialistin mit zwölf Jahren Erfahrung."),
        "fr": ("", "Spécialiste de la couleur, douze ans de métier."),
        "es": ("", "Especialista en color, doce años de oficio."),
        "it": ("", "Specialista del colore, dodici anni di mestiere."),
        "he": ("דנה", "מומחית לצבע, שתים עשרה שנות ניסיון."),
        "ar": ("دانا", "اختصاصية صبغ بخبرة اثني عشر عاما."),
    },
    "Miriam": {
        "de": ("", "Schnitte, Bärte und eine ruhige Stunde."),
        "fr": ("", "Coupes, barbes et une heure au calme."),
        "es": ("", "Cortes, barbas y una hora tranquila."),
        "it": ("", "Tagli, barbe e un'ora di quiete."),
        "he": ("מרים", "תספורות, זקנים ושעה שקטה."),
        "ar": ("ميريام", "قصات ولحى وساعة هادئة."),
    },
    "Jonas": {
        "de": ("", "Masseur und Yogalehrer."),
        "fr": ("", "Masseur et professeur de yoga."),
        "es": ("", "Masajista y profesor de yoga."),
        "it": ("", "Massaggiatore e insegnante di yoga."),
        "he": ("יונאס", "מעסה ומורה ליוגה."),
        "ar": ("يوناس", "معالج تدليك ومدرب يوغا."),
    },
    "Treatment room": {
        "de": ("Behandlungsraum", "Oben, mit Blick in den Hof."),
        "fr": ("Salle de soins", "À l'étage, avec vue sur la cour."),
        "es": ("Sala de tratamientos", "Arriba, con vistas al patio."),
        "it": ("Sala trattamenti", "Al piano di sopra, con vista sul cortile."),
        "he": ("חדר טיפולים", "בקומה העליונה, עם נוף לחצר."),
        "ar": ("غرفة العلاج", "في الطابق العلوي، تطل على الفناء."),
    },
}
QUESTIONS = {
    "health": {
        "de": "Gibt es etwas, worauf wir achten sollen, etwa eine Verletzung?",
        "fr": "Y a-t-il quelque chose à ménager, une blessure par exemple ?",
        "es": "¿Hay algo con lo que debamos tener cuidado, por ejemplo una lesión?",
        "it": "C'è qualcosa a cui fare attenzione, per esempio un infortunio?",
        "he": "יש משהו שצריך להיזהר בו, למשל פציעה?",
        "ar": "هل هناك ما ينبغي الانتباه إليه، كإصابة مثلا؟",
    }
}
FACTS = {
    "de": {
        "parking": "Im Hof gibt es zwei Parkplätze, und die Straßenbahn hält vor der Tür.",
        "payment": "Sie können mit Karte oder bar bezahlen.",
    },
    "fr": {
        "parking": "Il y a deux places de parking dans la cour, et le tram s'arrête devant la porte.",
        "payment": "Vous pouvez payer par carte ou en espèces.",
    },
    "es": {
        "parking": "Hay dos plazas de aparcamiento en el patio, y el tranvía para en la puerta.",
        "payment": "Puede pagar con tarjeta o en efectivo.",
    },
    "it": {
        "parking": "Nel cortile ci sono due posti auto, e il tram si ferma davanti alla porta.",
        "payment": "Può pagare con carta o in contanti.",
    },
    "he": {
        "parking": "יש שני מקומות חניה בחצר, והרכבת הקלה עוצרת ליד הדלת.",
        "payment": "אפשר לשלם בכרטיס או במזומן.",
    },
    "ar": {
        "parking": "يوجد موقفان للسيارات في الفناء، ويتوقف الترام أمام الباب.",
        "payment": "يمكن الدفع بالبطاقة أو نقدا.",
    },
}


async def translate_demo(session: AsyncSession, salon: DemoSalon) -> None:
    """Give every row of the demo its words in the other languages, unless it has some. The caller commits."""
    organization = await session.get_one(Organization, salon.organization_id)
    if not organization.translations:
        organization.translations = {language: {"facts": facts} for language, facts in FACTS.items()}
    for service in await session.scalars(select(Service).where(Service.organization_id == organization.id)):
        _translate(service, SERVICES.get(service.name, {}), "description")
    for one in await session.scalars(select(Resource).where(Resource.organization_id == organization.id)):
        _translate(one, RESOURCES.get(one.name, {}), "bio")
    of_demo = BookingQuestion.organization_id == organization.id
    for question in await session.scalars(select(BookingQuestion).where(of_demo)):
        labels = QUESTIONS.get(question.key, {})
        question.translations = question.translations or {
            language: {"label": label} for language, label in labels.items()
        }


def _translate(row: Service | Resource, words: dict[str, tuple[str, str]], field: str) -> None:
    """``words`` are name and text by language; an empty name stays as the owner wrote it."""
    row.translations = row.translations or {
        language: ({"name": name} if name else {}) | {field: text} for language, (name, text) in words.items()
    }
