"""How perpetrators change what it means: reinterpretation."""

from backfire_sim.handbook.book import Leaf
from backfire_sim.handbook.pages import method
from backfire_sim.speech import later

RENAMED: tuple[Leaf, ...] = (
    method(
        "reinterpretation",
        summary=later("Give what happened another meaning."),
        what=later(
            "Reinterpretation narrows the gate of meaning. It admits that something took place and "
            "gives it another name: an accident, a joke, a lively debate, self-defense, the work of one "
            "confused man. It sounds reasonable to somebody; that is why it works."
        ),
        why=later(
            "A gentle explanation lets people stay at peace: with the neighbor who did it, and with "
            "their own conscience. Theories of balance and of moral disengagement describe how readily "
            "we take such an offer. And whoever explains first often sets the words for everybody "
            "after."
        ),
        answer=later(
            "Reframe. Show the damage. Say which law or shared value was broken. Say who answers for "
            "it. Begin before they do, or as soon as you can say it correctly, and use your own words "
            "instead of theirs."
        ),
        backfires=later(
            "It can backfire when the explanation insults those who were there, or changes from day to "
            "day. Print the three versions one under the other, with dates and without comment."
        ),
        techniques=(
            (
                "deny",
                later(
                    "It looks like this: “It was not like that. They fell. The door was open already.”\n\n"
                    "It works because two versions feel like a draw, and people who want no trouble leave it at "
                    "that.\n\n"
                    "The answer is an account in order, hour by hour, with what is certain kept apart from what "
                    "is not. In this game good evidence weakens a denial whatever method it serves. It can "
                    "backfire when their own people saw it."
                ),
            ),
            (
                "minimize",
                later(
                    "It looks like this: “Just a window. Nobody was hurt. We have all had worse.”\n\n"
                    "It works because most incidents do look small from outside, and because one would like to "
                    "believe it.\n\n"
                    "The answer is impact, in rings: those who were there, those who now stay away, what it "
                    "cost, what it was a part of. It can backfire when the person who says “just a window” is "
                    "asked in public whether it may be theirs."
                ),
            ),
            (
                "blame_target",
                later(
                    "It looks like this: “If she had not put up that sign. Why did they have to come on that "
                    "day? They were asking for it.” It can even be meant as good advice.\n\n"
                    "It works because of the wish for a fair world: if it was their own fault, it will not "
                    "happen to me.\n\n"
                    "The answer is a plain rule that covers everyone: nobody here has to hide in order not to "
                    "be attacked. It can backfire when the same rule is held up to people the audience loves."
                ),
            ),
            (
                "blame_subordinate",
                later(
                    "It looks like this: one guard, one volunteer, one “confused young man”. He has been let "
                    "go, and the matter is closed.\n\n"
                    "It works because people want somebody to have done it, and one person is enough.\n\n"
                    "The answer is to ask who hired, told, paid, was warned. Show the pattern. It can backfire "
                    "when the one who was blamed begins to talk, so be fair to him."
                ),
            ),
            (
                "claim_defense",
                later(
                    "It looks like this: “We felt threatened. We had to protect ourselves. It was about "
                    "safety.”\n\n"
                    "It works because everybody has a right to defend themselves, and because fear is hard to "
                    "disprove.\n\n"
                    "The answer is sequence: who came to whom, who had what in their hands, who could have "
                    "left. Film from before the first blow decides it, and so does your own discipline. It can "
                    "backfire when the film begins earlier than theirs."
                ),
            ),
            (
                "call_prank",
                later(
                    "It looks like this: “A joke. Young people. Do you have no sense of humor?”\n\n"
                    "It works because nobody wants to be the one who cannot laugh, and because it makes those "
                    "who were harmed look thin-skinned.\n\n"
                    "The answer is to leave the joke aside and tell what happened on the other end of it: the "
                    "stairs, the sirens, the child under the desk. It can backfire when the joker is asked to "
                    "explain, slowly, what was funny."
                ),
            ),
        ),
        see=("reframe", "name_the_wrong", "translate", "document_impact", "mistake-inside-their-frame"),
        sources=("martin-basics", "martin-manual", "reis-martin-2008", "martin-sharpeville"),
    ),
)
