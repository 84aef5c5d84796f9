"""English words the grammar knows by name."""

MARKERS = {
    "the": "the | th",
    "a": "a | an",
    "of": "of",
    "in": "in | inside of",
    "at": "at | starting at | beginning at | commencing at | for around | for about",
    "on": "on | upon | for on",
    "by": "by | no later then | on or before | prior to the end of",
    "from": "from | starting | starting from | starting on | beginning | beginning on | commencing | w/c | effective",
    "as_of": "as of",
    "to": "to",
    "until": "until | till | til | untill | thru | through | up to | up until | upto",
    "between": "between | in between | btw | betwen",
    "and": "and | n",
    "but": "but | yet",
    "or": "or | or else | or maybe | or perhaps | or possibly | or even | or alternatively | or on | and or",
    "following": "following | the following",
    "after": "after | i finish at | i finish work at | finish work at | finishes at | i get off at | i get off work at | get off work at | "
    "i'm done at | i am done at | ends at | any time after | anytime after | sometime after",
    "before": "before | prior to | any time before | anytime before | sometime before | ahead of",
    "past": "past | gone | previous",
    "since": "since",
    "next": "next | nxt",
    "coming": "coming | this coming | the coming | upcoming | this upcoming | the upcoming",
    "last": "last | the previous | this past",
    "this": "this | the current | current | the same",
    "ago": "ago | back",
    "hence": "hence",
    "now": "now | right now",
    "not": "not | never | not on | can't | cannot | can not | unable to | couldn't | don't want | do not want | not free | "
    "not available | unavailable | i'm busy | i am busy | busy | avoid | don't have | won't be able to | but not | isn't | "
    "i work | i'm working | i am working | at work | in a meeting | in meetings | on shift | in class | at school | tied up | away | "
    "out of town | on vacation | don't finish | don't finish work | don't get off | don't get off work | don't get out",
    "no": "no",
    "nor": "neither | nor | neither on | nor on",
    "except": "bar | except | except for | excluding | excepting | other than | apart from | but for | anything but | any day but | "
    "any time but | anytime but | every day but | everyday but | everything but | besides",
    "instead_of": "instead of | rather than | in place of",
    "unsuitable": "doesn't work | don't work | does not work | do not work | won't work | will not work | is no good | "
    "are no good | isn't good | is not good | isn't possible | is not possible | is out | are out | isn't great | "
    "doesn't suit | does not suit | don't suit | is impossible | is bad | are bad | isn't going to work | "
    "is not going to work | didn't work | did not work | no longer works | is too late | is too early | is a no go",
    "filler": "come | come in | make | do | be | be there | be in | available | attend | visit | it | me | "
    "free | really | want | have | go | like | to be | being | available on | free on | "
    "come on | make it on | do it on | make it in | do it in | be available | be available on",
    "every": "every | every other | each | any | most",
    "early": "early | earlier in | early in | earlier on in",
    "mid": "mid",
    "late": "late | late in | later in",
    "later": "later",
    "earlier": "earlier | sooner",
    "than": "than | then",
    "earliest": "earliest | soonest | the earliest | the soonest",
    "latest": "latest | the latest | the very latest",
    "begin": "beginning of | start of | the start of | the beginning of",
    "middle": "middle of | the middle of | halfway through",
    "end": "end of | the end of | ending of | at the end of | at end of",
    "end_word": "end",
    "part": "part",
    "rest": "rest | remainder",
    "half": "half",
    "quarter": "quarter | qtr",
    "oclock": "o clock | oclock | o'clock | hours sharp",
    "sharp": "sharp | exactly | on the dot | precisely",
    "ish": "ish | ish pm",
    "am": "am | in the a m | in the am",
    "pm": "pm | in the p m | in the pm",
    "zero": "oh | o",
    "around": "around | about | approximately | approx | roughly | circa | close to | near | round about | say | around about",
    "onwards": "onwards | from then on | from there on | onward | and later | or later | and beyond | forward",
    "within": "within",
    "over": "over",
    "during": "during",
    "for": "for",
    "with": "with | starting with",
    "time": "time | times",
    "more": "more",
    "calendar": "calendar | business | working | whole | full",
    "couple": "couple",
    "hundred": "hundred",
    "lunch_word": "lunch",
    "few": "few | several",
    "suggest": "make it | how about | what about | let's do | let's say | let us say | could we do | can we do | can you do | "
    "could you do | how's | would prefer | do you have",
    "asks": "does | would | is | will | if | maybe | perhaps | yes | actually | well | sure | yeah | yep",
    "suits": "works | work | ok | okay | work for you | is good | is fine | is ok | is okay | would be better | would be good | would work | "
    "would be great | would be perfect | is perfect | is great | is better | would be fine | would be ideal | would suit | "
    "will do | will work | is best | would be best | is also fine | works for me | works better | works best",
    "q": "q",
    "move": "move | moved | reschedule | rescheduled | change | changed | switch | shift | push | bring | swap | moving | "
    "changing | postpone | push back | bring forward | moved it | make that",
    "some": "please | anything | something | any time | anytime | some time | sometime | a bit | a little | a little bit | slightly | "
    "somewhat | much | far | something a bit | something a little | anything a bit | anything any | is there an | "
    "slot | slots | appointment | appointments | opening | openings | "
    "do you have any | do you have an | have any | have an | is there any | are there any | one that's | even | prefer",
    "first_free": "first available | next available | first free | first opening | first appointment | first slot | "
    "next opening | next free | next free slot | next slot | nearest available | earliest available | "
    "next appointment available | closest available | first possible | first time available",
    "many": "many | twice",
}
