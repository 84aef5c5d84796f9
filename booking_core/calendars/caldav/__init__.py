"""Calendars kept in step by CalDAV (RFC 4791): ours is written there, and theirs makes somebody busy.

The requests are our own, over the guarded fetcher, and the bodies icalendar's: the usual library opens its
own connections, looks names up by itself and follows redirects wherever they lead.
"""
