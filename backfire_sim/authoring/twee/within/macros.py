"""What the macros of Twine's story formats do, as far as it makes ways, shows other passages, or asks a condition."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from backfire_sim.authoring.twee.within.links import parts

Dialect = Literal["", "sugarcube", "harlowe", "chapbook", "snowman"]
"""A story format by its own rules of writing; empty if it is not known."""

_DIALECTS: dict[str, Dialect] = {
    "sugarcube": "sugarcube",
    "sugarcane": "sugarcube",
    "responsive": "sugarcube",
    "jonah": "sugarcube",
    "harlowe": "harlowe",
    "chapbook": "chapbook",
    "snowman": "snowman",
}
_SIGNS: dict[Dialect, re.Pattern[str]] = {
    "snowman": re.compile(r"<%"),
    "sugarcube": re.compile(r"<<[a-zA-Z=-]"),
    "harlowe": re.compile(r"\((?:set|put|if|unless|else-if|else|print|link|link-goto|goto|go-to|display):"),
    "chapbook": re.compile(r"^\[(?:if|unless|else|cont|continued|after|align)\b[^\[\]\n]*\]$|^--$", re.MULTILINE),
}

HARLOWE = frozenset(
    (
        "set", "put", "move", "print", "if", "unless", "elseif", "else", "display", "goto", "linkgoto",
        "linkrevealgoto", "link", "linkreplace", "linkreveal", "linkrepeat", "linkrerun", "linkundo", "linkrun",
        "undo", "either", "random", "hook", "show", "hide", "replace", "prepend", "append", "click", "clickgoto",
        "clickreplace", "mouseover", "mouseovergoto", "mouseout", "live", "stop", "after", "event", "timed",
        "transition", "transitiondepart", "css", "textstyle", "textcolour", "textcolor", "background", "align", "for",
        "loop", "cyclinglink", "seqlink", "inputbox", "savegame", "loadgame", "alert", "prompt", "confirm", "history",
        "visited", "passage", "arr", "array", "dm", "datamap", "dataset", "restart", "reload", "gotourl", "openurl",
        "storylet", "linkstorylet", "openstorylets", "sidebar", "enchant", "forget", "ignore", "t8n", "t8ndepart",
        "unlessvisited", "dropdown", "checkbox", "meter", "icon",
    )
)  # fmt: skip
"""Macros of Harlowe that no sentence would be mistaken for, without their hyphens."""

SILENT = frozenset(("script", "silently", "silent", "style"))
"""SugarCube's macros around what nobody reads."""

MODIFIERS = frozenset(
    (
        "if", "unless", "else", "ifalways", "ifnever", "after", "append", "align", "cont", "continue", "continued",
        "css", "javascript", "js", "note", "fixme", "todo",
    )
)  # fmt: skip
"""Chapbook's modifiers, which stand in brackets on a line of their own."""
UNSEEN_MODIFIERS = frozenset(("css", "javascript", "js", "note", "fixme", "todo"))
"""Those above what nobody reads."""

_STRING = re.compile(r'"((?:\\.|[^"\\])*+)"|\'((?:\\.|[^\'\\])*+)\'')
_WORD = re.compile(r'"((?:\\.|[^"\\])*+)"|\'((?:\\.|[^\'\\])*+)\'|([^\s"\'][^\s]*)')
_LINK = re.compile(r"\[\[([^\n]*?)\]\]+")
_INSERT = re.compile(rf"(?P<key>passage|label|to|text)\s*:\s*(?:{_STRING.pattern})")
_PLAIN_NAME = re.compile(r"[$_][A-Za-z]\w*")

Act = Literal["", "link", "open", "jump", "back", "show", "print", "if", "else", "end"]


TRANSLATED = frozenset(("link", "open", "jump", "back"))
"""What becomes a way out; a link that is begun and never led anywhere is told apart elsewhere."""


class Macro(NamedTuple):
    """What one macro does."""

    act: Act = ""
    """`link` makes a way, `open` begins one whose target comes later, `jump` goes on at once, `back` leads to the
    passage before, `show` puts in another passage, `print` a value, `if`, `else`, `end` are about conditions."""
    label: str = ""
    target: str = ""
    several: tuple[str, ...] = ()
    """Targets of more links of the same kind."""


def dialect_of(format_: str, texts: list[str]) -> Dialect:
    """How a story is written: by the name of its format, or else by the signs that its passages are full of."""
    known = _DIALECTS.get(format_.casefold().partition("-")[0].strip())
    if known:
        return known
    counts = {dialect: sum(len(sign.findall(text)) for text in texts) for dialect, sign in _SIGNS.items()}
    likely = max(counts, key=lambda dialect: counts[dialect])
    return likely if counts[likely] else ""


def sugarcube(name: str, args: str) -> Macro:
    """A macro of SugarCube, or of the formats of Twine 1: `<<name args>>`."""
    match name:
        case "link" | "button" | "click":
            return _sugarcube_link(args)
        case "goto" | "linkgoto":
            return Macro("jump", target=_target(args))
        case "choice":
            words = _words(args)
            if "[[" in args or not words:
                return _sugarcube_link(args)
            return Macro("link", words[1] if len(words) > 1 else words[0], words[0])
        case "actions":
            words = _words(args)
            return Macro("link", words[0], words[0], tuple(words[1:])) if words and "[[" not in args else Macro()
        case "return":
            return Macro("back", next(iter(_strings(args)), ""))
        case "include" | "display":
            return Macro("show", target=_target(args))
        case "print" | "=" | "-":
            return Macro("print", _shown(args))
        case "if" | "unless" | "switch":
            return Macro("if")
        case "else" | "elseif" | "case" | "default":
            return Macro("else")
        case "/if" | "endif" | "/unless" | "/switch":
            return Macro("end")
    return Macro()


def harlowe(name: str, args: str) -> Macro:
    """A macro of Harlowe: `(name: args)`, its name without hyphens and in small letters."""
    strings = _strings(args)
    match name:
        case "linkgoto" | "linkrevealgoto":
            if not strings:
                return Macro("link", args.strip(), args.strip())
            # What follows the words is no text where it is calculated.
            target = strings[-1] if len(strings) > 1 or "," not in args else args.rpartition(",")[2].strip()
            return Macro("link", strings[0], target)
        case "clickgoto" | "mouseovergoto" | "mouseoutgoto":
            return Macro("link", strings[-1], strings[-1]) if strings else Macro()
        case "link" | "linkreplace" | "linkreveal" | "linkrepeat" | "linkrerun" | "linkrun":
            return Macro("open", strings[0] if strings else "")
        case "goto":
            return Macro("jump", target=strings[0] if strings else args.strip())
        case "display":
            return Macro("show", target=strings[0] if strings else "")
        case "print" | "either" | "random":
            return Macro("print", _shown(args) if name == "print" else "")
        case "if" | "unless" | "elseif" | "else":
            return Macro("if")
    return Macro()


def chapbook(insert: str) -> Macro:
    """An insert of Chapbook: `{link to: 'passage', label: 'words'}`, `{embed passage: 'passage'}`, `{name}`."""
    given = {found["key"]: found[2] if found[2] is not None else found[3] for found in _INSERT.finditer(insert)}
    kind = insert.strip().casefold()
    if kind.startswith(("link to", "restart link")):
        return Macro("link", given.get("label", given.get("to", "")), given.get("to", "")) if "to" in given else Macro()
    if kind.startswith(("embed passage", "reveal link")):
        return Macro("show", given.get("label", ""), given.get("passage", ""))
    return Macro("print", f"{{{insert.strip()}}}" if re.fullmatch(r"[\w.]+", insert.strip()) else "")


def _sugarcube_link(args: str) -> Macro:
    found = _LINK.search(args)
    if found:
        written = parts(found[1])
        return Macro("link", written.label, written.target)
    words = _words(args)
    if len(words) > 1:
        return Macro("link", words[0], words[1])
    return Macro("open", words[0] if words else "")


def _target(args: str) -> str:
    found = _LINK.search(args)
    if found:
        return parts(found[1]).target
    words = _words(args)
    return words[0] if words else ""


def _strings(args: str) -> list[str]:
    return [_unescaped(found[1] if found[1] is not None else found[2]) for found in _STRING.finditer(args)]


def _words(args: str) -> list[str]:
    """The arguments of a macro, in quotes or without."""
    words = []
    for found in _WORD.finditer(args):
        quoted = found[1] if found[1] is not None else found[2]
        words.append(found[3] if quoted is None else _unescaped(quoted))
    return words


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text) if "\\" in text else text


def _shown(args: str) -> str:
    """What stands in the text for a value: the variable itself if it is one and no calculation."""
    return args.strip() if _PLAIN_NAME.fullmatch(args.strip()) else ""
