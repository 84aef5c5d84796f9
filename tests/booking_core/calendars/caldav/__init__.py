"""Calendars kept in step by CalDAV."""
