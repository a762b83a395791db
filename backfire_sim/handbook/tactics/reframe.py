"""The tactics that reframe."""

from backfire_sim.handbook.book import Leaf
from backfire_sim.handbook.pages import tactic
from backfire_sim.speech import later

REFRAME: tuple[Leaf, ...] = (
    tactic(
        "document_impact",
        summary=later("Show what the abuse did, to neutralize the story that it was nothing."),
        what=later(
            "“Nobody was hurt” is a sentence that only impact can answer. To document the impact is to "
            "record the damage: the injuries and the bill, the shift that nobody takes any more, the "
            "room that stays empty, the child who sleeps with the light on."
        ),
        begin=later(
            "Make a list of all who were touched by it, in rings: those present, their families, those "
            "who work there, those who stayed away. Ask what changed for each. Put numbers where there "
            "are numbers, and dates. Go back after a month, because the later damage is the one nobody "
            "counts."
        ),
        example=later(
            "A prank call emptied a small theater in the middle of a play. “No harm done,” says the "
            "caller's friend. The group shows a list: two people hurt on the stairs, one canceled "
            "season, a school that no longer comes, eleven thousand in lost tickets."
        ),
        mistake=later(
            "To show only the worst wound, so that all else looks small. To exaggerate: one inflated "
            "figure, and people talk about the figure. To present people as nothing but their damage."
        ),
        care=later(
            "Injuries, diagnoses and fear are the most private things there are. Ask for each. Totals "
            "often do without names. Do not let somebody find out from the paper how badly they were "
            "hurt."
        ),
        see=("name_the_wrong", "life_details", "reframe", "reinterpretation", "mistake-without-consent"),
        sources=("founding", "witness-harm"),
    ),
    tactic(
        "name_the_wrong",
        summary=later("Say why it was not justified, and which law or shared value it breaks."),
        what=later(
            "People can know all the facts and still shrug. To name the wrong is to say why it was not "
            "justified and what it violates: a law, or a value that nearly everyone here holds. One "
            "plain sentence is better than ten strong ones."
        ),
        begin=later(
            "Complete the sentence “Whatever you think of us, nobody should have to …”. Try it on "
            "somebody who does not agree with you. If they nod, you have it. Then check the law with "
            "someone who knows it, and say only as much as is certain."
        ),
        example=later(
            "A petition stand was pushed over. First draft: “An attack on our movement!” Second draft, "
            "the one that was used: “In this town you can ask for a signature, and people can say no. "
            "That is all we did. That is all anybody should have to put up with.”"
        ),
        mistake=later(
            "To call it by the biggest word there is. To explain by your own side's values, which "
            "persuades your own side. To repeat the false story in order to deny it, so that people "
            "hear it once more."
        ),
        care=later(
            "The person who was attacked may use other words than you do, or want no words yet. Ask. "
            "And name the deed, not the kind of people: a group that is insulted closes its ears, and "
            "some of it would have listened."
        ),
        see=("translate", "name_accountable", "reframe", "mistake-inside-their-frame"),
        sources=("founding", "martin-basics"),
    ),
    tactic(
        "name_accountable",
        summary=later("Say who answers for it, and show the step from one person to the system."),
        what=later(
            "“One angry man” ends the matter. To name who is accountable is to ask further: who called "
            "for it, who printed the address, who was warned, who looks away, who gains? It moves the "
            "abuse from an individual problem to one of a system, and opens costs that one person could "
            "never bear."
        ),
        begin=later(
            "Draw three circles: who did it, who incited it, who let it happen. Write in each only what "
            "you can show. Say for each what accountability would look like: a charge, a resignation, "
            "an apology, a changed rule. Begin with the one you can prove best."
        ),
        example=later(
            "Someone painted a threat on a clinic's door and on the pregnancy center across the river "
            "the week after. The group names no painter; it does not know one. It names the property "
            "firm that switched off the lights on both sites to save money and had three warnings."
        ),
        mistake=later(
            "To accuse without proof, which can harm an innocent person and end in court. To accuse "
            "everybody, so that nobody feels meant. To stop at the one who was caught."
        ),
        care=later(
            "Naming a person can set a crowd on them and their children. Name roles and decisions where "
            "that is enough, never home addresses, and speak with somebody who knows the law of "
            "defamation before you publish."
        ),
        see=("term-bearer", "model-goal", "reframe", "make_demands"),
        sources=("founding", "simpson-2018"),
    ),
    tactic(
        "translate",
        summary=later("Never assume that others find it obvious; say it in their terms, and check."),
        what=later(
            "An injustice may seem obvious to those who deal with it every day. It should never be "
            "assumed that it is to others. To translate is to begin where the audience stands: their "
            "words, their values, what they know, what worries them, what they have heard about you."
        ),
        begin=later(
            "Ask three people outside your circle what they think happened. Do not correct them. Write "
            "down their words. Then explain it starting from there, without names of groups, "
            "abbreviations, or anything that needs a history lesson. At the end ask what they would "
            "tell their neighbor."
        ),
        example=later(
            "“State-tolerated intimidation of civic actors” says the draft. The retired farmer reads it "
            "and asks what was broken. Version two: “Somebody shot at the water board's sign, again, "
            "and the sheriff has not written it down, again.”"
        ),
        mistake=later(
            "To believe that more volume is more clarity. To talk down to people. To translate so far "
            "that nothing is left, or to bend the facts to please."
        ),
        care=later(
            "Those you translate for may recognize themselves less in it. Show it to them first. And do "
            "not push people who have been hurt to explain themselves to doubters; let somebody else do "
            "that work."
        ),
        see=("name_the_wrong", "trusted_voices", "model-audiences", "mistake-everyone-can-see"),
        sources=("founding", "spectrum"),
    ),
)
