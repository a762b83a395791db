"""What people worry about when they come, and what each worry has to do with the model."""

from typing import NamedTuple

from backfire_sim.speech import later


class Worry(NamedTuple):
    """A worry in the words of those who have it, and what in the model speaks to it."""

    said: str
    """As a person would say it."""
    inside: str
    """The same, to stand inside a sentence after a colon."""
    methods: tuple[str, ...]
    """What perpetrators do there; empty where the worry is not about them."""
    techniques: tuple[str, ...]
    tactics: tuple[str, ...]
    """What helps, the first thing first."""
    mistake: str = ""
    """The page about what is easily done wrong there."""


WORRIES: dict[str, Worry] = {
    "threats": Worry(
        later("Threats against people, or against their families"),
        later("threats against people or their families"),
        ("intimidation_rewards",),
        ("threat", "pressure_family", "armed_presence"),
        ("warn_others", "document_threats", "backfire_threats"),
        "mistake-every-threat-an-attack",
    ),
    "doxxed": Worry(
        later("Being filmed, followed, or having addresses and names put online"),
        later("being filmed, followed or exposed online"),
        ("intimidation_rewards",),
        ("doxxing",),
        ("document_threats", "warn_others", "announce_prepared"),
        "mistake-hiding-a-threat",
    ),
    "attack": Worry(
        later("An attack at an event, or on a place of ours"),
        later("an attack at an event or on a place"),
        ("intimidation_rewards", "cover_up"),
        ("armed_presence", "vandalism"),
        ("plan_documentation", "code_of_conduct", "document_impact"),
    ),
    "smeared": Worry(
        later("Being called names, or smeared"),
        later("being called names or smeared"),
        ("devaluation",),
        ("label", "publish_record", "rumor", "call_fringe", "outsider"),
        ("life_details", "trusted_voices", "positive_values"),
        "mistake-inside-their-frame",
    ),
    "lies": Worry(
        later("Lies about what happened, or that it is denied"),
        later("lies about what happened"),
        ("cover_up", "reinterpretation"),
        ("deny", "minimize", "blame_target", "claim_defense", "call_prank"),
        ("research", "name_the_wrong", "present_credibly"),
        "mistake-publish-first",
    ),
    "unnoticed": Worry(
        later("That nobody notices, or nobody believes it"),
        later("that nobody notices or believes it"),
        ("cover_up",),
        ("hide_identity", "keep_witnesses_out", "seize_footage", "delay_release", "pressure_editors", "refuse_record"),
        ("distribute", "interviews", "translate"),
        "mistake-everyone-can-see",
    ),
    "behind_it": Worry(
        later("That those behind it are never named"),
        later("that those behind it are never named"),
        ("reinterpretation",),
        ("blame_subordinate",),
        ("name_accountable", "research", "document_impact"),
    ),
    "inquiry": Worry(
        later("A slow inquiry, and people going home"),
        later("a slow inquiry that sends people home"),
        ("official_channels",),
        ("complaint_form", "internal_review", "commission", "expert_panel", "court", "wait_for_process"),
        ("make_demands", "parallel_process", "campaign_process"),
        "mistake-file-and-go-home",
    ),
    "quiet": Worry(
        later("People going quiet out of fear"),
        later("people going quiet out of fear"),
        ("intimidation_rewards",),
        ("threat", "job_loss", "lawsuit", "armed_presence"),
        ("announce_prepared", "backfire_threats", "warn_others"),
        "mistake-going-quiet",
    ),
    "offers": Worry(
        later("Offers for silence: money, a job, a settlement"),
        later("offers for silence"),
        ("intimidation_rewards",),
        ("job_offer", "settlement", "bribe"),
        ("warn_others", "document_threats", "backfire_threats"),
        "mistake-hiding-a-threat",
    ),
    "temper": Worry(
        later("Our own people losing their calm"),
        later("your own people losing their calm"),
        ("devaluation",),
        ("provoke",),
        ("code_of_conduct", "positive_values"),
        "mistake-striking-back",
    ),
    "exposing": Worry(
        later("Exposing somebody who wants to stay unknown"),
        later("exposing somebody who wants to stay unknown"),
        (),
        (),
        ("interviews", "life_details", "trusted_voices"),
        "mistake-without-consent",
    ),
    "unprepared": Worry(
        later("Not knowing what to prepare"),
        later("not knowing what to prepare"),
        (),
        (),
        ("plan_documentation", "code_of_conduct", "warn_others", "announce_prepared"),
    ),
}
"""By id, in the order in which they are offered."""
