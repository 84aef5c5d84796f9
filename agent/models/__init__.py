"""The models that may speak for the receptionist: they propose, the loop and the desk decide."""
