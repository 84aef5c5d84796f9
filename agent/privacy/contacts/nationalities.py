"""What people and numbers of a country are called, in any of our languages: "French", "schweizerisch",
"ישראלית". Pure."""

import re
from functools import cache

# Patterns in lower case; endings of gender and number are told where a language has them.
_OF_COUNTRY = {
    "AE": r"emirati|emiratisch\w*|émiratie?|emiratíe?s?|אמירתית?|إماراتية?|اماراتية?",
    "AR": r"argentin(?:e|ian|isch\w*|ier(?:in)?|[oai]s?|es)?|ארגנטינאית?|أرجنتينية?|ارجنتينية?",
    "AT": r"austrian|österreichisch\w*|österreicher(?:in)?|autrichien(?:ne)?|austriac[oaie]s?|אוסטרית?|نمساوية?",
    "AU": r"australian|australisch\w*|australier(?:in)?|australien(?:ne)?|australian[oaie]s?|אוסטרלית?|أسترالية?|استرالية?",
    "BE": r"belgian|belgisch\w*|belgier(?:in)?|belges?|belg[aoi]s?|בלגית?|بلجيكية?",
    "BR": r"brazilian|brasilianisch\w*|brasilianer(?:in)?|brésilien(?:ne)?|brasile(?:ñ[oa]s?|ir[oa]s?)|brasilian[oaie]|ברזילאית?|برازيلية?",
    "CA": r"canadian|kanadisch\w*|kanadier(?:in)?|canadien(?:ne)?|canadiense|canadese|קנדית?|كندية?",
    "CH": r"swiss|schweizer(?:in)?|schweizerisch\w*|suisse(?:sse)?|suiz[oa]s?|svizzer[oaie]|שוו?י+צרית?|سويسرية?",
    "CZ": r"czech|tschechisch\w*|tscheche|tschechin|tchèque|chec[oa]|cec[oa]|צ['׳]כית?|تشيكية?",
    "DE": r"german|deutsch(?:e[rnms]?)?|allemande?|alem[aá]na?|tedesc[oa]|גרמנית?|ألمانية?|المانية?",
    "DK": r"danish|dänisch\w*|däne|dänin|danoise?|dan[eé]s(?:a|e)?|danese|דנית?|دنماركية?",
    "EG": r"egyptian|ägyptisch\w*|ägypter(?:in)?|égyptien(?:ne)?|egipci[oa]|egizian[oa]|מצרית?|مصرية?",
    "ES": r"spanish|spanisch\w*|spanier(?:in)?|espagnole?|español[ae]?s?|spagnol[oaie]|ספרדית?|إسبانية?|اسبانية?|أسبانية?",
    "FI": r"finnish|finnisch\w*|finne|finnin|finlandaise?|finland[eé]sa?|finlandese|פינית?|فنلندية?",
    "FR": r"french|französisch\w*|franzose|französin|français(?:es?)?|francaise?|franc[eé]sa?|francese|צרפתית?|צרפתיה?|فرنسية?",
    "GB": r"british|english|scottish|welsh|britisch\w*|englisch\w*|brite|britin|engländer(?:in)?|britannique|anglaise?|écossaise?|británic[oa]|"
    r"britanic[oa]|ingl[eé]sa?|britannic[oa]|inglese|scozzese|בריטית?|אנגלית?|بريطانية?|إنجليزية?|انجليزية?",
    "GR": r"greek|griechisch\w*|grieche|griechin|grecque|grec|grieg[oa]|grec[oa]|יוונית?|يونانية?",
    "IE": r"irish|irisch\w*|irlandaise?|irland[eé]sa?|irlandese|אירית?|إيرلندية?|ايرلندية?",
    "IL": r"israeli|israelisch\w*|israelin?|israélien(?:ne)?|israel[ií]|israelian[oa]|ישראלית?|إسرائيلية?|اسرائيلية?",
    "IN": r"indian|indisch\w*|inder(?:in)?|indien(?:ne)|hindú|indian[oa]|הודית?|هندية?",
    "IT": r"italian|italienisch\w*|italiener(?:in)?|italien(?:ne)|italian[oaie]s?|איטלקית?|איטלקיה?|إيطالية?|ايطالية?",
    "JO": r"jordanian|jordanisch\w*|jordanien(?:ne)|jordan[oa]|giordan[oa]|ירדנית?|أردنية?|اردنية?",
    "LB": r"lebanese|libanesisch\w*|libanese|libanesin|libanaise?|liban[eé]sa?|לבנונית?|لبنانية?",
    "MA": r"moroccan|marokkanisch\w*|marokkaner(?:in)?|marocaine?|marroquí|marocchin[oa]|מרוקאית?|مغربية?",
    "MX": r"mexican|mexikanisch\w*|mexikaner(?:in)?|mexicaine?|mexican[oa]s?|messican[oa]|מקסיקנית?|مكسيكية?",
    "NL": r"dutch|niederländisch\w*|holländisch\w*|niederländer(?:in)?|holländer(?:in)?|néerlandaise?|hollandaise?|neerland[eé]sa?|"
    r"holand[eé]sa?|olandese|הולנדית?|هولندية?",
    "NO": r"norwegian|norwegisch\w*|norweger(?:in)?|norvégien(?:ne)?|norueg[oa]|norvegese|נורווגית?|نرويجية?",
    "PL": r"polish|polnisch\w*|polin|polonaise?|polac[oa]|polacc[oa]|פולנית?|بولندية?",
    "PT": r"portuguese|portugiesisch\w*|portugiese|portugiesin|portugaise?|portugu[eé]sa?|portoghese|פורטוגזית?|برتغالية?",
    "RU": r"russian|russisch\w*|russe|russin|rus[oa]|russ[oa]|רוסית?|רוסיה?|روسية?",
    "SA": r"saudi|saudisch\w*|saoudien(?:ne)?|saud[ií]|saudita|סעודית?|سعودية?",
    "SE": r"swedish|schwedisch\w*|schwede|schwedin|suédoise?|suec[oa]|svedese|שוודית?|سويدية?",
    "TR": r"turkish|türkisch\w*|türke|türkin|turque|turc|turc[oa]|טורקית?|تركية?",
    "UA": r"ukrainian|ukrainisch\w*|ukrainer(?:in)?|ukrainien(?:ne)?|ucranian[oa]|ucrain[oa]|אוקראינית?|أوكرانية?|اوكرانية?",
    "US": r"american|us-american|amerikanisch\w*|amerikaner(?:in)?|américaine?|american[oa]|estadounidense|statunitense|אמריקאית?|אמריקנית?|أمريكية?|امريكية?",
}
NATIONALITY = "|".join(_OF_COUNTRY.values())


def country_of_nationality(word: str) -> str | None:
    """The country (ISO 3166) whose people or numbers are called so; Arabic and Hebrew with their article."""
    bare = word.casefold().replace("׳", "'")
    forms = (bare, bare.removeprefix("ال"), bare.removeprefix("ה"))
    return next((code for code, told in _patterns() if any(map(told.fullmatch, forms))), None)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((code, re.compile(told)) for code, told in _OF_COUNTRY.items())
