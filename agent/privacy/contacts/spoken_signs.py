"""Words people say for the signs of an address and the parts of a domain, and of what is not in it, in every
language of the receptionist, as alternatives of a regular expression."""

AT = (
    "at|ät|aet|arroba|arobas|arobase|chez|chiocciola|chiocciolina|klammeraffe|affenschwanz|at-zeichen|"
    "at zeichen|at sign|"
    "שטרודל|כרוכית|آت|ات|أت|إت|ايت|إيت|أيت|اتّ"
)
DOT = "dot|full stop|punkt|point|punto|pt|pkt|נקודה|دوت|دُوت|نقطة|نقطه"
DASH = "dash|hyphen|minus|bindestrich|tiret|guion|guión|trattino|meno|מקף|شرطة"
UNDERSCORE = (
    "underscore|unterstrich|tiret bas|tiret du bas|guion bajo|guión bajo|trattino basso|קו תחתון|קו תחתי|אנדרסקור|"
    "شرطة سفلية|اندرسكور|أندرسكور|اندر سكور|أندر سكور"
)
PLUS = "plus|más|mas|più|piu|פלוס|زائد|بلس"
# In brackets a sign is never anything else.
AT_IN_BRACKETS = rf"[(\[{{<]\s*(?:{AT}|a|@)\s*[)\]}}>]"
DOT_IN_BRACKETS = rf"[(\[{{<]\s*(?:{DOT}|\.)\s*[)\]}}>]"
WITH = "with|mit|avec|con|עם|مع"
WITHOUT = "without|no|ohne|sans|sin|senza|בלי|ללא|بدون|من غير"
# How providers and endings of addresses are written in Hebrew and Arabic.
_DOMAINS = {
    "gmail": "ג'ימייל ג׳ימייל גימייל ג'מייל جيميل جميل جيمايل",
    "yahoo": "יאהו ياهو",
    "hotmail": "הוטמייל הוטמיל هوتميل هوتمايل",
    "outlook": "אאוטלוק אוטלוק اوتلوك أوتلوك آوتلوك",
    "walla": "וואלה",
    "icloud": "אייקלאוד ايكلاود آيكلاود",
    "com": "קום كوم",
    "net": "נט نت",
    "org": "אורג اورج أورج",
    "co": "קו",
    "il": "איל",
}
DOMAIN_PARTS = {said: written for written, words in _DOMAINS.items() for said in words.split()}
