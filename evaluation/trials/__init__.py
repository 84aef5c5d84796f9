"""One trial: a simulated customer talks to the receptionist, faults happen, and rules are watched."""
