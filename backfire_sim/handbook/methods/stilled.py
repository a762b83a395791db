"""How perpetrators let outrage wait and how they silence it: official channels, intimidation and rewards."""

from backfire_sim.handbook.book import Leaf
from backfire_sim.handbook.pages import method
from backfire_sim.speech import later

STILLED: tuple[Leaf, ...] = (
    method(
        "official_channels",
        summary=later("Move it into a slow process, so that people go home."),
        what=later(
            "Official channels narrow the gate of momentum. A complaint desk, a review, a commission, a "
            "court: each says that somebody is dealing with it. They work slowly, look at technical "
            "procedures, rely on experts and give the appearance of justice. Some of them do bring "
            "justice. The method is to let people wait for it."
        ),
        why=later(
            "It is a relief to hand over something heavy to somebody whose job it is. And who would be "
            "against an inquiry? While it lasts, speaking up seems hasty, and afterward few remember "
            "what the question was. When nobody watches, an inquiry has less reason to press on."
        ),
        answer=later(
            "Redirect. There are five options: support it, criticize it, make demands of it, launch a "
            "parallel process, campaign with it. Whatever you choose, give people something to do while "
            "it lasts. In this game a channel that nobody answers can go on draining momentum each "
            "round."
        ),
        backfires=later(
            "It can backfire when the process is so plainly empty that it becomes proof: the report "
            "without witnesses, the panel of friends. And it can backfire when it works after all, "
            "because people kept watching it."
        ),
        techniques=(
            (
                "complaint_form",
                later(
                    "It looks like this: “You can file a complaint.” The form is eleven pages long, and the "
                    "office is open on Wednesdays.\n\n"
                    "It works because the matter is then between one person and a form.\n\n"
                    "The answer is to file it together, in numbers, with a copy for everybody, and to keep "
                    "count of replies. It can backfire when the form itself is shown: read aloud, its questions "
                    "tell people who it was made for."
                ),
            ),
            (
                "internal_review",
                later(
                    "It looks like this: “We take this very seriously and are looking into it ourselves.”\n\n"
                    "It works because it sounds like responsibility, and nothing that is inside can be seen.\n\n"
                    "The answer is three questions with a date: who decides, who is heard, when is it "
                    "published? Offer good witnesses. It can backfire when it clears everyone without having "
                    "asked anyone who was there."
                ),
            ),
            (
                "commission",
                later(
                    "It looks like this: respected names, a long mandate, a first meeting in the fall.\n\n"
                    "It works because the names are borrowed: people trust the members and so let go of the "
                    "matter.\n\n"
                    "The answer is to speak with the members, to ask for seats, hearings in public and a date, "
                    "and to meet in the square on the days on which they meet. It can backfire when a member "
                    "with a good name resigns and says why."
                ),
            ),
            (
                "expert_panel",
                later(
                    "It looks like this: the question becomes one of angles, protocols and definitions. Only "
                    "those with a title may answer it.\n\n"
                    "It works because it takes the right to judge away from everybody else.\n\n"
                    "The answer is an expert of your own who can speak plainly, and a question no title is "
                    "needed for: should this have happened to her? It can backfire when the experts disagree "
                    "with those who called them."
                ),
            ),
            (
                "court",
                later(
                    "It looks like this: “This is before the court, so nobody should comment.” It takes years, "
                    "or it ends in a settlement nobody may read.\n\n"
                    "It works because courts deserve respect, and because a case has room for one question "
                    "only.\n\n"
                    "The answer is to take what a court can give, a record, protection, a judgment, and to keep "
                    "the larger question outside alive. Ask a lawyer what may be said. It can backfire when "
                    "testimony under oath brings out what was hidden."
                ),
            ),
            (
                "wait_for_process",
                later(
                    "It looks like this: “Now is not the time. Let us not get ahead of the facts.” Often it is "
                    "a friend who says it.\n\n"
                    "It works because it is modest and sensible, and because being tired feels the same as "
                    "being patient.\n\n"
                    "The answer is to agree that facts matter, and to do today what does not depend on them: "
                    "visit, sweep up, stand together, count days. It can backfire when the waiting has lasted "
                    "so long that those who asked for it are embarrassed."
                ),
            ),
        ),
        see=("redirect", "support_process", "parallel_process", "mistake-file-and-go-home", "model-origins"),
        sources=("founding", "martin-basics", "reis-martin-2008", "greensboro-commission"),
    ),
    method(
        "intimidation_rewards",
        summary=later("Threats for speaking, favors for silence."),
        what=later(
            "Intimidation and rewards narrow the gate of courage. People know, care and judge it wrong, "
            "and say nothing. The threat may reach family, friends and colleagues. The reward may look "
            "like kindness: a job, a grant, a settlement, an invitation. Both ask for the same thing."
        ),
        why=later(
            "Fear does more than hold people back. In an experiment with opposition supporters in "
            "Zimbabwe, mild fear made them more pessimistic and less ready to dissent. A reward works "
            "more quietly: it makes silence feel like one's own good decision, and it parts those who "
            "take it from those who do not."
        ),
        answer=later(
            "Resist. Warn people beforehand, document threats and offers, stay in company, and say in "
            "public that you are prepared. Refuse, and if the person agrees, let it be seen. Looking "
            "after one another belongs to it: in this game courage cannot rise above care."
        ),
        backfires=later(
            "A threat that becomes public is a new and plain injustice, and so is an offer. "
            "Perpetrators who have to frighten a bookseller look afraid of books. But it is never for "
            "others to decide that somebody's threat is published."
        ),
        techniques=(
            (
                "threat",
                later(
                    "It looks like this: a voicemail, a note under the wiper, a message with a photo of your "
                    "front door.\n\n"
                    "It works because the mind fills in the rest, at night, alone. Most threats are not "
                    "followed by an attack; a few are, and that makes the others believable.\n\n"
                    "The answer is to keep it, not to be alone with it, to report it, and to take a place or "
                    "time that is named seriously at once. It can backfire when it brings twenty people to the "
                    "door of the one it was meant to isolate."
                ),
            ),
            (
                "doxxing",
                later(
                    "It looks like this: an address, a phone number, a child's school, put where angry people "
                    "read.\n\n"
                    "It works because one person posts and hundreds may act, and home is no longer a shelter.\n\n"
                    "The answer is to prepare: remove what can be removed, warn family, arrange a place to stay "
                    "and somebody who reads the messages. Do not doxx back. It can backfire when neighbors "
                    "whose street it is take it as an attack on the street."
                ),
            ),
            (
                "armed_presence",
                later(
                    "It looks like this: men with rifles across from the polling place, “just standing there”, "
                    "who note license plates.\n\n"
                    "It works because nobody knows what comes next. US data for 2020 and 2021 link guns at "
                    "demonstrations with more violence, whoever carries them.\n\n"
                    "The answer is distance, calm, trained people at the door, and help from those whose job it "
                    "is. Nobody is asked to stand there. It can backfire when their picture runs beside that of "
                    "the people they came to frighten."
                ),
            ),
            (
                "vandalism",
                later(
                    "It looks like this: paint, a stone, slashed tires, a smashed display case, a smell that "
                    "does not go away.\n\n"
                    "It works because it says “we were here and can come again”, and the cleaning is done in "
                    "private.\n\n"
                    "The answer is to document it first, and then to repair it in company, with coffee. It can "
                    "backfire when the repair becomes the event, and the wall is more colorful than before."
                ),
            ),
            (
                "job_loss",
                later(
                    "It looks like this: a call to the boss, a contract not renewed, a review that turns bad in "
                    "a month.\n\n"
                    "It works because rent is due, and because each employer decides alone.\n\n"
                    "The answer is to speak with the employer before others do, to have colleagues who say the "
                    "same sentence, a fund, a lawyer. It can backfire when customers learn of it, politely and "
                    "by name of the product."
                ),
            ),
            (
                "lawsuit",
                later(
                    "It looks like this: a letter from a law firm, a sum nobody has, thirty days to reply.\n\n"
                    "It works by time and money, even if it would fail in court. People take down a page they "
                    "had every right to keep up.\n\n"
                    "The answer is a lawyer you know before you need one, careful words from the start, and "
                    "others who keep the subject alive. It can backfire when many more people read the page "
                    "than ever did before."
                ),
            ),
            (
                "pressure_family",
                later(
                    "It looks like this: a brother's shop gets inspected, a mother gets calls, a child hears it "
                    "at school.\n\n"
                    "It works because people who would risk something for themselves do not risk it for others, "
                    "and rightly so.\n\n"
                    "The answer is to warn them beforehand, to ask what they want, and to bring them into the "
                    "circle of care. It can backfire when it is seen, because nearly everyone holds that "
                    "families are off limits."
                ),
            ),
            (
                "job_offer",
                later(
                    "It looks like this: a seat on the board, a title, a grant, just now, to just this person.\n\n"
                    "It works because it is flattering, useful and perhaps even deserved. Nobody has to mention "
                    "silence.\n\n"
                    "The answer is to agree beforehand that offers are told to the group, and to ask openly "
                    "what they would be for. It can backfire when the date of the offer is put next to the date "
                    "of the testimony."
                ),
            ),
            (
                "settlement",
                later(
                    "It looks like this: a sum that helps, and a clause that nobody may speak.\n\n"
                    "It works because people who were harmed need money and rest. To accept can be right, and "
                    "it is nobody's business to judge it.\n\n"
                    "The answer is to have advice before signing, to ask for the sum without the clause, and to "
                    "have told the story on record before. It can backfire when a row of such clauses comes to "
                    "light."
                ),
            ),
            (
                "bribe",
                later(
                    "It looks like this: an envelope, a favor, a debt that is forgotten.\n\n"
                    "It works because a person who took it can never speak freely again.\n\n"
                    "The answer is to refuse before witnesses, and to write it down the same hour. Ask a lawyer "
                    "before you keep anything. It can backfire when the one who was offered it says so in "
                    "public, on their own decision: hardly anything explains itself so well."
                ),
            ),
        ),
        see=("resist", "warn_others", "document_threats", "mistake-hiding-a-threat", "evidence-fear", "evidence-guns"),
        sources=("founding", "martin-basics", "young-2019", "armed-assembly", "hope-interview"),
    ),
)
