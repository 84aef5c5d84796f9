"""Small words and joints within names, and the words that are names as well."""

from agent.languages.vocabulary.closed_classes import word_set

# Small words within names: "van der", "de la", "bin", "y".
PARTICLES = word_set(
    "de del della dello degli delle dei di da do dos das du des d van von vom der den ter ten te zu zum zur la las le les los lo "
    "el al l bin ibn ben bat bint abu e y i und af av ap o mc mac st san santa dal dalla dalle 't t ni ní nic ó ua "
    "בן בת אבו אל בר بن ابن بنت آل أبو ابو أم ام عبد"
)
# Of those, what is always followed by a name.
KINSHIP = word_set("آل أبو ابو أم ام عبد אבו")
# Between the names of two people: "Bo Li and Ann Li".
JOINS = word_set("and und et")
# Given and family names that are such words as well: beside a word that is none, and alone with a capital,
# they are names.
ALSO_NAMES = word_set(
    "an will long hope per lot jo roger simón le mia sia una ella elle ora sol mina mine abe ha don ana אלה שלו אשר לי שי אור טוב "
    "אבי דוד שני הילה الله رجاء سرور أمل هيا صافي"
)
