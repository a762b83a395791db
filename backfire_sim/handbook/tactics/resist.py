"""The tactics that resist."""

from backfire_sim.handbook.book import Leaf
from backfire_sim.handbook.pages import tactic
from backfire_sim.speech import later

RESIST: tuple[Leaf, ...] = (
    tactic(
        "warn_others",
        summary=later("Tell family, friends and colleagues beforehand what may come, and what to do then."),
        what=later(
            "Those who want silence often try the people around you: a mother's phone, a brother's "
            "shop, the boss. They are easier to frighten, because nobody told them. To warn them is to "
            "take away the surprise, and to ask them what they are willing to carry."
        ),
        begin=later(
            "Talk in person, in calm times. Say what might happen, how likely you think it is, and what "
            "you will do. Agree on three things: do not answer, write it down, call this number. Ask "
            "what they need from you. Respect it if somebody wants no part in it."
        ),
        example=later(
            "Before her op-ed on the water bill appears, a teacher writes to her principal, her "
            "landlord and her sister: “You may get calls about me. You need not defend me. Please note "
            "the time, and let me know.” Two calls come. Both are noted, and answered with “thank you "
            "for calling”."
        ),
        mistake=later(
            "To keep it from them so as not to worry them. Or to worry them with everything that could "
            "ever happen. Or to volunteer your family for a cause they did not choose."
        ),
        care=later(
            "Children are told what they need, in words for their age, and what the grown-ups will do. "
            "Those who were never asked did not agree. Look after them first, when it does come."
        ),
        see=("document_threats", "announce_prepared", "resist", "mistake-hiding-a-threat"),
        sources=("founding", "otpor"),
    ),
    tactic(
        "document_threats",
        summary=later("Be ready to record threats and offers, so that they become evidence."),
        what=later(
            "A threat that is deleted has done its work and is gone. One that is kept, with date, time "
            "and original, is evidence. It can be shown to a court, to the police, to a reporter, or to "
            "nobody for now. The same is true of offers: the envelope, the job, the friendly advice."
        ),
        begin=later(
            "Decide on one place where it is all kept, and one person who reads it so that the others "
            "need not. Save voicemails and messages as they came. Write down what was said within the "
            "hour. Make a copy that is not in the same house. Report what has to be reported."
        ),
        example=later(
            "Callers leave messages for a librarian. A volunteer listens once a day, notes time and "
            "words, saves the file, and tells her only the number: four today, none with a place or a "
            "day in it. She sleeps better. In the third week the file is forty pages long, and a "
            "prosecutor wants it."
        ),
        mistake=later(
            "To answer the threat. To make each person live with their own. To listen to it again and "
            "again. To treat everything as an imminent attack, or nothing."
        ),
        care=later(
            "Reading threats is harmful work; share it, and stop in time. What is collected about "
            "others must be guarded. If a threat names a place, a time or a weapon, do not weigh it "
            "alone: get help at once."
        ),
        see=("backfire_threats", "warn_others", "resist", "mistake-every-threat-an-attack"),
        sources=("founding", "hope-interview"),
    ),
    tactic(
        "backfire_threats",
        summary=later("Turn a threat or an offer into a reason for more people to stand with you."),
        what=later(
            "Intimidation is a bet that it will stay private. Made public, in the right way and with a "
            "yes from those it hit, it is a fresh injustice that cannot be explained away. This tactic "
            "answers the threat to one with the presence of many."
        ),
        begin=later(
            "First ask the person who was threatened, and take no for an answer. Then plan what people "
            "will see: the threat, calmly; who stands with the person; what can be done today. Choose "
            "an answer that grows when the threat is repeated."
        ),
        example=later(
            "Each anonymous letter to a shop owner says that nobody will buy from her any more. With "
            "her agreement the market hangs each one up, beside a jar: one loaf of bread for the food "
            "pantry for each letter. After the fourth letter there is no fifth."
        ),
        mistake=later(
            "To answer a threat with a threat. To publish it for the sake of attention. To turn a "
            "frightened person into a symbol, and then go on to the next thing."
        ),
        care=later(
            "Going public can raise the danger before it lowers it. Speak with people who know about "
            "security. The person decides, may change their mind at any hour, and should not be alone "
            "on the evening of that day."
        ),
        see=("document_threats", "resist", "model-creative", "term-double-backfire", "mistake-hiding-a-threat"),
        sources=("founding", "popovic-mcclennen", "witness-harm"),
    ),
    tactic(
        "announce_prepared",
        summary=later("Let it be known in advance that threats will be recorded and used."),
        what=later(
            "Being public about your preparation may deter. Those who think about a threat then know "
            "that it will be used against them in the court of public opinion, and perhaps also in a "
            "court of law. It speaks to your own people as well: somebody has thought of this."
        ),
        begin=later(
            "Say it plainly and without boasting: “We keep every message. We have a lawyer. Our "
            "families know. We hope we will never need any of it.” Put it where those it concerns will "
            "read it. First make sure that it is true."
        ),
        example=later(
            "A parents' group expects trouble at a school board meeting. A week before, a line stands "
            "under the invitation: “This meeting is filmed from three sides, and the board, the police "
            "and the paper have the recordings the same night.” The evening is long and dull, to "
            "everyone's relief."
        ),
        mistake=later(
            "To announce what is not there. To sound like a dare. To give away how exactly you are "
            "prepared, so that it is easy to get around."
        ),
        care=later(
            "Deterrence is possible and not certain; do not let anyone take a risk because of it. Ask "
            "those who might be hit whether they want to be announced at all. Some are safer when they "
            "are less visible."
        ),
        see=("plan_documentation", "warn_others", "resist", "evidence-fear"),
        sources=("founding", "otpor"),
    ),
)
