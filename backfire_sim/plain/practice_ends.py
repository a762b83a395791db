"""How a sitting begins and ends, and how it stands with each principle, as lines."""

from shlex import quote

from backfire_sim.plain.commands import typed
from backfire_sim.plain.shape import blocks, item, items, prose
from backfire_sim.practice.progress import NEW
from backfire_sim.speech import _
from backfire_sim.views.practice_progress import Group, Next, ProgressView, Row
from backfire_sim.views.practice_sitting import ANYWAY, PLAY, PREPARE, STOP, Closing, Opening, Way


def began(opening: Opening, *, kept: bool, begins: bool) -> list[str]:
    """What there is to practice, and how it goes. `begins`: whether a decision follows."""
    anyway = any(way.id == ANYWAY for way in opening.ways) and not begins
    return blocks(
        prose(" ".join(opening.words)),
        prose(" ".join(opening.how)),
        prose(_how(kept=kept)) if begins else [],
        prose(_("To practice anyway: backfire practice --plain --anyway")) if anyway else [],
    )


def _how(*, kept: bool) -> str:
    where = _("Each answer is kept as you give it.") if kept else _("Nothing of this is kept, as the settings say.")
    how = _(
        "Ten decisions or ten minutes at most. Type {help} or {quit} at any time.",
        help=typed("help"),
        quit=typed("quit"),
    )
    return f"{how} {where}"


def ended(closing: Closing) -> list[str]:
    """What came of a sitting, what comes back when, and what could be next."""
    returns = [_("{principle}, {when}", principle=each.label, when=each.when) for each in closing.returns]
    return blocks(
        prose(" ".join(closing.words)),
        [_("What comes back:"), *items(returns)] if returns else [],
        [_("Next, if you like:"), *(line for way in closing.ways for line in _way(way))],
    )


def _way(way: Way) -> list[str]:
    said = " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in (way.label, way.words) if part)
    command = {PLAY: f"backfire play {quote(way.to)}", PREPARE: f"backfire learn {way.to}"}.get(way.id, "")
    # A command is never broken: it is there to be copied.
    return [*item(said), *([f"  {command}"] if command and way.id != STOP else [])]


# -- How it stands -----------------------------------------------------------------------------------------------------


def standing(view: ProgressView) -> list[str]:
    """How it stands with each principle, how sure somebody was against what fitted, and what to play next."""
    if not view.answered:
        return blocks(prose(view.summary), prose(_("To begin: backfire practice --plain")))
    sure = [f"{row.words}." for row in view.sure]
    new = [told for group in view.groups if (told := _not_met(group))]
    return blocks(
        prose(f"{view.summary} {view.due}"),
        *(_met(group) for group in view.groups),
        [_("Not met yet:"), *items(new)] if new else [],
        [_("How sure you were, and what fitted:"), *items(sure), *prose(view.sure_words)],
        _next(view.next) if view.next else [],
    )


def _met(group: Group) -> list[str]:
    """What was met of a group, one after the other."""
    rows = [_row(row) for row in group.rows if row.state != NEW]
    return [f"{group.title}:", *items(rows)] if rows else []


def _not_met(group: Group) -> str:
    """What was not met yet of a group, in one sentence."""
    labels = [row.label for row in group.rows if row.state == NEW]
    return f"{group.title}: {', '.join(labels)}." if labels else ""


def _row(row: Row) -> str:
    said = _(
        "{principle}, {state}. Likely still known: {recall} of 100.",
        principle=row.label,
        state=row.state_words,
        recall=row.recall,
    )
    return " ".join(part for part in (said, row.comes_back, row.missed) if part)


def _next(next: Next) -> list[str]:
    return [*prose(f"{next.words} {next.why}"), f"backfire play {quote(next.source)}"]
