"""The settings as lines: what each is, what it can be, and where they are kept."""

from collections.abc import Callable

from backfire_sim.plain.shape import item, items, prose
from backfire_sim.speech import _
from backfire_sim.storage.errors import StorageError
from backfire_sim.storage.paths import places
from backfire_sim.storage.setting_words import changed, said
from backfire_sim.storage.settings import NAMES, Settings, about, load, save


def told() -> list[str]:
    """Every setting, then the lines of the file that make no sense, then where the file is."""
    settings, passed_over = load()
    lines: list[str] = []
    for name in NAMES:
        lines += item(f"{name} = {said(getattr(settings, name))}", "")
        lines += item(about(name), "    ")
    if passed_over:
        lines += ["", _("Passed over in the file:"), *items(passed_over)]
    how = _("To change one: backfire settings NAME VALUE. The file, which you may change by hand too:")
    return [*lines, "", *prose(how), str(places().settings)]


def change(name: str, words: str, doubt: Callable[[str, Settings], str]) -> list[str]:
    """Change one setting and say what it is now. StorageError where it cannot be.

    `doubt` finds what the file itself cannot know: a color theme that is not there, a key that is in use.
    """
    settings = changed(load()[0], name, words)
    name = name.replace("-", "_")
    fault = doubt(name, settings)
    if fault:
        raise StorageError(fault)
    save(settings)
    return item(f"{name} = {said(getattr(settings, name))}", "")
