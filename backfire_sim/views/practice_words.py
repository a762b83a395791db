"""The words of practice for its own vocabularies: needs, confidences, fits, principles, and what is to be written."""

from backfire_sim.engine.drills import BACKFIRES, FRAME, NEEDS, STATEMENT, STRONG, WORKABLE
from backfire_sim.practice.reviews import CERTAIN, FAIRLY, GUESSING
from backfire_sim.scoring.vocabulary import METHODS, RESPONSE_OF_TACTIC, label
from backfire_sim.speech import _, later, sense

_NEEDS = {
    "consent": later("A yes from somebody"),
    "evidence": later("Evidence"),
    "messenger": later("The right messenger"),
    "care": later("Care for those who carry it"),
}
_NEED_GLOSSES = {
    "consent": later("somebody's story, face or words are used, and nobody asked them for this use"),
    "evidence": later("nothing yet shows that it is so, or it has not been checked"),
    "messenger": later("it comes from somebody whom the people it is meant for do not trust"),
    "care": later("nobody has thought of those who carry the risk, or the pain of it"),
}
_CONFIDENCES = {
    GUESSING: later("Guessing", "how sure an answer is"),
    FAIRLY: later("Fairly sure", "how sure an answer is"),
    CERTAIN: later("Certain", "how sure an answer is"),
}
_CONFIDENCE_GLOSSES = {
    GUESSING: later("you would not be surprised to be wrong"),
    FAIRLY: later("you would be a little surprised"),
    CERTAIN: later("you would be very surprised"),
}
_FITS = {
    STRONG: later("fits best"),
    WORKABLE: later("has something to be said for it"),
    BACKFIRES: later("does not fit here"),
}
_PAGES = {
    "consent": "mistake-without-consent",
    "evidence": "mistake-publish-first",
    "messenger": "mistake-wrong-messenger",
    "care": "model-safe",
}
_PREPARED_BY = {
    "cover_up": "plan_documentation",
    "devaluation": "life_details",
    "reinterpretation": "translate",
    "official_channels": "campaign_process",
    "intimidation_rewards": "warn_others",
    "consent": "interviews",
    "evidence": "research",
    "messenger": "trusted_voices",
    "care": "code_of_conduct",
}
_WRITTEN = {
    FRAME: later("A sentence: why it was wrong"),
    STATEMENT: later("A sentence: what you stand for and will do"),
}

_TO_WRITE = {
    "research": later("Write one or two sentences that say what is known, and how it is known."),
    "interviews": later(
        "Write one or two sentences that ask somebody for their story, and leave every choice to them."
    ),
    "plan_documentation": later("Write one or two sentences that settle who records what, and where it is kept."),
    "present_credibly": later(
        "Write one or two sentences that say what happened, and that stand up when they are checked."
    ),
    "distribute": later("Write one or two sentences that people who were not there will pass on."),
    "life_details": later("Write one or two sentences that let others see a person where they saw a target."),
    "positive_values": later("Write one or two sentences that say what those who were harmed stand for, and do."),
    "trusted_voices": later("Write one or two sentences that ask somebody whom this audience trusts to speak."),
    "code_of_conduct": later("Write one or two sentences that say how all of you will act, whatever others do."),
    "document_impact": later("Write one or two sentences that say what it has done to the people it hit."),
    "name_the_wrong": later("Write one or two sentences that say what was done, and why it was wrong."),
    "name_accountable": later("Write one or two sentences that say who answers for it, and for what."),
    "translate": later(
        "Write one or two sentences that say what happened and why it matters, to somebody who knows nothing of it."
    ),
    "support_process": later(
        "Write one or two sentences that say how you help the inquiry along, and what you expect of it."
    ),
    "criticize_process": later(
        "Write one or two sentences that say what is wrong with the process, and what would mend it."
    ),
    "make_demands": later("Write one or two sentences that demand something: what, of whom, and by when."),
    "parallel_process": later(
        "Write one or two sentences that announce an inquiry of your own, and invite people to it."
    ),
    "campaign_process": later(
        "Write one or two sentences that say what everybody can do while the process takes its time."
    ),
    "warn_others": later("Write one or two sentences that tell those close to you what may come, and what would help."),
    "document_threats": later("Write one or two sentences that say what to note and to keep when a threat comes."),
    "backfire_threats": later(
        "Write one or two sentences that make a threat known, so that it harms those who made it."
    ),
    "announce_prepared": later(
        "Write one or two sentences that say in public that you are prepared, without a threat of your own."
    ),
}


def answer_label(id: str) -> str:
    """What a method or a need is called as an answer."""
    return _(_NEEDS[id]) if id in NEEDS else label(id)


def need_gloss(need: str) -> str:
    """What is the matter with a move that is missing this."""
    return _(_NEED_GLOSSES[need])


def confidence_label(confidence: str) -> str:
    """How sure an answer was, as it can be chosen."""
    return sense("how sure an answer is", _CONFIDENCES[confidence])


def confidence_gloss(confidence: str) -> str:
    """What is meant by that."""
    return _(_CONFIDENCE_GLOSSES[confidence])


def fit_words(fit: str) -> str:
    """How well an answer fits, to stand beside it."""
    return _(_FITS[fit])


def ticked_words(fit: str) -> str:
    """How a sentence was left, to stand beside it: nobody says how well it fits."""
    return _("every line ticked") if fit == STRONG else _("a line left open")


def to_write(tactic: str) -> str:
    """What a sentence for this tactic is to say."""
    return _(_TO_WRITE[tactic])


def principle_label(principle: str) -> str:
    """What a principle is called: `Cover-up: naming it`, `Getting it distributed`."""
    kind, _colon, of = principle.partition(":")
    match kind:
        case "name":
            return _("{method}: naming it", method=label(of))
        case "next":
            return _("{method}: seeing it come", method=label(of))
        case "missing":
            return _("What is missing: {need}", need=answer_label(of))
        case "write":
            return _(_WRITTEN[of])
    return label(of)


def page_of(principle: str, tactic: str = "") -> str:
    """The page of the handbook that a principle is about; `tactic` is what a sentence was for."""
    kind, _colon, of = principle.partition(":")
    if kind == "write":
        return tactic or ("name_the_wrong" if of == FRAME else "announce_prepared")
    return _PAGES[of] if kind == "missing" else of


def principle_within(principle: str) -> str:
    """What a principle is called under the title of its group: `Naming it`, `Getting it distributed`."""
    kind, _colon, of = principle.partition(":")
    match kind:
        case "name":
            return _("Naming it")
        case "next":
            return _("Seeing it come")
        case "missing":
            return answer_label(of)
    return principle_label(principle)


def principle_in_group(principle: str) -> str:
    """What a principle is listed under: a method, an R, `missing` or `write`."""
    kind, _colon, of = principle.partition(":")
    if kind in ("missing", "write"):
        return kind
    return of if of in METHODS else RESPONSE_OF_TACTIC.get(of, "")


def tactic_to_prepare(principle: str) -> str:
    """The tactic to begin with for somebody who wants to be better prepared for this."""
    kind, _colon, of = principle.partition(":")
    match kind:
        case "tactic":
            return of
        case "write":
            return page_of(principle)
    return _PREPARED_BY[of]
