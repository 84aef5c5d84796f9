"""The life of the demo salon: four weeks behind it and two ahead, played by the real desk and the real
built-in receptionist with a moved clock. What the salon offers is in ``booking_core/maintenance/demo.py``."""
