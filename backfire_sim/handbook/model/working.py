"""How the model works: backfire, its goal, two conditions, five gates, audiences, outcomes."""

from backfire_sim.handbook.book import Leaf, Section
from backfire_sim.scoring.vocabulary import LABELS
from backfire_sim.speech import later

CHAPTER = "model"

WORKING: tuple[Leaf, ...] = (
    Leaf(
        "model-backfire",
        CHAPTER,
        later("What backfire means here"),
        later("Violence backfires when it becomes counterproductive for those who use it."),
        (
            Section(
                "",
                later(
                    "An act of violence backfires when it harms the purpose of the people who did it. It brings "
                    "support and attention to those who were attacked, and costs to those who attacked them. "
                    "Sometimes this happens within days. Sometimes it takes decades, long after the "
                    "perpetrators seemed to have gotten away with it."
                ),
            ),
            Section(
                later("Most injustices do not backfire"),
                later(
                    "This is easily forgotten. Most injustices by powerful groups pass without consequences. "
                    "That is not because nobody would mind. It is because outrage is held down: people do not "
                    "hear of it. Or they hear that it served them right, that it was not what it looked like, "
                    "that somebody is looking into it. Or they are afraid.\n\n"
                    "So in this game doing nothing does not end well. Something has to be done, and it helps to "
                    "know what."
                ),
            ),
            Section(
                later("A struggle over how it is seen"),
                later(
                    "Backfire is not a law of nature and not a reward for being right. It is a struggle over "
                    "what people get to know, how they see those who were harmed, and what they call it. "
                    "Perpetrators make moves in it, and so do those who answer them. That is why it can be "
                    "learned."
                ),
            ),
            Section(
                later("Not the other backfire"),
                later(
                    "Psychologists speak of a backfire effect when people hold a belief harder after they were "
                    "corrected. That is something else, and nothing here is about it."
                ),
            ),
        ),
        see=("model-goal", "model-conditions", "model-gates", "mistake-everyone-can-see"),
        sources=("martin-basics", "martin-2015", "founding"),
    ),
    Leaf(
        "model-goal",
        CHAPTER,
        later("The goal: high costs"),
        later("Whoever uses political violence should pay a high price for it, by peaceful means."),
        (
            Section(
                "",
                later(
                    "The goal is simple to say: when political violence takes place, of whatever kind, those "
                    "who did it should face high costs. Then it is counterproductive for them, and others may "
                    "think twice. The costs come in two forms: what perpetrators pay directly, and what grows "
                    "among those who oppose violence."
                ),
            ),
            Section(
                later("Four direct losses"),
                later(
                    "- Political support: elected sponsors, parties and officials step away from them.\n"
                    "- Social standing: neighbors, colleagues, employers and congregations think less of them.\n"
                    "- Economic losses: customers, donors and jobs go; damages have to be paid.\n"
                    "- Legal accountability: in some cases charges, injunctions, verdicts, a permit taken away."
                ),
            ),
            Section(
                later("Three gains"),
                later(
                    "- Support: more people side with those who oppose political violence.\n"
                    "- Power: among those who act are people with leverage, such as officials, clergy, "
                    "employers, unions or the press.\n"
                    "- Mobilization: more people are ready to do something.\n\n"
                    "The game shows four losses and three gains side by side. It never adds them up to one "
                    "number."
                ),
            ),
            Section(
                later("Who pays"),
                later(
                    "Three kinds of people can be made to pay. The direct perpetrator did it. The inciter "
                    "called for it. The quiet enabler let it happen, or profits from it. A cost can only rise "
                    "as far as those who bear it have been named. Quiet enablers often have the most to pay "
                    "with, because they had a good name to begin with."
                ),
            ),
            Section(
                later("What it does not mean"),
                later(
                    "A high price is not revenge. It is paid in votes, respect, money and courts, never in fear "
                    "or pain. And it must never be bought with your own people: care is a floor in this game, "
                    "not a currency."
                ),
            ),
        ),
        see=("name_accountable", "term-bearer", "model-outcomes", "evidence-own-violence"),
        sources=("founding", "simpson-2018"),
    ),
    Leaf(
        "model-conditions",
        CHAPTER,
        later("Two conditions"),
        later("People must know of it, and they must judge it unjust. One without the other is nothing."),
        (
            Section(
                "",
                later(
                    "Brian Martin, whose words the five principles are, names two conditions for an attack to "
                    "backfire.\n\n"
                    "- It is seen as unjust, unfair, excessive, out of proportion.\n"
                    "- Word of it reaches the people whose opinion counts in the matter.\n\n"
                    "Both are necessary. What is not known cannot upset anyone. What is known but found "
                    "acceptable will not, either."
                ),
            ),
            Section(
                later("Two people, one video"),
                later(
                    "Think of a video of a man being pushed off a stage. One person has never seen it. Another "
                    "has seen it ten times and thinks that he had it coming. Neither will do anything. To show "
                    "the video to the second person once more changes nothing, and that is easily forgotten."
                ),
            ),
            Section(
                later("Timing"),
                later(
                    "When word gets out matters as well. Martin points to how ready an audience is to hear it: "
                    "whether people already care about this kind of abuse, which movements can work toward. And "
                    "he points to what else is in the news. Good evidence on a bad day may be worth keeping for "
                    "another."
                ),
            ),
        ),
        see=("model-gates", "reveal", "reframe", "mistake-everyone-can-see"),
        sources=("martin-basics",),
    ),
    Leaf(
        "model-gates",
        CHAPTER,
        later("Five gates, one funnel"),
        later("Of 100 people, how many know, see, judge, can act, and keep acting? The weakest gate decides."),
        (
            Section(
                "",
                later(
                    "Picture a hundred people on the way from an incident to doing something about it. They "
                    "pass five gates, and at each some stay behind.\n\n"
                    "- Visibility: do they know what happened, and believe it?\n"
                    "- Dignity: do they see those harmed as people like them?\n"
                    "- Meaning: do they judge it wrong, and know who answers for it?\n"
                    "- Momentum: is there something to do, or are they told to wait?\n"
                    "- Courage: do they keep on under threats and offers?"
                ),
            ),
            Section(
                later("One principle for each gate"),
                later(
                    "Each of the five principles widens one gate, and each of the perpetrators' five methods "
                    "narrows the same one. Reveal answers cover-up. Redeem answers devaluation. Reframe answers "
                    "reinterpretation. Redirect answers official channels. Resist answers intimidation and "
                    "rewards.\n\n"
                    "A tool from another gate seldom helps. More facts do not repair a person who was made to "
                    "look worthless. A moving portrait does not answer a false story of self-defense."
                ),
            ),
            Section(
                later("Why the weakest gate matters"),
                later(
                    "The gates multiply. Say that each lets nine of ten through: in the end 59 of a hundred "
                    "people act. Now let four of them stay so, and the fifth let only one of ten through. Then "
                    "six or seven act, however good the other four are.\n\n"
                    "That is why effort belongs at the narrowest gate. The game names it at every moment: it is "
                    "the bottleneck. And it is why one method alone can smother outrage."
                ),
            ),
            Section(
                later("Where the numbers come from"),
                later(
                    "That both conditions are necessary comes from the theory of backfire. That the five gates "
                    "multiply in just this way is a choice of this game. No study gives the exact form."
                ),
            ),
        ),
        see=("model-conditions", "model-outcomes", "evidence-honesty", "principles-order"),
        sources=("martin-basics", "founding"),
    ),
    Leaf(
        "model-audiences",
        CHAPTER,
        later("Audiences, voices and leverage"),
        later("There is no such thing as the public. There are groups of people, each with ears of its own."),
        (
            Section(
                "",
                later(
                    "A town is not one listener. The parents' chat, the congregation, the shop owners, the "
                    "staff at city hall: each knows something else, trusts someone else, and has something else "
                    "at stake. The game keeps their gates apart."
                ),
            ),
            Section(
                later("From one end to the other"),
                later(
                    "Picture the audiences in a row: those who act with you, those who agree and stay at home, "
                    "those in the middle, those who disagree, those who work against you. Trainers call this "
                    "row the spectrum of allies, and groups of very different politics use it.\n\n"
                    "It is worth a lot to move people one step. It is not necessary to move everyone, and the "
                    "far end is the most expensive place to begin."
                ),
            ),
            Section(
                later("Who speaks"),
                later(
                    "The same sentence does more in one mouth than in another. A voice that an audience trusts "
                    "opens a gate wider. One that it distrusts can close it, even if every word is true. Before "
                    "you ask what to say, ask who could say it."
                ),
            ),
            Section(
                later("Leverage"),
                later(
                    "Some audiences can do something about one of the costs. Customers hold money, colleagues "
                    "hold respect, councils hold permits. A thousand people far away may move less than the "
                    "twelve who sign the lease."
                ),
            ),
        ),
        see=("trusted_voices", "translate", "term-audience", "term-leverage", "evidence-numbers-unity"),
        sources=("founding", "spectrum", "wouters-walgrave-2017"),
    ),
    Leaf(
        "model-outcomes",
        CHAPTER,
        later("How a play can end"),
        later("Six kinds of ending, described and not graded."),
        (
            Section(
                "",
                later(
                    "At the end the game names one of six kinds of outcome. It is a description, not a mark. "
                    "Two groups that end in the same place may have gone very different ways, and the talk "
                    "afterward is where the learning is."
                ),
            ),
            Section(
                LABELS["backfire"],
                later(
                    "The violence cost its perpetrators much, support grew, and the people who carried it are "
                    "whole. In numbers: the four costs are at 35 of 100 or more on average, and at least 15 "
                    "more people of 100 side with you than at the beginning."
                ),
            ),
            Section(
                LABELS["pyrrhic"],
                later(
                    "The costs are as high and the support has grown as much, but your own people paid too much "
                    "for it. Care has fallen below its floor, or somebody was exposed who had not agreed to it. "
                    "Under this model that can never be called backfire."
                ),
            ),
            Section(
                LABELS["slow_burn"],
                later(
                    "Little has changed so far. What is left is a record that can wait and people who keep "
                    "asking. Greensboro's city council apologized in 2020 for what happened in 1979. The "
                    "British prime minister apologized in 2010 for Derry in 1972. An evening may well end here, "
                    "and it is not a bad place."
                ),
            ),
            Section(
                LABELS["smothered"],
                later(
                    "Outrage was held down before it could act. This is where doing nothing often leads, and "
                    "where most injustices end."
                ),
            ),
            Section(
                LABELS["chilled"],
                later(
                    "People fell silent. Fear, or offers, did what they were meant to do. Those who were harmed "
                    "are more alone than before."
                ),
            ),
            Section(
                LABELS["escalated"],
                later(
                    "The movement broke its own discipline more than once, and that became the story. What the "
                    "perpetrators did is no longer what people talk about."
                ),
            ),
        ),
        see=("term-outcome", "model-goal", "evidence-honesty", "mistake-striking-back"),
        sources=("greensboro-apology", "derry"),
    ),
)
