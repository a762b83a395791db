"""What stands around the training: arriving, agreements and ways out, breaks, closing."""

from backfire_sim.speech import _, plural
from backfire_sim.training.agenda import MANY
from backfire_sim.training.blocks.block import MODEL, Making, Words, help_here, page


def welcome(made: Making) -> Words:
    """What this is, how we are with each other, and how anybody can stop."""
    shape, hurt = made.shape, "experienced" in made.intake.groups
    short = made.minutes < 10
    steps = [
        _(
            "Say what this is: incidents of political violence, told in words. No pictures, no sounds, and nobody "
            "plays the perpetrators."
        ),
        _("Say the ways out: anyone may pass, pause or leave, and nobody asks why.")
        if shape.paper
        else _(
            "Say the ways out: anyone may pass, pause or leave, and nobody asks why. Show the keys at the foot of "
            "the screen: pause, veil, blank."
        ),
        _("Read the content notes of {title} aloud. If somebody would rather not, take another.", title=made.title),
    ]
    if not short:
        steps += [
            _(
                "Agree how you want to be with each other. To begin with: we listen; what is said here stays here; "
                "nobody has to speak; everyone has a role, and not the same one."
            ),
            _("In pairs, two minutes: what helps you, and people near you, feel safer?"),
            _("Say what is kept: nothing that is written on paper, and no real names or plans on any sheet.")
            if shape.paper
            else _(
                "Say what is kept on this computer: the choices of the play, without names. Real names and real plans "
                "stay out of it."
            ),
        ]
    if len(shape.tables) > 1:
        steps.append(_seats(shape.tables))
    if hurt:
        steps.append(
            _(
                "Some people here have been through something like this. Say so kindly, ask nobody to tell it, and "
                "say who can be talked to."
            )
        )
    why = _("People choose better when they know what is coming, and that they can stop.")
    if hurt and not short:
        why = _(
            "You said that you have experienced a threat or intimidation. So arriving gets more time: people choose "
            "better when they know what is coming, and that they can stop."
        )
    materials = []
    if not short:
        materials.append(_("A sheet for the agreements that everyone can see"))
    if shape.paper:
        materials.append(_("The Pause card, where everyone can reach it"))
    title = _("Welcome, agreements, ways out")
    return Words(title, tuple(steps), why, openings=(help_here(),), materials=tuple(materials))


def arrive(made: Making) -> Words:
    """Alone: is now a good time, and how do I stop?"""
    steps = [
        _("Is now a good time? If not, another day is as good: nothing is lost."),
        _("Look at the keys at the foot of the screen: pause, veil, blank."),
        _("Read what {title} holds before you begin it.", title=made.title),
    ]
    if made.minutes > 2 and "experienced" in made.intake.groups:
        steps.append(_("If it comes close to what you have been through, think of somebody you could call afterward."))
    short = made.shape.minutes < 90
    if short:
        steps.append(_("Look at the five gates once: each method of theirs narrows one, and one R widens it."))
    why = _("You choose better when you know what is coming, and that you can stop.")
    openings = (page(MODEL),) if short else (help_here(),)
    return Words(_("Arrive"), tuple(steps), why, ("learn",) if short else (), openings)


def pause(made: Making) -> Words:
    """A break."""
    steps = (
        (_("Stand up, drink something, look out of a window."),)
        if made.shape.alone
        else (
            _("Open a window, put water and something to eat within reach."),
            _("Nobody has to talk about it. Look for those who sit alone."),
        )
    )
    materials = () if made.shape.alone else (_("Water, something to eat"),)
    return Words(_("Break"), steps, _("Nobody takes in more than an hour of this."), materials=materials)


def close(made: Making) -> Words:
    """One thing to take home, feet on the floor, and who can be talked to."""
    shape = made.shape
    steps = []
    if made.minutes > 5:
        steps += [
            _("On paper, each table: what do we get ready in the next seven days? Who begins, and when do we ask?"),
            _("Look at what helps before anything happens: documentation, a code of conduct, families who know."),
        ]
    if shape.alone:
        steps.append(_("Write down one thing that you take with you, on paper."))
    else:
        steps.append(_("Each says one thing they take with them, in one sentence; anyone may pass."))
    if made.minutes > 2:
        steps.append(
            _("Feet on the floor, shoulders down, three slow breaths. Look around and name three things you see.")
        )
    if not shape.alone:
        steps.append(_("Say who can be talked to afterward, and stay a while yourself."))
    if shape.minutes > 90:
        steps.append(_("Take your own plan with you, and tear up every other sheet."))
    elif shape.paper:
        steps.append(_("Tear up every sheet of the play."))
    why = _("What is said aloud is done more often, and nobody should leave with their heart racing.")
    if shape.alone:
        why = _("One thing that is written down is done more often than ten that were thought of.")
    if made.minutes > 5 and "high_risk" in made.intake.groups:
        why = _("You are part of a group at high risk: so getting ready begins before you leave the room.")
    title = _("First steps, commitments, grounding") if made.minutes > 5 else _("Commitments and grounding")
    if shape.alone:
        title = _("Close")
    return Words(title, tuple(steps), why, openings=(help_here(),))


def _seats(tables: tuple[int, ...]) -> str:
    most, least = max(tables), min(tables)
    if most == least:
        said = _("Sit at {count} tables of {people}.", count=len(tables), people=most)
    else:
        said = _("Sit at {count} tables of {least} or {most}.", count=len(tables), least=least, most=most)
    if sum(tables) > MANY:
        helpers = -(-len(tables) // 3)
        said += " " + plural(
            "That takes {count} person who goes from table to table.",
            "That takes {count} people who go from table to table.",
            helpers,
        )
    return said
