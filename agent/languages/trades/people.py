"""Whom a service is for: beside a concept they say which of several is meant."""

PEOPLE = {
    "for men": {
        "en": "men|man|mens|men's|gents|gentlemen",
        "de": "Herren|Männer|Mann|Herrenschnitt|Herrenhaarschnitt",
        "fr": "homme|hommes",
        "es": "hombre|hombres|caballero|caballeros",
        "it": "uomo|uomini",
        "he": "גבר|גברים|לגבר",
        "ar": "رجالي|رجال|للرجال",
    },
    "for women": {
        "en": "women|woman|womens|women's|ladies|lady's",
        "de": "Damen|Frauen|Frau|Damenschnitt|Damenhaarschnitt",
        "fr": "femme|femmes|dame|dames",
        "es": "mujer|mujeres|señora|señoras",
        "it": "donna|donne",
        "he": "אישה|נשים|לאישה",
        "ar": "نسائي|نساء|للنساء",
    },
    "for children": {
        "en": "child|children|kid|kids|children's|boy|girl",
        "de": "Kinder|Kind|Kinderschnitt|Kinderhaarschnitt",
        "fr": "enfant|enfants",
        "es": "niño|niña|niños|infantil",
        "it": "bambino|bambina|bambini",
        "he": "ילד|ילדה|ילדים",
        "ar": "أطفال|طفل|للأطفال|ولد",
    },
}
