"""What stands within a passage: ways out in every way of writing them, macros of every format, and sentences."""

import pytest

from backfire_sim.authoring.twee.story import Passage
from backfire_sim.authoring.twee.within.gathering import Reading
from backfire_sim.authoring.twee.within.links import parts
from backfire_sim.authoring.twee.within.macros import Dialect, dialect_of
from backfire_sim.authoring.twee.within.markup import read
from backfire_sim.authoring.twee.within.prose import prose


def reading(text: str, dialect: Dialect = "") -> Reading:
    """A passage whose text begins on line 1."""
    return read(Passage("Hall", text, 0), dialect)


def ways(text: str, dialect: Dialect = "") -> list[tuple[str, str]]:
    return [(link.label, link.target) for link in reading(text, dialect).links]


def macros(text: str, dialect: Dialect = "") -> list[tuple[int, str]]:
    return [(code.line, code.text) for code in reading(text, dialect).macros if not code.part]


def paragraphs(text: str, dialect: Dialect = "") -> list[str]:
    return list(prose(reading(text, dialect), dialect).paragraphs)


@pytest.mark.parametrize(
    ("content", "label", "target", "setter"),
    [
        ("Hall", "Hall", "Hall", ""),
        ("go in->Hall", "go in", "Hall", ""),
        (" go in -> Hall ", "go in", "Hall", ""),
        ("Hall<-go in", "go in", "Hall", ""),
        ("go in|Hall", "go in", "Hall", ""),
        ("go in|Hall][$x = 1", "go in", "Hall", "$x = 1"),
        ("Hall][$x = 1", "Hall", "Hall", "$x = 1"),
        # The rightmost arrow to the right, or else the leftmost to the left.
        ("a->b->c->Hall", "a->b->c", "Hall", ""),
        ("Hall<-a<-b", "a<-b", "Hall", ""),
        ("yes | no|Hall", "yes | no", "Hall", ""),
        ("->Hall", "Hall", "Hall", ""),
    ],
)
def test_a_link_has_a_label_and_a_target(content: str, label: str, target: str, setter: str) -> None:
    assert parts(content) == (label, target, setter)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[Hall]] and [[in->Hall]]", [("Hall", "Hall"), ("in", "Hall")]),
        ("[[in|Hall][$a[0] = $b[1]]]", [("in", "Hall")]),
        (
            "[[''in''->Hall]] [[<<print $x>> in->Hall]] [[R&amp;D->Lab]]",
            [("in", "Hall"), ("in", "Hall"), ("R&D", "Lab")],
        ),
        ("[[ ]] [[]] [not a link]", []),
        ("[[never closed\n]]", []),
        ("<nowiki>[[a]]</nowiki> <!-- [[b]] --> {{{[[c]]}}} [[d]]", [("d", "d")]),
        # Inside macros, and made by them.
        ("<<if $key>>[[Open->Door]]<<else>>[[Leave->Out]]<</if>>", [("Open", "Door"), ("Leave", "Out")]),
        ("<<link [[in|Hall]]>><</link>> <<button [[Hall]]>><</button>>", [("in", "Hall"), ("Hall", "Hall")]),
        ('<<link "in" "Hall">><<set $x to 1>><</link>>', [("in", "Hall")]),
        ("<<link 'Don\\'t' 'Hall'>><</link>>", [("Don't", "Hall")]),
        ('<<link "in">><<set $x to 1>><<goto "Hall">><</link>>', [("in", "Hall")]),
        ('<<if $x>><<goto "Hall">><</if>>', [("Hall", "Hall")]),
        ('<<choice "Hall" "in">> <<actions "Hall" "Yard">>', [("in", "Hall"), ("Hall", "Hall"), ("Yard", "Yard")]),
        ('<a data-passage="The &quot;Hall&quot;" data-setter="$x = 1">in</a>', [("in", 'The "Hall"')]),
        ("[img[Door|door.png][Hall][$x = 1]] [img[tree.png]]", [("Door", "Hall")]),
        ("(if: $key)[[[Open->Door]]](else:)[ [[Leave->Out]] ]", [("Open", "Door"), ("Leave", "Out")]),
        ('(link-goto: "in", "Hall") (link-goto: "Hall")', [("in", "Hall"), ("Hall", "Hall")]),
        ('(link: "in")[(set: $x to 1)(go-to: "Hall")]', [("in", "Hall")]),
        ("{link to: 'Hall', label: 'in'}", [("in", "Hall")]),
        ("<% if (s.key) { %>[[Open->Door]]<% } %>", [("Open", "Door")]),
    ],
)
def test_ways_out_are_found_however_they_are_written(text: str, expected: list[tuple[str, str]]) -> None:
    assert ways(text) == expected


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("<<if $a>>[[x]]<</if>>[[y]]", [("<<if $a>>",), ()]),
        ("<<if $a>><<if $b>>[[x]]<</if>>[[y]]<</if>>", [("<<if $a>>", "<<if $b>>"), ("<<if $a>>",)]),
        ("<<if $a>>[[x]]<<elseif $b>>[[y]]<</if>>", [("<<if $a>>",), ("<<if $a>> … <<elseif $b>>",)]),
        ("(if: $a)[(if: $b)[[[x]]] [[y]]] [[z]]", [("(if: $a)", "(if: $b)"), ("(if: $a)",), ()]),
        ("[if a]\n[[x]]\n[continued]\n[[y]]", [("[if a]",), ()]),
        ("<% if (a) { %>[[x]]<% } else { %>[[y]]<% } %>[[z]]", [("<% if (a) { %>",), ("<% } else { %>",), ()]),
    ],
)
def test_a_way_knows_the_conditions_around_it(text: str, inside: list[tuple[str, ...]]) -> None:
    assert [link.inside for link in reading(text).links] == inside


@pytest.mark.parametrize(
    ("dialect", "text", "expected"),
    [
        ("", "a\n<<set $x to 1>>\n(set: $y to 2)", [(2, "<<set $x to 1>>"), (3, "(set: $y to 2)")]),
        ("", '<<set $x to "a >> b">><<= $x>>', [(1, '<<set $x to "a >> b">>'), (1, "<<= $x>>")]),
        ("", "<<if $x>>a<<elseif $y>>b<<else>>c<</if>>", [(1, "<<if $x>>")]),
        ("", "<<note don't>> yes", [(1, "<<note don't>>")]),
        ("", "<<script>>\na >> b\n<</script>>\n<<run x>>", [(1, "<<script>> a >> b <</script>>"), (4, "<<run x>>")]),
        ("", "<<link 'more'>><<remove '#a'>>a<</remove>><</link>>", [(1, "<<link 'more'>>"), (1, "<<remove '#a'>>")]),
        ("", "[[in|Hall][$x = 1]]", [(1, "$x = 1")]),
        ("harlowe", "(set: $a to (either: 'x)', \"y\"))", [(1, "(set: $a to (either: 'x)', \"y\"))")]),
        ("harlowe", "(if: $a's 1st is 2)[yes] (my-macro: 1)", [(1, "(if: $a's 1st is 2)"), (1, "(my-macro: 1)")]),
        ("", "(if: $a)[\n(print: $b)\n]", [(1, "(if: $a)"), (2, "(print: $b)")]),
        ("chapbook", "a: 1\n--\nHi {b}.\n[if a]\nYes.\n[else]\nNo.", [(1, "a: 1"), (3, "{b}"), (4, "[if a]")]),
        ("", "[if a]\nYes {name}.\n[continued]", [(1, "[if a]"), (2, "{name}")]),
        ("snowman", "<% s.x = 1 %>\n<%= s.x %>", [(1, "<% s.x = 1 %>"), (2, "<%= s.x %>")]),
    ],
)  # fmt: skip
def test_macros_are_kept_as_they_are_written_with_their_lines(
    dialect: Dialect, text: str, expected: list[tuple[int, str]]
) -> None:
    assert macros(text, dialect) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He paid $5 (note: in coins) and/or {nothing}: 3 << 4, a < b.",
        "She asked (quietly) about [that] and 1/2 of it; see https://example.org/a//b.",
        "It's 'fine', don't ask. 5 * 3 * 2 is thirty.",
    ],
)
def test_sentences_are_no_macros(text: str) -> None:
    assert macros(text, "sugarcube") == []
    assert paragraphs(text, "sugarcube") == [text]


@pytest.mark.parametrize(
    ("dialect", "text", "expected"),
    [
        ("", "One.\nTwo.\n\n\nThree.", ["One.", "Two.", "Three."]),
        ("chapbook", "One\nline.\n\nThree.", ["One line.", "Three."]),
        ("", "''Bold'', //slanted// and __lined__, ~~gone~~.", ["Bold, slanted and lined, gone."]),
        ("harlowe", "**Bold** and *slanted*.\n=><=\n(align: '==>')[right]", ["Bold and slanted.", "right"]),
        ("", "Go [[in->Hall]], or [[home]].", ["Go in, or home."]),
        ("", "Where to?\n* [[in->Hall]]\n* [[home]]\n[[a]] | [[b]] or [[c]]", ["Where to?"]),
        ("", "* a thing\n* [[in->Hall]]", ["• a thing"]),
        ("", "a<br>b<p>c</p> &mdash; d &amp; e", ["a", "b", "c", "— d & e"]),
        ("", "She said yes<<set $x to 1>>.\n<<set $y to 1>>\nNo.", ["She said yes.", "No."]),
        ("", "You have <<print $coins>> of <<print $a + 1>> coins, $name.", ["You have $coins of … coins, $name."]),
        ("", "<<if $x>>Yes.<<else>>No.<</if>>", ["Yes. No."]),
        ("harlowe", "(if: $x)[Yes.](else:)[No.] |note>[See.] [plain]<b|", ["Yes. No. See. plain"]),
        ("", "<nowiki>[[not]] ''this''</nowiki> <b>yes</b>", ["[[not]] ''this'' yes"]),
        ("", "one \\\nline", ["one line"]),
        ("", "<!-- a --> /* b */ seen", ["seen"]),
        ("chapbook", "seen\n[note]\nnot seen\n[continued]\nagain", ["seen", "again"]),
        ("", "<style>p { color: red }</style>seen<script>x()</script>", ["seen"]),
        ("", "a [[broken <<if (set: $x", ["a [[broken <<if (set: $x"]),
    ],
)
def test_what_people_read_is_left(dialect: Dialect, text: str, expected: list[str]) -> None:
    assert paragraphs(text, dialect) == expected


def test_words_beside_a_link_are_kept_with_it() -> None:
    found = prose(reading("* [[in->Hall]] (needs a key)\n[[home]]"), "sugarcube")
    assert [(link.target, link.beside) for link in found.links] == [("Hall", "needs a key"), ("home", "")]
    assert found.paragraphs == ()


@pytest.mark.parametrize(
    ("dialect", "text"), [("sugarcube", "!The hall\n\nIt is cold."), ("harlowe", "##The hall\nIt is cold.")]
)
def test_a_heading_is_the_title(dialect: Dialect, text: str) -> None:
    found = prose(reading(text, dialect), dialect)
    assert (found.title, found.paragraphs) == ("The hall", ("It is cold.",))


@pytest.mark.parametrize(
    ("text", "line"),
    [("a\n[[never", 2), ("<<set $x", 1), ("\n\n(set: $x", 3), ("<% if (x) {", 1), ("[[a]] [[b\n]]", 1)],
)
def test_what_is_never_closed_is_told_with_its_line(text: str, line: int) -> None:
    assert [code.line for code in reading(text).open] == [line]


@pytest.mark.parametrize(
    ("format_", "text", "expected"),
    [
        ("SugarCube", "", "sugarcube"),
        ("Harlowe-3", "", "harlowe"),
        ("Sugarcane", "", "sugarcube"),
        ("Chapbook", "<<a>>", "chapbook"),
        ("", "<<set $x to 1>> hello", "sugarcube"),
        ("", "(set: $x to 1)(if: $x)[a]", "harlowe"),
        ("", "<% x %>", "snowman"),
        ("", "[if x]\nhello", "chapbook"),
        ("", "hello (set of two)", ""),
        ("Trialogue", "<<a>>", "sugarcube"),
    ],
)
def test_the_format_is_known_by_its_name_or_by_its_signs(format_: str, text: str, expected: Dialect) -> None:
    assert dialect_of(format_, [text]) == expected
