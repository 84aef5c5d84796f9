"""What is told behind a house by people who have something brought there: floor, box, bell, door code, the shop
below. And the kind of street before a name that was found without it."""

import re

_WHERE = r"above|over|below|under|behind|beside|next to|über|unter|neben|hinter|gegenüber(?: von)?|au[- ]dess(?:us|ous) d(?:e|u)|derrière|à côté d(?:e|u)|encima de|arriba de|debajo de|detrás de|al lado de|junto a|sopra|sotto|dietro|accanto a|di fronte a|מעל|מתחת ל|מאחורי|ליד|מול|فوق|تحت|ورا|وراء|خلف|جنب|بجنب|مقابل|قبال"
_ITS = r"(?:(?:the|der|dem|die|das|la|le|les|el|los|las|il|lo|i|gli|al|alla|a|de|del)(?= ) |l['’])?"
_BESIDE = rf"(?:{_WHERE}) ?{_ITS}[^\W\d_][\w'’]*(?:['’]s)?"
_BELL = r"(?:buzzer|bell|ring|intercom|box|bte\.?|boîte|boite|citofono|campanello|interfono|timbre|telefonillo|portero|interphone|sonnette|klingel|bei|אינטרקום|פעמון|جرس|انتركم) (?:(?:bei|at|a|chez|de|no\.?|n°) )?[\w'’\-]+(?: klingeln| läuten)?"
_CODE = r"(?:door |gate |entry |tür)?-?(?:code|code d['’]entrée|digicode|código|codice|kod|קוד|كود|الكود)(?: is| ist| est| es| è|:)? (?=\w*\d)[\w\-#*]+"
_UNIT = r"(?:floor|level|level|apto\.?|apt\.?|apartamento|depto\.?|torre|tower|block|bloque|piso|planta|piano|interno|int\.?|scala|civico|stock|etage|tür|top|stiege|étage|esc(?:alier)?\.?|bât(?:iment)?\.?|manzana|lote|casa|number|no\.|nr\.|numéro|número|دور|طابق|شقة|بناية|رقم|קומה|דירה|כניסה|בית)\.? ?(?:\w{1,6})"
_FLOOR = r"(?:\w{2,10}\.?|\d{1,2}\.?) (?:floor|stock|etage|obergeschoss|étage|piso|planta|piano)(?: (?:left|right|links|rechts|gauche|droite))?|piano (?:terra|rialzato|\w+)|(?:hinter|vorder|garten|seiten)haus|rez[- ]de[- ]chaussée|ground floor|planta baja|(?:ال)?طابق (?:ال)?\w+|קומת \w+"
_LOOKS = r"ה?בית ה\w+|ה?בניין ה\w+|(?:ال)?(?:بناية|بيت|عمارة|فيلا|باب) ال\w+|(?:the )?\w+ (?:house|door|building|gate)"
_ONE = rf"(?:{_BESIDE}|{_BELL}|{_CODE}|{_FLOOR}|{_UNIT}|{_LOOKS})"
_NUMBERS = r"(?: ?# ?\d{1,4}[a-z]?(?: ?- ?\d{1,4})?|(?:/\d{1,4}){1,3}| ?/[A-Za-z](?!\w))"
# The town, by its postcode.
_TOWN = r"[,،]? ?(?:[A-Z]{1,2}-)?\d{4,5}(?!\d),? (?-i:[A-ZÀ-Þ])[\w'’\-]+(?: (?-i:[A-ZÀ-Þ])[\w'’\-]+)?"
TOLD_BEHIND = re.compile(rf"(?:{_NUMBERS}|[,،]? (?:and |und |et |y |e )?{_ONE}(?!\w)|{_TOWN})+", re.I)
_KINDS = r"pasaje|pje\.?|privada|cerrada|andador|venelle|ruelle|sente|chaussée|drève|vicolo|vico|calle|salita|fraz(?:ione|\.)|località|contrada|hameau|quai|impasse|carrera|cra\.?|transversal|diagonal|callejón"
KIND_BEFORE = re.compile(
    rf"(?<!\w)(?:(?:el|la|le|il|the) )?(?:{_KINDS})(?: (?:de la|de los|de|des|du|del|dei|della))? $", re.I
)
LONGEST_KIND = 28
