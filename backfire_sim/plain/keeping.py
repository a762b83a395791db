"""What is kept on this machine, told as lines, and how it is wiped."""

from backfire_sim.plain.commands import typed
from backfire_sim.plain.console import confirmed
from backfire_sim.plain.lines import say
from backfire_sim.plain.shape import WIDTH, prose
from backfire_sim.speech import _, plural
from backfire_sim.storage import privacy
from backfire_sim.storage.paths import places
from backfire_sim.text import wrap


def inventory_lines() -> list[str]:
    """Every path that the program writes to, one after the other, with what is in it."""
    lines = prose(_("Nothing leaves this machine. Backfire writes to these places, and to no other of its own accord:"))
    for kept in privacy.inventory():
        size = plural("{count} byte.", "{count} bytes.", kept.bytes) if kept.bytes else ""
        there = size if kept.exists else _("Nothing is there.")
        # A path is never broken: it is there to be copied.
        lines += ["", str(kept.path), *(f"  {line}" for line in wrap(f"{kept.what} {there}", WIDTH - 2))]
    last = _(
        "backfire wipe removes all of it, backfire wipe --practice only what you practiced. backfire play NAME "
        "--ephemeral keeps nothing."
    )
    return [*lines, "", *prose(last)]


def wipe(*, sure: bool) -> bool:
    """Remove all of it, asking first unless `sure`; whether nothing is left."""
    files = [kept for kept in privacy.inventory() if kept.exists]
    if not files:
        say([_("There is nothing to remove.")])
        return True
    plays = sum(kept.path.suffix == ".play" and kept.path.parent == places().plays for kept in files)
    question = plural(
        "This removes everything Backfire has kept: {count} play, what you practiced, the cache and the settings. "
        "Type {yes} to do it.",
        "This removes everything Backfire has kept: {count} plays, what you practiced, the cache and the settings. "
        "Type {yes} to do it.",
        plays,
        yes=typed("yes"),
    )
    return _wiped(prose(question), sure=sure)


def wipe_practice(*, sure: bool) -> bool:
    """Forget what was practiced and nothing else, asking first unless `sure`; whether nothing of it is left."""
    folder = places().practice
    if not any(kept.exists and folder in (kept.path, kept.path.parent) for kept in privacy.inventory()):
        say([_("Nothing was practiced here: there is nothing to remove.")])
        return True
    question = _(
        "This forgets what you practiced: every answer, and when it comes back. Plays, plans and settings stay. Type "
        "{yes} to do it.",
        yes=typed("yes"),
    )
    return _wiped(prose(question), sure=sure, only=privacy.PRACTICE)


def _wiped(question: list[str], *, sure: bool, only: str = "") -> bool:
    if not sure and not confirmed(question):
        say([_("Nothing was removed.")])
        return False
    done = privacy.wipe(only=only)
    say([_("Files and folders removed: {count}.", count=len(done.removed))])
    say([_("Still there: {path} ({why})", path=path, why=why) for path, why in done.left])
    say(done.warnings)
    return done.complete
