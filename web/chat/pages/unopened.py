"""What the conversation page says where its script may not load: the address to open, and how else to reach
the business; and where no script may run at all, that it needs one."""

from booking_core.catalogue.organizations import Organization

CANNOT_OPEN = {
    "en": "The chat cannot open inside this page. Please open this address in a new window:",
    "de": (
        "Der Chat lässt sich innerhalb dieser Seite nicht öffnen. Bitte öffnen Sie diese Adresse in einem "
        "neuen Fenster:"
    ),
    "fr": (
        "Le chat ne peut pas s’ouvrir dans cette page. Veuillez ouvrir cette adresse dans une nouvelle "
        "fenêtre :"
    ),
    "es": "El chat no puede abrirse dentro de esta página. Abra esta dirección en una ventana nueva:",
    "it": (
        "La chat non può aprirsi all’interno di questa pagina. Apra questo indirizzo in una nuova finestra:"
    ),
    "he": "אי אפשר לפתוח את הצ'אט בתוך הדף הזה. אפשר לפתוח את הכתובת הזאת בחלון חדש:",
    "ar": "لا يمكن فتح المحادثة داخل هذه الصفحة. يُرجى فتح هذا العنوان في نافذة جديدة:",
}
NEEDS_SCRIPTS = {
    "en": "This chat needs JavaScript. You can also reach us here:",
    "de": "Dieser Chat braucht JavaScript. Sie erreichen uns auch so:",
    "fr": "Ce chat a besoin de JavaScript. Vous pouvez aussi nous joindre ainsi :",
    "es": "Este chat necesita JavaScript. También puede contactarnos así:",
    "it": "Questa chat ha bisogno di JavaScript. Può contattarci anche così:",
    "he": "הצ'אט הזה צריך JavaScript. אפשר להשיג אותנו גם כך:",
    "ar": "تحتاج هذه المحادثة إلى JavaScript. يمكنك أيضًا التواصل معنا هنا:",
}


def unopened_fields(organization: Organization, language: str, address: str) -> dict[str, str]:
    """The fields of the page for it, as markup."""
    ways = {"tel": organization.phone, "mailto": organization.email}
    links = [f'<a href="{scheme}:{escape(way)}">{escape(way)}</a>' for scheme, way in ways.items() if way]
    return {
        "cannot_open": escape(CANNOT_OPEN[language]),
        "needs_scripts": escape(NEEDS_SCRIPTS[language]),
        "address": escape(address),
        "contact": " · ".join(links),
    }


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
