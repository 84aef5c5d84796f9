"""The parts that a statement about a deed is made of, whatever its language: who, what about, which deed, and
what softens it."""

from enum import IntFlag, auto


class Part(IntFlag):
    """What one word or phrase brings into its clause. A form may bring several: "llamará" is a deed to
    come."""

    # Who.
    SELF = auto()  # the chat or the house, doing something: "I", "we", "he enviado"
    YOU = auto()  # the customer
    YOUR = auto()  # what belongs to the customer
    STAFF = auto()  # people of the house
    # What about.
    PLACE = auto()  # a time, a seat, a table
    APPT = auto()  # an appointment, a lesson, a visit
    WHEN = auto()  # a day or an hour
    LETTER = auto()
    MONEY = auto()
    RECORD = auto()  # a list, a file, a note
    CHANNEL = auto()  # the way a letter goes: "by e-mail"
    DETAILS = auto()  # name, number, address: what the chat does write down
    # Deeds done.
    KEPT = auto()
    SENT = auto()
    PAID = auto()
    TOLD = auto()  # a person was told
    PASSED = auto()  # a request was passed on
    LISTED = auto()
    NOTED = auto()  # written down, wherever
    PUT = auto()  # put, which needs a place to say more
    GAVE = auto()  # given or made, which needs money to say more
    REMOVED = auto()  # taken out of the calendar
    CAUSES = auto()  # had it done by somebody: "had", "ließ", "a fait"
    UNDOES = auto()  # what is had done: "pull", "streichen", "annuler"
    JUST = auto()  # done a moment ago: "viens de", "acabo de"
    # Deeds to come.
    CALL = auto()
    PAY = auto()
    ENTER = auto()
    HEAR = auto()
    FROM_US = auto()  # who is heard from: "von mir"
    REMINDER = auto()
    # States that only a deed makes true.
    SAFE = auto()
    YOURS = auto()
    IN_BOOK = auto()  # somebody stands in the calendar
    GONE = auto()  # on its way, or arrived
    KNOWS = auto()
    IN_LINE = auto()
    # When.
    PAST = auto()
    HABIT = auto()
    FUTURE = auto()
    # What makes it no statement.
    NOT = auto()
    IF = auto()
    MAY = auto()  # possible, wished for, asked to be done
    GENERAL = auto()  # said of everybody
    SAYS = auto()  # retold: the customer's own words
    # Where a clause begins.
    AND = auto()
    BUT = auto()
    THAT = auto()


# Without one of these nothing is said to be done.
DEEDS = (
    Part.KEPT | Part.SENT | Part.PAID | Part.TOLD | Part.PASSED | Part.LISTED | Part.PUT | Part.NOTED
    | Part.CHANNEL | Part.CALL | Part.PAY | Part.ENTER
    | Part.GAVE | Part.REMOVED | Part.CAUSES | Part.FROM_US | Part.REMINDER
    | Part.SAFE | Part.YOURS | Part.IN_BOOK | Part.GONE | Part.KNOWS | Part.IN_LINE
)  # fmt: skip
