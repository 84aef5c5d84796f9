"""The simulated customer: a goal, what they know, how they talk, and eyes for what the receptionist shows. No
model is needed."""
