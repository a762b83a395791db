"""Changing one setting by words, as a person types them on a command line."""

from backfire_sim.speech import _
from backfire_sim.storage.errors import StorageError
from backfire_sim.storage.settings import CHOICES, NAMES, Settings, can_be
from backfire_sim.text import one_line

YES, NO = "true", "false"


def changed(settings: Settings, name: str, words: str) -> Settings:
    """The settings with one of them changed. StorageError with what it can be, where it cannot be that."""
    name = one_line(name, 40).replace("-", "_")
    if name not in NAMES:
        from backfire_sim.scenario.suggest import nearest

        near = nearest(name, NAMES)
        there = _("There is no setting “{name}”. There are: {names}.", name=name, names=", ".join(NAMES))
        raise StorageError(f"{there} {_('Did you mean {name}?', name=near)}" if near else there)
    before, words = getattr(settings, name), one_line(words)
    value: object = words
    if isinstance(before, bool):
        value = {YES: True, NO: False}.get(words.casefold(), words)
    if not can_be(name, value):
        said = _("{name} cannot be “{value}”. It can be: {what}.", name=name, value=words[:40], what=can_say(name))
        raise StorageError(said)
    return settings._replace(**{name: value})  # type: ignore[arg-type]


def can_say(name: str) -> str:
    """What a setting can be, in words."""
    if name in CHOICES:
        return ", ".join(CHOICES[name])
    if isinstance(getattr(Settings(), name), bool):
        return f"{YES}, {NO}"
    if name == "scenarios":
        return _("the path of a folder, or nothing for the usual place")
    return _("one word of small letters, such as {first}", first=getattr(Settings(), name))


def said(value: object) -> str:
    """A value as it stands in the file."""
    return (YES if value else NO) if isinstance(value, bool) else str(value) or '""'
