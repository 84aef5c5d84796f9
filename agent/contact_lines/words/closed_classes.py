"""What words of closed classes do in an answer that may be a name: they point, lead a noun, or make a
sentence.
"""

from functools import cache

from agent.assent import everyday_words
from agent.assent.changes import words_around_changes
from agent.languages import words_in
from agent.languages.vocabulary.calendar_names import calendar_words
from agent.languages.vocabulary.closed_classes import closed_words, word_set

# Languages that write every noun with a capital.
CAPITALISES_NOUNS = word_set("de")
# In those, what makes a phrase of a noun and no name, where it stands first.
LEADS_NOUN = word_set(
    "kein keine keinen mein meine meinen dein deine ihr ihre ihren unser unsere ein eine einen der die das dem den des dieser "
    "diese dieses welche welcher welches was wer wie wann wo warum wozu zwei drei vier guten gute guter gutes schönen schöne "
    "vielen viele nächste nächsten nächster nächstes letzte anderer andere anderen jeden jede"
)
# Whoever answers "me" is asked once more, in whatever language they say it.
FIRST_PERSON = word_set("i me myself moi ich mich mir yo mí io אני أنا انا")
# What stands for a thing or a person instead of a name: "that's my name".
_POINTING = word_set(
    "that this it what which here there who whose das was dies es hier wer welcher ça ca ce quel quelle qui ici eso esto ese esa este cual cuál qué quién questo "
    "quello che qual quale chi זה זאת מה מי איזה هذا هذه هاد هيدا ماذا شو مين هو your you ihr dein dieser le il el tu su tuo suo nein no non לא لا not nicht"
)


def is_pointing(word: str) -> bool:
    """Whether a word stands for something instead of naming it."""
    return word.casefold() in _POINTING


@cache
def function_words(language: str) -> frozenset[str]:
    """The words, in lower case, by which a sentence of a language is known; those of English are known
    everywhere."""
    names = dict.fromkeys(("en", language))
    words = frozenset(
        word
        for name in names
        for word in (
            *closed_words(name),
            *words_around_changes(name),
            *words_in(name).own,
            *everyday_words(name),
        )
    )
    return words - calendar_words(language)
