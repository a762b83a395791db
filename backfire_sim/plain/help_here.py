"""Where to get help here, as lines: what the trainer wrote, and how it is filled in."""

from backfire_sim.plain.shape import WIDTH, prose
from backfire_sim.speech import _
from backfire_sim.storage import help_here
from backfire_sim.storage.errors import StorageError
from backfire_sim.text import wrap


def told() -> list[str]:
    """What the trainer wrote, or whom to turn to where nobody wrote anything."""
    try:
        words = help_here.read()
    except StorageError as error:
        return prose(str(error))
    if not words:
        return prose(_(help_here.EMPTY))
    return [part for line in words.split("\n") for part in (wrap(line, WIDTH) or [""])]


def how() -> list[str]:
    """How the trainer fills it in, with the headings to begin with."""
    said = _(
        "To fill it in, write a text file with what people here need, and hand it over: backfire help-here --edit "
        "FILE. It stays on this machine. These headings are a beginning:"
    )
    return [*prose(said), "", *help_here.template().rstrip("\n").split("\n")]
