"""What the receptionist says, in English. One sentence a line, with the facts in braces; `agent/languages` has the other languages."""

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
        "We have your request: {service}, {when}, booking code **{code}**. It is not booked yet: we have to approve it first. The time is kept for you until then, and the card below shows what we have decided.",
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
    "move_request": (
        "Your request",
        "pending_approval",
        "booking.rescheduled",
        "Done, your request is now for {service}, {when}. It is still waiting for our approval. Your booking code is still **{code}**.",
    ),
    "cancel_request": (
        "Your request",
        "cancelled",
        "booking.cancelled",
        "Your request is withdrawn: {service}, {when}. You can book again here whenever you like.",
    ),
}

# Cards, buttons and forms.
SUMMARY_TITLES = {
    "book": "Your appointment",
    "move": "Your appointment moves to",
    "cancel": "Cancel this appointment?",
    "ask": "Your request",
    "move_request": "Your request moves to",
    "cancel_request": "Withdraw this request?",
}
AGREE = {
    "book": "Yes, book it",
    "move": "Yes, move it",
    "cancel": "Yes, cancel it",
    "ask": "Yes, send it",
    "cancel_request": "Yes, withdraw it",
}
# On a booking card.
CARD_ACTIONS = {"move_booking": "Move", "cancel_booking": "Cancel", "late_for_booking": "I'm late"}
# On the button of the sheet that books.
DO_IT = {"book": "Book", "ask": "Send request"}
DECLINE = {"book": "No, change it", "move": "No, change it", "cancel": "No, keep it"}
ROWS = {
    "service": "Service",
    "when": "When",
    "with": "With",
    "where": "Where",
    "people": "People",
    "length": "Length",
    "name": "Name",
    "contact": "Contact",
    "before": "Until now",
    "code": "Code",
}
MORE_TIMES = "More times"
FORM = {
    "title": "Your contact details",
    "submit": "Continue",
    "name": "Your name",
    "email": "Email",
    "phone": "Phone",
    "email_hint": "So that you can move or cancel it later",
    "phone_hint": "If you prefer",
    "one_is_enough": "email or phone is enough",
    "fallback": "Please tell us your name and an email address or phone number.",
}
MORE_TO_TELL = "If you like, tell us more"
YES_NO = ("Yes", "No")
NOTED_ONLY = "noted"
MINUTES = "{minutes} minutes"
WITH_STAFF = " with {staff}"
AND, OR = "and", "or"

# Finding a time.
WHICH_SERVICE = "What would you like to book?"
HERE_IS_THE_LIST = "Here is what we offer. What would you like?"
NOT_BOOKABLE = "{service} cannot be booked here at the moment."
WHICH_OF = "Do you mean {names}?"
WHICH_LENGTH = "Would you like {names}?"
OTHER_LENGTH = "Or rather {names}?"
FOR_PEOPLE = "What you can book here is for people. Whether we do that for animals, I do not know."
LENGTH_STAYS = "The length of an appointment cannot be changed afterwards. For {length}, tell me to cancel it, and then what you would like instead."
WHICH_PLACE = "We are at {places}. Which would you like to come to?"
NOT_AT_PLACE = "{service} is not offered at {place}, but here: {places}. Which would you like to come to?"
STAFF_AT_PLACE = "{staff} works at {there}, not at {place}. Where would you like to come?"
STAFF_ELSEWHERE = "{staff} works at {there} only."
CITY_TIME = "{city} time"
SOONEST = "For {service}{staff}, these are the next free times. Pick one, or tell me when suits you."
THESE_FIT = "These times are free for {service}{staff}. Which one would you like?"
NONE_FIT = "Nothing is free for {service}{staff} then: {reason}. These are the closest times I have."
NOTHING_AT_ALL = "I am sorry, I cannot find any free time for {service}{staff}: {reason}."
NOTHING_EARLIER = "I am sorry, I have nothing earlier than that."
NOTHING_LATER = "I am sorry, I have nothing later than that for now."
WHICH_TIME = "Which of the times would you like?"
# What cannot be as it was said.
UNCLEAR = {
    "no_such_day": "There is no such day: “{words}”. Do you mean {days}?",
    "which_day": "There is no such day: “{words}”. Which day would suit you?",
    "no_such_time": "There is no such time: “{words}”. What time would suit you?",
    "weekday_and_date_differ": "In “{words}” the weekday and the date do not go together. Do you mean {days}?",
    "day_month_order": "“{words}” can be read in two ways. Do you mean {days}?",
    "day_or_hour": "“{words}” may be a day or an hour. Which day do you mean: {days}?",
    "too_much": "That is more than I can take in at once. Which day and time would suit you best?",
}
FEWER_TIMES = "I only have {count} on the list. Which one would you like?"
OTHER_ZONE = "Times are shown on our clock, {zone}."
ONE_PERSON = "{service} is for one person at a time. Shall I look for a time for the first of you? We can book the next one right after."
STAFF_CANNOT = "{staff} does not do that: {service}. {others} can."
ONE_AT_A_TIME = "{service} has room for {most} at most at one time. Shall I look for {most} first? We can book the next one right after."

# More than one booking.
ONE_OF_SERIES = "I book one appointment at a time and cannot set up a repeating one. Let us book the first; each of the others needs booking by itself."
ONE_OF_PEOPLE = "I book for one person at a time, unless it is a class. Let us begin with the first of you; we can book the next one right after."
ONE_OF_SERVICES = "I book one thing at a time. Tell me which comes first; then we go on with the next."
FIRST_AND_THEN = "I book one thing at a time: {first} first. {rest} is not part of that booking; we can go on with it right after."
FIRST_AND_UNKNOWN = "I book one thing at a time, and this one is {first}. It does not include “{rest}”; ask me about that once the first is booked."
CANCEL_FIRST = "First I cancel the appointment; then we look for a time: {service}."
GO_ON_SERVICE = "Shall we go on with {service}?"
GO_ON_PEOPLE = "Shall we go on with {service} for the next of you?"
NEXT_OF_SERIES = "That is the first one only. Tell me when the next should be, and I will look for it."

JUST_TAKEN = "I am sorry, {wanted} has just been taken. These are the closest times still free."
JUST_TAKEN_ALONE = "I am sorry, {wanted} has just been taken. Tell me another day or time and I will look."
EXPIRED = "The time I was keeping for you had run out, so I looked again."

# Who it is for, and what the service asks.
KEPT_NEEDS_CONTACT = (
    "I am keeping {held}{staff} for you for ten minutes. Who is it for, and how can we reach you?"
)
KEPT_NEEDS_NAME = "I am keeping {held}{staff} for you for ten minutes. What name shall I put it under?"
KEPT_NEEDS_WAY = "I am keeping {held}{staff} for you for ten minutes. Thank you, {name}. And your email address or phone number, please?"
NOTED_WHICH_TIME = "Thank you, noted. Which of the times would you like?"
KEEPS_CONTACT = (
    "Your booking keeps the name and the contact details it was made with; I cannot change them here."
)
NOTED_WHICH_SERVICE = "Thank you, noted. What would you like to book?"
NEED_NAME = "Thank you. And your name, please?"
# The question where a name may as well be a day, and its two answers.
FOR_WHOM = "It will be in the name of {name}; please say so when {other} arrives."
ADDRESS_MEANT = "Did you mean {address}?"
NAME_OR_DAY = ("Is {word} your name, or when you would like to come?", "My name", "When I come")
NEED_CONTACT = "Thank you, {name}. And your email address or phone number, please?"
BAD_CONTACT = "{detail} Could you check it, please?"
ONE_QUESTION = "One question first: {question}"
ASK_AGAIN = "I did not quite get that. {question}"

# The summary and what becomes of it.
PLEASE_CHECK = {
    "book": "Please check the summary. Shall I book it?",
    "move": "Please check the summary. Shall I move it?",
    "cancel": "Please check the summary. Shall I cancel it?",
    "ask": "Please check the summary. We have to approve this before it is booked. Shall I send the request?",
    "cancel_request": "Please check the summary. Shall I withdraw the request?",
}
WHAT_INSTEAD = "All right, nothing has been booked. What would you like instead: another time, another day, or another service?"
KEPT_ANYWAY = "All right, your appointment stays as it is."
# After a Stop, where a summary lay open.
STOPPED = {
    "book": "Stopped. This appointment has not been booked.",
    "move": "Stopped. Your appointment has not been moved.",
    "cancel": "Stopped. Your appointment has not been cancelled.",
    "ask": "Stopped. This request has not been sent.",
}
KEPT_UNTIL = "I am keeping {held}{staff} for you until {until}."
NOT_BOOKED = "It is not booked yet."
NOT_BOOKED_CONTACT = "It is not booked yet: I still need your name and an email address or phone number."
NOT_YET = {
    "book": "Nothing is booked yet. Say yes if I should book it, or tell me what to change.",
    "move": "Nothing has been moved yet. Say yes if I should move it, or tell me what to change.",
    "cancel": "Nothing has been cancelled. Say yes if I should cancel it.",
    "ask": "Nothing has been sent yet. Say yes if I should send the request, or tell me what to change.",
}
TAKE_YOUR_TIME = "Take your time."
NOTHING_ELSE = "Nothing has changed so far. What should be different? If everything is right, please press the button at the summary."
MOVE_WHEN = "Of course. When would you like to come instead?"
MOVE_MEANT = "I take it you want to move your appointment: {service}, {when}."
STAFF_CHANGES = "It would be with {staff} then, no longer with {before}."

# Finding a booking made before, and proving whose it is.
WHOSE_BOOKING = (
    "Of course. Which email address did you book with? If you have your booking code, that helps too."
)
CODE_SENT = (
    "If there is a booking under that, our newest email to the address it was made with has a six-digit code. Please enter it here."
    " If you booked with a phone number only, tell me the number and your booking code."
)
CONTACT_CODE_SENT = "Please enter the six-digit code from our newest email to {email}. Then I can book it."
CODE_WRONG = "That is not the code we sent. Please look at the newest email and try again."
CODE_UNASKED = "There is no code to be entered here at the moment. What can I do for you?"
NEW_CODE = {
    "spent": "That was wrong too often, so that code is no longer good here. If no new email comes, please ask again in ten minutes.",
    "expired": "That code is no longer good.",
}
NO_BOOKING = "There is nothing booked any more. Would you like a new appointment?"
ASK_WHICH = {
    "several": "Which appointment do you mean?",
    "none_fits": "I see no appointment of yours that fits that. These are the ones you have. Which do you mean?",
    "one_at_a_time": "One after the other: which appointment first?",
}
WHICH_BOOKING = "Thank you. Which one do you mean?"
HERE_IT_IS = "Here is your booking. You can move it or cancel it here."
NOT_ON_DAY = "No, not on {day}, as far as I can see here."
IDENTIFY_FORM = {
    "title": "Your booking",
    "submit": "Continue",
    "contact": "Email or phone",
    "contact_hint": "As you gave it when you booked",
    "booking_code": "Booking code",
    "booking_code_hint": "Six letters and digits",
    "fallback": "Please tell us the email address you booked with, or your booking code.",
}
CODE_FORM = {
    "title": "Enter the code from our email",
    "submit": "Continue",
    "code": "Six-digit code",
    "fallback": "Please type the six-digit code from our email.",
}
YOUR_BOOKING = "Your appointment"

# Being polite.
ALL_RIGHT = "All right. I am here if you need anything."
GREETING = "Hello! I can book an appointment for you."
THANKS = "You're welcome! Is there anything else I can do?"
GOODBYE = "Goodbye, and see you soon!"
SMALL_TALK = "Thank you, that is kind! I am here to book, move or cancel appointments. What can I do for you?"
CALM = "I am sorry this is frustrating. Tell me what you need, or say “a person” and I will tell you how to reach one."
JOKES = "I leave the jokes to the team; appointments are what I am good at."
OUT_OF_SCOPE = (
    "That is not something I can help with. I can book, move and cancel appointments, and tell you about us."
)
FIXED_PRICES = "The prices are as listed; I cannot change them."
LOST = "I am not sure I understood. You can tell me a service and a day, such as “{service} on Friday afternoon”."
LOST_TIME = "I am not sure I understood. Pick one of the times, or tell me a day and a time that suit you."
LOST_CONTACT = "I am not sure I understood. Please tell me your name and an email address or phone number."
NOT_UNDERSTOOD = "I am not sure I understood."
ASK_FOR_A_PERSON = "Ask for a person"
HANDED_OVER = "I cannot bring a person into this chat, but I have noted for our team that you asked for one. This is how you reach us:"
HANDED_OVER_ONLY = (
    "I cannot bring a person into this chat, but I have noted for our team that you asked for one."
)
REACH_US_SO = "This is how you reach us:"
CALL_BACK = "Shall we get back to you?"
CALL_BACK_NOTED = "Thank you, {name}. I have passed it on to our team: {contact}."
STARTED_OVER = "Fine, let's start over. What would you like to book?"
BROKEN = "I am sorry, something went wrong on our side. Please try that once more."
REACH_US = "Or reach us directly:"
COULD_NOT = "I could not do that: {detail}"

REASONS = {
    "between_starts": "no appointment begins at exactly that minute",
    "past": "that is in the past",
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

# Answers to questions.
ABOUT_ME = "I am the booking assistant of {name}, a program. Ask for a person whenever you want one, and I will tell you how to reach us."
FROM_PRICE = "from {price}"
ABOUT_PRICE = "{service} costs {price} and takes {minutes} minutes."
ABOUT_FREE = "{service} is free of charge and takes {minutes} minutes."
ABOUT_LENGTH_ONLY = "{service} takes {minutes} minutes."
NO_PRICES = "No prices have been entered here; we are happy to tell you when you ask us."
NO_PRICE_OF = "No price has been entered here for {names}."
ABOUT_HOURS = "We are open: {hours}."
OPEN_ON = "On {day} we are open {hours}."
CLOSED_ON = "On {day} we are closed."
CLOSED_FROM_TO = "From {first} to {last} we are closed."
OPEN_FROM_TO = "From {first} to {last} we are open {hours}."
STAFF_IN = "{staff} is in on {day}, {hours}."
STAFF_NOT_IN = "{staff} is not in on {day}."
STAFF_WEEK = "{staff} is in: {hours}."
CLOSED = "closed"
ABOUT_ADDRESS = "You find us at {address}."
ABOUT_CONTACT = "You reach us at {contact}."
ABOUT_CANCELLING = (
    "You can cancel or move an appointment free of charge until {hours} hours before it starts."
)
ABOUT_CANCELLING_ANY_TIME = "You can cancel or move an appointment free of charge until it starts."
# What the business has not said of itself.
NOT_ENTERED = {
    "address": "Our address has not been entered here yet.",
    "hours": "Our opening hours have not been entered here yet.",
    "contact": "No phone number or email address of ours has been entered here yet.",
    "staff": "Who works here has not been entered yet.",
    "services": "Nothing can be booked here yet: no services have been entered.",
}
ABOUT_STAFF = "{names} look after our customers."
WHO_DOES = "{service} is done by {names}."
