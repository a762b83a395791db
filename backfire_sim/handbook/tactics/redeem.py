"""The tactics that redeem, which means here: that restore dignity."""

from backfire_sim.handbook.book import Leaf
from backfire_sim.handbook.pages import tactic
from backfire_sim.speech import later

REDEEM: tuple[Leaf, ...] = (
    tactic(
        "life_details",
        summary=later("Give context and details of people's lives, so that they are people and not labels."),
        what=later(
            "Distance is what lets others look away. Details shorten it: the thermos on the night "
            "shift, the dog's name, the bad jokes at choir practice. Facts about a case say what "
            "happened. Details say to whom."
        ),
        begin=later(
            "Ask the person, or those who love them, what they would like others to know. Choose three "
            "details that your audience knows from its own life. Leave out praise. “He fixed the church "
            "heating every November” does more than “he was a wonderful man”."
        ),
        example=later(
            "Masked people shouted at a family that rents out market stalls and sprayed their van. The "
            "bakery next door puts a card in its window: “They open at five, we open at five. For "
            "eleven years we have lent each other change.”"
        ),
        mistake=later(
            "To tell the story of somebody so good that only such a person would deserve safety. When a "
            "blemish turns up, and it does, the story breaks and the person with it."
        ),
        care=later(
            "A detail can show where somebody lives or who their children are. The person decides what "
            "is told, sees it before it appears, and may want to be no story at all. Then do not tell "
            "it."
        ),
        see=("positive_values", "trusted_voices", "redeem", "mistake-perfect-target", "evidence-stories"),
        sources=("founding", "kalla-broockman-2020", "witness-harm"),
    ),
    tactic(
        "positive_values",
        summary=later("Lift up what those who were harmed stand for and do, in values the audience shares."),
        what=later(
            "This tactic shows what people are for. Not what was done to them but what they did: "
            "coached, voted, repaired, took in a neighbor after the flood. It works best where their "
            "values and those of the audience touch."
        ),
        begin=later(
            "Ask what your audience is proud of: hard work, faith, fairness, looking after one's own. "
            "Find where those who were harmed live just that. Let people see it in a deed rather than "
            "hear it in an adjective."
        ),
        example=later(
            "Two students were threatened for hosting a speaker many dislike. Their club also drives "
            "older people to the clinic on Fridays. The drivers keep driving that week, in jackets with "
            "the club's name. The clinic's receptionist tells the paper about it."
        ),
        mistake=later(
            "To praise the cause instead of the people. To make a contest of it, who is the better "
            "citizen. To overdo it: when it sounds like an advertisement, people look for the catch."
        ),
        care=later(
            "Nobody has to earn safety by good works. Say that as well. And do not send people back "
            "into the open, to do their good deeds in view of others, before they want to go."
        ),
        see=("life_details", "code_of_conduct", "redeem", "evidence-numbers-unity", "evidence-empathy-online"),
        sources=("founding", "wouters-walgrave-2017"),
    ),
    tactic(
        "trusted_voices",
        summary=later("Have others speak up, above all people in roles that the audience trusts."),
        what=later(
            "When only friends speak, others hear what they expect from friends. When somebody speaks "
            "whom the audience respects, and who has nothing to gain, people listen again. Often the "
            "role counts more than the person: the fire chief, the pharmacist, the coach, the imam, the "
            "owner of the mill."
        ),
        begin=later(
            "For each audience write down three roles it trusts. Find out who knows somebody in that "
            "role. Ask for something small and exact: one sentence, one picture, to stand there for one "
            "hour. Tell them honestly what may come back at them."
        ),
        example=later(
            "A clerk was called a traitor in the county's chat groups. The man she beat in the last "
            "election says on the radio: “I checked her work for ten years. I never found a mistake, "
            "and I was looking for one.”"
        ),
        mistake=later(
            "To send the most eloquent speaker instead of the trusted one. To write the words for them, "
            "so that they sound like you. To ask a big name from far away; in many places that voice "
            "harms more than it helps."
        ),
        care=later(
            "Whoever speaks up may be next. Warn them, agree on how you will stand by them, and do not "
            "ask people who cannot afford it. The person they speak for should know and agree."
        ),
        see=("redeem", "translate", "term-voice", "mistake-wrong-messenger", "warn_others"),
        sources=("founding", "wouters-walgrave-2017", "spectrum"),
    ),
    tactic(
        "code_of_conduct",
        summary=later("Agree and practice beforehand how to behave, so that provocation does not take."),
        what=later(
            "Perpetrators like to provoke. One shove, one insult, one thrown bottle in reply, and the "
            "picture is theirs. Training in advance and a code of conduct work like an inoculation. You "
            "have met it in small doses and know what you will do."
        ),
        begin=later(
            "Write five sentences that everyone can say by heart. For instance: we do not threaten; we "
            "ask before we publish; we check before we share; we stop when one of us asks; we do not "
            "mock grief. Then rehearse the hard moment, gently, with a way out for anyone."
        ),
        example=later(
            "A tenants' group expects hecklers at its picnic. They agree: sit down, sing, point the "
            "camera at the ground, let the two with yellow scarves talk. When it comes, it takes ninety "
            "seconds. The film that circulates shows people singing off key."
        ),
        mistake=later(
            "A code that exists only on paper, or one that was decided by three people and is enforced "
            "on the rest. Or a code used to blame somebody who was attacked and lost their temper."
        ),
        care=later(
            "Discipline weighs most on those who are hit most often. Share it: others stand in front, "
            "others take the long shift, and nobody who was hurt has to prove how calm they are. It "
            "also does not make anyone safe from harm."
        ),
        see=("redeem", "model-safe", "mistake-striking-back", "mistake-burning-out", "evidence-severe-repression"),
        sources=("founding", "nashville", "hope-deck", "wasow-2020"),
    ),
)
