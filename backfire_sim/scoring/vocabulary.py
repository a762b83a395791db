"""The closed vocabularies of the model, in the field's own words.

Five gates stand between an incident and people acting on it. Each of the five R's widens one gate, each of the
perpetrators' five methods narrows the same one, so the three tuples `GATES`, `RESPONSES` and `METHODS` run in
parallel: the R at position n answers the method at position n. Sources: the founding text (the five principles and
their tactics); B. Martin, "Backfire basics" and *Backfire Manual* (2012), for the methods and techniques.
"""

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
    "visibility": "Visibility",
    "dignity": "Dignity",
    "meaning": "Meaning",
    "momentum": "Momentum",
    "courage": "Courage",
    "care": "Care",
    "evidence": "Evidence",
    "capacity": "Capacity",
    "support": "Support",
    "power": "Power",
    "mobilization": "Mobilization",
    "reveal": "Reveal",
    "redeem": "Redeem",
    "reframe": "Reframe",
    "redirect": "Redirect",
    "resist": "Resist",
    "cover_up": "Cover-up",
    "devaluation": "Devaluation",
    "reinterpretation": "Reinterpretation",
    "official_channels": "Official channels",
    "intimidation_rewards": "Intimidation and rewards",
    "political": "Political support",
    "standing": "Social standing",
    "economic": "Economic",
    "legal": "Legal accountability",
    "research": "Research and evidence",
    "interviews": "Detailed interviews",
    "plan_documentation": "Documentation planned ahead",
    "present_credibly": "A credible presentation",
    "distribute": "Getting it distributed",
    "life_details": "Context and details of lives",
    "positive_values": "Positive values and deeds",
    "trusted_voices": "Trusted others speak",
    "code_of_conduct": "Training and a code of conduct",
    "document_impact": "Documenting the impact",
    "name_the_wrong": "Saying why it was wrong",
    "name_accountable": "Naming who is accountable",
    "translate": "Never assuming it is obvious",
    "support_process": "Supporting the process",
    "criticize_process": "Criticizing the process",
    "make_demands": "Making demands of the process",
    "parallel_process": "Launching a parallel process",
    "campaign_process": "Campaigning with the process",
    "warn_others": "Warning family, friends, colleagues",
    "document_threats": "Preparing to document threats",
    "backfire_threats": "Making threats backfire",
    "announce_prepared": "Saying publicly you are prepared",
    "escalated": "Escalated",
    "chilled": "Chilled",
    "backfire": "Backfire",
    "pyrrhic": "Pyrrhic",
    "slow_burn": "Slow burn",
    "smothered": "Smothered",
}
"""What a person reads for each id."""

GLOSSES = {
    "reveal": "expose what happened, challenge the cover-up",
    "redeem": "restore dignity: show those harmed as people",
    "reframe": "say why it was wrong and who answers for it",
    "redirect": "give outrage somewhere to go, whatever the process does",
    "resist": "stand up to threats and offers, and use them",
    "visibility": "do people know, and believe it?",
    "dignity": "do they see those harmed as people like them?",
    "meaning": "do they judge it unjust, and know who is answerable?",
    "momentum": "does outrage have somewhere to go, or does it wait?",
    "courage": "do people keep speaking?",
    "cover_up": "keeping people from knowing",
    "devaluation": "making those harmed look as if they do not matter",
    "reinterpretation": "giving what happened another meaning",
    "official_channels": "moving it into a slow process so that people go home",
    "intimidation_rewards": "threats for speaking, favors for silence",
    "political": "elected sponsors, parties and officials step away from them",
    "standing": "neighbors, peers, employers and congregations think less of them",
    "economic": "customers, donors, jobs, damages",
    "legal": "charges, injunctions, verdicts, loss of a permit",
    "support": "of 100 people, how many side with the movement",
    "power": "leverage of those who act, 0 to 100",
    "mobilization": "of 100 people, how many act",
    "care": "how well the people who carry this are looked after",
    "evidence": "from rumor (0) to several verified sources (5)",
    "capacity": "what the group can still carry",
    "escalated": "the movement broke its own discipline more than once, and that became the story",
    "chilled": "people were silenced",
    "backfire": "the violence cost its perpetrators much and the movement grew, with its people whole",
    "pyrrhic": "the violence cost its perpetrators, and the movement's own people paid too much for it",
    "slow_burn": "little changed now; a record and a coalition are left for later",
    "smothered": "outrage was held down before it could act",
}
"""One line each, in plain words."""

GATE_OF_RESPONSE = dict(zip(RESPONSES, GATES, strict=True))
GATE_OF_METHOD = dict(zip(METHODS, GATES, strict=True))
ANSWER_TO = dict(zip(METHODS, RESPONSES, strict=True))
"""Which R answers which method."""
RESPONSE_OF_TACTIC = {tactic: r for r, tactics in TACTICS.items() for tactic in tactics}


def label(name: str) -> str:
    """The words a person reads for an id; an id of the author's own is made readable."""
    return LABELS.get(name) or name.replace("_", " ").capitalize()
