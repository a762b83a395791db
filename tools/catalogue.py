"""Keep the catalogues of the program's own words as they must be, or say where they are not.

python tools/catalogue.py            says what is missing, exit code 1 if anything is
python tools/catalogue.py --write    brings backfire.pot, every backfire.po and every backfire.mo up to date
python tools/catalogue.py --new fr   begins a language

What to translate is found in the code: every text in `_`, `plural`, `sense` and `later` (see backfire_sim/speech.py).
"""

import argparse
import ast
import io
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parent.parent / "backfire_sim"
LOCALE = PACKAGE / "locale"
TEMPLATE = LOCALE / "backfire.pot"

_HEAD = re.compile(
    r'^"(?:POT-Creation-Date|PO-Revision-Date|Generated-By|Report-Msgid-Bugs-To|Last-Translator): .*\n', re.MULTILINE
)
"""Lines of the head that say nothing."""

_PLACEHOLDER = re.compile(r"\{(\w*)[^{}]*\}|%(?:\(\w+\))?[a-z]")


def extracted() -> Catalog:
    """Every text in the code that is to be translated."""
    catalog = Catalog(project="Backfire", version="1", charset="utf-8")
    for file in sorted(PACKAGE.rglob("*.py")):
        place = (str(file.relative_to(PACKAGE.parent)), 1)
        for context, text in marked(file.read_text(encoding="utf-8")):
            catalog.add(text, None, [place], context=context or None)
    return catalog


def marked(code: str) -> Iterator[tuple[str, str | tuple[str, str]]]:
    """The texts that are marked in the code, in its order: (sense, text), or (sense, (one, many))."""
    calls = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        texts = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
        match getattr(call.func, "id", ""), texts:
            case ("_", [text]) | ("later", [text]):
                yield "", text
            case ("later", [text, meant]) | ("sense", [meant, text]):
                yield meant, text
            case ("plural", [one, many]):
                yield "", (one, many)


def languages() -> list[Path]:
    """The file of translations of each language."""
    return sorted(LOCALE.glob("*/LC_MESSAGES/backfire.po"))


def read(path: Path) -> Catalog:
    """A file of translations."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name, domain="backfire", abort_invalid=True)


def as_po(catalog: Catalog) -> bytes:
    """A catalogue as a file of translations."""
    out = io.BytesIO()
    write_po(out, _plain_head(catalog), width=100, include_lineno=False, ignore_obsolete=True)
    return _HEAD.sub("", out.getvalue().decode()).encode()


def as_mo(catalog: Catalog) -> bytes:
    """A catalogue as the program reads it."""
    out = io.BytesIO()
    write_mo(out, _plain_head(catalog))
    return out.getvalue()


def _plain_head(catalog: Catalog) -> Catalog:
    """The catalogue with a head that says nothing of who and when: the history of the file does."""
    catalog.creation_date = catalog.revision_date = datetime(2000, 1, 1, tzinfo=UTC)
    catalog.msgid_bugs_address = catalog.last_translator = ""
    catalog.language_team = catalog.locale.english_name if catalog.locale else ""
    catalog.header_comment = "# The program's own words. Scenarios have translations of their own, beside them."
    catalog.fuzzy = False
    return catalog


def key(message: Message) -> tuple[str, str]:
    """What a text is looked up by."""
    return message.context or "", message.id if isinstance(message.id, str) else message.id[0]


def keys(catalog: Catalog) -> set[tuple[str, str]]:
    """What every text is looked up by."""
    return {key(message) for message in catalog if message.id}


def faults(template: Catalog) -> list[str]:
    """Everything that is not as it must be."""
    found = []
    if not TEMPLATE.exists() or keys(read_template()) != keys(template):
        found.append(f"{TEMPLATE.name} is not what the code says. tools/catalogue.py --write makes it anew.")
    for path in languages():
        catalog, language = read(path), path.parent.parent.name
        found += [f"{language}: missing: {_shown(each)}" for each in sorted(keys(template) - keys(catalog))]
        found += [f"{language}: not in the code: {_shown(each)}" for each in sorted(keys(catalog) - keys(template))]
        for message in catalog:
            if message.id:
                found += [f"{language}: {fault}: {_shown(key(message))}" for fault in _faults_of(message, catalog)]
        compiled = path.with_suffix(".mo")
        if not compiled.exists() or compiled.read_bytes() != as_mo(catalog):
            found.append(f"{language}: {compiled.name} is not what {path.name} says. tools/catalogue.py --write")
    return found


def read_template() -> Catalog:
    """The template as it stands on the disk."""
    with TEMPLATE.open("rb") as file:
        return read_po(file, domain="backfire")


def _faults_of(message: Message, catalog: Catalog) -> list[str]:
    sources = [message.id] if isinstance(message.id, str) else list(message.id)
    said = [message.string] if isinstance(message.string, str) else list(message.string)
    found = ["to be looked at again"] if message.fuzzy else []
    if not all(said):
        return [*found, "not translated"]
    if len(sources) > 1 and len(said) != catalog.num_plurals:
        found.append(f"has {len(said)} forms for {catalog.num_plurals}")
    wanted = {frozenset(_named(text)) for text in sources}
    if any(frozenset(_named(text)) not in wanted for text in said):
        found.append("has other names in braces")
    if any(("\n" in text) != ("\n" in sources[0]) for text in said):
        found.append("has other line breaks")
    edges = {(text[:1].isspace(), text[-1:].isspace()) for text in sources}
    if any((text[:1].isspace(), text[-1:].isspace()) not in edges for text in said):
        found.append("begins or ends with other space")
    return found


def _named(text: str) -> list[str]:
    return [match.group(0).partition(":")[0].rstrip("}") for match in _PLACEHOLDER.finditer(text)]


def _shown(each: tuple[str, str]) -> str:
    context, text = each
    return f"{text!r} ({context})" if context else repr(text)


def write(template: Catalog) -> None:
    """Bring every file up to date."""
    LOCALE.mkdir(exist_ok=True)
    TEMPLATE.write_bytes(as_po(template))
    for path in languages():
        catalog = read(path)
        # No guessing what a new text resembles: with thousands of texts it takes minutes, and helps nobody who reads.
        catalog.update(template, no_fuzzy_matching=True)
        path.write_bytes(as_po(catalog))
        # Read again, so that it is made of what stands in the file.
        path.with_suffix(".mo").write_bytes(as_mo(read(path)))


def begin(language: str) -> Path:
    """Begin a language: all texts, none translated."""
    path = LOCALE / language.replace("-", "_") / "LC_MESSAGES" / "backfire.po"
    if path.exists():
        raise SystemExit(f"{path} is there already.")
    catalog = Catalog(locale=language.replace("-", "_"), domain="backfire", project="Backfire", version="1")
    catalog.update(extracted())
    path.parent.mkdir(parents=True)
    path.write_bytes(as_po(catalog))
    return path


def main() -> int:
    """Check, write or begin."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="bring every file up to date")
    parser.add_argument("--new", metavar="LANG", help="begin a language")
    args = parser.parse_args()
    if args.new:
        print(begin(args.new))
    template = extracted()
    if args.write or args.new:
        write(template)
    found = faults(template)
    print("\n".join(found) if found else f"{len(keys(template))} texts. Languages beside English: {len(languages())}.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
