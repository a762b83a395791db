"""A printed page taken apart: what stands where, as a person with the sheets in front of them would find it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "br", "hr", "img", "input", "link"}


@dataclass
class Leaf:
    """An element with what stands in it."""

    tag: str
    attributes: dict[str, str]
    inside: list[Leaf | str] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    @property
    def id(self) -> str:
        return self.attributes.get("id", "")

    @property
    def text(self) -> str:
        """Everything readable in it, with single spaces."""
        return " ".join("".join(self._texts()).split())

    @property
    def own_text(self) -> str:
        """What stands directly in it."""
        return " ".join("".join(part for part in self.inside if isinstance(part, str)).split())

    def _texts(self) -> Iterator[str]:
        for part in self.inside:
            if isinstance(part, str):
                yield part
            elif part.tag != "style":
                yield from part._texts()

    def all(self, selector: str) -> list[Leaf]:
        """Every element inside with this tag, `.class`, `tag.class` or `#id`, in order."""
        return [leaf for leaf in self.walk() if leaf._is(selector)]

    def one(self, selector: str) -> Leaf:
        """The first such element."""
        return next(leaf for leaf in self.walk() if leaf._is(selector))

    def walk(self) -> Iterator[Leaf]:
        for part in self.inside:
            if isinstance(part, Leaf):
                yield part
                yield from part.walk()

    def _is(self, selector: str) -> bool:
        if selector.startswith("#"):
            return self.id == selector[1:]
        tag, *classes = selector.split(".")
        return (not tag or self.tag == tag) and self.classes.issuperset(classes)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.top = Leaf("", {})
        self.open = [self.top]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        leaf = Leaf(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(leaf)
        if tag not in VOID:
            self.open.append(leaf)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def read(html: str) -> Leaf:
    """The page. Every element must be closed, and in the right order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == [reader.top], f"<{reader.open[-1].tag}> is never closed"
    return reader.top
