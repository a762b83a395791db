"""What is kept on this machine, told as lines, and how it is wiped."""

from backfire_sim.plain.console import confirmed
from backfire_sim.plain.lines import say
from backfire_sim.plain.shape import WIDTH, prose
from backfire_sim.storage import privacy
from backfire_sim.text import wrap


def inventory_lines() -> list[str]:
    """Every path that the program writes to, one after the other, with what is in it."""
    lines = prose("Nothing leaves this machine. Backfire writes to these places, and to no other of its own accord:")
    for kept in privacy.inventory():
        size = f" {kept.bytes} bytes." if kept.bytes else ""
        there = size if kept.exists else " Nothing is there."
        # A path is never broken: it is there to be copied.
        lines += ["", str(kept.path), *(f"  {line}" for line in wrap(f"{kept.what}{there}", WIDTH - 2))]
    return [*lines, "", *prose("backfire wipe removes all of it. backfire play NAME --ephemeral keeps nothing.")]


def wipe(*, sure: bool) -> bool:
    """Remove all of it, asking first unless `sure`; whether nothing is left."""
    files = [kept for kept in privacy.inventory() if kept.exists]
    if not files:
        say(["There is nothing to remove."])
        return True
    plays = sum(kept.path.suffix == ".play" for kept in files)
    question = (
        f"This removes everything Backfire has kept: {plays} plays, the cache and the settings. Type yes to do it."
    )
    if not sure and not confirmed(prose(question)):
        say(["Nothing was removed."])
        return False
    done = privacy.wipe()
    say([f"Removed {len(done.removed)} files and folders."])
    say([f"Still there: {path} ({why})" for path, why in done.left])
    say(done.warnings)
    return done.complete
