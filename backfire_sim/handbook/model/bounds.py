"""Where the model ends, and where it comes from."""

from backfire_sim.handbook.book import Leaf, Section
from backfire_sim.speech import later

CHAPTER = "model"

BOUNDS: tuple[Leaf, ...] = (
    Leaf(
        "model-limits",
        CHAPTER,
        later("What the model cannot tell"),
        later("It helps to think through options. It cannot tell anyone what to do, say or demand."),
        (
            Section(
                "",
                later(
                    "This model is a way to think through options, together and beforehand. It fits harassment, "
                    "threats, doxxing and physical violence, from one threat against one election worker up to "
                    "January 6, 2021. But it cannot tell anyone what to do, what to say or what to demand in a "
                    "case of their own. The guide behind it says so itself."
                ),
            ),
            Section(
                later("Plausible, not proven"),
                later(
                    "No study gives the chance that a threat in one town backfires after a given set of moves. "
                    "The studies give a direction and a rough size. So each number in the game is marked with "
                    "how well it is known, and a result means “plausible under this model”. It never means "
                    "“this works”."
                ),
            ),
            Section(
                later("What is left out"),
                later(
                    "The model has no room for luck, for weather, for a mayor's bad day. It knows nothing of "
                    "the law where you live, and nothing of what a threat does to a family at night. It says "
                    "little about places where nobody in office can be shamed. And it cannot weigh whether "
                    "something is right. That remains with you."
                ),
            ),
            Section(
                later("What it does not replace"),
                later(
                    "Digital and physical security, a lawyer, a doctor, somebody to talk to, de-escalation on "
                    "the spot: there is good help for all of these, and the model replaces none of it. It adds "
                    "one question that is often missing: how could this come to cost those who do it?"
                ),
            ),
            Section(
                later("Argue with it"),
                later(
                    "After a play, ask what the model should have done differently. That is meant seriously. A "
                    "group that can say where the model is wrong about its own town has learned what the model "
                    "is for."
                ),
            ),
        ),
        see=("evidence-honesty", "evidence-not-to-claim", "model-outcomes"),
        sources=("hope-part3", "hope-qa"),
    ),
    Leaf(
        "model-origins",
        CHAPTER,
        later("Where the model comes from"),
        later("From people who watched closely what happens when violence meets those who do not strike back."),
        (
            Section(
                "",
                later(
                    "The founding text of this game is the training page of a guide called Harnessing Our Power "
                    "to End (HOPE) Political Violence. Hardy Merriman wrote the guide; the 22nd Century "
                    "Initiative and the Horizons Project published it. The five words, reveal, redeem, reframe, "
                    "redirect and resist, are those of Brian Martin of the University of Wollongong in "
                    "Australia."
                ),
            ),
            Section(
                later("The line of thought"),
                later(
                    "Richard Gregg spoke of moral jiu-jitsu: violence against people who do not strike back can "
                    "throw the attacker off balance. Gene Sharp made of it political jiu-jitsu. Martin took it "
                    "further and called it backfire: it covers any breach of what people hold to be right, and "
                    "at its center is the struggle over how people see it. Lester Kurtz and Lee Smithey speak "
                    "of the paradox of repression, and of learning to prepare for repression and come through "
                    "it."
                ),
            ),
            Section(
                later("What this game added"),
                later(
                    "The five gates, their names, the funnel, the round, every number and the six outcomes are "
                    "this game's own design. So are the invented examples. If something here is wrong, the "
                    "fault is here and not with those named above. Naming them does not mean that they have "
                    "seen or approved it."
                ),
            ),
            Section(
                later("Where people differ"),
                later(
                    "Martin advises to be wary of official channels. The guide lists five ways to deal with "
                    "them, support among them. This game follows the guide and keeps Martin's warning: what "
                    "drains is the waiting."
                ),
            ),
        ),
        see=("model-limits", "official_channels", "redirect"),
        sources=(
            "founding",
            "hope-home",
            "hope-qa",
            "martin-basics",
            "martin-2015",
            "martin-manual",
            "kurtz-smithey-2010",
            "smithey-kurtz-2018",
        ),
    ),
)
