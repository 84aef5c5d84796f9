"""The form of a provider of text messages. Its secret goes in and is never drawn again."""

from booking_core.text_providers.provider_choice import ProviderChoice
from booking_core.text_providers.text_provider import SIGNED, TWILIO, ChosenProvider
from web.console.forms.field import Option
from web.console.forms.fields import Secret, Select, TextField
from web.console.forms.form import Form, FormState
from web.console.forms.sent import Sent
from web.console.words.translate import gettext

USUAL = {"kind": TWILIO}


def form_of_provider(*, has_secret: bool) -> Form:
    kept = (
        gettext("Empty keeps the one that is kept.") if has_secret else gettext("Of Twilio its auth token.")
    )
    return Form(
        [
            Select(
                name="kind",
                label=gettext("Provider"),
                options=[
                    Option(TWILIO, "Twilio"),
                    Option(SIGNED, gettext("Any other, by signed requests")),
                ],
            ),
            TextField(
                name="sender",
                label=gettext("Number or name they come from"),
                required=True,
                hint=gettext(
                    "A number with its country code; or at most 11 letters, which nobody can answer."
                ),
            ),
            TextField(name="account", label="Account SID", hint=gettext("Of Twilio only.")),
            TextField(
                name="url",
                label=gettext("Address"),
                input_type="url",
                hint=gettext("Of Twilio it may stay empty."),
            ),
            Secret(name="secret", label=gettext("Secret"), hint=kept),
        ]
    )


def provider_form(provider: ChosenProvider | None) -> FormState:
    """The form as it is kept."""
    known = form_of_provider(has_secret=provider is not None)
    return FormState(known, known.write(provider.facts if provider else USUAL))


def keep_sent(provider: ChosenProvider | None, sent: Sent) -> FormState:
    """The form as it was sent, without its secret."""
    known = form_of_provider(has_secret=provider is not None)
    return FormState(known, sent.with_texts(["secret"], {}))


def choice_in(sent: Sent) -> ProviderChoice:
    return ProviderChoice(
        kind=sent.text("kind"),
        sender=sent.text("sender"),
        url=sent.text("url"),
        account=sent.text("account"),
        secret=sent.text("secret") or None,
    )
