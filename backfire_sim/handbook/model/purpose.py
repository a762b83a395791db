"""What the training is for: whom it helps, what political violence is, staying safe, building support."""

from backfire_sim.handbook.book import Leaf, Section
from backfire_sim.speech import later

CHAPTER = "model"

PURPOSE: tuple[Leaf, ...] = (
    Leaf(
        "model-training",
        CHAPTER,
        later("What this training is for"),
        later("Who it is for, the four things it helps with, and how the parts fit together."),
        (
            Section(
                "",
                later(
                    "People come here from three places. Some have lived through a threat or intimidation, "
                    "alone or as a group. Some belong to a group that is at high risk. Some are concerned about "
                    "political violence and do not want to wait until it is at their own door.\n\n"
                    "All three belong at the same table. Everyone has a part in this, though not the same part."
                ),
            ),
            Section(
                later("Four aims"),
                later(
                    "The training that this game grew out of is free, and it has four aims.\n\n"
                    "- Understand: how political violence can show up in our own community.\n"
                    "- Identify and undermine: recognize what is being done to us, and take away its effect.\n"
                    "- Imagine: wake up our imagination for what we could do when a threat or an act comes.\n"
                    "- Practice: build the skills and strategies that make political violence backfire, and "
                    "grow our power to end it.\n\n"
                    "Together they serve one purpose: to be prepared, to stay safe, and to build support "
                    "through creative action."
                ),
            ),
            Section(
                later("How the parts fit"),
                later(
                    "First tell the game what kind of training and support you need; a plan with minutes comes "
                    "back. These pages are for understanding. The pages on the five methods help you spot them. "
                    "Preparing for an incident and trying the other choice wake up imagination. Playing an "
                    "incident together is the practice.\n\n"
                    "At the end stands your own plan, for your own place."
                ),
            ),
            Section(
                later("A word on hope"),
                later(
                    "The page this comes from carries a sentence at its head: together we can end political "
                    "violence. It is a hope, not a forecast. The useful half of it is the first word. What one "
                    "person can hardly do alone, a group that has talked beforehand often can."
                ),
            ),
        ),
        see=("model-violence", "model-backfire", "model-safe", "model-creative"),
        sources=("founding", "hope-deck"),
    ),
    Leaf(
        "model-violence",
        CHAPTER,
        later("What political violence is"),
        later("Force or threats meant to change who takes part in public life; and what does not count as that."),
        (
            Section(
                "",
                later(
                    "Political violence here means force, or the threat of it, that is meant to change who "
                    "takes part in public life or what gets decided there. Intimidation belongs to it. A stone "
                    "through a window belongs to it, and so does a voicemail that says where your child goes to "
                    "school."
                ),
            ),
            Section(
                later("How it shows up"),
                later(
                    "It is often small and close to home.\n\n"
                    "- a threat by voicemail, by letter or online\n"
                    "- a home address made public (doxxing), a false emergency call (swatting), somebody who "
                    "waits at the door\n"
                    "- a broken window, slashed tires, graffiti, fire\n"
                    "- armed people who threaten a place where others vote, read, pray or meet\n"
                    "- a meeting stormed, a car driven at people, a beating\n"
                    "- pressure on a person's family or employer; a lawsuit meant only to exhaust\n"
                    "- an offer: money, a job, peace and quiet, in return for silence\n\n"
                    "It comes from private people and from officials. What makes it violence is what is done, "
                    "never who does it."
                ),
            ),
            Section(
                later("What it is not"),
                later(
                    "Protest, satire, boycott, criticism, an angry letter and a loud meeting are not political "
                    "violence. Neither is carrying a gun where the law allows it, as long as nobody is "
                    "threatened with it. Every scenario says in so many words what crosses the line."
                ),
            ),
            Section(
                later("How common it is"),
                later(
                    "One survey of 2024 in the United States: 43 percent of state legislators had been "
                    "threatened in three years, and 18 percent of local officials in a year and a half. More "
                    "Republicans than Democrats said that abuse had grown. A research project that collects "
                    "such events found about 70 percent with local motives.\n\n"
                    "The police of the US Congress counted 14,938 cases of threats in 2025, against members of "
                    "both parties. Whom it hits changes from year to year and from place to place."
                ),
            ),
        ),
        see=("term-political-violence", "mistake-every-threat-an-attack", "model-backfire"),
        sources=("founding", "hope-interview", "brennan-2024", "bdi", "uscp-2025"),
    ),
    Leaf(
        "model-safe",
        CHAPTER,
        later("Staying safe: care, consent and what to write down"),
        later("Nobody is made to be brave, nobody is exposed without a yes, and little is written down."),
        (
            Section(
                "",
                later(
                    "Answering violence is work done by people who may be tired, frightened or hurt. The first "
                    "rule is to do no further harm. In the game care is a floor: where it is too low, courage "
                    "falls with it, and what comes out of it is never called backfire."
                ),
            ),
            Section(
                later("Consent"),
                later(
                    "Ask each person, and for each use: name, face, voice, story, photo, home. The answer is no "
                    "until it is yes, and a yes can be taken back. Faces are not all. Clothes, voices, license "
                    "plates and the data inside a file can give somebody away. Footage need not be shown "
                    "because it exists; often it can be described."
                ),
            ),
            Section(
                later("Discipline is a shared duty"),
                later(
                    "To stay calm when provoked is hard, and it has long been asked most of those with the "
                    "least protection. A code of conduct is an agreement among everyone, chosen beforehand. It "
                    "is never a test for the person who was hurt."
                ),
            ),
            Section(
                later("What to write down"),
                later(
                    "Keep little: what you need, known to those who need it. Do not write down who chose what, "
                    "or who told what in a debriefing. Keep contact lists where they cannot simply be seized; "
                    "the movement Otpor in Serbia did so. Care in proportion to the risk is good; precaution "
                    "that frightens people off is not.\n\n"
                    "This game keeps no names and sends nothing anywhere. Real plans should not be kept in the "
                    "same place as a game."
                ),
            ),
            Section(
                later("Stopping"),
                later(
                    "Anyone may pause, skip, leave the room or end the play at any time and without giving a "
                    "reason. The game offers this on every screen and never records it. To leave is also a way "
                    "of taking care."
                ),
            ),
        ),
        see=("code_of_conduct", "term-consent", "term-care", "mistake-without-consent", "mistake-burning-out"),
        sources=("witness-harm", "hope-deck", "security-culture", "otpor", "founding"),
    ),
    Leaf(
        "model-creative",
        CHAPTER,
        later("Building support through creative action"),
        later("Acts that many can join and that make violence look as small as it is."),
        (
            Section(
                "",
                later(
                    "Fear makes people small and serious. Creative action does the opposite. It gives many "
                    "people something to do that is not too hard, that they can be seen doing, and that says "
                    "what the community is for. That is how support is built, not by being louder."
                ),
            ),
            Section(
                later("Small acts for many"),
                later(
                    "In Billings, Montana, in 1993, a stone went through the window of a Jewish family's home "
                    "that was decorated for Hanukkah. Churches handed out paper menorahs, the newspaper printed "
                    "one, and people across the city put them in their own windows.\n\n"
                    "Some accounts say that windows of helpers were broken too. A small act is not always a "
                    "safe one, and people should know that before they join."
                ),
            ),
            Section(
                later("Dilemma actions"),
                later(
                    "A dilemma action builds on something that most people already believe in. It leaves its "
                    "opponents two replies, and both cost them. If they let it happen, the act succeeds. If "
                    "they stop it, they look foolish or harsh.\n\n"
                    "In Wunsiedel, Germany, in 2014, for each meter that neo-Nazis marched ten euros went to a "
                    "group that helps others leave that scene. The marchers raised about 10,000 euros for it "
                    "without being asked. The marches did not end with that."
                ),
            ),
            Section(
                later("Before you try it"),
                later(
                    "- Who could be hurt, and do they agree?\n"
                    "- Does it fit what the audience values, or does it only amuse ourselves?\n"
                    "- Would it still be right if it were the only thing people heard of us?\n"
                    "- Does it mock conduct, or does it mock grief and faith? Leave the second alone.\n\n"
                    "Laughter is not for every day. After a death, silence may be the creative act."
                ),
            ),
        ),
        see=("campaign_process", "backfire_threats", "term-dilemma-action", "evidence-dilemma", "redirect"),
        sources=("billings", "wunsiedel", "popovic-mcclennen", "founding"),
    ),
)
