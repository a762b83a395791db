"""A Twee file is read as the specification has it, and as people have written such files for fifteen years."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.authoring.twee import header
from backfire_sim.authoring.twee.decode import NotTweeError, decode
from backfire_sim.authoring.twee.parse import parse
from backfire_sim.authoring.twee.story import Passage, Story
from backfire_sim.authoring.twee.write import written

DATA = ':: StoryData\n{"ifid": "D674C58C-DEFA-4F70-B7A2-27742230C0FC"}\n\n'


@pytest.mark.parametrize(
    ("line", "name", "tags", "position"),
    [
        (" An overgrown path", "An overgrown path", (), ""),
        ("An overgrown path", "An overgrown path", (), ""),
        ("   An overgrown path   ", "An overgrown path", (), ""),
        (" An overgrown path [forest spooky]", "An overgrown path", ("forest", "spooky"), ""),
        (" Path[forest]", "Path", ("forest",), ""),
        (' Path {"position":"600,400","size":"100,200"}', "Path", (), "600,400"),
        (' Path [forest] {"position":"600,400"}', "Path", ("forest",), "600,400"),
        (" Path []", "Path", (), ""),
        (r" A \[bracket\] and a \{brace\}", "A [bracket] and a {brace}", (), ""),
        (r" back\\slash \q", "back\\slash q", (), ""),
        (r" Path [a\]b \{c]", "Path", ("a]b", "{c"), ""),
        (r' \[x\] [t] {"position":"1,2"}', "[x]", ("t",), "1,2"),
        (' Path {"position":"1,2","size":"}"}', "Path", (), "1,2"),
        (' Path {"position":7}', "Path", (), ""),
        (" Ends in a backslash \\", "Ends in a backslash", (), ""),
        (" Tom & Ana: what now?", "Tom & Ana: what now?", (), ""),
    ],
)
def test_a_header_has_a_name_and_perhaps_tags_and_metadata(
    line: str, name: str, tags: tuple[str, ...], position: str
) -> None:
    read = header.read(line)
    assert (read.name, read.tags, read.position) == (name, tags, position)
    assert read.faults == ()


@pytest.mark.parametrize(
    ("line", "name", "fault"),
    [
        (" Path [forest", "Path", "never closed"),
        (" Path {position: 1}", "Path", "not JSON"),
        (' Path {"position":"1,2"', "Path", "not JSON"),
        (" Path [a] [b]", "Path", "“[b]” stands behind it"),
        (" Path " + '{"a":' * 3000, "Path", "not JSON"),
    ],
)
def test_what_is_wrong_in_a_header_is_left_out_and_named(line: str, name: str, fault: str) -> None:
    read = header.read(line)
    assert read.name == name
    assert any(fault in told for told in read.faults)


@given(
    st.text(max_size=30),
    st.lists(st.text(min_size=1, max_size=8), max_size=3),
    st.sampled_from(["", "1,2", "600,400"]),
    st.sampled_from(["", "100,100"]),
)
def test_a_header_that_was_written_is_read_again(name: str, tags: list[str], position: str, size: str) -> None:
    name = " ".join(name.split())
    kept = tuple(tag for tag in tags if not any(char.isspace() for char in tag))
    read = header.read(header.written(name, kept, position, size)[2:])
    assert (read.name, read.tags, read.position, read.size, read.faults) == (name, kept, position, size, ())


def test_twee_2_has_the_place_on_the_map_behind_the_name() -> None:
    story, _ = parse(":: Start [night] <12,30>\nHello.\n\n:: Two <1.5,-3>\n")
    assert [(p.name, p.tags, p.position) for p in story.passages] == [
        ("Start", ("night",), "12,30"),
        ("Two", (), "1.5,-3"),
    ]
    # In Twee 3 it is a part of the name, as it stands.
    story, _ = parse(DATA + ":: Two <1,3>\n")
    assert story.passages[0].name == "Two <1,3>"


def test_passages_have_their_lines_and_lose_empty_lines_at_their_end() -> None:
    story, remarks = parse(DATA + ":: StoryTitle\nThe Vigil\n\n:: One\n\nFirst.\n :: no header\n\n\n:: Two\nSecond.")
    assert story.title == "The Vigil"
    assert story.passages == (Passage("One", "\nFirst.\n :: no header", 7), Passage("Two", "Second.", 13))
    assert remarks == []


def test_a_line_of_text_may_begin_with_two_colons_as_twine_writes_it() -> None:
    story, _ = parse(":: One\n\\:: no header\na \\:: b\n")
    assert [(passage.name, passage.text) for passage in story.passages] == [("One", ":: no header\na \\:: b")]


def test_story_data_says_how_the_story_is_made() -> None:
    story, remarks = parse(
        ":: StoryTitle\nT\n:: StoryData\n"
        '{"ifid":"D674C58C-DEFA-4F70-B7A2-27742230C0FC","format":"Harlowe","format-version":"3.3.8","start":"Two",'
        '"tag-colors":{"a":"red"},"zoom":0.25}\n:: One\n:: Two\n'
    )
    assert (story.ifid, story.format, story.format_version, story.start) == (
        "D674C58C-DEFA-4F70-B7A2-27742230C0FC",
        "Harlowe",
        "3.3.8",
        "Two",
    )
    assert remarks == []


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        (":: Start\nHi.\n", 0, "There is no StoryData"),
        (":: Start\nHi.\n", 0, "no title in StoryTitle. It is called “vigil”"),
        (":: Start\nHi.\n\n:: StoryData\n{\n  'ifid': 1\n}\n", 6, "StoryData is not JSON"),
        (":: Start\n:: StoryData\n[1]\n", 2, "no block in { }"),
        (':: Start\n:: StoryData\n{"format": "Snowman"}\n', 2, "has no ifid"),
        (':: Start\n:: StoryData\n{"ifid": "d674c58c-defa-4f70-b7a2-27742230c0fc"}\n', 2, "capital letters"),
        (":: Start\n:: StoryData\n" + "[" * 100_000, 2, "nested too deeply"),
        ("\n\nA word before.\n:: Start\n", 3, "“A word before.” stands before the first passage"),
        (":: Start\n:: \nText.\n", 2, "has no name. It is called “Passage of line 2”"),
        (":: Start\n:: Hall [x\n", 2, "The header of “Hall” is not right: its tags are never closed"),
    ],
)
def test_what_is_wrong_with_the_file_is_told_with_its_line(text: str, line: int, told: str) -> None:
    _, remarks = parse(text, "vigil")
    assert [remark for remark in remarks if remark.line == line and told in remark.text], remarks


def test_the_last_of_two_passages_with_one_name_is_used_and_both_lines_are_told() -> None:
    story, remarks = parse(DATA + ":: StoryTitle\nT\n:: Hall\nOne.\n:: Hall\nTwo.\n:: hall\nOther.\n:: Hall\nThree.\n")
    assert [(p.name, p.text) for p in story.passages] == [("hall", "Other."), ("Hall", "Three.")]
    assert [passage.text for passage in story.replaced] == ["One.", "Two."]
    assert [(remark.line, remark.also) for remark in remarks] == [(6, (8, 12))]
    assert "3 passages are called “Hall”" in remarks[0].text


@pytest.mark.parametrize(
    "data",
    [
        ":: Start\r\nCafé.\r\n:: Two\r\n".encode(),
        ":: Start\rCafé.\r:: Two\r".encode(),
        "\ufeff:: Start\nCafé.\n:: Two\n".encode(),
        ":: Start\nCafé.\n:: Two\n".encode("utf-16"),
        ":: Start\nCafe\u0301.\n:: Two\n".encode(),
        ":: Start\nCafé\u202e.\x1b\n:: Two\n".encode(),
    ],
)
def test_a_file_is_read_however_an_editor_saved_it(data: bytes) -> None:
    story, _ = parse(decode(data)[0])
    assert [(p.name, p.text.removesuffix("[31m"), p.line) for p in story.passages] == [
        ("Start", "Café.", 1),
        ("Two", "", 3),
    ]


def test_a_file_in_another_encoding_is_read_and_the_first_odd_line_is_told() -> None:
    text, remarks = decode(":: Start\r\nOne.\r\nCafé “yes”.\r\n".encode("cp1252"))
    assert text == ":: Start\nOne.\nCafé “yes”.\n"
    assert [remark.line for remark in remarks] == [3]
    assert "not saved as UTF-8" in remarks[0].text


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"Once upon a time", 'no line begins with "::"'),
        (b"\0\1\2\3", "not text"),
        (b"PK\x03\x04rest", "zip"),
        (b"\x89PNG\r\n", "picture"),
        (b'<html><tw-storydata name="x">', "web page"),
        (b"format: 1\nid: x\nscenes:\n", "a scenario already"),
    ],
)
def test_what_is_no_story_is_called_by_its_kind(data: bytes, told: str) -> None:
    with pytest.raises(NotTweeError, match=told):
        parse(decode(data)[0])


@given(
    st.lists(
        st.tuples(
            st.text(alphabet="ab[]{}\\|:<>-é 漢'", min_size=1, max_size=12).map(lambda name: " ".join(name.split())),
            st.text(alphabet="ab:[]{}\n\"'<>é", max_size=40),
        ),
        min_size=1,
        max_size=5,
        unique_by=lambda passage: passage[0],
    ).filter(lambda passages: all(name for name, _ in passages))
)
def test_a_story_that_was_written_is_read_again(passages: list[tuple[str, str]]) -> None:
    made = tuple(Passage(name, text.rstrip(), 0, ("a", "b[c"), "1,2") for name, text in passages)
    story = Story("A title", made, "D674C58C-DEFA-4F70-B7A2-27742230C0FC", "SugarCube", "2.36.1", made[0].name)
    read, remarks = parse(written(story))
    assert remarks == []
    as_read = tuple(passage._replace(line=0) for passage in read.passages)
    assert read._replace(passages=as_read) == story
