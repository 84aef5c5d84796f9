"""Actions of the audit log in words: the noun and what was done to it."""

from web.console.words.translate import N_, gettext

NOUNS = {
    "account": N_("Account"),
    "api_client": N_("API client"),
    "appointment": N_("Appointment"),
    "calendar": N_("Calendar"),
    "category": N_("Category"),
    "chat_model": N_("Chat model"),
    "chat_models": N_("Language models"),
    "conversation": N_("Conversation"),
    "customer": N_("Customer"),
    "date": N_("Date"),
    "identity_key": N_("Identity key"),
    "location": N_("Location"),
    "mail_server": N_("Mail server"),
    "picture": N_("Picture"),
    "question": N_("Question"),
    "repeated_time_off": N_("Repeated absence"),
    "resource": N_("Resource"),
    "service": N_("Service"),
    "settings": N_("Settings"),
    "team": N_("Team"),
    "time_off": N_("Absence"),
    "webhook": N_("Webhook"),
    "week": N_("Week"),
}
DEEDS = {
    "add": N_("added"),
    "added": N_("added"),
    "answered": N_("got answers"),
    "approved": N_("approved"),
    "archive": N_("archived"),
    "authenticator_added": N_("authenticator app added"),
    "cancelled": N_("cancelled"),
    "change": N_("changed"),
    "chosen": N_("chosen"),
    "completed": N_("completed"),
    "confirmed": N_("confirmed"),
    "connect": N_("connected"),
    "create": N_("added"),
    "declined": N_("declined"),
    "disconnect": N_("disconnected"),
    "erased": N_("erased"),
    "export": N_("exported"),
    "import": N_("imported"),
    "invite": N_("invited"),
    "join": N_("joined"),
    "keep": N_("kept"),
    "moved": N_("moved"),
    "no_show": N_("missed by the customer"),
    "passkey_added": N_("passkey added"),
    "password": N_("password changed"),
    "presence": N_("name or letters changed"),
    "read": N_("read"),
    "recovery_codes": N_("recovery codes made"),
    "redeliver": N_("sent again"),
    "redelivered": N_("sent again"),
    "remove": N_("removed"),
    "removed": N_("removed"),
    "renew": N_("renewed"),
    "renew_link": N_("given another link"),
    "reorder": N_("put in order"),
    "requested": N_("asked for"),
    "rescheduled": N_("moved"),
    "restore": N_("restored"),
    "revoke": N_("revoked"),
    "rotate": N_("given another secret"),
    "rotated": N_("given another secret"),
    "second_factor_removed": N_("second step removed"),
    "share": N_("made readable for a calendar"),
    "withdraw": N_("withdrawn"),
}


def in_words(action: str) -> str:
    """``time_off.change`` is ``Time off changed``; what has no words is called as in the log."""
    noun, _, deed = action.partition(".")
    named = gettext(NOUNS[noun]) if noun in NOUNS else noun.replace("_", " ").capitalize()
    done = gettext(DEEDS[deed]) if deed in DEEDS else deed.replace("_", " ")
    return gettext("%(noun)s %(deed)s", noun=named, deed=done).strip()
