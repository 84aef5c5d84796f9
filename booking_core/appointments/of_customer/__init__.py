"""Customers as the business knows them: found by name, phone, email or booking code, with their appointments,
and put right."""
