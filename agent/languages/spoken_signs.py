"""Words people say for the signs of an address, in every language of the receptionist, as alternatives of a
regular expression."""

AT = (
    "at|ät|aet|arroba|arobas|arobase|chez|chiocciola|chiocciolina|klammeraffe|affenschwanz|at-zeichen|"
    "at zeichen|at sign|"
    "שטרודל|כרוכית|آت|ات|أت|إت|ايت|إيت|أيت|اتّ"
)
DOT = "dot|punkt|point|punto|pt|pkt|נקודה|دوت|دُوت|نقطة|نقطه"
DASH = "dash|hyphen|minus|bindestrich|tiret|guion|guión|trattino|meno|מקף|شرطة"
UNDERSCORE = (
    "underscore|unterstrich|tiret bas|tiret du bas|guion bajo|guión bajo|trattino basso|קו תחתון|קו תחתי|אנדרסקור|"
    "شرطة سفلية|اندرسكور|أندرسكور|اندر سكور|أندر سكور"
)
PLUS = "plus|más|mas|più|piu|פלוס|زائد|بلس"
