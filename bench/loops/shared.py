"""What every contender is given."""

INSTRUCTIONS = (
    "You are the receptionist of a salon. Look for times with the tool you have; answer in two or three "
    "sentences."
)
ASKED = "A haircut on Tuesday after five, please."
TIMES = {
    "offers": [{"handle": f"t{number}", "starts": f"Tue, Nov 24, 5:{number}5 PM"} for number in range(5)]
}
SCHEMA = {
    "type": "object",
    "properties": {"service": {"type": "string"}, "when": {"type": "string"}},
    "required": ["service", "when"],
}
