"""The words of the help."""

from backfire_sim.speech import later

ABOUT = {
    "home": (
        later("What is here"),
        later(
            "A play that was left stands first and goes on from the last choice. Below it are the parts of the "
            "training, in the order in which most groups need them. Enter or a second click opens one, and so does "
            "its number or its first letter, where that is no other key. h comes home from any part; so does esc, "
            "where it does not go back a step. The last row changes the language."
        ),
    ),
    "library": (
        later("Choosing a scenario"),
        later(
            "The list is at the left, the card of the chosen scenario at the right. Enter opens it; before "
            "anything begins you see what it holds and can choose another.\n"
            "\n"
            "The numbers above the list filter it: each press goes on to the next value, and 0 clears them all. 5 "
            "and / take words: type, and the list follows. The line below says what is filtered and how many are "
            "left.\n"
            "\n"
            "Scenario files in a folder of your own are shown too and marked as yours. One with a fault is listed "
            "below the others with its first finding; enter shows them all."
        ),
    ),
    "broken": (
        later("A file that cannot be played yet"),
        later(
            "What is wrong is listed, the first cause first. Enter explains a finding. Mend the file in an editor and "
            "come back here: it stands in the list as a scenario as soon as it can be played."
        ),
    ),
    "plays": (
        later("Looking back at plays"),
        later(
            "Every play kept on this machine: first those to go on with, then those that are over. Enter goes on, or "
            "looks back at how it ended. Of a damaged play what can be read is saved, if you wish, and nothing is "
            "deleted. d removes a play for good, after a question."
        ),
    ),
    "note": (
        later("Before it begins"),
        later(
            "This page says what the scenario holds that may be heavy. Read it aloud to the group and let everybody "
            "choose. You can begin with every scene told in one line, and lift that for any scene later."
        ),
    ),
    "table_setup": (
        later("A table of many"),
        later(
            "A whole group plays at one screen. Enter begins as it stands; every row can be changed before: enter "
            "opens it, and the left and right arrows change it where it stands. The number of people can be typed.\n"
            "\n"
            "Nobody is asked for a name: a seat is a number. What the table agrees on can be read again at any time "
            "with c."
        ),
    ),
    "table": (
        later("At the table"),
        later(
            "Enter does what comes next: read, choose, show, talk, choose again, decide, play. In the silent "
            "choice the keyboard goes from seat to seat. A number chooses, 0 passes, and the screen looks the same "
            "whatever was pressed. The left arrow goes one seat back, s goes to any seat: until the choices are "
            "shown, a seat can choose otherwise.\n"
            "\n"
            "d decides at once, a chooses again, e talks, n keeps a reason without a name, f lets the facilitator "
            "decide. In the talk s starts and stops a clock, + gives a minute. b shows the five gates, r the scene "
            "again, c what you agreed on; there you can also become more or fewer. esc goes back a step, u takes "
            "the last decision back.\n"
            "\n"
            "A facilitator types backfire facilitate in a second terminal on this computer."
        ),
    ),
    "learn": (
        later("Learning"),
        later(
            "The chapters are at the left, the page at the right; on a small screen one of the two. Enter opens a "
            "chapter or a page, / looks for words as you type them. On a page the arrows read on; at its foot they "
            "choose where to go next, and enter goes there. A link's number goes there at once, and esc comes back. "
            "m opens the five gates, to move them yourself."
        ),
    ),
    "practice": (
        later("Practice for one"),
        later(
            "Ten decisions or ten minutes at most. Each card says what has happened. First you say how sure you are, "
            "with 1 to 3; then you choose an answer by its number, or with the arrows and enter. After that you read "
            "what fits best and why, what your answer does to the gates, and when this comes back: the ring is where "
            "a gate was, the bead where it is. m opens the page about it, enter goes on.\n"
            "\n"
            "x leaves a card out, and nothing is noted of it. The left arrow goes back to how sure you are. esc stops; "
            "what you answered stays. Where you write a sentence of your own, ctrl+s goes on to a list to check it "
            "against. The sentence is kept nowhere.\n"
            "\n"
            "What you were certain of and missed comes back the same day; everything else a little before you would "
            "forget it. Nobody counts days. backfire wipe --practice forgets all of it."
        ),
    ),
    "gates": (
        later("The five gates, to move yourself"),
        later(
            "Choose a gate with ↑ and ↓, open or close it with → and ←, or click on its line. At once you see how many "
            "of 100 people get through each gate and who acts in the end. s goes to prepared situations, g asks which "
            "gate one step more helps most: guess first, then see all five."
        ),
    ),
    "prepare": (
        later("Getting ready"),
        later(
            "Choose with space what your group gets ready, as many as there is time for, then begin. What you prepare "
            "takes a step off the methods it answers, or opens moves that would otherwise be shut."
        ),
    ),
    "play": (
        later("Playing a round"),
        later(
            "Read what happens. Then choose a gate on the board, with the arrows, its number or a click: its row opens "
            "the moves of the R at the right. Choose a move and take it with enter or a second click.\n"
            "\n"
            "On the board, ! marks a method that landed this round. The bead shows how far the gate is open, from 0 to "
            "10. The last column says how many of 100 people are still there after this gate; the row marked ◂ loses "
            "most and is the bottleneck, the best place to push. ▲ and ▼ mark what changed since the round before.\n"
            "\n"
            "A move marked × is not open and says why. A move that uses something of a person's own asks them first. u "
            "takes the last decision back, r shows the scene again, w what your last decision led to, l all of them, y "
            "whose yes you have. m reads about what is chosen and comes back: the method that landed, the R of a gate, "
            "the tactic of a move."
        ),
    ),
    "told": (
        later("What followed"),
        later(
            "First the words: what you did, what happened, why, and who carries the risk. Then the numbers, each with "
            "its reasons."
        ),
    ),
    "consent": (
        later("Asking first"),
        later(
            "A story, a face or a name belongs to the person. Ask: they may say no, and may say yes later when your "
            "group takes better care. Playing without a yes is possible and counts as a broken consent."
        ),
    ),
    "debrief": (
        later("Looking back"),
        later(
            "One part after the other, with enter or the right arrow: how you are, what happened, why, what else could "
            "have been, and what you take home. Nobody is graded.\n"
            "\n"
            "The plane shows the way of this play: cost to the perpetrators upward, support for the movement to the "
            "right, 0 for the opening and a figure for each round. Above and to the right of the dotted lines the "
            "violence backfired.\n"
            "\n"
            "Under the other choices every decision can be opened: what each other choice would have led to was worked "
            "out by replaying your play with it. From there a new play can go on.\n"
            "\n"
            "s shows what would be in a file to take home, and writes it. b puts another play beside this one. u takes "
            "the last choice back, so that you can try another. g says where to get help here, h comes home."
        ),
    ),
    "other_ways": (
        later("The other choices"),
        later(
            "Each choice that was open, with the class in which the play would have ended and what would be different "
            "in cost and support. Everything after it is as you decided it, as far as that still fits; where it does "
            "not, that is said. Enter on one that is told in full goes on from there, as a new play."
        ),
    ),
    "own_plan": (
        later("Our own plan"),
        later(
            "What your group gets ready in the next seven days, and what it does in the first 72 hours if "
            "something happens. Write roles, not names. A line without words goes away. The plan is kept apart "
            "from the play, and nowhere at all unless you ask for it."
        ),
    ),
    "story": (
        later("Your decisions"),
        later("Every decision so far, what it answered, and what it added to costs and support."),
    ),
    "pause": (
        later("Pausing"),
        later(
            "Take the time you need. Nothing is counted, and nothing of the pause is kept. Everything that helps to "
            "feel safe stands on this page, each with its key: lower the intensity, veil, skip a scene, end kindly, "
            "where to get help here, blank the screen. p, i, v and x work on every screen without this page too."
        ),
    ),
    "palette": (
        later("Go to, or do"),
        later(
            "Type a few letters: parts of the training, scenarios, settings, pages to learn from, and the keys of the "
            "screen you came from. Enter does what is chosen. What is gray cannot be done just now, and says why."
        ),
    ),
    "settings": (
        later("Settings"),
        later(
            "Every change holds at once and is kept in a file that you can read and change yourself; its place stands "
            "under the list. Arrows to the left and right go through what a setting can be."
        ),
    ),
    "help_here": (
        later("Where to get help here"),
        later(
            "This page belongs to the trainer: who can be talked to, here and today. The program knows no number and "
            "no address, because those age and differ from town to town. What is written here stays on this machine; "
            "backfire privacy says where, and backfire wipe removes it."
        ),
    ),
    "plan": (
        later("How can we help?"),
        later(
            "Every question may be passed over, and d shows the plan at any time. Space or a click marks an answer "
            "and takes the mark away; where there can be only one, enter takes the row it is on. Arrows to the left "
            "and right go back and forth; for the number of people digits can be typed. Your answers are held while "
            "the program runs and never written to a file."
        ),
    ),
    "training": (
        later("The plan"),
        later(
            "Minutes count from the beginning of the training, so that it can begin at any hour. Each part says what "
            "happens, why, and what to open: its number opens it. s saves the plan as a file, to print or to change. "
            "The plan is found again under How can we help for as long as the program runs."
        ),
    ),
    "save_as": (
        later("Saving a file"),
        later(
            "Type a name, or a whole path; without one the file goes into the folder in which the program was started. "
            "Nothing that is there is replaced without asking. Only you can read the file."
        ),
    ),
    "take_home": (
        later("Taking it home"),
        later(
            "Each row is a part of the document, × marks what is in it. Enter, space or a click puts a part in or "
            "leaves it out; what is private is out until you put it in. r shows the whole document as it would be "
            "written, s writes it as one page with its pictures, m as Markdown. Nothing is written before you have "
            "named the file. It holds no names and no times, and tells as much of what is heavy as you chose for the "
            "screen."
        ),
    ),
    "beside": (
        later("Two plays side by side"),
        later(
            "Both ways stand on one plane: the rounds of the first play are figures, those of the second letters, A "
            "for the first round. Their rounds stand next to each other, with a line where they part, and then what "
            "each cost and won. Neither is the better one: they are there to talk about. Plays are only read, and "
            "stay as they are. The arrows to the left and right go from part to part, s takes both home as a "
            "document."
        ),
    ),
    "numbers": (
        later("Guess the numbers"),
        later(
            "Guess first, look afterwards. Alone you see your own guess beside what was measured. Around the table "
            "the keyboard goes round and nobody sees what is typed; then all guesses are shown as dots, and "
            "nothing says whose is whose. Everybody may pass. e goes to the last question, which is about your own "
            "town.\n"
            "\n"
            "Who believes that the other side is for violence is more often for it themselves, and most people "
            "believe it far too much. A few true sentences make it less (Mernyk and others 2022). That is why this "
            "comes first. Nothing of it is kept."
        ),
    ),
    "measure": (
        later("Before and after"),
        later(
            "The same ten questions before the training and after it; looking back, from after to how it really "
            "was before; and once more some four weeks later. Five ask how confident you are, five are cases with "
            "an answer that fits best. Alone you see your own. Of a group only figures are shown that five people "
            "or more stand behind.\n"
            "\n"
            "Nothing is kept unless you choose it, and then only how many gave each answer. Whoever has the file "
            "can read those counts, so keep it only if the group agrees."
        ),
    ),
    "sheet": (
        later("Answering"),
        later(
            "One question at a time. Choose with the arrows and enter, with a click, or with one key: 0 to 9 for "
            "tens and + for a hundred, a to e for a case. s leaves one out, the left arrow goes back one, esc "
            "stops, and what was not finished is not counted. For a sheet from paper the keyboard is just as "
            "quick; f changes its form."
        ),
    ),
    "measured": (
        later("What came of it"),
        later(
            "Looking back, before and after side by side, and how many of five cases were seen as we see them. The "
            "second part says how this misleads, in both directions; the third has the cases with what we would "
            "say. o saves the figures as Markdown or, under a name that ends in .csv, as a table."
        ),
    ),
    "resume": (
        later("Going on"),
        later(
            "The scenario's file has changed since this play. It is played again as far as it still holds; you can go "
            "on from there as a new play."
        ),
    ),
    "help": (
        later("Help"),
        later("You are reading it."),
    ),
    "facilitate": (
        later("Your own screen"),
        later(
            "Only you see this screen; the room sees the table's own. Enter does what usually comes next, and says "
            "before what they see of it. Everything else has a key: tab or 2 lists them.\n"
            "\n"
            "c starts choosing and chooses again, s shows the choices, l lets them talk, g starts and stops a "
            "timer, + gives a minute more, d decides, w lets you decide, m counts hands or objections, a asks "
            "which method comes next, y plays what is decided, r notes a reason, n reads on. u goes back, x skips "
            "the scene, f or p lets everything stand still, b blanks the shared screen, e ends kindly. 1 to 6 show "
            "the panes, 0 another table, h where to get help here.\n"
            "\n"
            "If the line to the table breaks, this screen says so, keeps what it showed, and comes back by itself. "
            "You can close it at any time; the table plays on."
        ),
    ),
}
"""For each screen: what it is about, and how it works."""

KEYS = (
    ("?", later("help about the screen you are on")),
    ("p", later("pause: a quiet page, for as long as you like, with everything that helps")),
    ("i", later("lower the intensity: what they say and do in one calm line; again for the whole")),
    ("v", later("veil: one line instead of the text of a scene; again to lift it")),
    ("x", later("skip the scene: it says first what that does")),
    ("t", later("the next set of colors")),
    (":", later("go to anything by a few letters of its name; ctrl+p does the same")),
    ("o", later("the last page once more")),
    ("z", later("large type for a projector, one thought per screen; again for a table")),
    ("q", later("leave; a play is kept up to its last choice")),
)
"""The keys that work everywhere, but for the one that blanks the screen, which is a setting."""

GATES_AND_PEOPLE = later(
    "Of every 100 people, how many get through five gates: know what happened, see those harmed as people, "
    "judge it wrong, have somewhere to act, and keep acting? Each method of the perpetrators narrows one gate; "
    "each of the five R's widens the same one. One closed gate is enough to stop everybody."
)

WORDS = (
    later(
        "Redeem\n"
        "Here it means restoring dignity: showing those who were harmed as people, with lives, deeds and friends. "
        "It has nothing to do with anybody's guilt."
    ),
    later(
        "Backfire\n"
        "Violence backfires when it costs those behind it more than it brings them. It is not the backfire effect "
        "of psychology, where people hold a belief harder after it was corrected."
    ),
    later(
        "Political violence\n"
        "Force or threats that are meant to decide who takes part in public life. Peaceful protest, criticism, "
        "boycott and satire are not political violence, whoever they are aimed at."
    ),
    later(
        "Costs and their ceilings\n"
        "A cost can only rise as far as those who were publicly named can be made to pay: the thin line behind a "
        "bar. Naming who gave the order, or who looked away, lifts it."
    ),
    later(
        "Care and courage\n"
        "People who are not looked after cannot keep on: courage never stands higher than care. Care is a floor, "
        "not a currency."
    ),
)
"""Longer explanations, each with its heading in the first line."""

HONESTY = later(
    "No study gives the chance that a local threat backfires. The studies give direction and rough size. What you "
    "see is plausible under this model, no more; the outcome is a class, not a grade."
)
