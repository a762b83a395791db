"""What studies found about audiences: what people believe, whom they hear, how long it lasts."""

from backfire_sim.handbook.book import Leaf
from backfire_sim.handbook.pages import finding
from backfire_sim.speech import later

AUDIENCES: tuple[Leaf, ...] = (
    finding(
        "evidence-misjudged",
        later("What we believe of the others"),
        summary=later(
            "People greatly overestimate how much the other party supports violence; the true figures calm them."
        ),
        found=later(
            "Mernyk and colleagues asked 4,741 people in the United States. Partisans overestimated the "
            "other party's support for violence by 245 to 442 percent. Those who were shown the real "
            "figures supported violence 34 percent less, and were 44 percent less willing to take part "
            "in it. About a month later it still held."
        ),
        tag="measured",
        sure=later("Measured, in a large study. It is about attitudes in a survey, not about acts."),
        here=later("It is the heart of the opening exercise, “guess the numbers”."),
        claim=later("Do not claim that nobody supports violence, or that one correction ends it."),
        see=("mistake-most-want-violence",),
        sources=("mernyk-2022",),
    ),
    finding(
        "evidence-denial",
        later("Crying “fake”"),
        summary=later("Denial helps against text and largely fails against video."),
        found=later(
            "Schiff, Schiff and Bueno ran five experiments with more than 15,000 adults in the US. "
            "Politicians who called a scandal fake did better than those who said nothing or "
            "apologized. That was so where the report was text. Where it was video, it largely failed."
        ),
        tag="direction",
        sure=later(
            "The direction is known. It is about politicians and their own scandals, and about video "
            "before imitation became easy."
        ),
        here=later("Above two steps of evidence, each further step takes one off a cover-up or a denial."),
        claim=later("Do not claim that a video is proof for ever. Keep the original, the source and the witnesses."),
        see=("present_credibly", "cover_up", "term-evidence"),
        sources=("schiff-2025",),
    ),
    finding(
        "evidence-numbers-unity",
        later("Numbers, unity and who stands there"),
        summary=later("Officials look at numbers and unity; the public at whether people like them take part."),
        found=later(
            "Wouters and Walgrave showed protests to elected officials. What moved them most was how "
            "many came and how united they were. Wouters found with the public that participants who "
            "are diverse, worthy and united raise support, because people see themselves in them. What "
            "people thought before remains the strongest factor."
        ),
        tag="direction",
        sure=later("The direction is known, from experiments."),
        here=later(
            "A voice that an audience trusts adds one step. A distrusted one takes away two; that size is ours."
        ),
        claim=later(
            "Do not claim that the right picture changes everybody. Most people stay close to where they were."
        ),
        see=("trusted_voices", "model-audiences", "positive_values"),
        sources=("wouters-walgrave-2017", "wouters"),
    ),
    finding(
        "evidence-stories",
        later("Listening and telling"),
        summary=later(
            "Conversations with an exchange of stories change minds a little, and it lasts; arguments alone did not."
        ),
        found=later(
            "Kalla and Broockman tested conversations at the door and on the phone with 6,869 people. "
            "Arguments alone had no effect. An exchange of stories without judgment had a small one: "
            "0.08, 0.08 and 0.04 on the scale that researchers use (d), the first still there after "
            "four months."
        ),
        tag="measured",
        sure=later("Measured, and small. It took trained people and real conversations."),
        here=later("In the game support is gained in days, so that an evening shows it. In life this is slower."),
        claim=later("Do not claim that one moving story turns a town. Most people move one step at most."),
        see=("life_details", "interviews"),
        sources=("kalla-broockman-2020",),
    ),
    finding(
        "evidence-empathy-online",
        later("Empathy online"),
        summary=later("Among strategies against hateful posts only empathy worked, and modestly."),
        found=later(
            "Hangartner and colleagues answered authors of xenophobic posts. In the four weeks after an "
            "answer that asked for empathy they wrote a third fewer of them, and were 8.4 points "
            "likelier to delete a post. The other strategies that were tested did not work."
        ),
        tag="measured",
        sure=later("Measured. We know it from a press report on the study."),
        here=later(
            "It has no number of its own. It stands behind calm answers online, and behind the warning "
            "that ridicule is no substitute."
        ),
        claim=later("Do not claim that those who are attacked should be the ones to answer kindly."),
        see=("redeem", "devaluation"),
        sources=("hangartner-2021",),
    ),
    finding(
        "evidence-decay",
        later("How long it lasts"),
        summary=later("After known cases of brutality opinions changed more, and for longer, among those affected."),
        found=later(
            "Tuch and Weitzer looked at polls around well-known cases of police brutality. Support for "
            "the police fell, further and for longer among the groups hit than among others. A panel of "
            "369 people in South Central Los Angeles, asked four times from December 1990 to June 1991, "
            "is a second source on the case of Rodney King."
        ),
        tag="direction",
        sure=later("The direction is known. The time it takes differs from case to case."),
        here=later("Support falls by a sixth of the gap each round, slower than it came. The size is ours."),
        claim=later("Do not claim that people forget after so and so many days."),
        see=("mistake-going-quiet",),
        sources=("tuch-weitzer-1997", "king-panel"),
    ),
    finding(
        "evidence-selma",
        later("Sympathy and approval are two things"),
        summary=later("After Selma more people sided with the movement, and more thought that things went too fast."),
        found=later(
            "Polls of 1965: 48 percent sided with the civil-rights groups, 21 percent with Alabama; 76 "
            "percent wanted a voting-rights law. In the same spring those who said that integration "
            "went too fast rose from 34 to 45 percent. A year earlier, 74 percent had said that "
            "demonstrations hurt the cause."
        ),
        tag="contested",
        sure=later(
            "The numbers are measured. What they mean is read in two ways: that protest succeeds "
            "although it is disliked, or that it succeeds within limits."
        ),
        here=later(
            "The game has one number for support and does not tell these two apart. Keep that in mind in the debrief."
        ),
        claim=later("Do not claim that a movement must be liked to move things, or that it need not be."),
        see=("evidence-activists-dilemma", "model-limits"),
        sources=("selma-polls",),
    ),
    finding(
        "evidence-guns",
        later("Guns at demonstrations"),
        summary=later("Where guns were present, demonstrations turned violent about six times as often."),
        found=later(
            "Data for the United States in 2020 and 2021: of demonstrations at which armed people were "
            "present, one in six turned violent or destructive. Of those without, one in thirty-seven."
        ),
        tag="measured",
        sure=later(
            "Measured, by a research project together with an advocacy body. It shows what goes "
            "together. Guns may bring violence, or be brought where people expect it."
        ),
        here=later("It sets no number. Armed presence counts as a threat to everybody, whoever is armed."),
        claim=later(
            "Do not claim that lawful carrying is violence, or that most armed demonstrations end "
            "badly; five of six did not."
        ),
        see=("intimidation_rewards", "model-violence"),
        sources=("armed-assembly",),
    ),
    finding(
        "evidence-psychology",
        later("Why people calm down"),
        summary=later("Theories of psychology explain why devaluation, reinterpretation and channels work."),
        found=later(
            "Reis and Martin went through theories that fit. The belief in a just world: people get "
            "what they deserve. Moral disengagement: rules are set aside for some. Reactance: people "
            "push back when a freedom is taken. Balance: we like our opinions to fit together."
        ),
        tag="theory",
        sure=later(
            "It is theory applied to backfire. The theories are tested elsewhere; this use of them is "
            "an argument, not a test."
        ),
        here=later("It stands behind the sections “Why it works” on the pages of the five methods."),
        claim=later("Do not claim to know what goes on in one particular person."),
        see=("devaluation", "reinterpretation", "official_channels"),
        sources=("reis-martin-2008",),
    ),
)
