"""What the built-in receptionist says. One sentence a line, with the facts in braces."""

# By deed: the card's title, its status, the event the customer's page gets, and the sentence.
DEED_DONE = {
    "book": (
        "Your appointment",
        "confirmed",
        "booking.confirmed",
        "You're booked: {service}, {when}. Your booking code is **{code}**. See you then!",
    ),
    "ask": (
        "Your request",
        "pending_approval",
        "booking.requested",
        "We have your request: {service}, {when}, booking code **{code}**. The time is kept for you, and you will hear from us as soon as it is approved.",
    ),
    "move": (
        "Your appointment",
        "rescheduled",
        "booking.rescheduled",
        "Done, your {service} is now on {when}. Your booking code is still **{code}**.",
    ),
    "cancel": (
        "Your appointment",
        "cancelled",
        "booking.cancelled",
        "Your {service} on {when} is cancelled. You can book again here whenever you like.",
    ),
}

WHICH_SERVICE = "What would you like to book?"
HERE_IS_THE_LIST = "Here is what we offer. What would you like?"
WHICH_OF = "Do you mean {names}?"
SOONEST = "For {service}{staff}, these are the next free times. Pick one, or tell me when suits you."
THESE_FIT = "These times are free for {service}{staff}. Which one would you like?"
NONE_FIT = "Nothing is free for {service}{staff} then: {reason}. These are the closest times I have."
NOTHING_AT_ALL = "I am sorry, I cannot find any free time for {service}{staff}: {reason}."
JUST_TAKEN = "I am sorry, {wanted} has just been taken. These are the closest times still free."
JUST_TAKEN_ALONE = "I am sorry, {wanted} has just been taken. Tell me another day or time and I will look."
KEPT_NEEDS_CONTACT = (
    "I am keeping {held}{staff} for you for ten minutes. Who is it for, and how can we reach you?"
)
NOTED_WHICH_TIME = "Thank you, noted. Which of the times would you like?"
NOTED_WHICH_SERVICE = "Thank you, noted. What would you like to book?"
FEWER_TIMES = "I only have {count} on the list. Which one would you like?"
NEED_NAME = "Thank you. And your name, please?"
NEED_CONTACT = "Thank you, {name}. And your e-mail address or phone number, please?"
PLEASE_CHECK = "Please check the summary. Shall I {deed} it?"
WHAT_INSTEAD = "All right, nothing has been {done}. What would you like instead: another time, another day, or another service?"
KEPT_ANYWAY = "All right, your appointment stays as it is."
ALL_RIGHT = "All right. I am here if you need anything."
NOTHING_EARLIER = "I am sorry, I have nothing earlier than the times above."
MOVE_WHEN = "Of course. When would you like to come instead?"
WHOSE_BOOKING = (
    "Of course. Which e-mail address did you book with? If you have your booking code, that helps too."
)
CODE_SENT = (
    "If there is a booking under that, we have just sent a six-digit code to the e-mail address it was made with. Please enter it here."
    " If you booked with a phone number only, tell me the number and your booking code."
)
CODE_WRONG = "That is not the code we sent. Please look at the newest e-mail and try again."
CODE_UNASKED = "There is no code to be entered here at the moment. What can I do for you?"
NEW_CODE = {
    "spent": "That was wrong too often, so the code is no longer good.",
    "expired": "That code is no longer good.",
}
NO_BOOKING = "There is nothing booked any more. Would you like a new appointment?"
WHICH_BOOKING = "Thank you. Which one do you mean?"
HERE_IT_IS = "Thank you, here is your booking. You can move it or cancel it here."
EXPIRED = "The time I was keeping for you had run out, so I looked again."
GREETING = "Hello! I can book an appointment for you."
THANKS = "You're welcome! Is there anything else I can do?"
GOODBYE = "Goodbye, and see you soon!"
LOST = "I am not sure I understood. You can tell me a service and a day, such as “{service} on Friday afternoon”."
HANDED_OVER = "I have asked somebody to take over. You can also reach us directly."
STARTED_OVER = "Fine, let's start over. What would you like to book?"
BAD_CONTACT = "{detail} Could you check it, please?"
BROKEN = "I am sorry, something went wrong on our side. Please try that once more."
REACH_US = "Or reach us directly:"
COULD_NOT = "I could not do that: {detail}"

REASONS = {
    "closed": "we are closed",
    "time_off": "nobody who does it is there",
    "fully_booked": "everything is booked",
    "all_held": "other customers are just deciding about those times",
    "notice": "that is too soon for us to prepare",
    "beyond_window": "we do not take bookings that far ahead yet",
    "no_qualified_staff": "that person does not do it",
}
STAFF_AWAY = "{staff} is not in then"
NOT_AT_THAT_TIME = "those times are taken or we are closed"

ABOUT_ME = "I am the booking assistant of {name}, a program. Ask for a person whenever you want one."
ABOUT_PRICE = "{service} costs {price} and takes {minutes} minutes."
ABOUT_HOURS = "We are open: {hours}."
ABOUT_ADDRESS = "You find us at {address}."
ABOUT_CONTACT = "You reach us at {contact}."
ABOUT_CANCELLING = (
    "You can cancel or move an appointment free of charge until {hours} hours before it starts."
)
ABOUT_STAFF = "{names} look after our customers."
