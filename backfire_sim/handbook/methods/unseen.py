"""How perpetrators keep people from knowing and from caring: cover-up and devaluation."""

from backfire_sim.handbook.book import Leaf
from backfire_sim.handbook.pages import method
from backfire_sim.speech import later

UNSEEN: tuple[Leaf, ...] = (
    method(
        "cover_up",
        summary=later("Keep people from knowing, or from believing it."),
        what=later(
            "Cover-up narrows the gate of visibility. What nobody knows needs no excuse, so it is "
            "often tried first. It begins before the deed, with the choice of hour, place and mask, "
            "and may go on for years."
        ),
        why=later(
            "People cannot be upset about what they have never heard. And most of us would rather live "
            "in a world where such things do not happen here. A missing picture makes it easy to go on "
            "believing that."
        ),
        answer=later(
            "Reveal. Plan documentation before it happens. Keep several copies in several hands. "
            "Verify, and present it so that it can be checked. In this game evidence that is strong "
            "enough weakens every cover-up and every denial that comes later."
        ),
        backfires=later(
            "A cover-up that is found out is a second injustice, and people understand it at once: "
            "those who hide have something to hide. It can turn those who only wanted quiet, such as an "
            "employer or an office, against those who made them look like accomplices."
        ),
        techniques=(
            (
                "deny",
                later(
                    "It looks like this: “Nothing happened. That is not what it was. The picture is fake.”\n\n"
                    "It works because doubt is cheap. Against a written report, denial helped politicians in "
                    "experiments; against video it mostly did not.\n\n"
                    "The answer is evidence from several sources that do not know one another, led by the part "
                    "that is hardest to deny. It can backfire when proof appears after the denial: then the lie "
                    "is the story."
                ),
            ),
            (
                "hide_identity",
                later(
                    "It looks like this: masks, night, a number without a name, an account made yesterday, a "
                    "job given to somebody else's cousin.\n\n"
                    "It works because outrage needs somebody to be outraged at. Without a name it drifts off to "
                    "“people these days”.\n\n"
                    "The answer is to record what can be known without a name: times, words, vehicles, what the "
                    "cases have in common, who profits. It can backfire when the mask slips, because a mask "
                    "shows that they knew it was wrong. Guess no names."
                ),
            ),
            (
                "keep_witnesses_out",
                later(
                    "It looks like this: the public is asked to leave, the press gets the wrong hour, the door "
                    "has a guard, the hearing is moved.\n\n"
                    "It works because an account by those who were harmed is then only their account.\n\n"
                    "The answer is to have witnesses there already, to choose open places, to write down who "
                    "was turned away and by whom. It can backfire when the closed door itself can be shown: a "
                    "line of polite, well-known people who are not let in."
                ),
            ),
            (
                "seize_footage",
                later(
                    "It looks like this: a phone taken “as evidence”, a memory card lost, a post removed, a "
                    "friendly request to delete.\n\n"
                    "It works because one copy is no copy.\n\n"
                    "The answer is planned beforehand: files leave the phone within minutes, several people "
                    "keep them, somebody films those who film. Nobody should risk being hurt for a device. It "
                    "can backfire when a second copy shows what the first one was taken for."
                ),
            ),
            (
                "delay_release",
                later(
                    "It looks like this: the recording exists, but it is under review; the report comes after "
                    "the holidays; the request was filed on the wrong form.\n\n"
                    "It works because attention fades while everybody waits, and because nobody has actually "
                    "said no.\n\n"
                    "The answer is a demand with a date, and a public count of the days. It can backfire when "
                    "the delay lasts longer than any reason given for it. Then each further day speaks for you."
                ),
            ),
            (
                "pressure_editors",
                later(
                    "It looks like this: a call to the owner, a large advertiser who is worried, a threat to "
                    "sue, a reporter who is moved to sports.\n\n"
                    "It works because a newsroom has bills to pay, and because nobody sees a story that was not "
                    "printed.\n\n"
                    "The answer is to be at home in several outlets, and to have channels of your own that "
                    "people read. Offer the paper something it can stand behind. It can backfire when the "
                    "pressure becomes the story, told by colleagues at other papers."
                ),
            ),
            (
                "refuse_record",
                later(
                    "It looks like this: “There is nothing to report.” The desk takes no complaint, the form "
                    "has no box for it, the visit never gets a number.\n\n"
                    "It works because what has no record has not happened, and no pattern can ever be seen.\n\n"
                    "The answer is to keep your own log, with dates and receipts, to send things in writing, "
                    "and to bring a witness to the counter. It can backfire when twenty people find out that "
                    "each of them was told to be the first."
                ),
            ),
        ),
        see=("reveal", "research", "plan_documentation", "distribute", "reinterpretation"),
        sources=("martin-basics", "martin-manual", "martin-dili", "schiff-2025", "reis-martin-2008"),
    ),
    method(
        "devaluation",
        summary=later("Make those who were harmed look as if they do not matter, or had it coming."),
        what=later(
            "Devaluation narrows the gate of dignity. It says nothing about the deed. It speaks about "
            "the person: what kind of people they are, what they did ten years ago, who their friends "
            "are. When it takes hold, even good evidence moves nobody."
        ),
        why=later(
            "Many people hold, without noticing, that the world is fair. If it is, then those who "
            "suffer must have done something. Psychologists call it the belief in a just world. A label "
            "also makes it easier to set aside one's own rules, which has been described as moral "
            "disengagement. Both are theories about why this method calms people."
        ),
        answer=later(
            "Redeem. Details of a life, deeds that an audience respects, and above all other people who "
            "speak up. Prepare beforehand: training, a code of conduct, somebody who will speak. Do not "
            "repeat the label in order to deny it."
        ),
        backfires=later(
            "It can backfire when people know the person. Every insult to somebody you buy your bread "
            "from is an insult to your own judgment. It can also backfire when a trusted person from "
            "the other camp says: not like this."
        ),
        techniques=(
            (
                "label",
                later(
                    "It looks like this: one word, such as thug, traitor, terrorist, extremist, criminal. It is "
                    "repeated until the name and the word come together.\n\n"
                    "It works because a word is quicker than a person. Those who hear it need not ask any more.\n\n"
                    "The answer is not the opposite word but a detail, a face (with a yes), a colleague who "
                    "laughs about the label. It can backfire when the word is so far from what people see with "
                    "their own eyes that it makes the speaker ridiculous."
                ),
            ),
            (
                "publish_record",
                later(
                    "It looks like this: an old conviction, an old post, a debt, a divorce, brought out in the "
                    "week in which it is useful.\n\n"
                    "It works because it is often true, and because people slide from “not a saint” to "
                    "“deserved it”.\n\n"
                    "The answer is to know it before they do, to have said from the beginning that nobody must "
                    "be perfect to be safe, and to come back to the deed. It can backfire when people ask how "
                    "they got the file."
                ),
            ),
            (
                "rumor",
                later(
                    "It looks like this: “I only heard that.” It has no author, it fits what people fear, and "
                    "it is in every chat by supper.\n\n"
                    "It works because it is passed on by friends, and nobody has to stand up for it.\n\n"
                    "The answer is quick and calm: what is known, what is not known, from somebody whom those "
                    "in the chat trust. Check before you correct. It can backfire when its author becomes "
                    "known."
                ),
            ),
            (
                "provoke",
                later(
                    "It looks like this: an insult to somebody's dead, a shove, a lighter held to a flag, "
                    "somebody in your own row who shouts for stones. Then the cameras.\n\n"
                    "It works because one second of temper replaces an hour of calm on every screen.\n\n"
                    "The answer is a code of conduct that was practiced, people with the task to step between, "
                    "and a way out for whoever needs it. It can backfire when the picture shows one side "
                    "shouting and the other one sitting."
                ),
            ),
            (
                "call_fringe",
                later(
                    "It looks like this: “A handful of the usual people. Nobody normal cares about that.”\n\n"
                    "It works because most of us look around before we decide what we think. A cause that looks "
                    "small and odd stays small.\n\n"
                    "The answer is breadth that can be seen: people nobody expected next to each other, and one "
                    "simple thing many can do. It can backfire when the “handful” includes the pharmacist, two "
                    "pastors and the volunteer fire company."
                ),
            ),
            (
                "outsider",
                later(
                    "It looks like this: “They are not from here. Somebody sent them. Ask who pays for it.”\n\n"
                    "It works because people feel responsible for their own first, and because it is sometimes "
                    "partly true.\n\n"
                    "The answer is local voices and local detail, and open books if money is the question. Say "
                    "gladly where help comes from. It can backfire when the “outsider” turns out to have taught "
                    "half the town to swim."
                ),
            ),
        ),
        see=("redeem", "trusted_voices", "code_of_conduct", "mistake-perfect-target", "evidence-psychology"),
        sources=("martin-basics", "martin-manual", "reis-martin-2008", "martin-king"),
    ),
)
