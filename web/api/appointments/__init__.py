"""Appointments over HTTP: looked up, made from a hold, moved, cancelled, decided on."""
