"""Words for how the game is played and what it counts."""

from backfire_sim.handbook.book import Leaf
from backfire_sim.handbook.pages import term
from backfire_sim.speech import later

PLAY: tuple[Leaf, ...] = (
    term(
        "term-five-rs",
        later("Five R's"),
        short=later("Reveal, redeem, reframe, redirect, resist: the five principles."),
        text=later("The words are Brian Martin's. Each widens one gate and answers one method."),
        see=("principles-order", "reveal", "redeem", "reframe", "redirect", "resist"),
        sources=("martin-basics",),
    ),
    term(
        "term-redeem",
        later("Redeem"),
        short=later("Here it means to restore dignity: to show those who were harmed as people."),
        text=later(
            "It does not mean that anyone has to make up for anything. In Wilmington, North Carolina, "
            "in 1898, the word was used of a city whose elected government, of Black and white "
            "citizens, had been overthrown by force. That meaning is not ours."
        ),
        see=("redeem",),
        sources=("wilmington",),
    ),
    term(
        "term-tactic",
        later("Tactic"),
        short=later("One of twenty-two ways to put a principle to work."),
        text=later("They come from the founding text. Each has a page with an example and a common mistake."),
        see=("principles-order",),
        sources=("founding",),
    ),
    term(
        "term-gate",
        later("Gate"),
        short=later("One of five places between an incident and acting on it, open from 0 to 10."),
        text=later(
            "Visibility, dignity, meaning, momentum, courage. The game multiplies them, so the "
            "narrowest one counts most."
        ),
        see=("model-gates",),
    ),
    term(
        "term-visibility",
        later("Visibility"),
        short=later("The first gate: do people know, and believe it?"),
        text=later("Reveal widens it, cover-up narrows it. Each audience has its own."),
        see=("reveal", "cover_up"),
    ),
    term(
        "term-dignity",
        later("Dignity"),
        short=later("The second gate: do they see those harmed as people like them?"),
        text=later("Redeem widens it, devaluation narrows it. Each audience has its own."),
        see=("redeem", "devaluation"),
    ),
    term(
        "term-meaning",
        later("Meaning"),
        short=later("The third gate: do they judge it unjust, and know who is answerable?"),
        text=later("Reframe widens it, reinterpretation narrows it. Each audience has its own."),
        see=("reframe", "reinterpretation"),
    ),
    term(
        "term-momentum",
        later("Momentum"),
        short=later("The fourth gate: does outrage have somewhere to go, or does it wait?"),
        text=later("Redirect widens it, official channels narrow it. It belongs to the group."),
        see=("redirect", "official_channels"),
    ),
    term(
        "term-courage",
        later("Courage"),
        short=later("The fifth gate: do people keep speaking?"),
        text=later(
            "Resist widens it, intimidation and rewards narrow it. It belongs to the group, and cannot rise above care."
        ),
        see=("resist", "intimidation_rewards", "term-care"),
    ),
    term(
        "term-funnel",
        later("Funnel"),
        short=later("Of 100 people, how many are still there after each gate."),
        text=later("The board of the game shows it at the right-hand side, row by row."),
        see=("model-gates",),
    ),
    term(
        "term-bottleneck",
        later("Bottleneck"),
        short=later("The gate that is narrowest now."),
        text=later("It is where effort does most, under this model. The game names it at every moment."),
        see=("model-gates",),
    ),
    term(
        "term-move",
        later("Move"),
        short=later("What the group does in a round."),
        text=later(
            "It belongs to one of the five R's, may have a voice, and may put somebody at risk; then it "
            "says whom. To wait is possible and is not a move."
        ),
        see=("term-scene",),
    ),
    term(
        "term-answer",
        later("Answer"),
        short=later("A move whose R fits a method that landed this round."),
        text=later("It does one step more, and gives back one step of what the method took."),
        see=("principles-order",),
    ),
    term(
        "term-scene",
        later("Scene"),
        short=later("One situation in a scenario, with its methods and moves."),
        text=later("A scene can stand for an hour or for a year. It says which."),
        see=("term-scenario",),
    ),
    term(
        "term-scenario",
        later("Scenario"),
        short=later("A story to play, with an incident, audiences, scenes and endings."),
        text=later("Places and people are invented, except in case files."),
        see=("term-case-file",),
    ),
    term(
        "term-case-file",
        later("Case file"),
        short=later("A scenario made from something that really happened."),
        text=later(
            "It has sources and a panel that keeps what is certain apart from what is contested. It "
            "does not make up quotations of real people."
        ),
        see=("term-scenario",),
    ),
    term(
        "term-inject",
        later("Inject"),
        short=later("Something that the facilitator adds during a play."),
        text=later("For instance a provocation that tests the code of conduct."),
        see=("term-facilitator", "code_of_conduct"),
    ),
    term(
        "term-preparation",
        later("Preparation"),
        short=later("What the group got ready before the incident."),
        text=later("There is never time for all of it. What was prepared takes a step off the methods it answers."),
        see=("announce_prepared", "warn_others", "evidence-organization"),
    ),
    term(
        "term-code-of-conduct",
        later("Code of conduct"),
        short=later("What a group agrees on beforehand about how it behaves."),
        text=later("Chosen before the play, and tested in it."),
        see=("code_of_conduct",),
    ),
    term(
        "term-breach",
        later("Breach of discipline"),
        short=later("A move that breaks the code: a blow, a threat, a broken window."),
        text=later(
            "It takes two steps from dignity and two from meaning, everywhere. Two breaches end a play "
            "as escalated. Discipline is a duty shared by all, and not a test of those who were hurt."
        ),
        see=("mistake-striking-back", "model-safe"),
    ),
    term(
        "term-evidence",
        later("Evidence"),
        short=later("How strong the proof is, from rumor (0) to several verified sources (5)."),
        text=later(
            "Rumor, one account, several accounts, a document or photo, video, several verified "
            "sources. The stronger it is, the less denial does."
        ),
        see=("present_credibly", "evidence-denial"),
    ),
    term(
        "term-consent",
        later("Consent"),
        short=later("A yes from the person, for this use; no until then, and it can be taken back."),
        text=later(
            "It is asked for each use: story, face, name, voice, photo, home, symbol. To go ahead "
            "without it is possible in the game, and it costs."
        ),
        see=("model-safe", "mistake-without-consent"),
    ),
    term(
        "term-care",
        later("Care"),
        short=later("How well the people who carry this are looked after, 0 to 10."),
        text=later(
            "It is a floor, not a currency. Courage cannot rise above it, and below 3 no play ends as backfire."
        ),
        see=("model-safe",),
    ),
    term(
        "term-capacity",
        later("Capacity"),
        short=later("What the group can still carry, 0 to 10; only some scenarios use it."),
        text=later("Time, sleep, money, patience. Moves may cost some of it."),
        see=("mistake-burning-out",),
    ),
    term(
        "term-cost",
        later("Cost"),
        short=later("What the violence costs its perpetrators, 0 to 100, of four kinds."),
        text=later(
            "Political support, social standing, economic losses, legal accountability. Each has a "
            "ceiling, which rises when another bearer is named."
        ),
        see=("model-goal", "term-bearer"),
    ),
    term(
        "term-support",
        later("Support"),
        short=later("Of 100 people, how many side with the movement."),
        text=later("In the game it is gained quickly and goes slowly. In life it is gained more slowly too."),
        see=("model-goal", "evidence-stories"),
    ),
    term(
        "term-power",
        later("Power"),
        short=later("The leverage of those who act, 0 to 100."),
        text=later("A few people with a lot of leverage can have more of it than many with none."),
        see=("model-goal", "term-leverage"),
    ),
    term(
        "term-mobilization",
        later("Mobilization"),
        short=later("Of 100 people, how many act."),
        text=later("Those who have passed all five gates."),
        see=("model-goal", "model-gates"),
    ),
    term(
        "term-outcome",
        later("Outcome"),
        short=later("The kind of end that a play came to; one of six."),
        text=later(
            "Backfire, pyrrhic, slow burn, smothered, chilled, escalated. The model decides it, the "
            "same way for every scenario. The ending, in words, is the author's."
        ),
        see=("model-outcomes",),
    ),
    term(
        "term-double-backfire",
        later("Double backfire"),
        short=later("An attempt to smother it comes to light, and outrage flares up again."),
        text=later(
            "A cover-up that was found out, an offer that was made public. It is harder to explain away "
            "than the first injustice."
        ),
        see=("principles-order", "backfire_threats"),
    ),
    term(
        "term-dilemma-action",
        later("Dilemma action"),
        short=later("An act to which every reply costs those it is aimed at."),
        text=later("It builds on something that most people believe in."),
        see=("model-creative", "evidence-dilemma"),
    ),
    term(
        "term-parallel-process",
        later("Parallel process"),
        short=later("People's own inquiry, hearing or commission."),
        text=later("It takes long, and leaves a record."),
        see=("parallel_process",),
    ),
    term(
        "term-debrief",
        later("Debrief"),
        short=later("The talk after a play, in which most of the learning happens."),
        text=later(
            "First how people are, then what happened, why, what is like this where you live, and what "
            "to prepare. Others say hot wash, or after-action review."
        ),
        see=("evidence-practice",),
    ),
    term(
        "term-content-note",
        later("Content note"),
        short=later("A line before a play that says what heavy things come up in it."),
        text=later("It always comes with a choice: go on, veil it, take another one."),
        see=("model-safe", "evidence-practice"),
    ),
    term(
        "term-veil",
        later("Veil"),
        short=later("To show a scene as one line instead of in full."),
        text=later(
            "It happened, and we do not have to look at it closely. Anyone may ask for it, without a "
            "reason. A line is stronger: this does not come up here at all."
        ),
        see=("model-safe",),
    ),
    term(
        "term-open-door",
        later("Open door"),
        short=later("Anyone may leave at any time, and come back or not."),
        text=later("Nobody asks why. Pausing works the same way."),
        see=("model-safe",),
    ),
)
