"""The sets of colors: for the evening and the morning, of high contrast, and one without any color.

Every color lies on the 256-color cube or its gray ramp, so that a terminal without true color shows the same thing.
Ours is blue and theirs is orange, never green and red; and no color says anything that a word, a sign or a place
does not say as well.
"""

from textual.theme import Theme

from backfire_sim.speech import _, later

ROLES = ("ours", "theirs", "accent", "quiet", "shut", "line", "cursor", "mark")
"""What a widget may ask for by name: ours, theirs, the one accent, quiet text, text of what is shut, rules,
the ground of the chosen row, and what is marked for one round."""


def _theme(name: str, *, dark: bool, ground: str, text: str, raised: str, **roles: str) -> Theme:
    assert tuple(roles) == ROLES
    return Theme(
        name=name,
        dark=dark,
        primary=roles["ours"],
        secondary=roles["theirs"],
        accent=roles["accent"],
        warning=roles["mark"],
        error=roles["theirs"],
        success=roles["ours"],
        foreground=text,
        background=ground,
        surface=ground,
        panel=raised,
        variables=roles,
    )


THEMES = (
    _theme(
        "dusk",
        dark=True,
        ground="#121212",
        text="#E4E4E4",
        raised="#262626",
        ours="#5FAFFF",
        theirs="#FF8700",
        accent="#FFD75F",
        quiet="#A8A8A8",
        shut="#9E9E9E",
        line="#585858",
        cursor="#303030",
        mark="#FFD75F",
    ),
    _theme(
        "contrast-dark",
        dark=True,
        ground="#000000",
        text="#FFFFFF",
        raised="#1C1C1C",
        ours="#87D7FF",
        theirs="#FFAF00",
        accent="#FFFF87",
        quiet="#D0D0D0",
        shut="#BCBCBC",
        line="#A8A8A8",
        cursor="#1C1C1C",
        mark="#FFFFAF",
    ),
    _theme(
        "contrast-light",
        dark=False,
        ground="#FFFFFF",
        text="#000000",
        raised="#EEEEEE",
        ours="#0000AF",
        theirs="#870000",
        accent="#870087",
        quiet="#303030",
        shut="#3A3A3A",
        line="#767676",
        cursor="#EEEEEE",
        mark="#870087",
    ),
    _theme(
        "lamplight",
        dark=True,
        ground="#1C1C1C",
        text="#FFD7AF",
        raised="#262626",
        ours="#87D7FF",
        theirs="#FF8700",
        accent="#FFFF87",
        quiet="#D7AF87",
        shut="#BCBCBC",
        line="#5F5F5F",
        cursor="#303030",
        mark="#FFFF87",
    ),
    _theme(
        "morning",
        dark=False,
        ground="#FFFFD7",
        text="#303030",
        raised="#FFFFAF",
        ours="#005F87",
        theirs="#AF5F00",
        accent="#5F0000",
        quiet="#585858",
        shut="#626262",
        line="#AF875F",
        cursor="#FFFFAF",
        mark="#5F0000",
    ),
    _theme(
        "paper",
        dark=False,
        ground="#FFFFFF",
        text="#121212",
        raised="#EEEEEE",
        ours="#000000",
        theirs="#626262",
        accent="#000000",
        quiet="#4E4E4E",
        shut="#626262",
        line="#8A8A8A",
        cursor="#E4E4E4",
        mark="#303030",
    ),
)
"""In the order in which one key goes through them."""

NAMES = tuple(theme.name for theme in THEMES)

_ABOUT = {
    "dusk": later("dark and soft"),
    "contrast-dark": later("strong contrast on black"),
    "contrast-light": later("strong contrast on white, good for a projector"),
    "lamplight": later("dark and warm, with little blue in the words"),
    "morning": later("light and warm"),
    "paper": later("black on white, no color at all"),
}


def about(name: str) -> str:
    """What a set of colors is like. Each can be told apart by people who do not see red, green or blue."""
    return _(_ABOUT[name])


def after(name: str) -> str:
    """The theme that comes after this one."""
    return NAMES[(NAMES.index(name) + 1) % len(NAMES)] if name in NAMES else NAMES[0]


def known(name: str) -> str:
    """The name itself, or the first theme's where there is none of that name."""
    return name if name in NAMES else NAMES[0]
