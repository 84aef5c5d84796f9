"""Whoever a title or a profession belongs to: "el doctor Urrutia", "my physio Lachlan", "האחות לריסה"."""

import re
from collections.abc import Iterator

from agent.privacy.names.grammar.slot import name_in_slot
from agent.privacy.names.known import SCRIPT_WITHOUT_CAPITALS, is_known_name
from agent.privacy.names.reading import NameReader
from agent.privacy.names.slots import THEIR_VERBS
from agent.privacy.names.unknown import is_unknown
from agent.privacy.spans import Span

_PROFESSIONS = (
    r"(?:dr|doctor|doc|nurse|matron|physio(?:therapist)?|dentist|gp|consultant|midwife|teacher|tutor|coach|osteopath|chiropractor|surgeon|therapist|counsellor|trainer|instructor|professor|prof|rabbi|reverend|rev|father|sister|brother|pastor|vicar|imam|solicitor|lawyer|accountant|landlord|landlady|captain|sergeant|uncle|auntie?|optician|podiatrist|psychologist|groomer|breeder|nanny|carer|cleaner)"
    r"|(?:doktor|dr|arzt|ärztin|hausarzt|hausärztin|zahnarzt|zahnärztin|kinderarzt|frauenarzt|orthopäd(?:e|in)|physio(?:therapeut(?:in)?)?|heilpraktiker(?:in)?|osteopath(?:in)?|schwester|pfleger(?:in)?|hebamme|lehrer(?:in)?|klassenlehrer(?:in)?|trainer(?:in)?|pfarrer(?:in)?|pastor(?:in)?|pater|professor(?:in)?|ingenieur|meister|hausmeister|anwalt|anwältin|steuerberater(?:in)?|nachbar(?:in)?|kolleg(?:e|in)|chef(?:in)?|onkel|tante|betreuer(?:in)?|tagesmutter)"
    r"|(?:docteure?|médecin|généraliste|ostéo(?:pathe)?|kiné(?:sithérapeute)?|infirmi(?:er|ère)|sage-femme|maître|maîtresse|prof(?:esseure?)?|dentiste|orthodontiste|coach|père|sœur|abbé|pasteur|avocate?|notaire|instit(?:utrice|uteur)?|nounou|psy|dermato|gynéco|pédiatre|véto|orthophoniste|collègue|patronne?|gardienne?)"
    r"|(?:doctora?|dra?|médic[oa]|fisio(?:terapeuta)?|osteópata|enfermer[oa]|matrona|maestr[oa]|profe(?:sora?)?|dentista|licenciad[oa]|lic|ingenier[oa]|ing|arquitect[oa]|abogad[oa]|entrenadora?|padre|sor|hermana|tí[oa]|pediatra|traumatóloga?|veterinari[oa]|logopeda|seño|jef[ea]|compañer[oa]|cuidadora?)"
    r"|(?:dottor(?:e|essa)?|medico|infermier[ea]|ostetrica|fisio(?:terapista)?|osteopata|maestr[oa]|prof(?:essor(?:e|essa)?)?|dentista|ingegner[ea]?|ing|avvocat[oa]|avv|geometra|architett[oa]|arch|ragionier[ea]?|rag|suor|don|padre|zi[oa]|pediatra|veterinari[oa]|logopedista|collega|allenatore|badante|tata)"
)
_LATIN = re.compile(
    rf"(?<!\w)(?:{_PROFESSIONS})\.?(?: (?:mrs?|ms|dr|prof|med|herr|frau|doktor)\.?)?[,:]? (?:der |die |la |il )?",
    re.I,
)
_SCRIPTED = re.compile(
    r"(?<!\w)(?:[ושלבה]{0,2}(?:ד[\"״]ר|דוקטור|פרופ['׳]?|פרופסור|רופאה?|רופאת|אחות|אח|פיזיותרפיסטי?ת?|מורה|גננת|רב|עו[\"״]ד|מאמן|מאמנת|שכן|שכנה|אוסטאופת|מטפלת?|וטרינרי?ת?|רופא המשפחה|רופא השיניים)(?: שלי| שלנו)?,? (?:ד[\"״]ר )?"
    r"|[وفبل]{0,2}(?:ال)?(?:دكتور[ةه]?|بروفيسور|بروفسور|كابتن|كوتش|طبيب[ةه]?|مهندس[ةه]?|[اأ]ستاذ[ةه]?|ممرض[ةه]?|معلم[ةه]?|مدرب[ةه]?|معالج[ةه]?|شيخ|محامي[ةه]?|آنسة|حاج[ةه]?|مدام|طنط|عمو|خالتو|مس|ست|أخصائي[ةه]?|قابلة)(?:ي|تي|نا|تنا)?،? )"
)
_SAID_SMALL = re.compile(
    r",? (?:said|says|told|sent|referred|recommended|suggested|hat|meint|sagt|sagte|schickt|empfiehlt|m['’]a|m['’]envoie|nous envoie|a dit|me (?:dijo|manda|recomend\w+|ha)|dijo|nos manda|mi (?:ha|manda)|ha detto)(?!\w)",
    re.I,
)
_VERB = re.compile("(?:بت|بي|بن|عم|رح)[ء-ي]{2,}")
_SCRIPTED_SAID = re.compile(r" (?:[א-ת]{2,}|[ء-ي]{2,})")


def people_of_professions(reader: NameReader, text: str) -> Iterator[Span]:
    for frame in _LATIN.finditer(text):
        span = name_in_slot(reader, text, frame.end(), is_sure=False)
        said = text[span.start : span.end] if span else ""
        if (
            span
            and (said[0].isupper() or _SAID_SMALL.match(text, span.end) or THEIR_VERBS.match(text, span.end))
            and not SCRIPT_WITHOUT_CAPITALS.match(said)
        ):
            yield span
    for frame in _SCRIPTED.finditer(text):
        span = name_in_slot(reader, text, frame.end(), is_sure=False)
        said = text[span.start : span.end].split(maxsplit=1)[0] if span else ""
        if (
            span
            and not _VERB.match(said)
            and (is_known_name(said) or (is_unknown(said) and _SCRIPTED_SAID.match(text, span.end)))
        ):
            yield span
