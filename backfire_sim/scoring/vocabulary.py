"""The closed vocabularies of the model, in the field's own words.

Five gates stand between an incident and people acting on it. Each of the five R's widens one gate, each of the
perpetrators' five methods narrows the same one, so the three tuples `GATES`, `RESPONSES` and `METHODS` run in
parallel: the R at position n answers the method at position n. Sources: the founding text (the five principles and
their tactics); B. Martin, "Backfire basics" and *Backfire Manual* (2012), for the methods and techniques.
"""

from backfire_sim.speech import _, later

GATES = ("visibility", "dignity", "meaning", "momentum", "courage")
"""Every gate runs from 0 (closed) to 10 (open)."""

AUDIENCE_GATES = GATES[:3]
"""The gates that each audience has for itself; the other two belong to the group."""

RESPONSES = ("reveal", "redeem", "reframe", "redirect", "resist")
"""The five R's, in the order of the founding text's gates."""

METHODS = ("cover_up", "devaluation", "reinterpretation", "official_channels", "intimidation_rewards")
"""What perpetrators do to smother outrage."""

COSTS = ("political", "standing", "economic", "legal")
"""The founding text's four direct losses, each 0 to 100."""

OUTCOME_CLASSES = ("escalated", "chilled", "backfire", "pyrrhic", "slow_burn", "smothered")
"""How a play can end, in the order in which the conditions are tried."""

LEVERAGE = {"none": 0, "some": 1, "strong": 2, "decisive": 3}
"""How much an audience can do about one cost."""

TACTICS: dict[str, tuple[str, ...]] = {
    "reveal": ("research", "interviews", "plan_documentation", "present_credibly", "distribute"),
    "redeem": ("life_details", "positive_values", "trusted_voices", "code_of_conduct"),
    "reframe": ("document_impact", "name_the_wrong", "name_accountable", "translate"),
    "redirect": (
        "support_process",
        "criticize_process",
        "make_demands",
        "parallel_process",
        "campaign_process",
    ),
    "resist": ("warn_others", "document_threats", "backfire_threats", "announce_prepared"),
}
"""The twenty-two tactics of the founding text, by the R they serve."""

TECHNIQUES: dict[str, tuple[str, ...]] = {
    "cover_up": (
        "deny",
        "hide_identity",
        "keep_witnesses_out",
        "seize_footage",
        "delay_release",
        "pressure_editors",
        "refuse_record",
    ),
    "devaluation": ("label", "publish_record", "rumor", "provoke", "call_fringe", "outsider"),
    "reinterpretation": (
        "deny",
        "minimize",
        "blame_target",
        "blame_subordinate",
        "claim_defense",
        "call_prank",
    ),
    "official_channels": (
        "complaint_form",
        "internal_review",
        "commission",
        "expert_panel",
        "court",
        "wait_for_process",
    ),
    "intimidation_rewards": (
        "threat",
        "doxxing",
        "armed_presence",
        "vandalism",
        "job_loss",
        "lawsuit",
        "pressure_family",
        "job_offer",
        "settlement",
        "bribe",
    ),
}
"""Techniques in common use. The list is open: an author may write another id. Only `deny` has a rule of its own."""

LABELS = {
    "visibility": later("Visibility"),
    "dignity": later("Dignity"),
    "meaning": later("Meaning"),
    "momentum": later("Momentum"),
    "courage": later("Courage"),
    "care": later("Care"),
    "evidence": later("Evidence"),
    "capacity": later("Capacity"),
    "breaches": later("Breaches"),
    "broken_consents": later("Broken consents"),
    "support": later("Support"),
    "support_at_start": later("Support at the start"),
    "power": later("Power"),
    "mobilization": later("Mobilization"),
    "reveal": later("Reveal"),
    "redeem": later("Redeem"),
    "reframe": later("Reframe"),
    "redirect": later("Redirect"),
    "resist": later("Resist"),
    "cover_up": later("Cover-up"),
    "devaluation": later("Devaluation"),
    "reinterpretation": later("Reinterpretation"),
    "official_channels": later("Official channels"),
    "intimidation_rewards": later("Intimidation and rewards"),
    "political": later("Political support"),
    "standing": later("Social standing"),
    "economic": later("Economic"),
    "legal": later("Legal accountability"),
    "research": later("Research and evidence"),
    "interviews": later("Detailed interviews"),
    "plan_documentation": later("Documentation planned ahead"),
    "present_credibly": later("A credible presentation"),
    "distribute": later("Getting it distributed"),
    "life_details": later("Context and details of lives"),
    "positive_values": later("Positive values and deeds"),
    "trusted_voices": later("Trusted others speak"),
    "code_of_conduct": later("Training and a code of conduct"),
    "document_impact": later("Documenting the impact"),
    "name_the_wrong": later("Saying why it was wrong"),
    "name_accountable": later("Naming who is accountable"),
    "translate": later("Never assuming it is obvious"),
    "support_process": later("Supporting the process"),
    "criticize_process": later("Criticizing the process"),
    "make_demands": later("Making demands of the process"),
    "parallel_process": later("Launching a parallel process"),
    "campaign_process": later("Campaigning with the process"),
    "warn_others": later("Warning family, friends, colleagues"),
    "document_threats": later("Preparing to document threats"),
    "backfire_threats": later("Making threats backfire"),
    "announce_prepared": later("Saying publicly you are prepared"),
    "escalated": later("Escalated"),
    "chilled": later("Chilled"),
    "backfire": later("Backfire"),
    "pyrrhic": later("Pyrrhic"),
    "slow_burn": later("Slow burn"),
    "smothered": later("Smothered"),
}
"""What a person reads for each id."""

GLOSSES = {
    "reveal": later("expose what happened, challenge the cover-up"),
    "redeem": later("restore dignity: show those harmed as people"),
    "reframe": later("say why it was wrong and who answers for it"),
    "redirect": later("give outrage somewhere to go, whatever the process does"),
    "resist": later("stand up to threats and offers, and use them"),
    "visibility": later("do people know, and believe it?"),
    "dignity": later("do they see those harmed as people like them?"),
    "meaning": later("do they judge it unjust, and know who is answerable?"),
    "momentum": later("does outrage have somewhere to go, or does it wait?"),
    "courage": later("do people keep speaking?"),
    "cover_up": later("keeping people from knowing"),
    "devaluation": later("making those harmed look as if they do not matter"),
    "reinterpretation": later("giving what happened another meaning"),
    "official_channels": later("moving it into a slow process so that people go home"),
    "intimidation_rewards": later("threats for speaking, favors for silence"),
    "political": later("elected sponsors, parties and officials step away from them"),
    "standing": later("neighbors, peers, employers and congregations think less of them"),
    "economic": later("customers, donors, jobs, damages"),
    "legal": later("charges, injunctions, verdicts, loss of a permit"),
    "support": later("of 100 people, how many side with the movement"),
    "power": later("leverage of those who act, 0 to 100"),
    "mobilization": later("of 100 people, how many act"),
    "care": later("how well the people who carry this are looked after"),
    "evidence": later("from rumor (0) to several verified sources (5)"),
    "capacity": later("what the group can still carry"),
    "escalated": later("the movement broke its own discipline more than once, and that became the story"),
    "chilled": later("people were silenced"),
    "backfire": later("the violence cost its perpetrators much and the movement grew, with its people whole"),
    "pyrrhic": later("the violence cost its perpetrators, and the movement's own people paid too much for it"),
    "slow_burn": later("little changed now; a record and a coalition are left for later"),
    "smothered": later("outrage was held down before it could act"),
}
"""One line each, in plain words."""

GATE_OF_RESPONSE = dict(zip(RESPONSES, GATES, strict=True))
GATE_OF_METHOD = dict(zip(METHODS, GATES, strict=True))
ANSWER_TO = dict(zip(METHODS, RESPONSES, strict=True))
"""Which R answers which method."""
RESPONSE_OF_TACTIC = {tactic: r for r, tactics in TACTICS.items() for tactic in tactics}


TECHNIQUE_LABELS = {
    "deny": later("Deny"),
    "hide_identity": later("Hide identity"),
    "keep_witnesses_out": later("Keep witnesses out"),
    "seize_footage": later("Seize footage"),
    "delay_release": later("Delay release"),
    "pressure_editors": later("Pressure editors"),
    "refuse_record": later("Refuse record"),
    "label": later("Label"),
    "publish_record": later("Publish record"),
    "rumor": later("Rumor"),
    "provoke": later("Provoke"),
    "call_fringe": later("Call fringe"),
    "outsider": later("Outsider"),
    "minimize": later("Minimize"),
    "blame_target": later("Blame target"),
    "blame_subordinate": later("Blame subordinate"),
    "claim_defense": later("Claim defense"),
    "call_prank": later("Call prank"),
    "complaint_form": later("Complaint form"),
    "internal_review": later("Internal review"),
    "commission": later("Commission"),
    "expert_panel": later("Expert panel"),
    "court": later("Court"),
    "wait_for_process": later("Wait for process"),
    "threat": later("Threat"),
    "doxxing": later("Doxxing"),
    "armed_presence": later("Armed presence"),
    "vandalism": later("Vandalism"),
    "job_loss": later("Job loss"),
    "lawsuit": later("Lawsuit"),
    "pressure_family": later("Pressure family"),
    "job_offer": later("Job offer"),
    "settlement": later("Settlement"),
    "bribe": later("Bribe"),
}
"""The same for the techniques in common use."""

USES = {
    "story": later("story"),
    "face": later("face"),
    "name": later("name"),
    "voice": later("voice"),
    "photo": later("photo"),
    "home": later("home"),
    "symbol": later("symbol"),
}
"""What people are most often asked for. The list is open: an author may write another id."""


def label(name: str) -> str:
    """The words a person reads for an id; an id of the author's own is made readable."""
    known = LABELS.get(name) or TECHNIQUE_LABELS.get(name)
    return _(known) if known else name.replace("_", " ").capitalize()


def gloss(name: str) -> str:
    """One line about an id of the model, in plain words; empty for an author's own."""
    return _(GLOSSES.get(name, ""))


def use_of(name: str) -> str:
    """The words for what a person is asked for, to stand inside a sentence."""
    return _(USES[name]) if name in USES else name.replace("_", " ")
