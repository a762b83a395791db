"""The chapter on the five principles."""

from backfire_sim.handbook.book import Leaf, Section
from backfire_sim.scoring.vocabulary import LABELS
from backfire_sim.speech import later

CHAPTER = "principles"

LEAVES: tuple[Leaf, ...] = (
    Leaf(
        "principles-order",
        CHAPTER,
        later("Five principles and how they work together"),
        later("Each one answers one method; used alone, none of them is enough."),
        (
            Section(
                "",
                later(
                    "Reveal, redeem, reframe, redirect, resist. They stand in the order in which people pass "
                    "the gates, which is not always the order in which you need them. Ask where most people "
                    "stay behind, and begin there."
                ),
            ),
            Section(
                later("They help one another"),
                later(
                    "- A threat that was resisted and recorded is new material to reveal.\n"
                    "- A person who was seen as a person makes it easier to call the deed wrong.\n"
                    "- People who have something to do are less afraid.\n"
                    "- What has been prepared costs less than what has to be improvised."
                ),
            ),
            Section(
                later("Others answer"),
                later(
                    "Perpetrators watch too. When cover-up fails they turn to devaluation and reinterpretation, "
                    "then to official channels, with intimidation all the while. So expect the next method, and "
                    "get ready for it while you answer this one. The founding text comes back to this again and "
                    "again: anticipate."
                ),
            ),
            Section(
                later("Their answer can backfire as well"),
                later(
                    "An exposed cover-up, a bribe on the table, a threat to a witness: each is a fresh "
                    "injustice, and harder to explain away than the first. In this game it is called double "
                    "backfire."
                ),
            ),
        ),
        see=("reveal", "redeem", "reframe", "redirect", "resist", "model-gates", "term-double-backfire"),
        sources=("founding", "hope-part3", "martin-basics", "martin-dili", "martin-sharpeville"),
    ),
    Leaf(
        "reveal",
        CHAPTER,
        LABELS["reveal"],
        later("Bring to light what happened, in a way that people can believe and pass on."),
        (
            Section(
                "",
                later(
                    "An injustice has to be revealed before it can backfire. What nobody knows of, nobody can "
                    "object to. Reveal widens the gate of visibility and answers cover-up."
                ),
            ),
            Section(
                later("Find out"),
                later(
                    "Revealing often starts with patient work: research, documents, photographs, times and "
                    "places, and other ways of gathering evidence. Or it starts with listening: detailed "
                    "interviews with people who have suffered abuse, at their pace and on their terms."
                ),
            ),
            Section(
                later("Make hiding harder"),
                later(
                    "Sometimes revealing begins before anything has happened. Let everyone in the group carry a "
                    "camera, and plan who documents a public action from the first minute to the last. Then "
                    "covering up an abuse becomes more difficult. Perhaps it is then not tried at all."
                ),
            ),
            Section(
                later("Credible, and really distributed"),
                later(
                    "Evidence in a drawer changes nothing, and evidence that nobody believes may do harm. It "
                    "has to be presented so that it seems credible to people who do not already agree. And it "
                    "has to get out: to the places where your audiences look, through people they listen to, "
                    "with copies in more than one pair of hands."
                ),
            ),
            Section(
                later("Care"),
                later(
                    "What could be shown need not be shown. Ask the people in it first. And check first: one "
                    "wrong detail lets the whole be denied."
                ),
            ),
        ),
        see=("research", "interviews", "plan_documentation", "present_credibly", "distribute", "cover_up"),
        sources=("founding", "martin-basics", "witness-harm"),
    ),
    Leaf(
        "redeem",
        CHAPTER,
        LABELS["redeem"],
        later("Restore dignity: let people see those who were harmed as people."),
        (
            Section(
                "",
                later(
                    "To redeem means here to restore dignity. Those who were abused are shown as the people "
                    "they are, so that the distance between them and everybody else grows smaller. Redeem "
                    "widens the gate of dignity and answers devaluation. (In the American South the word has an "
                    "older, bitter meaning. That one is not meant.)"
                ),
            ),
            Section(
                later("Lives, not labels"),
                later(
                    "Give context and details of the targets' lives: what they do on a Tuesday, whom they look "
                    "after, what they are good at. Raise up the values they live by and the good they have "
                    "done. A label needs distance; a detail takes it away."
                ),
            ),
            Section(
                later("Others speak"),
                later(
                    "The strongest words often come from somebody else. Have others speak on behalf of those "
                    "who were harmed, especially people in roles that the audience trusts and respects: a "
                    "coach, a nurse, a pastor, a veteran, a shop owner."
                ),
            ),
            Section(
                later("Before it comes"),
                later(
                    "Devaluation can be expected, so prepare for it. Training in advance and a code of conduct "
                    "for political activities work like an inoculation: when somebody tries to provoke those "
                    "who are targeted, it is less likely to take."
                ),
            ),
            Section(
                later("Care"),
                later(
                    "Nobody has to be a saint to be spared violence. Do not build on perfection. And the person "
                    "whose story it is decides whether it is told."
                ),
            ),
        ),
        see=(
            "life_details",
            "positive_values",
            "trusted_voices",
            "code_of_conduct",
            "devaluation",
            "mistake-perfect-target",
        ),
        sources=("founding", "martin-basics", "wilmington"),
    ),
    Leaf(
        "reframe",
        CHAPTER,
        LABELS["reframe"],
        later("Say what it did, why it was wrong, and who answers for it."),
        (
            Section(
                "",
                later(
                    "Perpetrators explain what happened: it was nothing, it was a joke, it was self-defense. To "
                    "reframe is to counter that, and to show the incident as the injustice it was. Reframe "
                    "widens the gate of meaning and answers reinterpretation."
                ),
            ),
            Section(
                later("Show the damage"),
                later(
                    "Document the impact of the abuse and the damage it did: injuries, closed doors, sleepless "
                    "weeks, costs, people who no longer come. That takes the force out of a story in which "
                    "nothing much happened."
                ),
            ),
            Section(
                later("Say why it was wrong"),
                later(
                    "Tell people why the abuse was not justified, and which law it broke or which value that "
                    "nearly everybody holds. “Nobody in this county should need a guard to count ballots” says "
                    "more than “this is an outrage”."
                ),
            ),
            Section(
                later("Say who answers for it"),
                later(
                    "Tell people who should be held accountable. Often the step is from the individual to the "
                    "system: not only the man at the door, but those who published the address, and those who "
                    "were warned and did nothing."
                ),
            ),
            Section(
                later("Never assume"),
                later(
                    "What is obvious to those who work on it every day is not obvious to other audiences. It "
                    "should never be assumed that it is. Say it in their words, begin with what they value, and "
                    "check what they heard."
                ),
            ),
        ),
        see=("document_impact", "name_the_wrong", "name_accountable", "translate", "reinterpretation"),
        sources=("founding", "martin-basics"),
    ),
    Leaf(
        "redirect",
        CHAPTER,
        LABELS["redirect"],
        later("When outrage is moved into official channels, keep it moving."),
        (
            Section(
                "",
                later(
                    "Sooner or later perpetrators, or those who protect them, try to divert action into "
                    "official channels: a complaint form, a review, a commission. Redirect means turning public "
                    "outrage toward mobilization. It widens the gate of momentum."
                ),
            ),
            Section(
                later("What to know about inquiries"),
                later(
                    "Public or independent investigations tend to work slowly. They focus on technical "
                    "procedures and rely on experts. They give the appearance that justice will be done. So "
                    "people go home and mobilization falls. And then the inquiry itself becomes less aggressive "
                    "in its search for the truth, because nobody is watching."
                ),
            ),
            Section(
                later("Five options"),
                later(
                    "- Support the process.\n"
                    "- Criticize the process.\n"
                    "- Make demands of the process.\n"
                    "- Launch a parallel process.\n"
                    "- Use the institutional process as a campaigning tactic.\n\n"
                    "None is right everywhere. They can be combined, and changed as things go on."
                ),
            ),
            Section(
                later("Channels are not bad"),
                later(
                    "They can bring protection, money, a record and a verdict. Sometimes a verdict comes after "
                    "decades, because somebody kept asking. What drains is waiting on them. The question is "
                    "always the same: while this goes on, what can people do next week?"
                ),
            ),
        ),
        see=(
            "support_process",
            "criticize_process",
            "make_demands",
            "parallel_process",
            "campaign_process",
            "official_channels",
            "model-creative",
        ),
        sources=("founding", "martin-basics", "greensboro-commission", "derry"),
    ),
    Leaf(
        "resist",
        CHAPTER,
        LABELS["resist"],
        later("Refuse threats and offers, and turn them into a reason for more people to care."),
        (
            Section(
                "",
                later(
                    "Those who speak out or organize may be threatened, bribed, intimidated or co-opted in "
                    "other ways. Some are offered a reward for silence about the injustice. Resist means "
                    "refusing this, and turning it into a catalyst for more backfire. It widens the gate of "
                    "courage and answers intimidation and rewards."
                ),
            ),
            Section(
                later("It reaches further than activists"),
                later(
                    "Attempts to silence people often go beyond those who were targeted first. Families, "
                    "friends and colleagues are threatened too, because they are easier to reach and less "
                    "prepared."
                ),
            ),
            Section(
                later("Be ready for it"),
                later(
                    "Intimidation and rewards can be anticipated. Warn your friends, families and colleagues "
                    "that it may come. Prepare to document it: a threat that is kept with its date is evidence. "
                    "And decide beforehand how to make it backfire if or when it happens."
                ),
            ),
            Section(
                later("Say that you are ready"),
                later(
                    "Being public about the fact that your group is prepared for threats may deter "
                    "perpetrators. They know then that such tactics will be used against them in the court of "
                    "public opinion, and perhaps in a court of law as well. It may; nobody can promise it."
                ),
            ),
            Section(
                later("Care"),
                later(
                    "Courage is not owed. Whoever was threatened decides whether the threat becomes public. A "
                    "group that looks after its people keeps them; that is most of what courage is."
                ),
            ),
        ),
        see=("warn_others", "document_threats", "backfire_threats", "announce_prepared", "intimidation_rewards"),
        sources=("founding", "otpor", "young-2019"),
    ),
)
