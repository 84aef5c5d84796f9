"""What may be life and death, in every language."""

from agent.privacy.health.patterns import compile_words, one_of

_URGENT = one_of(
    r"""(?:can['’]?t|cannot|can\s+hardly|struggling\s+to|unable\s+to|trouble|not)\s+breath\w*|(?:not|isn['’]?t|stopped)\s+breathing|chest\s+pains?|(?:having|had)\s+a\s+(?:heart\s+attack|stroke|seizure)|heart\s+attack|unconscious|collapsed|passed\s+out|bleeding\s+(?:heavily|badly|a\s+lot|out)|won['’]?t\s+stop\s+bleeding|overdos\w*|
        kill\s+(?:myself|himself|herself)|suicid\w*|end\s+my\s+life|want\s+to\s+die|anaphyla\w*|choking|poisoned|
        (?:krieg\w*|bekomm\w*)\s+(?:\w+\s+)?keine\s+luft|keine\s+luft\s+mehr|atemnot|brustschmerz\w*|schmerzen\s+in\s+der\s+brust|bewusstlos\w*|ohnmächtig|herzinfarkt|schlaganfall|blutet\s+stark|starke\s+blutung\w*|überdosis|umbringen|selbstmord\w*|suizid\w*|nicht\s+mehr\s+leben|vergiftet|anaphyla\w*|
        (?:n['’]arrive|arrive)\s+(?:plus|pas)\s+à\s+respirer|ne\s+respire\s+(?:plus|pas)|douleurs?\s+(?:à|dans)\s+la\s+poitrine|inconscient\w*|crise\s+cardiaque|infarctus|saigne\s+(?:beaucoup|abondamment)|overdose|me\s+(?:tuer|suicider)|suicide|veux\s+mourir|empoisonn\w*|
        no\s+pued[oe]\s+respirar|no\s+respira|dolor\s+(?:en\s+el|de)\s+pecho|inconsciente|se\s+desmay\w*|infarto|sangra\s+mucho|sobredosis|suicid\w*|matarme|quiero\s+morir|
        non\s+(?:riesco\s+a\s+)?respir\w*|dolor[ei]\s+al\s+petto|svenut[oa]|priv[oa]\s+di\s+sensi|infarto|sanguina\s+molto|overdose|suicid\w*|uccidermi|voglio\s+morire|
        לא\s+(?:מצליח\w*\s+|יכול\w*\s+)?לנשום|לא\s+נושמ?ת?|כאב\w*\s+בחזה|חסר\w*\s+הכרה|התעלפ\w*|התקף\s+לב|מדממ\w*\s+(?:הרבה|חזק)|מנת\s+יתר|להתאבד|התאבדות|רוצה\s+למות|
        لا\s+(?:أستطيع|استطيع|يستطيع|أقدر|اقدر)\s+(?:أن\s+)?(?:أتنفس|التنفس|يتنفس|اتنفس)|لا\s+يتنفس|ألم\s+(?:في|ب)\s*الصدر|ألم\s+في\s+صدري|فاقد\w*\s+(?:ال)?وعي|أغمي\s+علي\w*|نوبة\s+قلبية|ينزف\s+\w+|جرعة\s+زائدة|انتحار|الانتحار|أقتل\s+نفسي|أريد\s+أن\s+أموت"""
)


# What cannot wait: a model has to tell it from the rest. Whole phrases.
EMERGENCIES = compile_words(
    rf"(?<!\w)(?=[^\W\d_])(?:{_URGENT})(?!\w)",
)
