"""English phrases that wish, count things, or only look like time."""

SOONEST = (
    "asap | a s a p | as soon as possible | as soon as you can | as early as possible | as early as you can | "
    "soon as possible | soon as you can | earliest possible | earliest time | earliest appointment | earliest slot | "
    "earliest date | earliest opening | at your earliest | at your earliest convenience | straight away | right away | "
    "as quickly as possible | the sooner the better | earliest you have | earliest you can | first thing you have | "
    "soonest possible | soonest available | whatever is soonest | immediately | first one you have | "
    "soonest appointment | earliest convenience | as soon as i can | next available appointment | next available slot | "
    "next available time | first available appointment | first available slot | first available time"
)
EARLIER = "too late | late for me | earlier in the day | earlier that day | earlier on that day"
LATER = "too early | too soon | later in the day | later that day | later on that day"

NOTHING = (
    "happy new year | happy easter | merry christmas | happy christmas | merry xmas | happy holidays | happy halloween | "
    "happy thanksgiving | thank you for today | thanks for today | thank you so much for today | tgi fridays | tgi friday | "
    "tgif | sat next | sat down | sat in | sat there | sat with | "
    "good morning | good afternoon | good evening | good night | good day | have a nice day | have a good day | "
    "have a great day | have a lovely day | have a wonderful day | have a nice evening | have a good evening | "
    "have a great evening | have a lovely evening | have a good night | have a great night | have a nice night | "
    "have a good weekend | have a nice weekend | have a great weekend | have a lovely weekend | enjoy your weekend | "
    "enjoy your day | enjoy your evening | enjoy the weekend | have a good one | happy friday | happy monday | "
    "have a great afternoon | have a good afternoon | have a nice afternoon | have a good morning | morning all | "
    "one day | some day | someday | these days | the other day | all day long | every time | this time | next time | "
    "last time | the last time | first time | second time | at a time | at one time | one time | one at a time | "
    "back to back | last name | first name | last one | the last one | next one | the next one | this one | that one | "
    "the first one | the second one | second one | first one | next step | next steps | last question | next question | "
    "a night | per night | each night | one night | midnight blue | "
    "may i | may we | may you | may be | may have | may not | may need | may want | may also | may as well | "
    "may it | may they | may he | may she | may take | may be able | may or may not | march on | "
    "one of | one more | one second | one sec | one moment | one minute | just a second | just a minute | a second | "
    "wait a minute | wait a second | in a minute | in a second | in a moment | hang on a minute | a minute ago | "
    "a second ago | a moment ago | just a sec | give me a second | give me a minute | second opinion | on second thought | "
    "i wanted today | i needed today | i wanted for today | all for today | that's it for today | done for today | finished for today | everything for today | nothing else today | "
    "all i need today | help i need today | sun bathe | sun bathing | sun bed | sun cream | sun screen | sun glasses | all i need for today | rest of your day | enjoy the rest | at first | first of all | at last | last but not least | the two of | for the first time | one way | day care | "
    "date night | night cream | night guard | night club | day spa | day surgery | day time | day trip | week end rate | "
    "sun damage | sun protection | sun burn | sun tan | wed to | see you later | talk to you later | talk later | "
    "speak later | later on maybe | sooner or later | call back | come back | coming back | go back | get back | "
    "call you back | my back | back pain | back massage | at the end | in the end | the end | at one point | "
    "24 7 | seven days a week | 7 days a week | half price | half off | half day | why not | not sure | not only | "
    "not really | if not | not a problem | no problem | last minute | up to date | to date | from scratch | "
    "chinese new year | lunar new year | jewish new year | persian new year | orthodox christmas | orthodox easter | "
    "not yet | for now | just now | by now | drop by | stop by | swing by | come by | pass by | by the way | stopping by | dropping by | coming by | until now | up to now | "
    "fall out | fall apart | may flower | spring roll | spring clean | cut it | after all | before all | before and after"
)

COUNTED = (
    "people | persons | person | guests | guest | adults | adult | kids | kid | children | child | pax | ppl | of | of us | "
    "stars | star | dollars | dollar | euros | euro | bucks | quid | percent | pounds | pound | usd | eur | gbp | miles | "
    "mile | km | kilometers | blocks | block | times | tickets | ticket | rooms | room | beds | bed | other | others | more | "
    "different | seats | seat | st | street | ave | avenue | road | rd | drive | lane | blvd | boulevard | square | way | "
    "floor | option | options | one | ones | visit | visits | time | choice | choices | slot | place | places | "
    "appointment | appointments | session | sessions | opinion | name | grade | class | birthday | anniversary | "
    "child | party | degrees | locations | location | services | service | item | items | years | year old | salon | "
    "salons | dentist | dentists | doctor | doctors | restaurant | restaurants | hotel | hotels | and a half | th | "
    "bedroom | bathroom | minute | minutes | hour | hours | treatment | treatments | haircut | haircuts | cut | "
    "ave | st | person's | half | inch | inches | cm | centimeters | off | nights | step | edition | round | question | thing | try | attempt | part | ounces"
)
MEASURES = (
    "size | sizes | off | no | number | room | rate | rated | score | scored | ratio | grade | scale | "
    "phone | telephone | tel | mobile | cell | code"
)
OCCASIONS = (
    "gown | gowns | dress | dresses | wear | attire | outfit | make | makeup | hairstyle | hairstyles | hairdo | hairdos | updo | updos | "
    "look | style | styling | glam | coat | suit | jacket | robe | cream | serum | mask | oil | guard | light | shift | tea | ball | gala | "
    "event | events | reception | clutch | bag | out | party | club | primrose | wedding | hen | stag | prom | girls | ladies | opening | "
    "movie | game | quiz | school | fashion | theatre | theater | oscar | award | awards | bridal | graduation | formal | black | cocktail | charity | company | corporate | festive | special | big | shoes"
)
NOT_COUNTED = (
    "is | was | works | has | as | this | thanks | thx | suits | sounds | does | unless | pls | please | i | i'd | monday | "
    "sounds | perhaps | always | its | yes | seems | fits | across | plus | lets | us"
)
LOOKALIKES = (
    "sundae | sundaes | nightlife | augusta | auguste | mourning | warning | octet | moaning | learning | evenings | sunday | fryday | "
    "somebody | someday | everyday | workday | birthday | payday | midday | holiday | holidays | someone | weakened | "
    "decembers | novembers | nightly | overnight | evening | meaning | opening | leaving | evening | afternoons"
)
