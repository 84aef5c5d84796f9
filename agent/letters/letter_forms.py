"""The two forms of a letter: plain text, and HTML that needs no picture, no style sheet and no light
paper."""

import re
from html import escape

from babel import Locale

from agent.letters.content.letter_content import LetterContent, LetterRow

DARK_QUERY = "@media (prefers-color-scheme:dark)"
# Mail programs know little of CSS: what matters stands in the elements, and dark colours where they are
# known.
DARK = (
    ":root{color-scheme:light dark}"
    f"{DARK_QUERY}{{"
    ".paper{background:#16161a!important}.sheet{background:#222228!important;border-color:#3a3a42!important}"
    ".ink{color:#f1f1f4!important}.soft{color:#b4b4bf!important}.line{border-color:#3a3a42!important}"
    ".link{color:#a9c1ff!important}"
    ".button{color:#16161a!important;background:#a9c1ff!important;border-color:#a9c1ff!important}}"
)
FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif"
BUTTON = (
    "display:inline-block;padding:11px 20px;border:1px solid #2746a8;border-radius:8px;background:#2746a8;"
    "color:#ffffff;font-weight:600;text-decoration:none"
)
COLON = ": \u00a0\u202f"
EMAIL, PHONE = re.compile(r"[^\s@]+@[^\s@]+"), re.compile(r"\+?\d[\d ()/.-]{4,}")
PARAGRAPH = "margin:0 0 14px;font-size:16px;line-height:1.5;color:#1d1d22"


def letter_text(content: LetterContent) -> str:
    parts = [*content.opening]
    if content.quoted:
        parts += [content.quoted[0], "\n".join(f"> {line}" for line in content.quoted[1].splitlines())]
    parts.append("\n".join(f"{row.label}: {row.value}" for row in content.rows))
    parts += content.closing
    parts += [content.before_pages] if content.before_pages else []
    parts += [f"{text}\n{content.link}{end}" for text, end in content.pages]
    parts.append(f"{content.link_text}\n{content.link}")
    parts.append("\n".join(content.signature))
    if content.stop:
        parts.append("\n".join(content.stop))
    return "\n\n".join(parts) + "\n"


def letter_html(content: LetterContent) -> str:
    locale = Locale.parse(content.locale)
    direction = "rtl" if locale.character_order == "right-to-left" else "ltr"
    inside = "".join(
        (
            f'<h1 class="ink" style="margin:0 0 16px;font-size:22px;line-height:1.3;color:#1d1d22">'
            f"{escape(content.title)}</h1>",
            *(_paragraph(text) for text in content.opening),
            _quote(*content.quoted) if content.quoted else "",
            '<table role="presentation" width="100%" cellpadding="0" cellspacing="0"'
            f' style="margin:0 0 18px">{"".join(map(_row, content.rows))}</table>',
            *(_paragraph(text) for text in content.closing),
            _paragraph(content.before_pages) if content.before_pages else "",
            *(_link(direction, text, f"{content.link}{end}") for text, end in content.pages),
            _button(direction, content),
            _signature(content),
            _link(direction, content.stop[0].rstrip(COLON), content.stop[1]) if content.stop else "",
        )
    )
    return (
        f'<!DOCTYPE html><html lang="{locale.language}" dir="{direction}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>{escape(content.subject)}</title><style>{DARK}</style></head>"
        f'<body class="paper" dir="{direction}" style="margin:0;padding:0;background:#f3f3f6;{FONT}">'
        '<table class="paper" role="presentation" width="100%" cellpadding="0" cellspacing="0"'
        ' style="background:#f3f3f6"><tr><td align="center" style="padding:20px 10px">'
        '<table class="sheet" role="presentation" width="100%" cellpadding="0" cellspacing="0"'
        ' style="max-width:560px;background:#ffffff;border:1px solid #dedee6;border-radius:10px">'
        f'<tr><td dir="{direction}" style="padding:24px 22px;text-align:start;{FONT}">{inside}</td></tr>'
        "</table>"
        "</td></tr></table></body></html>\n"
    )


def _paragraph(text: str) -> str:
    return f'<p class="ink" dir="auto" style="{PARAGRAPH}">{_lines(text)}</p>'


def _lines(text: str) -> str:
    return "<br>".join(escape(line) for line in text.splitlines())


def _quote(before: str, words: str) -> str:
    lines = _lines(words)
    return (
        f'{_paragraph(before)}<blockquote class="ink line" dir="auto" style="{PARAGRAPH};margin:0 0 16px;'
        f'padding:2px 14px;border-inline-start:3px solid #b9b9c6">{lines}</blockquote>'
    )


def _row(row: LetterRow) -> str:
    value = escape(row.value)
    value = f"<s>{value}</s>" if row.is_past else f"<strong>{value}</strong>"
    kind = "soft" if row.is_past else "ink"
    cell = "padding:8px 0;border-top:1px solid #e6e6ee;font-size:15px;line-height:1.45;vertical-align:top"
    return (
        f'<tr><td class="soft line" width="30%" style="{cell};padding-inline-end:12px;color:#5b5b66">'
        f'{escape(row.label)}</td><td class="{kind} line" style="{cell};color:'
        f'{"#5b5b66" if row.is_past else "#1d1d22"};overflow-wrap:anywhere"><bdi>{value}</bdi></td></tr>'
    )


def _link(direction: str, text: str, link: str) -> str:
    return (
        f'<p class="ink" dir="{direction}" style="{PARAGRAPH}">'
        f'<a class="link" dir="auto" href="{escape(link)}" style="color:#2746a8">{escape(text)}</a></p>'
    )


def _button(direction: str, content: LetterContent) -> str:
    """The page of the letter; a program that draws no buttons draws a link."""
    return (
        f'<p class="ink" dir="{direction}" style="{PARAGRAPH};margin:20px 0 14px">'
        f'<a class="button" dir="auto" href="{escape(content.link)}" style="{BUTTON}">'
        f"{escape(content.link_label)}</a></p>"
    )


def _signature(content: LetterContent) -> str:
    lines = "<br>".join(map(_way_to_reach, content.signature))
    return f'<p class="soft" style="{PARAGRAPH};margin:22px 0 16px;color:#5b5b66">{lines}</p>'


def _way_to_reach(line: str) -> str:
    """A line of the signature, to be pressed where it is an address or a number."""
    shown = f"<bdi>{escape(line)}</bdi>"
    if EMAIL.fullmatch(line):
        link = f"mailto:{line}"
    elif PHONE.fullmatch(line):
        link = "tel:" + re.sub(r"[^+\d]", "", line)
    else:
        return shown
    return f'<a class="link" href="{escape(link)}" style="color:#2746a8">{shown}</a>'
