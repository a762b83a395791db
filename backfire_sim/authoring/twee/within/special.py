"""Passages that are no part of a story: its program, its look, its frame. Story formats know them by name or by tag."""

from __future__ import annotations

from backfire_sim.authoring.twee.story import Passage
from backfire_sim.authoring.twee.within.macros import Dialect

_NAMES = frozenset(
    (
        "StoryInit", "StorySettings", "StoryIncludes", "StorySubtitle", "StoryAuthor", "StoryMenu", "StoryCaption",
        "StoryBanner", "StoryInterface", "StoryShare", "StoryDisplayTitle", "PassageHeader", "PassageFooter",
        "PassageReady", "PassageDone", "MenuOptions", "MenuShare", "MenuStory",
    )
)  # fmt: skip
_PROGRAM = frozenset(("script", "stylesheet", "twine.image", "twine.audio", "twine.video", "twine.vtt"))
_TAGS = _PROGRAM | {"twine.private", "annotation"}
_TAGS_OF: dict[Dialect, frozenset[str]] = {
    "sugarcube": frozenset(("widget", "init")),
    "harlowe": frozenset(("header", "footer", "startup", "debug-header", "debug-footer", "debug-startup")),
}


def is_special(passage: Passage, dialect: Dialect) -> bool:
    """Whether a passage belongs to the works of a story and is never read as a part of it."""
    tags = {tag.casefold() for tag in passage.tags}
    return passage.name in _NAMES or bool(tags & (_TAGS | _TAGS_OF.get(dialect, frozenset())))


def is_program(passage: Passage) -> bool:
    """Whether its text is a program, a style sheet or a picture, in which macros and links mean nothing."""
    return any(tag.casefold() in _PROGRAM for tag in passage.tags)
