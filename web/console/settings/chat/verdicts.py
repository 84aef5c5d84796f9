"""What a trial means, in one sentence."""

from collections.abc import Mapping

from agent.llm.trial.result import TrialVerdict
from web.console.words.translate import N_, gettext

SENTENCES: Mapping[TrialVerdict, str] = {
    TrialVerdict.GOOD: N_("Good: it understands customers, looks into the calendar and answers quickly."),
    TrialVerdict.SLOW: N_("It works, but customers wait long for its first word."),
    TrialVerdict.NO_TOOLS: N_(
        "It talks, but cannot look into the calendar (it calls no tools), so it would make things up."
    ),
    TrialVerdict.WRONG_ARGUMENTS: N_("It looks into the calendar, but mixes up what customers ask for."),
    TrialVerdict.WRONG_KEY: N_("The key was refused. Please copy it again from your provider."),
    TrialVerdict.NOT_FOUND: N_("There is no such address. Please look at how it is spelled."),
    TrialVerdict.HANGS: N_("It takes the question and does not answer in time."),
    TrialVerdict.UNREACHABLE: N_("Nobody answers at this address, or the connection breaks off."),
    TrialVerdict.OVERLOADED: N_("The provider is overloaded, or your allowance there is used up."),
    TrialVerdict.REFUSED: N_("It refuses the question. Most often the name of the model is not right."),
    TrialVerdict.NO_MODEL: N_("Something answers there, but it is no language model of this kind."),
    TrialVerdict.NOT_ALLOWED: N_("This address leads inside, which whoever runs this server has to allow."),
}


def told_verdict(verdict: TrialVerdict) -> str:
    return gettext(SENTENCES[verdict])
