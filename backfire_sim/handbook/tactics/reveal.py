"""The tactics that reveal."""

from backfire_sim.handbook.book import Leaf
from backfire_sim.handbook.pages import tactic
from backfire_sim.speech import later

REVEAL: tuple[Leaf, ...] = (
    tactic(
        "research",
        summary=later("Gather what can be known: documents, times, places, pictures, patterns."),
        what=later(
            "Research turns “we all know it” into something that can be shown. It collects documents, "
            "photographs, dates, and records of earlier incidents, and notes for each where it comes "
            "from. One case can be an accident. Five with dates and places are a pattern."
        ),
        begin=later(
            "Start a simple log on the first day: what, when, where, who knows it, how they know it. "
            "Keep originals unchanged and work on copies. Ask for public records early, because they "
            "take weeks.\n\n"
            "Then look for what would prove you wrong. If you find it first, nobody else can surprise "
            "you with it."
        ),
        example=later(
            "A garden club's shed is smashed after its members spoke for a bike path. Two of them go "
            "through three years of the town's damage reports. Every broken shed on the list belonged "
            "to somebody who had spoken at a hearing within the month before."
        ),
        mistake=later(
            "To publish as soon as it looks good. One wrong date is enough to let all of it be denied. "
            "Another mistake is to go on collecting for ever, because it feels safer than speaking."
        ),
        care=later(
            "Records hold the names of people who were never asked. Leave out what identifies them "
            "unless they agree. Do not go alone to places where you may be met, and do not break a law "
            "to get a document."
        ),
        see=("present_credibly", "interviews", "reveal", "mistake-publish-first", "evidence-denial"),
        sources=("founding", "witness-harm", "schiff-2025"),
    ),
    tactic(
        "interviews",
        summary=later("Listen at length to people who have suffered abuse, on their terms."),
        what=later(
            "A detailed interview lets somebody who was harmed say what happened, in order and in their "
            "own words. It finds what no document holds: what was said, how it smelled, who looked "
            "away. Done well, it can also be the first time anybody listened."
        ),
        begin=later(
            "Before the first question agree on what it is for, who will hear it, what stays out, and "
            "that it can stop at any time. Let the person choose the place and somebody to sit with "
            "them. Ask openly: “What happened then?” Ask again after a few days whether they still want "
            "it used."
        ),
        example=later(
            "A bus driver was beaten after he refused to take down a small flag of his congregation. He "
            "tells it to a retired nurse he knows. He wants his words printed but not his voice or his "
            "route. That is what is done, and nothing else."
        ),
        mistake=later(
            "To hold the interview for the one quotation you need. People notice, and tell the next "
            "person. Another mistake is to lead them: answers that were put in somebody's mouth fall "
            "apart when they are checked."
        ),
        care=later(
            "To tell it can hurt as much as to live it. Do not ask for details you do not need. Have "
            "somebody reachable for the night after. The story belongs to the one who told it, and a "
            "yes may be taken back."
        ),
        see=("life_details", "research", "reveal", "mistake-without-consent", "term-consent"),
        sources=("founding", "witness-interviews", "witness-harm"),
    ),
    tactic(
        "plan_documentation",
        summary=later("Make cover-up difficult before anything happens: cameras in many hands, and a plan."),
        what=later(
            "Documentation that is planned ahead changes the situation itself. If everyone carries a "
            "camera and it is clear who films what, when and from where, cover-up gets hard. It also "
            "covers the long stretches in which nothing happens, which is when most things begin."
        ),
        begin=later(
            "Agree on three places to stand, two people for each, and who relieves them. Decide how "
            "files leave the phones within minutes and who keeps copies. Know the local law on filming. "
            "Practice once, in daylight, with nothing at stake.\n\n"
            "Plan to film conduct, not faces in the crowd."
        ),
        example=later(
            "The volunteers who count ballots in a small county expect visitors. On each evening two "
            "neighbors with a camera on a tripod stand at the gate, and at ten two others take over. "
            "When somebody says that “it was only a few words”, there are nine quiet hours of film, and "
            "four loud minutes."
        ),
        mistake=later(
            "One person, one phone, one battery. What is seized or lost then is lost for good. And "
            "filming is no protection: nobody should stand closer because they hold a camera."
        ),
        care=later(
            "Those who come to your event did not all agree to be filmed. Tell them, keep a corner free "
            "of cameras, and blur before you share. What is on a device can be taken and read by "
            "others."
        ),
        see=("reveal", "announce_prepared", "document_threats", "cover_up"),
        sources=("founding", "witness-harm", "otpor"),
    ),
    tactic(
        "present_credibly",
        summary=later("Present the evidence so that somebody who doubts you can check it and believe it."),
        what=later(
            "Evidence convinces when a doubter can follow it: where it comes from, who has verified it, "
            "what is certain and what is not. Several sources that do not depend on one another carry "
            "more than one loud one. In experiments, crying “fake” helped politicians against written "
            "reports, and mostly not against video."
        ),
        begin=later(
            "Sort what you have on a ladder: rumor, one account, several accounts, a document or photo, "
            "video, several verified sources. Say openly on which rung each part stands. Let somebody "
            "outside the group check it. Lead with the part that is hardest to deny."
        ),
        example=later(
            "A school board member's tires were slashed. The group shows a time-stamped picture from a "
            "neighbor's doorbell and the mechanic's bill, and says: “We do not know who did it.” That "
            "one sentence makes people believe the rest."
        ),
        mistake=later(
            "To claim a little more than you have. To sound like a court when you are not one. To show "
            "a shocking picture when a plain one would have been believed by more people."
        ),
        care=later(
            "To make something checkable can make somebody findable. Keep the data inside a file for "
            "those who verify it, and take it out of what you publish. Those in the picture decide "
            "about their part."
        ),
        see=("research", "distribute", "term-evidence", "evidence-denial", "mistake-publish-first"),
        sources=("founding", "schiff-2025", "witness-harm"),
    ),
    tactic(
        "distribute",
        summary=later("Get the evidence to the people who matter, through channels they already trust."),
        what=later(
            "What is not distributed was not revealed. To distribute is to think backward from the "
            "audience: where do they look, whom do they believe, when do they have five minutes? It "
            "also means that copies are with several people in several places, so that none can be "
            "taken out of the world."
        ),
        begin=later(
            "List three audiences, and for each the one channel it trusts: the church bulletin, the "
            "farm radio, the parents' chat, the local paper. Give each a version that fits. Choose the "
            "day. Prepare what people can do once they have heard, because the first hour is the best "
            "one."
        ),
        example=later(
            "A street vendor was threatened because of a sign. The clip had two thousand views far away "
            "and none in town. Then the barber put a printed page beside the mirror, with a number to "
            "call. By Saturday half the market had read it."
        ),
        mistake=later(
            "To mistake views for effect. Attention from people who can do nothing costs the "
            "perpetrators nothing. Another mistake is to depend on a single platform that others can "
            "close."
        ),
        care=later(
            "Once it is out it cannot be called back. Ask again, just before: the same people, the same "
            "use? Warn those who are in it of the day and hour, and have somebody with them."
        ),
        see=("present_credibly", "trusted_voices", "evidence-own-channels", "evidence-not-to-claim"),
        sources=("founding", "sutton-2014", "martin-basics"),
    ),
)
