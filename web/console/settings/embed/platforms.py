"""Where the line goes on the platforms that businesses use. Their menus are their makers', and move."""

from msgspec import Struct

from web.console.words.translate import N_


class Platform(Struct, frozen=True):
    """``name`` is its maker's; ``steps`` say where to go in it."""

    slug: str
    name: str
    steps: str


PLATFORMS = (
    Platform("html", "HTML", N_("Paste the line before </body> on every page that should show the chat.")),
    Platform(
        "wordpress",
        "WordPress",
        N_("Install a plugin for header and footer code, and paste the line into its footer box."),
    ),
    Platform(
        "shopify",
        "Shopify",
        N_("Online Store → Themes → Edit code → layout/theme.liquid: paste the line before </body>."),
    ),
    Platform(
        "wix", "Wix", N_("Settings → Custom Code → Add Custom Code: all pages, at the end of the body.")
    ),
    Platform("squarespace", "Squarespace", N_("Settings → Advanced → Code Injection → Footer.")),
    Platform("webflow", "Webflow", N_("Site settings → Custom code → Footer code, then publish the site.")),
    Platform("jimdo", "Jimdo", N_("Settings → Edit head, or an element “Widget / HTML” on the page.")),
    Platform(
        "next",
        "Next.js",
        N_("In app/layout.jsx, as a Script of next/script with the same attributes."),
    ),
    Platform(
        "gtm",
        "Google Tag Manager",
        N_("A Custom HTML tag on all pages that makes the script element; the documentation has it whole."),
    ),
)
