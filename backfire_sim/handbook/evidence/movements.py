"""What studies found about movements: preparation, discipline, repression, fear."""

from backfire_sim.handbook.book import Leaf
from backfire_sim.handbook.pages import finding
from backfire_sim.speech import later

MOVEMENTS: tuple[Leaf, ...] = (
    finding(
        "evidence-organization",
        later("What was built before"),
        summary=later("After extreme violence by a state, campaigns that were already built up mobilize more."),
        found=later(
            "Sutton, Butcher and Svensson looked at extreme violence by governments against unarmed "
            "protest between 1989 and 2011. Where a campaign infrastructure existed beforehand, more "
            "people joined at home afterward, and defections from the security forces were likelier. "
            "The authors found no such effect on the reaction from abroad."
        ),
        tag="direction",
        sure=later("The direction is known. The size stands in tables of the paper that we have not seen."),
        here=later("What a group prepared takes one step off the methods it answers. That size is ours."),
        claim=later(
            "Do not claim that preparation saves a day, or that these cases, which were extreme and "
            "national, tell how a school board will react."
        ),
        see=("announce_prepared", "code_of_conduct"),
        sources=("sutton-2014",),
    ),
    finding(
        "evidence-own-channels",
        later("Channels of one's own"),
        summary=later("Campaigns with media of their own were heard more, at home and abroad."),
        found=later(
            "The same study looked at campaigns that had parallel media institutions, old or new: a "
            "paper, a station, a network. After violence they saw more mobilization at home and more "
            "response from abroad."
        ),
        tag="direction",
        sure=later("The direction is known, for national campaigns; the exact sizes we have not seen."),
        here=later("It has no number of its own. It stands behind the advice to distribute through several channels."),
        claim=later(
            "Do not claim that a channel with many followers is the same. An institution is people, habits and trust."
        ),
        see=("distribute", "evidence-not-to-claim"),
        sources=("sutton-2014",),
    ),
    finding(
        "evidence-success-rates",
        later("Nonviolent and violent campaigns"),
        summary=later("From 1900 to 2006 nonviolent campaigns reached their aim about twice as often as violent ones."),
        found=later(
            "Stephan and Chenoweth compared 323 campaigns against governments and occupations. Of the "
            "nonviolent ones 53 percent succeeded, of the violent ones 26 percent. They explain it by "
            "broad participation, by loyalties that shift, and by repression that backfires more often."
        ),
        tag="measured",
        sure=later(
            "The counts are measured. They are about national campaigns that aimed at the highest "
            "goals, and later figures are lower (see the next page)."
        ),
        here=later("It supports broad participation and discipline. No number in the game comes from it."),
        claim=later("Do not claim that your group has a chance of 53 percent. These are not rates for a town."),
        see=("evidence-adapting", "code_of_conduct"),
        sources=("stephan-chenoweth-2008",),
    ),
    finding(
        "evidence-adapting",
        later("Perpetrators learn"),
        summary=later("In the 2010s fewer campaigns succeeded; governments that adapt are a leading explanation."),
        found=later(
            "Chenoweth's later figures say that of nonviolent revolutions in the 2010s fewer than 34 "
            "percent succeeded; of violent ones fewer than 9 percent. One leading explanation is that "
            "governments have learned to repress more cleverly."
        ),
        tag="direction",
        sure=later("The counts are measured. Why they fell is an explanation that many hold, and not the only one."),
        here=later("Perpetrators change their method when one fails. It is why the same answer does not work twice."),
        claim=later("Do not claim that peaceful action no longer works. It still did better than violence did."),
        see=("evidence-success-rates", "principles-order"),
        sources=("chenoweth-2017",),
    ),
    finding(
        "evidence-mass-violence",
        later("When states answer with mass violence"),
        summary=later(
            "Nearly half of the largest uprisings met mass violence by the state; some conditions went "
            "with more safety."
        ),
        found=later(
            "Perkoski and Chenoweth counted mass violence against civilians, with at least a thousand "
            "deaths, in just under half of uprisings that wanted a new government or a new state. It "
            "was rarest where a movement was nonviolent, had no material help from abroad, and soldiers "
            "or officials changed sides."
        ),
        tag="measured",
        sure=later(
            "The counts are measured. What goes together need not be cause and effect, and these are "
            "the gravest cases there are."
        ),
        here=later(
            "It is one reason for the care meter, and for treating people who change sides as "
            "protection. It sets no number."
        ),
        claim=later("Do not claim that being peaceful protects you. The next page shows why."),
        see=("evidence-severe-repression", "model-safe"),
        sources=("perkoski-chenoweth-2018",),
    ),
    finding(
        "evidence-severe-repression",
        later("Does discipline keep people safe?"),
        summary=later(
            "Contested: one study finds no clear difference in deaths between disciplined and less "
            "disciplined unarmed protest."
        ),
        found=later(
            "Anisin looked at 169 events of severe repression between 1800 and 2022. Armed resistance "
            "went with more deaths. Between nonviolent protest, protest with scattered violence and "
            "unarmed violent protest he found no significant difference."
        ),
        tag="contested",
        sure=later(
            "This stands against what many in the field assume, and against the page before it in part. "
            "The cases and the definitions differ. We do not know which is right."
        ),
        here=later("Discipline does not add to care in this model. It keeps support; it is no armor."),
        claim=later("Do not tell anyone that they will be safe if they stay calm."),
        see=("evidence-mass-violence", "code_of_conduct", "mistake-burning-out"),
        sources=("anisin-2025", "perkoski-chenoweth-2018"),
    ),
    finding(
        "evidence-discipline-votes",
        later("Discipline, headlines and votes"),
        summary=later(
            "In the US of the 1960s peaceful protest and violent protest moved the news, and votes, in opposite ways."
        ),
        found=later(
            "Wasow studied protest by Black Americans from 1960 to 1972. Near nonviolent protest, above "
            "all when it met violence by the state or vigilantes, the Democratic vote for president "
            "rose by 1.6 to 2.5 percent. After violence by protesters, news spoke of social control. In "
            "1968, 1.5 to 7.9 percent of white voters shifted to the Republicans."
        ),
        tag="measured",
        sure=later(
            "The sizes are measured, for one country and one time. A vote is not the same as support "
            "for a group in a town."
        ),
        here=later(
            "A breach of discipline takes two steps from dignity and two from meaning. A breach cost "
            "about one to three times what discipline gained; we carried that over."
        ),
        claim=later(
            "Do not claim that every broken window elects somebody, or that those who were provoked are to blame."
        ),
        see=("mistake-striking-back", "evidence-own-violence"),
        sources=("wasow-2020",),
    ),
    finding(
        "evidence-own-violence",
        later("Violence by one's own side"),
        summary=later("Violence by a group cut support for it, and raised support for those it was aimed at."),
        found=later(
            "In an experiment with 800 people, violence by an antiracist group against white "
            "nationalists lowered support for the group and raised it for the nationalists. People "
            "found the group unreasonable, then identified with it less, then supported it less. The "
            "nationalists, who were already despised, lost little by violence of their own."
        ),
        tag="direction",
        sure=later("The direction is known, from an experiment with news stories. The size in life is not."),
        here=later(
            "Two breaches end a play as escalated. And costs are kept apart for three bearers: the "
            "despised have little standing left to pay with, their quiet enablers have much."
        ),
        claim=later("Do not claim that this holds for every group and every audience. It is one experiment."),
        see=("mistake-striking-back", "term-bearer", "model-goal"),
        sources=("simpson-2018",),
    ),
    finding(
        "evidence-activists-dilemma",
        later("The activist's dilemma"),
        summary=later("What draws the most attention may cost the most support."),
        found=later(
            "Feinberg, Willer and Kovacheff ran six experiments on extreme protest actions, harmful or "
            "highly disruptive. They reduced support across causes, among them animal rights, "
            "anti-Trump and anti-abortion movements; in five of six also support for the cause. But "
            "they do raise attention."
        ),
        tag="direction",
        sure=later(
            "The direction is known in experiments. How long it lasts, and what happens over years, is disputed."
        ),
        here=later(
            "A move can raise visibility and lower dignity at once. The rule is the same whatever the cause is."
        ),
        claim=later("Do not claim that disruption is always wrong. The studies are about reactions right afterward."),
        see=("model-creative", "evidence-selma"),
        sources=("feinberg-2020",),
    ),
    finding(
        "evidence-fear",
        later("Fear"),
        summary=later("Even mild fear made people much less ready to dissent."),
        found=later(
            "Young worked with 671 supporters of the opposition in Zimbabwe. Mild fear, brought on in "
            "the study, sharply reduced their dissent, in what they said they would do and in what they "
            "did. It also made them more pessimistic and less willing to take a risk."
        ),
        tag="direction",
        sure=later(
            "The direction is known; the paper calls the effect substantively large. It is one country, "
            "and a mild fear."
        ),
        here=later("Courage multiplies what people do, and it cannot rise above care. That rule is ours."),
        claim=later(
            "Do not claim that brave people do not feel it. And do not frighten people in order to train them."
        ),
        see=("resist", "model-safe", "warn_others"),
        sources=("young-2019",),
    ),
    finding(
        "evidence-one-issue",
        later("One subject, many kinds of people"),
        summary=later("A single subject and visibly different people made others readier to join."),
        found=later(
            "Research on how a movement is judged, by its worthiness, unity, numbers and commitment, "
            "found this. A focus on one issue and members who visibly differ from one another raised "
            "that judgment and the intention to join."
        ),
        tag="direction",
        sure=later("The direction is known. We have seen a summary, not the study."),
        here=later(
            "It has no number of its own. It stands behind the advice on demands: two or three, and "
            "none about other things."
        ),
        claim=later("Do not claim that a movement may only ever have one subject."),
        see=("make_demands", "evidence-numbers-unity"),
        sources=("wunc",),
    ),
    finding(
        "evidence-dilemma",
        later("Dilemma actions"),
        summary=later(
            "Acts built on what most people believe leave an opponent looking foolish or harsh; known from cases."
        ),
        found=later(
            "Popovic and McClennen collected cases. Where an act is built on something that the public "
            "widely believes, those who oppose it end up looking foolish if they react, and weak if "
            "they do not."
        ),
        tag="theory",
        sure=later(
            "It is drawn from cases that were chosen because they are telling. Failures are seldom written down."
        ),
        here=later(
            "It sets no number. A move of this kind can reach far when it fits the audience, and can do "
            "harm when it does not."
        ),
        claim=later("Do not claim that humor always works, or that it is right after somebody was hurt."),
        see=("model-creative", "campaign_process", "term-dilemma-action"),
        sources=("popovic-mcclennen", "wunsiedel"),
    ),
)
