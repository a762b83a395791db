"""The tactics that redirect."""

from backfire_sim.handbook.book import Leaf
from backfire_sim.handbook.pages import tactic
from backfire_sim.speech import later

REDIRECT: tuple[Leaf, ...] = (
    tactic(
        "support_process",
        summary=later("Back an inquiry or a court that deserves it, and keep people active meanwhile."),
        what=later(
            "Sometimes the process is good, or the best there is. To support it means to file well, "
            "bring witnesses, offer evidence in order, thank honest officials in public. It can bring "
            "protection, a record and a verdict. The price is time: momentum sinks while everybody "
            "waits."
        ),
        begin=later(
            "Find out what the process can decide, by when, and who runs it. Give it what it needs. At "
            "the same hour announce what people can do until then, with a date. “We support the review” "
            "should never be the last sentence."
        ),
        example=later(
            "A mosque's windows were broken. The group helps the police gather doorbell films and "
            "praises the officer who knocked at every house. And each Thursday until the hearing, forty "
            "people sweep the street in front of it together, and drink tea."
        ),
        mistake=later(
            "To file the complaint and go home. Or to praise a process before you know it, so that you "
            "cannot criticize it later."
        ),
        care=later(
            "Witnesses carry the weight of it: waiting rooms, questions, their name in a file. Ask what "
            "they agreed to and who may read it. Go with them, every time, and not only on the day of "
            "the cameras."
        ),
        see=("make_demands", "redirect", "official_channels", "mistake-file-and-go-home"),
        sources=("founding", "martin-basics"),
    ),
    tactic(
        "criticize_process",
        summary=later("Say in public what is wrong with a process, exactly and fairly."),
        what=later(
            "A process that is slow, closed or partial gives the appearance of justice without the "
            "thing itself. To criticize it is to take the appearance away: who sits on it, what it may "
            "not ask, whom it has not heard, what happened to the last report."
        ),
        begin=later(
            "Read the rules of the process; hardly anybody does. Pick two faults that everyone can "
            "understand, such as “nobody who was there has been invited”. Say what a fair one would "
            "look like. Say it to those who could change it before you say it to everyone."
        ),
        example=later(
            "The county's review of a beating at a campground has one member: the cousin of the "
            "campground's owner. The group prints the list of members and leaves the rest of the page "
            "empty. “Room for people who do not own the campground.”"
        ),
        mistake=later(
            "To dismiss any process whatever it does. Then you are against inquiry, and they are for "
            "it. Or to insult honest people who work in it and might have helped."
        ),
        care=later(
            "Some of those harmed may have put their hope in this process. Speak with them before you "
            "speak against it. Where a case is before a court, ask a lawyer what may be said."
        ),
        see=("parallel_process", "make_demands", "redirect", "mistake-boycott-everything"),
        sources=("founding", "martin-basics"),
    ),
    tactic(
        "make_demands",
        summary=later("Ask something exact of a process, with a date, so that there is something to follow."),
        what=later(
            "A demand turns waiting into watching. Publish the footage by Friday. Hear the four "
            "witnesses. Let the family choose one member. While a demand is open, people have a reason "
            "to pay attention, and whatever the process answers is news."
        ),
        begin=later(
            "Choose demands that are easy to understand, possible to meet and hard to refuse. Two or "
            "three, no more. Say who has to decide and by what day. Plan beforehand what you will do if "
            "it is met, if it is refused, and if there is only silence."
        ),
        example=later(
            "After threats against both candidates for sheriff, a group of voters asks for one thing: "
            "that both sign the same ten lines against threats, together, before Sunday. Both campaigns "
            "ask for time. On Monday the empty line on the poster is all the town talks about."
        ),
        mistake=later(
            "To demand everything. To demand something without a date. To raise the demand when it has "
            "been met, so that nobody believes the next one. To mix in demands about other things, and "
            "split your own people."
        ),
        care=later(
            "Demands are made in somebody's name. Those who were harmed should have a say in what would "
            "help them, and in what is too much for them."
        ),
        see=("support_process", "campaign_process", "redirect", "evidence-one-issue"),
        sources=("founding", "wunc"),
    ),
    tactic(
        "parallel_process",
        summary=later("Hold your own inquiry, hearing or commission, when the official one will not do."),
        what=later(
            "If the official process does not look, people can look for themselves. A citizens' "
            "hearing, a commission of respected people, an archive, an independent count. It takes long "
            "and costs much, and it leaves a record that nobody can order closed."
        ),
        begin=later(
            "Decide the question, the rules and the end date before you begin, and publish them. Find "
            "members whom people who disagree with you would also trust. Hear those who speak against "
            "you. Plan from the first day where the record will be kept."
        ),
        example=later(
            "A ferry strike ended with beatings that no office would look into. Three retired teachers, "
            "a priest and the harbor's insurance agent hold hearings in the school gym on four Sundays. "
            "Anyone may speak for ten minutes. The last evening is for those who were hired to break it "
            "up."
        ),
        mistake=later(
            "To hold a trial with the verdict written beforehand. To do it cheaply: a parallel process "
            "that is careless makes the official one look good."
        ),
        care=later(
            "Witnesses have no protection from a court here. Let them testify in writing, without name, "
            "or not at all. Think of how long the record will exist, and what it may do to somebody in "
            "ten years."
        ),
        see=("criticize_process", "research", "redirect", "model-outcomes"),
        sources=("founding", "greensboro-commission"),
    ),
    tactic(
        "campaign_process",
        summary=later("Use the institution's own process as a stage: hearings, forms, deadlines, replies."),
        what=later(
            "A process has dates, rooms and rules, and each can be an occasion. A complaint can be "
            "delivered by two hundred people. A hearing can fill the square outside. The form itself "
            "can tell the story. The process goes on; it just no longer happens in silence.\n\n"
            "In Nairobi in 1999 Wangari Maathai, beaten at the gate of a public forest, was asked for a "
            "formal complaint. She signed it with an X in her own blood."
        ),
        begin=later(
            "Put every step of the process on a calendar. For each ask: what would make it visible, and "
            "what can people do that day who have half an hour? Keep the form legal and the manner "
            "friendly. Prepare for the day on which it is postponed."
        ),
        example=later(
            "The housing office takes complaints about the masked “inspectors” one form at a time. So "
            "on the first Monday of the month sixty tenants come, each with one form and one flower. "
            "The clerk runs out of vases. The paper prints her smile, and the text of the form."
        ),
        mistake=later(
            "Theater that forgets why it is there. To treat clerks as opponents when they only work "
            "there. To spend everything on the first hearing, and have nothing for the sixth."
        ),
        care=later(
            "Attention at a hearing falls on those who testify. Ask whether they want a crowd or a "
            "quiet room. If some want quiet, hold the gathering somewhere else."
        ),
        see=("make_demands", "model-creative", "redirect", "evidence-dilemma"),
        sources=("founding", "karura", "popovic-mcclennen"),
    ),
)
