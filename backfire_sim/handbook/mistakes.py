"""The chapter on common mistakes: fifteen that good people make."""

from backfire_sim.handbook.book import Leaf
from backfire_sim.handbook.pages import mistake
from backfire_sim.speech import later

LEAVES: tuple[Leaf, ...] = (
    mistake(
        "mistake-everyone-can-see",
        later("“Everyone can see that it is unjust”"),
        summary=later("What is obvious to those who work on it is not obvious to others."),
        looks=later(
            "The group shows the video and waits. Nobody explains what it means, because it speaks for "
            "itself. When little happens, the group shows it again, louder, and begins to think ill of "
            "people."
        ),
        fails=later(
            "Others do not know what came before, do not know those people, and have heard another "
            "explanation first. What seems obvious to activists is often not obvious to other "
            "audiences. Being seen is one gate of five."
        ),
        instead=later(
            "Ask three people outside your circle what they saw. Then name the wrong in words of "
            "theirs, and say who answers for it. Look for the gate at which most people stay behind; it "
            "is seldom the one you work at."
        ),
        see=("translate", "model-gates", "reframe"),
        sources=("founding",),
    ),
    mistake(
        "mistake-publish-first",
        later("Publish first, check later"),
        summary=later("One wrong detail lets everything be denied."),
        looks=later(
            "It is hot, it fits, and everybody is sending it on. Checking can wait until tomorrow. The "
            "number was from a friend of a friend, and the picture, it turns out, was from another "
            "year."
        ),
        fails=later(
            "One mistake is all that is needed to deny the rest. Then the talk is about you. Claims "
            "that exist only as text are the easiest to deny; experiments with politicians' denials "
            "found so."
        ),
        instead=later(
            "Give one hour to three questions: where does it come from, who else knows it "
            "independently, what would show that it is wrong? Publish what is certain, say what is not, "
            "and correct yourselves first."
        ),
        see=("present_credibly", "research", "evidence-denial"),
        sources=("founding", "schiff-2025"),
    ),
    mistake(
        "mistake-without-consent",
        later("Showing somebody who did not agree"),
        summary=later("To expose a person is a harm of its own, however good the cause."),
        looks=later(
            "The picture is so strong. She would surely understand; there is no time to ask. Only the "
            "face is blurred, so all is well."
        ),
        fails=later(
            "For the second time in one week, others have decided over that person's life. It may cost "
            "them work, peace or safety as well. A face is not the only thing that gives somebody away: "
            "clothes, voice, plates and the data in a file do too."
        ),
        instead=later(
            "Ask each person, for each use, and ask again before it goes out. Take no for an answer. "
            "Footage need not be shared because it exists; describe it instead. In this game a broken "
            "consent lowers care, and no play that has one can end as backfire."
        ),
        see=("term-consent", "interviews", "model-safe"),
        sources=("witness-harm", "witness-interviews"),
    ),
    mistake(
        "mistake-wrong-messenger",
        later("The wrong messenger"),
        summary=later("Only allies speak, and the audience hears its opponents."),
        looks=later(
            "The most committed person gives the interview again. The statement is signed by eleven "
            "organizations that the audience has never heard of, or has heard too much of."
        ),
        fails=later(
            "People listen to who before they listen to what. When an audience distrusts the speaker, "
            "even a true sentence turns into a reason not to believe it."
        ),
        instead=later(
            "Ask first whom this audience trusts. Find the person in that role, ask for something "
            "small, in their own words, and stand by them when it gets rough. Be content to stand at "
            "the back."
        ),
        see=("trusted_voices", "model-audiences"),
        sources=("founding", "spectrum"),
    ),
    mistake(
        "mistake-perfect-target",
        later("The “perfect victim”"),
        summary=later("Whoever must be flawless to deserve safety will be found to have a flaw."),
        looks=later(
            "Of the six who were hurt, the group shows only one: the honor student, the churchgoer. The "
            "others have a past, so they are left out."
        ),
        fails=later(
            "It says without saying it that imperfect people may be hit. And it breaks when something "
            "comes to light, as it nearly always does. In the case of Rodney King his record was used "
            "against him; Khaled Said was called an addict."
        ),
        instead=later(
            "Say it at the beginning: nobody has to be a saint to be safe. Show real people with "
            "ordinary details. Know what could come out, talk about it with the person, and have the "
            "answer ready: the deed is still the deed."
        ),
        see=("life_details", "devaluation", "redeem"),
        sources=("martin-king", "khaled-said"),
    ),
    mistake(
        "mistake-inside-their-frame",
        later("Answering inside their story"),
        summary=later("To deny a smear in its own words is to spread it."),
        looks=later(
            "“We are not extremists.” “It was not a riot.” The headline has the word again, with your name beside it."
        ),
        fails=later(
            "The false story sets the question, and you answer it. Those who had not heard it have "
            "heard it now. This is a rule of thumb from practice; we have not found a study for it that "
            "we can cite here."
        ),
        instead=later(
            "Begin with what is true and what you stand for, say once and briefly that the other "
            "account is wrong, and end with what is true. Better still, have somebody trusted tell it "
            "fresh, without the word."
        ),
        see=("name_the_wrong", "reinterpretation", "translate"),
    ),
    mistake(
        "mistake-file-and-go-home",
        later("Filing the complaint and going home"),
        summary=later("An inquiry that nobody watches gets slower, and milder."),
        looks=later(
            "The complaint is filed, the receipt is on the wall. Everyone is relieved. The next meeting "
            "is when there is news."
        ),
        fails=later(
            "Inquiries work slowly, look at procedure and listen to experts. They give the appearance "
            "that justice will be done, so mobilization falls. And as it falls, the inquiry itself "
            "presses less hard for the truth."
        ),
        instead=later(
            "Decide on the same evening what people can do until the next date. Ask something exact of "
            "the process. Put its steps on a calendar that everybody can see, and turn up."
        ),
        see=("redirect", "official_channels", "make_demands"),
        sources=("founding", "martin-basics"),
    ),
    mistake(
        "mistake-boycott-everything",
        later("Turning every process down"),
        summary=later("Whoever refuses all channels gives up the record, the legal cost and the stage."),
        looks=later(
            "“We do not talk to them. They are all the same.” No complaint, no testimony, no lawyer. It feels clean."
        ),
        fails=later(
            "Without a complaint there is no record; without a case no legal cost; without a hearing no "
            "date on which people look. To outsiders it seems as though there were nothing to show. And "
            "later, when a process might have worked, nothing is in the files."
        ),
        instead=later(
            "There are five options, and four of them criticize, press, replace or use the process. "
            "Choose for each process anew. You can testify and still say what is wrong with the room."
        ),
        see=("criticize_process", "parallel_process", "campaign_process"),
        sources=("founding",),
    ),
    mistake(
        "mistake-striking-back",
        later("Striking back"),
        summary=later("Blows, threats and broken windows of our own hand the other side the story."),
        looks=later(
            "Somebody throws something. Somebody chants what should be done to them. It is "
            "understandable, and it is on film."
        ),
        fails=later(
            "In an experiment, violence by a group cut support for it and raised support for those it "
            "was aimed at. In the US of the 1960s, protest that turned violent was followed by shifts "
            "in votes the other way. In Greensboro in 1979 the slogan of a rally, “Death to the Klan”, "
            "became a key issue of the later inquiry."
        ),
        instead=later(
            "Agree on a code beforehand, practice it, and have people whose task is to calm. If it "
            "happens, say so the same day: that was ours, it was wrong, this is what we do about it. "
            "And do not ask it of those who were just hurt."
        ),
        see=("code_of_conduct", "evidence-own-violence", "evidence-discipline-votes", "mistake-burning-out"),
        sources=("simpson-2018", "wasow-2020", "greensboro-commission"),
    ),
    mistake(
        "mistake-disagreement-is-hostility",
        later("Taking every disagreement for hostility"),
        summary=later("Most people who are not with you are not against you."),
        looks=later(
            "Whoever asks a question is one of them. The list of those we no longer talk to grows. "
            "Evenings are spent on arguing with the five most stubborn people in town."
        ),
        fails=later(
            "Those in the middle learn that there is no place for them with you. And the effort goes "
            "where it can do least. Those who defend violence are few; those who dislike your cause and "
            "dislike violence too may be many."
        ),
        instead=later(
            "Put people in a row, from those who act with you to those who act against you, and try to "
            "move a few of them one step. Somebody who disagrees with you and speaks against violence "
            "is worth more than ten who agree with you on everything."
        ),
        see=("model-audiences", "term-spectrum", "mistake-most-want-violence"),
        sources=("spectrum",),
    ),
    mistake(
        "mistake-hiding-a-threat",
        later("Keeping a threat to yourself"),
        summary=later("Silence is what the threat was for. But going public is the choice of the person it hit."),
        looks=later(
            "“I do not want to worry anyone.” The message is deleted. The colleague two doors down "
            "deleted one as well, and neither knows of the other."
        ),
        fails=later(
            "It leaves people alone with it, it hides the pattern, and it rewards the one who sent it: "
            "the threat got what it wanted, free of charge."
        ),
        instead=later(
            "Tell at least one person you trust, and keep the message. Report what should be reported. "
            "Whether it becomes public is for the person who was threatened to decide, and nobody else. "
            "Private and documented is far better than private and deleted."
        ),
        see=("document_threats", "backfire_threats", "resist"),
        sources=("founding", "witness-harm"),
    ),
    mistake(
        "mistake-going-quiet",
        later("Going quiet after the peak"),
        summary=later("Attention falls by itself; somebody has to have something for the third week."),
        looks=later(
            "Two great days, then everyone sleeps. In the second week the reporters are gone. In the "
            "fourth somebody says that nobody cares."
        ),
        fails=later(
            "Outrage fades, and it fades faster among those who were less affected. After well-known "
            "cases of police brutality, opinions changed more, and for longer, in the group that had "
            "been hit. Those who did it count on that."
        ),
        instead=later(
            "Plan the third week on the first day: a small repeated act, a date in the process, a "
            "visit. Share the work so that some can rest while others go on. Keep the record; it may be "
            "needed in years."
        ),
        see=("redirect", "campaign_process", "evidence-decay"),
        sources=("tuch-weitzer-1997", "king-panel"),
    ),
    mistake(
        "mistake-burning-out",
        later("Wearing out those who were hit"),
        summary=later("Those who were harmed are asked to tell it, to stay calm and to lead, all at once."),
        looks=later(
            "The same woman gives the fifth interview. The same young men are told that they above all "
            "must not react. Nobody asked whether they would like to go home."
        ),
        fails=later(
            "It is a second burden on top of the first. Trainers in this field say openly that the "
            "demand for discipline has weighed longest on communities that are pushed to the margin. "
            "People who are worn out leave, and rightly."
        ),
        instead=later(
            "Ask what they want to do, and do not want to do. Let others stand in front, drive, cook, "
            "read the messages. Discipline is a duty that all share, not a test for the one who was "
            "hurt. In this game, people who are not cared for cannot keep on."
        ),
        see=("model-safe", "code_of_conduct", "term-care", "evidence-fear"),
        sources=("hope-deck",),
    ),
    mistake(
        "mistake-most-want-violence",
        later("Believing that most of them want violence"),
        summary=later("They do not, and the belief itself does harm."),
        looks=later("“They would all do it if they could.” One video of one man stands for half the country."),
        fails=later(
            "In a US study, people overestimated how much the other party supports violence by 245 to "
            "442 percent. Whoever believes that the others are about to strike finds it easier to "
            "accept striking first. When people were shown the real figures, their own support for "
            "violence fell."
        ),
        instead=later(
            "Look the number up before you speak of “them”. Tell it to your own side. Say “the people "
            "who did this”, never “those people”."
        ),
        see=("evidence-misjudged", "mistake-disagreement-is-hostility"),
        sources=("mernyk-2022",),
    ),
    mistake(
        "mistake-every-threat-an-attack",
        later("Treating every threat as an attack about to come"),
        summary=later("Most threats are meant to frighten. A few are more, so look at each."),
        looks=later(
            "Every message sets off every alarm. Events are called off, people stop sleeping, and after "
            "a month nobody reads the messages at all."
        ),
        fails=later(
            "Research that Hardy Merriman cites found that even of threats grave enough to be "
            "prosecuted, fewer than half came with a plan to act. To treat them all alike gives the "
            "sender the power to close any door. But a few acts are enough to make threats believable, "
            "and nobody can see which from the tone alone."
        ),
        instead=later(
            "Have one place where threats are read and sorted. A name, a place, a time, a weapon: get "
            "help at once. For the others: keep, report, be with people, go on. Decide beforehand who "
            "decides."
        ),
        see=("document_threats", "model-violence", "resist"),
        sources=("hope-interview",),
    ),
)
