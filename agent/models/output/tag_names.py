"""Names of tags, channels and control tokens: which stand around words for the customer, a call or
thoughts."""

import re

# The elements of HTML that a model may use to write prose; ``agent.guardrails.plain_text`` takes them out and
# leaves the words.
HTML = frozenset(
    [
        "a",
        "abbr",
        "b",
        "big",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "cite",
        "code",
        "col",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figure",
        "font",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "html",
        "i",
        "iframe",
        "img",
        "input",
        "ins",
        "kbd",
        "li",
        "link",
        "main",
        "mark",
        "meta",
        "nav",
        "object",
        "ol",
        "p",
        "pre",
        "q",
        "samp",
        "script",
        "section",
        "small",
        "span",
        "strike",
        "strong",
        "style",
        "sub",
        "summary",
        "sup",
        "svg",
        "table",
        "tbody",
        "td",
        "template",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "time",
        "title",
        "tr",
        "tt",
        "u",
        "ul",
        "var",
        "video",
    ]
)
# Around what is meant for the customer.
SPEAKING = re.compile(
    r"(?:final_?)?(?:answer|response|reply|solution|output|message|text"
    r"|speech|say|box)|final|assistant|sentence|s"
)
CALLING = re.compile(r"tool|func|invoke|call|action|plugin|execute|command|param|args?\b")
THINKING = re.compile(
    r"th(?:ink|ought)|reason|reflect|analy|scratch|plan|monologue|internal|cot\b|commentary"
)


def plain(name: str) -> str:
    """One spelling of a name: DeepSeek joins words by U+2581, others by blanks or hyphens."""
    return re.sub(r"[▁\s-]+", "_", name.strip().lower())


def is_speaking(name: str) -> bool:
    """Whether the name of a tag or channel stands around words for the customer."""
    return SPEAKING.fullmatch(plain(name)) is not None


def is_calling(name: str) -> bool:
    """Whether the name of a tag or channel stands around a tool call."""
    return CALLING.search(plain(name)) is not None


def is_thinking(name: str) -> bool:
    """Whether the name of a tag or channel stands around thoughts."""
    return THINKING.search(plain(name)) is not None
