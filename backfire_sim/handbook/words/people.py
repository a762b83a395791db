"""Words for what happens and for the people in it."""

from backfire_sim.handbook.book import Leaf
from backfire_sim.handbook.pages import term
from backfire_sim.speech import later

PEOPLE: tuple[Leaf, ...] = (
    term(
        "term-backfire",
        later("Backfire"),
        short=later("Violence became counterproductive for those who used it."),
        text=later(
            "Those who did it pay for it, and those who oppose it grow. It is also the name of one of "
            "the six kinds of outcome. It has nothing to do with the backfire effect of psychology, in "
            "which people hold a belief harder after a correction."
        ),
        see=("model-backfire", "model-outcomes"),
    ),
    term(
        "term-political-violence",
        later("Political violence"),
        short=later("Force or threats meant to change who takes part in public life, or what is decided."),
        text=later("Intimidation is included. Protest, satire, boycott and criticism are not."),
        see=("model-violence",),
    ),
    term(
        "term-incident",
        later("Incident"),
        short=later("What happened, at a time, to somebody."),
        text=later("A scenario begins with one. It is described by what was done, as far as it is known."),
        see=("model-violence", "term-scenario"),
    ),
    term(
        "term-target",
        later("Target"),
        short=later("The person or group that was attacked."),
        text=later(
            "We say target rather than victim, because it says what others did and not what somebody "
            "is. If a person calls themselves a survivor, so do we."
        ),
        see=("redeem", "mistake-perfect-target"),
    ),
    term(
        "term-perpetrator",
        later("Perpetrator"),
        short=later("Somebody who did the violence; described by conduct, never by party."),
        text=later("We say what they did and leave it at that. The word opponent is kept for those who only disagree."),
        see=("term-bearer", "model-violence"),
    ),
    term(
        "term-bearer",
        later("Bearer"),
        short=later("Somebody who can be made to pay: the direct perpetrator, the inciter, the quiet enabler."),
        text=later(
            "Each holds a share of each cost. A cost rises only as far as the shares of those who have "
            "been named. To name one more is what it means in play to go from an individual to a "
            "system."
        ),
        see=("name_accountable", "model-goal"),
    ),
    term(
        "term-inciter",
        later("Inciter"),
        short=later("Somebody who called for it, or made it seem right."),
        text=later(
            "One of the three kinds of bearers. Often far from the place, and often the one who says "
            "afterward that it was never meant like that."
        ),
        see=("term-bearer",),
    ),
    term(
        "term-enabler",
        later("Quiet enabler"),
        short=later("Somebody who let it happen, or profits from it, without a word."),
        text=later(
            "One of the three kinds of bearers, and often the one with most to pay: a good name, customers, a license."
        ),
        see=("term-bearer", "evidence-own-violence"),
    ),
    term(
        "term-method",
        later("Method"),
        short=later("One of five ways in which perpetrators smother outrage."),
        text=later(
            "Cover-up, devaluation, reinterpretation, official channels, intimidation and rewards. Each "
            "narrows one gate. A method lands when a scene opens."
        ),
        see=("cover_up", "devaluation", "reinterpretation", "official_channels", "intimidation_rewards"),
    ),
    term(
        "term-technique",
        later("Technique"),
        short=later("One concrete way to use a method, such as denying or doxxing."),
        text=later("The pages on the five methods describe the techniques that are common. The list is open."),
        see=("cover_up", "intimidation_rewards"),
    ),
    term(
        "term-doxxing",
        later("Doxxing"),
        short=later("Putting somebody's address, number or family where angry people will find it."),
        text=later("It is a technique of intimidation, also when every single detail was public before."),
        see=("intimidation_rewards", "warn_others"),
    ),
    term(
        "term-swatting",
        later("Swatting"),
        short=later("A false emergency call that sends armed police to somebody's home."),
        text=later("It is dangerous to everyone in the house, and a crime in many places."),
        see=("model-violence", "intimidation_rewards"),
    ),
    term(
        "term-official-channel",
        later("Official channel"),
        short=later("A complaint, an inquiry, a panel, a court."),
        text=later("It can bring justice. As a method of perpetrators it is something for people to wait for."),
        see=("official_channels", "redirect"),
    ),
    term(
        "term-audience",
        later("Audience"),
        short=later("A group of people with ears of its own."),
        text=later(
            "It has a size, leverage over each cost, trust in each voice, and three gates to itself: "
            "visibility, dignity and meaning. Others say segment."
        ),
        see=("model-audiences",),
    ),
    term(
        "term-spectrum",
        later("Spectrum of allies"),
        short=later("Audiences in a row, from those who act with you to those who act against you."),
        text=later(
            "Active allies, passive allies, neutral, passive opponents, active opponents. The aim is to "
            "move some of them one step at a time."
        ),
        see=("model-audiences", "mistake-disagreement-is-hostility"),
        sources=("spectrum",),
    ),
    term(
        "term-voice",
        later("Voice"),
        short=later("Somebody who speaks, in a role that an audience trusts, or distrusts."),
        text=later(
            "A trusted voice adds a step to what a move does; a distrusted one takes two away. Others say messenger."
        ),
        see=("trusted_voices", "mistake-wrong-messenger"),
    ),
    term(
        "term-leverage",
        later("Leverage"),
        short=later("How much an audience can do about one cost: none, some, strong, decisive."),
        text=later("Customers have it over money, councils over permits, neighbors over respect."),
        see=("model-audiences", "model-goal"),
    ),
    term(
        "term-receptivity",
        later("Receptivity"),
        short=later("How ready an audience is to care about this kind of injustice."),
        text=later(
            "One of the things that decide how a message is received. What else is in the news is "
            "another; some call that salience. A third is whether there is something people can do; in "
            "this game, that is momentum."
        ),
        see=("model-conditions",),
        sources=("martin-basics",),
    ),
    term(
        "term-outrage",
        later("Outrage"),
        short=later("The feeling that something unjust was done; neither rage nor noise."),
        text=later(
            "In this game those people are outraged who know, see those harmed as people, and judge it "
            "wrong: who have passed three gates. Whether they act is decided at the other two."
        ),
        see=("model-gates",),
    ),
    term(
        "term-own-channels",
        later("Channels of one's own"),
        short=later("A paper, a list, a station or a board that nobody else can close."),
        text=later("Others say parallel media. Campaigns that had them were heard more."),
        see=("evidence-own-channels", "distribute"),
    ),
    term(
        "term-seat",
        later("Seat"),
        short=later("A place at the table in a group play; it has a number and no name."),
        text=later("Choices belong to seats, and who sat where is not kept."),
        see=("term-facilitator", "model-safe"),
    ),
    term(
        "term-facilitator",
        later("Facilitator"),
        short=later("The person who leads the group through a play."),
        text=later(
            "They watch the time, how people are, and who has not spoken. They have notes that the others do not see."
        ),
        see=("term-debrief",),
    ),
)
