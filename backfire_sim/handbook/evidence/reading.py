"""How to read the evidence: what it carries, and what nobody should claim from it."""

from backfire_sim.handbook.book import Leaf, Section
from backfire_sim.speech import later

CHAPTER = "evidence"

READING: tuple[Leaf, ...] = (
    Leaf(
        "evidence-honesty",
        CHAPTER,
        later("What the evidence says and does not say"),
        later("Studies give direction, rough size and how things work on each other. None gives your chances."),
        (
            Section(
                "",
                later(
                    "No study gives the probability that a local threat backfires after a given set of moves. "
                    "Those on the following pages give a direction, an order of size, and some of how things "
                    "work on each other. Each number in the game is therefore a choice, and each carries a "
                    "mark."
                ),
            ),
            Section(
                later("Four marks"),
                later(
                    "- Measured: the size comes from a measurement, within its limits.\n"
                    "- Direction: studies give the direction; the size is ours.\n"
                    "- Theory: it follows from a published theory.\n"
                    "- Design: it makes the game work, and claims nothing more.\n\n"
                    "On the pages about findings there is a fifth word, contested: people who know the matter "
                    "disagree, and both are named."
                ),
            ),
            Section(
                later("How we read"),
                later(
                    "Most of these sources we have read as stored pages or excerpts, not as whole books. Where "
                    "we know a study only from a press report or a summary, it says so. Figures are as of the "
                    "year that is given. Many come from the United States, and from national campaigns. Your "
                    "town is neither."
                ),
            ),
            Section(
                later("What a result means"),
                later(
                    "Every result in the game is plausible under this model. It is never proof that something "
                    "works, and it is no forecast."
                ),
            ),
        ),
        see=("model-limits", "evidence-not-to-claim"),
        sources=("founding", "hope-part3"),
    ),
    Leaf(
        "evidence-not-to-claim",
        CHAPTER,
        later("What nobody should claim"),
        later("Two popular claims that this game does not make, and why."),
        (
            Section(
                "",
                later(
                    "Some sentences are so handy that they are repeated everywhere. Leave them out, even if "
                    "they would help you today. Sooner or later somebody looks them up, and then all else you "
                    "said is in doubt."
                ),
            ),
            Section(
                later("“With 3.5 percent you cannot fail”"),
                later(
                    "The figure comes from looking back at national campaigns. It describes those cases and has "
                    "exceptions. It is not a law, says nothing about a town, and does not tell how so many "
                    "people come together. No number in this game rests on it."
                ),
            ),
            Section(
                later("“It went viral, so it cost them”"),
                later(
                    "Views are not costs. A cost is a sponsor who leaves, a neighbor who turns away, a customer "
                    "less, a verdict. Attention from people who have no leverage may change nothing, and it may "
                    "harm those who are shown."
                ),
            ),
            Section(
                later("“Studies prove that this works”"),
                later(
                    "They do not. They show what happened on average, somewhere else, to other people. Say “in "
                    "one study” and “this may”, and name the place and the year."
                ),
            ),
        ),
        see=("evidence-honesty", "distribute", "mistake-publish-first"),
    ),
    Leaf(
        "evidence-practice",
        CHAPTER,
        later("Does practicing like this help?"),
        later("Debriefs help and games can teach; whether this one does has not been measured."),
        (
            Section(
                "",
                later(
                    "This game has not been tested in a study. What is known about practice of this kind is "
                    "encouraging, and it comes from elsewhere."
                ),
            ),
            Section(
                later("Debriefs"),
                later(
                    "An analysis of 46 samples found that those who debrief do about 25 percent better. A later "
                    "one of 61 studies found the best combinations where groups lead the talk themselves and "
                    "look at an objective record. That is why the game shows your own play and then mostly "
                    "asks."
                ),
            ),
            Section(
                later("Games"),
                later(
                    "Players of a short game about disinformation got better at recognizing its techniques and "
                    "grew more sure of themselves; the effect was modest. Confidence alone says little. It "
                    "should rise with accuracy."
                ),
            ),
            Section(
                later("Before and after"),
                later(
                    "People who rate themselves before and after use two different yardsticks: by the end they "
                    "know better what they did not know. To ask afterward about “then” and “now” helps, though "
                    "it invites pleasing answers. So treat such numbers as something to talk about."
                ),
            ),
            Section(
                later("Content notes"),
                later(
                    "An analysis of several studies found that content notes do not reduce distress, and do "
                    "raise worry beforehand. Here they are short, and always come with a choice. They are for "
                    "choosing, not for protection."
                ),
            ),
        ),
        see=("model-safe", "model-training"),
        sources=("tannenbaum-2013", "keiser-arthur-2021", "bad-news", "nimon-2007", "bridgland-2023"),
    ),
)
