"""The sheet asks "did you mean …?" about the same addresses as the desk."""

import json
import shutil
import subprocess

from booking_core.customers.mail_domains import KNOWN_DOMAINS, likely_address
from web.chat.pages import bundle

DOMAINS = (
    *("gmial.com", "gmail.con", "gmail.co", "gmaill.cm", "gmal.com", "GMIAL.COM", "gnail.com", "g-mail.com"),
    *("hotmial.com", "hotmal.fr", "hotmail.ft", "outlok.de", "yaho.co.uk", "iclould.com", "t-onlin.de"),
    *("gmail.com", "mail.com", "email.com", "live.com", "web.de", "gmx.de", "example.com"),
    *("gmail", "gmail.", ".com"),
)
TYPED = [*(f"ada@{domain}" for domain in DOMAINS), "", "@gmial.com", "ada", "a@b@gmial.com"]
SAYS = """import {{ likelyAddress }} from {module};
const known = {known};
console.log(JSON.stringify({typed}.map((one) => likelyAddress(one, known))));"""


def test_the_page_means_what_the_desk_means() -> None:
    module = (bundle.STATIC / "chat" / "blocks" / "mail_domains.js").as_uri()
    given = {"module": module, "known": sorted(KNOWN_DOMAINS), "typed": TYPED}
    script = SAYS.format(**{name: json.dumps(value) for name, value in given.items()})
    node = [shutil.which("node") or "node", "--input-type=module", "-"]
    ran = subprocess.run(node, input=script, capture_output=True, text=True, check=True)
    meant = [likely_address(one.lower()) for one in TYPED]
    assert json.loads(ran.stdout) == meant
    assert "ada@gmail.com" in meant
