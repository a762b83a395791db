"""The play, the talk about it, the second play, and the plan of one's own."""

from backfire_sim.speech import _
from backfire_sim.training.agenda import MANY
from backfire_sim.training.blocks.block import Making, Words, scenario


def play(made: Making) -> Words:
    """One incident, from the first scene to its end."""
    shape = made.shape
    steps = [
        _("At each scene, before you look at the numbers: which method has just landed, and which R answers it?"),
        _("Choose, and say to yourself why. If you are unsure, that is worth a note for later."),
        _("Before you go on: what will they do next?"),
    ]
    if not shape.alone:
        steps = [
            _("Somebody reads each scene aloud. Ask: which method has just landed, and which R answers it?"),
            _together(made),
            _("Before you decide, ask who has not spoken, whom nobody has asked, and who carries the risk."),
            _("Before the next scene, guess what they will do next."),
        ]
    if made.first is not None and not made.first.in_time:
        steps.append(
            _("After {minutes} minutes stop where you are. That is no failure: talk about that.", minutes=made.minutes)
        )
    why = made.first.reasons[0] if made.first else _("There is no scenario here: bring one of your own.")
    title = _("Play: {title}", title=made.title)
    stages = ("spot", "practice")
    return Words(title, tuple(steps), why, stages, scenario(made.first, shape), _cards(made))


def play_on(made: Making) -> Words:
    """The second half of a long play."""
    steps = (
        _("Before you go on: what has happened so far? Three people, one sentence each."),
        _("Is everybody still here, and all right? Whoever wants to listen only, listens only."),
        _("Go on as before, to the end. If time runs out, stop where you are, and talk about that."),
    )
    why = _("This one takes the time of two. Half of it before the break, and half after it, is easier to carry.")
    return Words(_("Play on: {title}", title=made.title), steps, why, ("practice",), (), _cards(made))


def _together(made: Making) -> str:
    shape = made.shape
    if shape.paper:
        return _("All point at a card at once. Look at the spread, talk for two minutes, point again, decide.")
    if shape.people > MANY:
        return _(
            "Each table chooses silently, talks for two minutes, and one person says its choice. Count the tables, "
            "show the spread, decide."
        )
    if shape.setting == "projector" or len(shape.tables) > 1:
        return _(
            "All choose silently, by hand. Count, show the spread, let the tables talk for two minutes, choose again, "
            "decide."
        )
    return _("All choose silently. Then look at the spread, talk for two minutes, choose again, decide.")


def _cards(made: Making) -> tuple[str, ...]:
    if made.shape.paper:
        return (_("Boards, cards, tokens and round sheets; the guide for you alone"),)
    return (_("A screen that everyone can read from their place"),) if not made.shape.alone else ()


def debrief(made: Making) -> Words:
    """How are you, what happened, why, what of it is like us."""
    steps = [_("First: how are you? One word each; anyone may pass.")]
    if made.minutes < 10:
        steps += [_("Which gate lost most people, and what would you do that was not on the list?")]
    else:
        steps += [
            _("What happened? Let the group tell it, with the record of its own choices in front of it."),
            _("Why? Which gate lost most? What did we think was obvious? Whom did we not ask? Who carried the risk?"),
            _("What would the other choices have led to? And the ideas that the play did not offer?"),
            _("What in this is like us? What do we get ready in the next seven days?"),
            _("Criticize the model: which number is wrong, and why?"),
        ]
    why = _(
        "Talking it over afterward is where most is learned, most of all when the group leads the talk itself and has "
        "its own choices in front of it (Keiser and Arthur, 2021)."
    )
    return Words(_("Talk about it"), tuple(steps), why, ("imagine", "practice"))


def look_back(made: Making) -> Words:
    """Alone: one's own play, read again."""
    steps = [
        _("First: how are you?"),
        _("Look at the picture of your play. At which gate did most people stay behind?"),
        _("Which choice moved most? Imagine the other one: what would it have led to?"),
    ]
    if made.minutes >= 10:
        steps += [
            _("Whom did you not ask? Who carried the risk?"),
            _("What in this is like where you live? What would you do that was not on the list?"),
        ]
    why = _("Reading one's own choices again is where most of the learning is.")
    return Words(_("Look back"), tuple(steps), why, ("imagine",))


def second(made: Making) -> Words:
    """Another scenario, or the first one again from the other side."""
    if made.second is not None:
        card = made.second.candidate.card
        steps = [
            _("Read its content notes aloud first.") if not made.shape.alone else _("Read its content notes first."),
            _("Play it with one question in mind: what do we do otherwise than the first time?")
            if not made.shape.alone
            else _("Play it with one question in mind: what do I do otherwise than the first time?"),
            _("Keep the last five minutes: what was the same, and what was not?"),
        ]
        why = made.second.reasons[0]
        openings = scenario(made.second, made.shape)
        return Words(_("Play: {title}", title=card.title), tuple(steps), why, ("practice",), openings, _cards(made))
    steps = [
        _("Play {title} again, and choose otherwise where it turned.", title=made.title),
        _("Then ask: if this had happened to people we disagree with, would we have chosen the same?"),
        _("Keep the last five minutes: which difference did the one choice make?"),
    ]
    why = _("No second scenario here fits the time and what you said; the same one, played otherwise, teaches as much.")
    openings = scenario(made.first, made.shape)
    return Words(_("The same again, otherwise"), tuple(steps), why, ("imagine", "practice"), openings, _cards(made))


def own_plan(made: Making) -> Words:
    """The group's own plan for seven days, and for the first 72 hours."""
    alone = made.shape.alone
    steps = (
        _("On paper, without names: what could happen here, and which method would come first?"),
        _("The next seven days: who documents, who speaks, what do we agree on conduct, who tells the families?"),
        _("The first 72 hours after it happens: who calls whom, who decides what is published, whose yes is needed?"),
        _("Who looks after those it hits, and whom can you ask about the law and about safety?"),
        _("Choose the one thing that you begin tomorrow.")
        if alone
        else _("Each table reads out one thing that it begins tomorrow. When do you ask each other how it went?"),
    )
    why = _("A plan of one's own, written while it is fresh, is what lasts of a training.")
    if "unprepared" in made.intake.worries:
        why = _("You worry about not knowing what to prepare: this is where you decide it.")
    elif "high_risk" in made.intake.groups:
        why = _("You are part of a group at high risk: so your own plan gets the time.")
    materials = (_("Paper that goes home with the group, apart from everything of the play"),)
    return Words(_("A plan of your own"), steps, why, ("imagine", "practice"), (), materials)


def next_steps(made: Making) -> Words:
    """Alone: what to get ready."""
    steps = (
        _("On paper, without names: what could happen here, and which method would come first?"),
        _("The next seven days: what could you get ready, and with whom?"),
        _("The first 72 hours after it happens: whom would you call, and who would call you?"),
    )
    why = _("Nobody makes violence backfire alone: the first step is mostly a talk with somebody.")
    return Words(_("Your first steps"), steps, why, ("imagine", "practice"), (), (_("Paper and a pen"),))
