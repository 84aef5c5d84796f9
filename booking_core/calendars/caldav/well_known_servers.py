"""Where large providers have their CalDAV servers, by the domains of their customers' addresses; and those
that let nobody in by CalDAV with a password."""

SERVERS = {
    **dict.fromkeys(("icloud.com", "me.com", "mac.com"), "https://caldav.icloud.com/"),
    **dict.fromkeys(("fastmail.com", "fastmail.fm", "sent.com"), "https://caldav.fastmail.com/"),
    **dict.fromkeys(("gmx.de", "gmx.net", "gmx.at", "gmx.ch", "gmx.com"), "https://caldav.gmx.net/"),
    **dict.fromkeys(("yahoo.com", "yahoo.de", "yahoo.fr", "ymail.com"), "https://caldav.calendar.yahoo.com/"),
    "web.de": "https://caldav.web.de/",
    "mailbox.org": "https://dav.mailbox.org/",
    "posteo.de": "https://posteo.de:8443/",
    "zoho.com": "https://calendar.zoho.com/",
}
WITHOUT = {
    **dict.fromkeys(("gmail.com", "googlemail.com", "google.com", "calendar.google.com"), "Google"),
    **dict.fromkeys(("outlook.com", "outlook.de", "hotmail.com", "live.com", "office365.com"), "Microsoft"),
    **dict.fromkeys(("outlook.office.com", "outlook.live.com", "outlook.office365.com"), "Microsoft"),
}
