"""The chapter on the five principles."""

from backfire_sim.handbook.book import Leaf, Section
from backfire_sim.scoring.vocabulary import LABELS
from backfire_sim.speech import later

LEAVES = (
    Leaf(
        "reveal",
        "principles",
        LABELS["reveal"],
        later("Bring to light what happened, in a way that people can believe and pass on."),
        (
            Section(
                "",
                later("An injustice that nobody sees can not backfire. The first thing to do is to let it be seen."),
            ),
        ),
        see=("research", "interviews", "cover_up"),
        sources=("founding",),
    ),
)
