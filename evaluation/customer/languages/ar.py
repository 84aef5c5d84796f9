"""Arabic."""

from evaluation.customer.languages.phrasebook import Phrasebook

PHRASES = Phrasebook(
    greetings=("مرحبا", "السلام عليكم"),
    openings=("مرحبا، أريد {what} {when}", "هل يمكنني حجز {what} {when}؟", "{what} {when} من فضلك"),
    openings_without_service=("مرحبا، أريد موعدا {when}",),
    service=("{service}", "{service} من فضلك"),
    when=("{when}", "{when} من فضلك"),
    staff=("{staff}",),
    with_staff=("مع {person}",),
    any_staff=("لا يهم",),
    people=("{people}",),
    for_people=("ل{number} أشخاص",),
    choose_clock=("{clock}", "الساعة {clock}", "{clock} من فضلك"),
    choose_day_and_clock=("{day} الساعة {clock}",),
    choose_place=("{place}",),
    places=("الأول", "الثاني", "الثالث"),
    contact=("{name}، {reach}", "اسمي {name}، {reach}"),
    who=("اسمي {name}، {reach}",),
    name=("{name}", "اسمي {name}"),
    reach=("{reach}",),
    yes=("نعم", "نعم من فضلك", "حسنا", "تمام", "نعم، شكرا"),
    no=("لا، {fix}",),
    move=("هل يمكن نقل الموعد إلى {when}؟",),
    cancel=("أريد إلغاء الموعد",),
    leaves=("لا بأس، شكرا",),
    thanks=("شكرا",),
    again=("{what} {when}",),
    numbers=("واحد", "اثنين", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية"),
    weekdays=("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
    clocks=("{h24}:{mm}",),
)
