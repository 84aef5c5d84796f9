"""Calendars, and how they are misused; each has a test that fails where the protection is broken.

- Somebody's address leads inside, by its name, a redirect or a name that changes its mind: ``test_bombs``.
- What lets us in follows a redirect to somebody else: ``test_bombs``.
- A file repeats each second, never ends, is of ten megabytes or unpacks to hundreds: ``test_bombs``.
- An answer of a CalDAV server declares entities: ``test_caldav_answers``.
- A file is no calendar, breaks off, or is as programs really write it: ``test_awkward_files``.
- A feed is guessed, revoked, or outlasts whoever made it: ``test_feeds``.
- A calendar holds our own feed, or what we wrote there: ``test_import``, ``test_caldav``.
- Two calendars hold the same; one is broken for good: ``test_import``.
- Addresses and passwords reach a log, the audit or a page: ``test_import``, ``test_caldav``.
- Somebody arranges calendars of others: ``test_feeds``, ``test_import``.
"""
