"""The text of a passage taken apart, from left to right, whatever format the story is written for."""

from __future__ import annotations

import re
from html import unescape

from backfire_sim.authoring.twee.story import Passage
from backfire_sim.authoring.twee.within import macros as m
from backfire_sim.authoring.twee.within.closings import MACRO, Closings
from backfire_sim.authoring.twee.within.gathering import GAP, LONGEST, MOST, Gathering, Reading
from backfire_sim.authoring.twee.within.links import parts
from backfire_sim.text import plain

_FIRST = re.compile(r"[\[\]<({}/\"`|$]")
"""The signs with which anything begins: they are looked for first, because most of a story is words."""
_TOKEN = re.compile(
    r"""(?P<image>\[[<>]?img\[) | (?P<link>\[\[(?!\[)) | (?P<sugarcube><<(?=/?[A-Za-z=-])) | (?P<snowman><%)
    | (?P<comment><!--|/\*|/%) | (?P<verbatim><nowiki>|\"\"\"|\{\{\{|```)
    | (?P<tag></?(?P<element>[A-Za-z][\w-]*)[^<>]*+>) | (?P<harlowe>\([ ]*[$A-Za-z_][\w$-]{0,60}[ ]*:(?!/))
    | (?P<modifier>^\[[^\[\]\n]+\][ ]*$) | (?P<named>\|[\w-]+[>)](?=\[)) | (?P<brace>[{}]) | (?P<square>[\[\]])
    | (?P<value>(?<![\w$])\$[A-Za-z_]\w*)""",
    re.VERBOSE | re.MULTILINE,
)
_CLOSING = {"<!--": "-->", "/*": "*/", "/%": "%/", "<nowiki>": "</nowiki>", '"""': '"""', "{{{": "}}}", "```": "```"}
_MACRO_NAME = re.compile(r"/?[A-Za-z][\w-]*|[=-]")
_HOOK = re.compile(r"[ \n]*\[(?!\[(?!\[))")
_HOOK_NAME = re.compile(r"<[\w-]+\|")
_PASSAGE = re.compile(r"""\bdata-passage\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_SETTER = re.compile(r"""\bdata-setter\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_FRONT_MATTER = re.compile(r"\A(?P<lines>(?:[^\n:]+:[^\n]*\n|\n)+)--+[ ]*(?:\n|\Z)")
_NEXT_MODIFIER = re.compile(r"^\[(?:cont|continue|continued|if|unless|else)\b", re.MULTILINE | re.IGNORECASE)
_INSERT = re.compile(r"\{([^{}\n]{1,500})\}")
_PLAIN_INSERT = re.compile(r"[A-Za-z_][\w.]*|(?:link to|restart link|back link|embed passage|reveal link)\b.*")
_BLOCKS = frozenset(
    (
        "br", "p", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "blockquote",
    )
)  # fmt: skip
_LINK_ENDS = frozenset(("/link", "/button", "/click"))


def read(passage: Passage, dialect: m.Dialect) -> Reading:
    """Take the text of a passage apart."""
    return _Reader(passage, dialect).read()


class _Reader:
    """Goes from sign to sign. Each kind of sign has its method, whose answer is where to go on."""

    def __init__(self, passage: Passage, dialect: m.Dialect) -> None:
        self.text = passage.text
        self.dialect = dialect
        self.closings = Closings(passage.text)
        self.found = Gathering(passage.text, passage.line + 1)
        self.hook_ends: set[int] = set()

    def read(self) -> Reading:
        text, found = self.text, self.found
        said = place = self._front_matter()
        while first := _FIRST.search(text, place):
            place = first.start()
            token = _TOKEN.match(text, place)
            if token is None:
                place += 1
                continue
            found.words(said, place)
            found.come_to(place)
            said = place = getattr(self, f"_{token.lastgroup}")(place, token)
        found.words(said, len(text))
        return found.gathered()

    def _front_matter(self) -> int:
        """Chapbook sets its variables above a line of two hyphens."""
        found = _FRONT_MATTER.match(self.text) if self.dialect == "chapbook" else None
        if found is None:
            return 0
        place = 0
        for line in found["lines"].split("\n"):
            self.found.come_to(place)
            place = min(place + len(line) + 1, len(self.text))
            if line.strip():
                self.found.code(line)
        return found.end()

    # -- Links ---------------------------------------------------------------------------------------------------

    def _link(self, at: int, _: re.Match[str]) -> int:
        end = self.closings.of_link(at + 2)
        if end < 0:
            return self.found.never_closed(at, at + 2)
        label, target, setter = parts(self.text[at + 2 : end])
        if setter:
            self.found.code(setter)
        if target:
            self.found.way(label, target)
        return end + 2

    def _image(self, at: int, token: re.Match[str]) -> int:
        end = self.closings.of_link(token.end())
        if end < 0:
            return self.found.never_closed(at, token.end())
        source, _, rest = self.text[token.end() : end].partition("][")
        self.found.pictures += 1
        target, _, setter = rest.partition("][")
        if setter:
            self.found.code(setter.strip())
        if target.strip():
            self.found.way(source.rpartition("|")[0].strip() or target.strip(), target.strip())
        return end + 2

    def _tag(self, at: int, token: re.Match[str]) -> int:
        element, written = token["element"].casefold(), token[0][:LONGEST]
        target = _PASSAGE.search(written)
        if target:
            return self._tag_with_passage(token, element, plain(unescape(target[1] or target[2] or "")).strip())
        if element in ("script", "style") and not written.startswith("</"):
            end = self.closings.of(f"</{element}>", token.end())
            end = token.end() if end < 0 else end
            self.found.code(self.text[at : min(end, at + LONGEST)])
            return end
        self.found.pictures += element in ("img", "image")
        if element in _BLOCKS:
            self.found.say("\n")
        return token.end()

    def _tag_with_passage(self, token: re.Match[str], element: str, target: str) -> int:
        setter = _SETTER.search(token[0][:LONGEST])
        if setter:
            self.found.code(unescape(setter[1] or setter[2] or ""))
        closing = f"</{element}>"
        end = self.closings.of(closing, token.end())
        near = 0 <= end - token.end() <= LONGEST
        self.found.way(self.text[token.end() : end] if near else target, target, token[0][:LONGEST])
        return end + len(closing) if near else token.end()

    # -- Macros --------------------------------------------------------------------------------------------------

    def _sugarcube(self, at: int, _: re.Match[str]) -> int:
        end = self.closings.of_sugarcube(at + 2)
        if end < 0:
            return self.found.never_closed(at, at + 2)
        content = self.text[at + 2 : min(end, at + LONGEST)].strip()
        name = _MACRO_NAME.match(content)
        word = name[0] if name else ""
        if word in m.SILENT:
            return self._silent(word, end + 2)
        if word in _LINK_ENDS:
            self.found.drop_begun()
        self._act(m.sugarcube(word, content[len(word) :]), f"<<{content}>>", -1, counted=not word.startswith("/"))
        return end + 2

    def _silent(self, word: str, start: int) -> int:
        closing = f"<</{word}>>"
        end = self.closings.of(closing, start)
        inside = self.text[start : min(end, start + LONGEST)] if end >= 0 else ""
        self.found.code(f"<<{word}>>{inside}{closing}" if inside else f"<<{word}>>")
        return end + len(closing) if end >= 0 else start

    def _harlowe(self, at: int, token: re.Match[str]) -> int:
        named = MACRO.match(self.text, at)
        name = named["name"].replace("-", "").replace("_", "").casefold() if named else ""
        if name not in m.HARLOWE and self.dialect != "harlowe":
            return self.found.words(at, at + 1)
        end = self.closings.of_harlowe(at)
        if end < 0:
            return self.found.never_closed(at, token.end())
        args = self.text[token.end() : min(end, at + LONGEST)]
        place = end + 1
        hook = _HOOK.match(self.text, place)
        hook_end = self.closings.of_hook(hook.end() - 1) if hook else -1
        if hook and hook_end >= 0:
            self.hook_ends.add(hook_end)
            place = hook.end()
        if name.startswith("else"):
            # Nothing of Harlowe's stands between two hooks; in the text both are read, one after the other.
            self.found.say(" ")
        self._act(m.harlowe(name, args), self.text[at : min(end + 1, at + LONGEST)], hook_end, counted=True)
        return place

    def _snowman(self, at: int, _: re.Match[str]) -> int:
        end = self.closings.of("%>", at + 2)
        if end < 0:
            return self.found.never_closed(at, at + 2)
        content = self.text[at + 2 : min(end, at + LONGEST)].strip()
        written = self.text[at : min(end, at + LONGEST)] + "%>"
        inside = self.found.inside
        if content.startswith(("=", "-")):
            self.found.say(GAP)
        if content.startswith("}") and inside:
            inside.pop()
        if content.strip("{} ;"):
            self.found.code(written, part=content.startswith("}"))
        if content.endswith("{"):
            inside.append((written, -1))
        return end + 2

    def _modifier(self, at: int, token: re.Match[str]) -> int:
        written = token[0].strip()
        word = written[1:].strip().partition(" ")[0].rstrip("];:,").casefold()
        if word not in m.MODIFIERS:
            return self._square(at, token)
        self.found.inside.clear()
        if word in ("if", "unless", "else", "ifalways", "ifnever"):
            self.found.inside.append((written, -1))
        self.found.code(written, part=word.startswith(("cont", "else")))
        if word not in m.UNSEEN_MODIFIERS:
            return token.end()
        following = _NEXT_MODIFIER.search(self.text, token.end())
        return following.start() if following else len(self.text)

    def _brace(self, at: int, _: re.Match[str]) -> int:
        if self.dialect == "harlowe":
            return at + 1
        insert = _INSERT.match(self.text, at) if self.dialect in ("", "chapbook") else None
        if insert is None or not (self.dialect or _PLAIN_INSERT.fullmatch(insert[1])):
            return self.found.words(at, at + 1)
        self._act(m.chapbook(insert[1]), insert[0], -1, counted=True)
        return insert.end()

    def _value(self, at: int, token: re.Match[str]) -> int:
        if len(self.found.values) < MOST:
            self.found.values.append(self.found.line)
        return self.found.words(at, token.end())

    def _act(self, macro: m.Macro, written: str, hook_end: int, *, counted: bool) -> None:
        """Do what a macro does to the ways and words; keep it as it is written if that is not all of it."""
        found, inside = self.found, self.found.inside
        match macro.act:
            case "link":
                for target in (macro.target, *macro.several):
                    found.way(target if macro.several else macro.label, target, written)
            case "open":
                found.begin(macro.label, written)
            case "jump":
                found.jump(macro.target, written)
            case "back":
                found.way(macro.label or "Back", "", written)
            case "show":
                found.shows.append(macro.target)
            case "print":
                found.say(macro.label or GAP)
            case "if" if written.startswith("<<") or hook_end >= 0:
                inside.append((written, hook_end))
            case "else" if inside:
                found.say(" ")
                inside[-1] = (f"{inside[-1][0].partition(' … ')[0]} … {written}", -1)
            case "end" if inside:
                inside.pop()
        if counted and macro.act not in m.TRANSLATED:
            found.code(written, part=macro.act == "else")

    # -- Other signs ---------------------------------------------------------------------------------------------

    def _comment(self, at: int, token: re.Match[str]) -> int:
        closing = _CLOSING[token[0]]
        meant = token[0] == "<!--" or self.dialect in ("", "sugarcube")
        end = self.closings.of(closing, token.end()) if meant else -1
        if end < 0:
            return self.found.words(at, token.end())
        self.found.comment(self.text[token.end() : min(end, at + LONGEST)])
        return end + len(closing)

    def _verbatim(self, at: int, token: re.Match[str]) -> int:
        closing = _CLOSING[token[0]]
        end = self.closings.of(closing, token.end())
        if end < 0:
            return self.found.words(at, token.end())
        self.found.verbatim(self.text[token.end() : end])
        return end + len(closing)

    def _named(self, at: int, token: re.Match[str]) -> int:
        """A hook of Harlowe with its name in front: `|name>[text]`."""
        end = self.closings.of_hook(token.end())
        if end < 0:
            return self.found.words(at, token.end())
        self.hook_ends.add(end)
        return token.end() + 1

    def _square(self, at: int, _: re.Match[str]) -> int:
        inside = self.found.inside
        while inside and 0 <= inside[-1][1] <= at:
            inside.pop()
        if at in self.hook_ends:
            named = _HOOK_NAME.match(self.text, at + 1)
            return named.end() if named else at + 1
        if self.dialect == "harlowe" and self.text[at] == "[" and (end := self.closings.of_hook(at)) >= 0:
            self.hook_ends.add(end)
            return at + 1
        return self.found.words(at, at + 1)
