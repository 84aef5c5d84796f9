"""The built-in receptionist: understands plain words, needs no model, no key and no network."""
