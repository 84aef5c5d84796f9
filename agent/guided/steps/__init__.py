"""The steps the built-in receptionist takes towards a booking, a change or a proof."""
