"""What the customer may read while a tool runs, in their language. The English is the tool's own label."""

TOOL_LABELS = {
    "de": {
        "Looking for free times": "Ich suche freie Zeiten",
        "Looking at the services": "Ich sehe die Leistungen nach",
        "Keeping that time for you": "Ich reserviere die Zeit für Sie",
        "Looking for your booking": "Ich suche Ihre Buchung",
        "Looking that up": "Ich sehe nach",
        "Letting it go": "Ich gebe die Zeit frei",
        "Putting it together": "Ich stelle es zusammen",
        "One moment": "Einen Moment",
    },
    "fr": {
        "Looking for free times": "Je cherche des horaires libres",
        "Looking at the services": "Je regarde les prestations",
        "Keeping that time for you": "Je vous garde cet horaire",
        "Looking for your booking": "Je cherche votre réservation",
        "Looking that up": "Je regarde",
        "Letting it go": "Je libère l'horaire",
        "Putting it together": "Je prépare le récapitulatif",
        "One moment": "Un instant",
    },
    "es": {
        "Looking for free times": "Busco horas libres",
        "Looking at the services": "Miro los servicios",
        "Keeping that time for you": "Le guardo esa hora",
        "Looking for your booking": "Busco su reserva",
        "Looking that up": "Lo miro",
        "Letting it go": "Libero la hora",
        "Putting it together": "Preparo el resumen",
        "One moment": "Un momento",
    },
    "it": {
        "Looking for free times": "Cerco orari liberi",
        "Looking at the services": "Guardo i servizi",
        "Keeping that time for you": "Le tengo quell'orario",
        "Looking for your booking": "Cerco la sua prenotazione",
        "Looking that up": "Controllo",
        "Letting it go": "Libero l'orario",
        "Putting it together": "Preparo il riepilogo",
        "One moment": "Un momento",
    },
    "he": {
        "Looking for free times": "מחפשים שעות פנויות",
        "Looking at the services": "בודקים את השירותים",
        "Keeping that time for you": "שומרים את השעה",
        "Looking for your booking": "מחפשים את ההזמנה",
        "Looking that up": "בודקים",
        "Letting it go": "משחררים את השעה",
        "Putting it together": "מכינים את הסיכום",
        "One moment": "רק רגע",
    },
    "ar": {
        "Looking for free times": "نبحث عن أوقات متاحة",
        "Looking at the services": "نراجع الخدمات",
        "Keeping that time for you": "نحفظ لكم هذا الوقت",
        "Looking for your booking": "نبحث عن حجزكم",
        "Looking that up": "نتحقق من ذلك",
        "Letting it go": "نترك الوقت",
        "Putting it together": "نجهز الملخص",
        "One moment": "لحظة من فضلكم",
    },
}


def tool_label(locale: str, label: str) -> str:
    """The label of a tool in the language of a locale."""
    return TOOL_LABELS.get(locale.replace("-", "_").split("_")[0].lower(), {}).get(label, label)
