"""A story becomes the beginning of a scenario: nothing lost without a word, and nothing to do that is not marked."""

import re
import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.authoring.twee.decode import NotTweeError
from backfire_sim.authoring.twee.importing.as_yaml import GOES_AHEAD, scalar
from backfire_sim.authoring.twee.importing.drafting import GOES_ON, STOPS
from backfire_sim.authoring.twee.importing.names import as_id
from backfire_sim.authoring.twee.importing.report import report
from backfire_sim.engine.events import Play
from backfire_sim.engine.session import Session
from backfire_sim.scenario.load import read_text
from backfire_sim.scenario.reader import read
from tests.authoring.twee.stories import (
    FIRST,
    SUGARCUBE,
    filled_in,
    imported,
    loaded,
    remarks,
    said,
    scenes,
    story,
    to_dos,
)

VIGIL = """\
:: Friday [night pier] {"position":"100,100"}
Forty people hold candles. Two men film every face. <<set $seen to true>>

* [[Film the van->The van]]
* [[Call the lawyer->Lawyer]] (you have her number)
<<if $trust gt 2>>[[Ask the priest|Priest][$trust += 1]]<</if>>

:: The van
The van has no plates.
[[Go to the lawyer->Lawyer]]

:: Lawyer
"Then write it all down, tonight."

[[Write it down->Statement]]
[[Wait->Morning]]

:: Priest
He speaks of the people, and never of the men.
[[Stay->Morning]]
[[Go to the council->Council]]

:: Statement
Nine of you sign.
[[Take it to the council->Council]]

:: Council
Five to four. The van is ordered off the pier.

:: Morning
Most have gone home.
"""


def clean(text: str = VIGIL) -> dict:
    return scenes(story(text))


# -- What becomes of what --------------------------------------------------------------------------------------


def test_passages_are_scenes_and_links_are_moves_whose_r_is_to_do() -> None:
    made = clean()
    assert list(made) == ["friday", "the_van", "lawyer", "priest", "statement"]
    friday = made["friday"]
    assert friday["title"] == "Friday"
    assert friday["text"].strip() == "Forty people hold candles. Two men film every face."
    assert friday["moves"] == {
        "film_the_van": _move("Film the van", "the_van"),
        "call_the_lawyer": _move("Call the lawyer", "lawyer"),
        "ask_the_priest": _move("Ask the priest", "priest"),
    }


def _move(label: str, goto: str) -> dict[str, str]:
    return {"r": "TO_DO", "tactic": "TO_DO", "label": label, "text": GOES_AHEAD, "goto": goto}


def test_tags_macros_conditions_and_words_beside_a_link_stay_as_comments() -> None:
    yaml = story(VIGIL).yaml
    friday = yaml[yaml.index("  friday:") : yaml.index("  the_van:")]
    for note in (
        "# Twee line 10, tags: night pier",
        "# Twee line 11: <<set $seen to true>>",
        "# Twee line 15: <<if $trust gt 2>>",
        "# Twee line 15: $trust += 1",
        "# In Twine only inside <<if $trust gt 2>>",
        "# Beside the link: you have her number",
    ):
        assert note in friday


def test_a_passage_without_links_is_the_words_of_an_ending() -> None:
    found = story(VIGIL)
    root = loaded(found).document.root
    assert root["scenes"]["statement"]["moves"]["take_it_to_the_council"]["goto"] == "END"
    assert root["scenes"]["statement"]["moves"]["take_it_to_the_council"]["sets"] == ["at_council"]
    assert list(root["facts"]) == ["at_council", "at_morning"]
    council = root["endings"]["council"]
    assert (council["when"], council["title"]) == ("at_council", "Council")
    assert council["text"].strip() == "Five to four. The van is ordered off the pier."
    # A group may do nothing where the story has no words for it, so there is one ending more.
    assert list(root["endings"]) == ["council", "morning", "stopped"]
    assert "when" not in root["endings"]["stopped"]


def test_with_one_ending_nothing_has_to_be_told_apart() -> None:
    root = loaded(story(":: Start\nHello.\n[[Go->End]]\n\n:: End\nBye.\n")).document.root
    assert "facts" not in root
    assert list(root["endings"]) == ["end"]
    assert "sets" not in root["scenes"]["start"]["moves"]["go"]


def test_doing_nothing_takes_the_only_way_or_the_link_called_wait_and_ends_the_play_elsewhere() -> None:
    made = clean()
    assert made["the_van"]["wait"] == {"text": GOES_ON, "goto": "lawyer"}
    assert made["lawyer"]["wait"] == {"text": GOES_ON, "sets": ["at_morning"], "goto": "END"}
    assert "wait" not in made["lawyer"]["moves"]
    assert made["friday"]["wait"] == {"text": STOPS, "goto": "END"}


def test_a_story_that_goes_round_and_round_can_still_end() -> None:
    found = story(":: Start\nA.\n[[Go->Two]]\n\n:: Two\nB.\n[[Back->Start]]\n")
    assert {scene["wait"]["goto"] for scene in scenes(found).values()} == {"END"}
    assert {problem.code for problem in loaded(found).problems} == {"BF043"}


def test_the_first_scene_is_the_one_that_the_story_starts_with() -> None:
    assert list(clean(":: Other\nA.\n[[x->Friday]]\n\n:: Friday\nB.\n[[y->Other]]\n")) == ["friday", "other"]
    without = SUGARCUBE.replace('"start": "Friday"', '"start": "Fryday"')
    told = said(imported(without + ":: Other\nA.\n[[x->Friday]]\n\n:: Friday\nB.\n[[y->Other]]\n"))
    assert "StoryData names “Fryday” as the first passage, and there is no such passage. Did you mean “Friday”" in told
    assert "“Other” opens the play (line 10)" in told
    plain = imported(":: Begin\nA.\n[[x->Start]]\n\n:: Start\nB.\n[[y->Begin]]\n")
    assert list(scenes(plain)) == ["start", "begin"]


def test_the_works_of_a_story_are_left_out_and_named() -> None:
    works = (
        ":: StoryInit\n<<set $a to 1>>\n\n:: Code [script]\nlet x = '[[no]]';\n\n:: Look [stylesheet]\np {}\n\n"
        ":: Lib [widget]\n<<widget x>>[[no]]<</widget>>\n\n"
    )
    found = story(works + VIGIL)
    assert len(scenes(found)) == 5
    assert (
        "4 passages beside the story itself: StoryInit (line 10), Code (line 13), Look (line 16), Lib (line 19)"
        in said(found)
    )
    assert "# Twee line 11: <<set $a to 1>>" in found.yaml
    assert not [text for _, text in remarks(found) if "“no”" in text]


def test_an_ending_that_only_offers_to_begin_again_is_an_ending() -> None:
    found = story(":: Friday\nA.\n[[Go->Two]]\n\n:: Two\nB.\n[[Play again->Friday]]\n")
    assert list(scenes(found)) == ["friday"]
    assert (16, "“Two” only offers to begin again (“Play again”), so it is taken as an ending.") in remarks(found)


def test_a_story_of_one_passage_gets_a_move_to_begin_with() -> None:
    found = story(":: Friday\nAll is said.\n")
    assert scenes(found)["friday"]["moves"] == {"go_on": _move("Go on", "END")}
    assert remarks(found)[0][0] == FIRST
    assert "has no way out" in remarks(found)[0][1]


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("The Hall", "the_hall"),
        ("the_hall", "the_hall"),
        ("a__b_", "a__b_"),
        ("Don't go!", "dont_go"),
        ("2nd floor", "the_2nd_floor"),
        ("Straße nach Łódź", "strasse_nach_lodz"),
        ("Café à Zürich", "cafe_a_zurich"),
        ("漢字", "scene_7"),
        ("x" * 80, "x" * 50),
        ("word " * 30, "word_word_word_word_word_word_word_word_word_word"),
    ],
)
def test_an_id_is_made_of_a_name(name: str, id_: str) -> None:
    assert as_id(name, "scene_7") == id_


# -- Strangers' stories, each with something wrong -------------------------------------------------------------


@pytest.mark.parametrize(
    ("passages", "line", "told"),
    [
        (
            ":: Friday\nA.\n[[Go->Twoo]]\n[[Go on->Two]]\n\n:: Two\nB.\n",
            12,
            "The link “Go” leads to “Twoo”, and there is no such passage. Did you mean “Two” (line 15)?",
        ),
        (":: Friday\nA.\n[[Go->Nowhere]]\n[[End]]\n\n:: End\nB.\n", 12, "leads to “Nowhere”, and there is no such"),
        (
            ":: Friday\n[[Two->go on]]\n\n:: Two\nB.\n",
            11,
            "Are its two parts the wrong way round? There is a passage “Two” (line 13).",
        ),
        (":: Friday\n[[Go->friday]] [[Two]]\n\n:: Two\nB.\n", 11, "“friday” is taken to mean “Friday” (line 10)"),
        (":: Friday\nA.\n[[Look->Friday]]\n[[Two]]\n\n:: Two\nB.\n", 12, "leads back to its own passage, “Friday”"),
        (":: Friday\nA.\n[[Two]]\n\n:: Two\nB.\n\n:: Lost\nC.\n[[Two]]\n", 17, "Nothing leads to “Lost”."),
        (
            ":: Friday\n[[Ha->Hal]] [[End]]\n\n:: Hall\n[[Cellar]]\n\n:: Cellar\n[[Hall]]\n\n:: End\nC.\n",
            13,
            "Nothing leads to “Hall”, unless the broken link in line 11 means it. This cuts off 1 more.",
        ),
        (":: Friday\nA.\n[[Two]]\n\n:: Two\nB.\n\n:: Two\nC.\n", 14, "called “Two”. The last one, in line 17, is used"),
        (":: Friday\nA.\n[[Go->$next]]\n", 12, "Where the link “Go” leads, only the running story knows (“$next”)"),
        (":: Friday\nA.\n<<return>>\n", 12, "only the running story knows (the macro <<return>>)"),
        (
            ":: Friday\n[[The Hall]] [[The hall!]]\n\n:: The Hall\n[[Friday]]\n\n:: The hall!\n[[Friday]]\n",
            16,
            "“The hall!” would have the same id as “The Hall”, so it is `the_hall_2`.",
        ),
        (":: Friday\n<<set $x to 1>>\n[[Two]]\n\n:: Two\nB.\n", 10, "“Friday” has no text of its own"),
        (":: Friday\nA. [[Two]]\n<<if $x\n\n:: Two\nB.\n", 12, "What opens here is never closed"),
        (":: Friday [night\nA. [[Two]]\n\n:: Two\nB.\n", 10, "its tags are never closed"),
        (
            ":: Friday\n[[StoryInit]] [[End]]\n\n:: StoryInit\n\n:: End\nA.\n",
            11,
            "“StoryInit”, which is no part of the story",
        ),
        (
            ":: Friday\n[[End]]\n\n:: StoryMenu\n[[Map]]\n\n:: Map\nA.\n[[End]]\n\n:: End\nB.\n",
            16,
            "Only the frame of the story leads to “Map”",
        ),
        (
            ":: Friday\n<<include 'Map'>>\n[[End]]\n\n:: Map\nA.\n[[End]]\n\n:: End\nB.\n",
            14,
            "No link leads to “Map”: macros show it inside other passages",
        ),
        (":: Friday\n" + "word " * 3000 + "\n[[End]]\n\n:: End\nB.\n", 10, "has 15,001 characters of text"),
        (":: Friday\n" + " ".join(f"[[m{n}->End]]" for n in range(50)) + "\n\n:: End\nB.\n", 10, "has 50 ways out"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(passages: str, line: int, told: str) -> None:
    found = story(passages)
    assert [text for number, text in remarks(found) if number == line and told in text], remarks(found)
    assert f"line {line}" in said(found) or f"lines {line}" in said(found)


def test_a_broken_link_says_what_may_be_written_instead() -> None:
    yaml = story(":: Friday\n[[Hal]] [[Endd]] [[End]] [[Hall]]\n\n:: Hall\n[[Friday]]\n\n:: End\nA.\n").yaml
    assert "# TO DO: there is no passage “Hal”; did you mean hall?\n        goto: hal\n" in yaml
    assert "# TO DO: there is no passage “Endd”; did you mean END, with sets: [at_end]?\n        goto: endd\n" in yaml


def test_a_target_that_is_missing_is_told_once_with_every_line() -> None:
    found = story(":: Friday\n[[a->Nowhere]]\n[[b->Nowhere]]\n\n:: Two\n[[c->Nowhere]]\n")
    assert "lines 11, 12 and 15: Links lead to “Nowhere”, and there is no such passage." in said(found)


def test_both_lines_of_a_passage_that_is_there_twice_are_told_and_its_text_is_kept() -> None:
    found = story(":: Friday\nA.\n[[Two]]\n\n:: Two\nThe first.\n\n:: Two\nThe last.\n")
    assert "lines 14 and 17: Two passages are called “Two”." in said(found)
    assert "The last." in loaded(found).document.root["endings"]["two"]["text"]
    assert "#   The first." in found.yaml


def test_macros_are_counted_with_their_lines() -> None:
    told = said(story(VIGIL))
    assert "3 macros not translated: lines 11 and 15." in told
    many = said(story(":: Friday\n" + "<<set $x to 1>>\n" * 60 + "[[End]]\n\n:: End\nA.\n"))
    assert "60 macros not translated: lines 11, 12, 13," in many
    assert "and 20 more." in many


def test_links_to_the_web_and_variables_and_pictures_are_told() -> None:
    told = said(story(":: Friday\nHi $name. [img[x.png]] [[Read->https://example.org]] [[End]]\n\n:: End\nA.\n"))
    assert "1 value of variables in the text, left there as written: line 11." in told
    assert "1 link to the web, left in the text as words: line 11." in told
    assert "1 picture." in told


def test_passages_that_stand_apart_are_kept_as_comments() -> None:
    found = story(VIGIL + "\n:: Ideas\nA boat?\nOr two?\n")
    assert len(scenes(found)) == 5
    assert "1 passage without a place" in said(found)
    assert found.yaml.endswith("#   A boat?\n#   Or two?\n")


# -- What is left to do ----------------------------------------------------------------------------------------

STRANGE = """\
:: Friday
A: "b" # c
[[Yes: no # maybe->Twoo]]
[[true]] [[- x->Two]] [["quoted"->Two]] [[null->Two]] [[{a, b}->Two]] [[12->Two]] [[&x *y->Two]]

:: Two
- a
% b
suite\u00a0: , dit\u00a0: x\u200d:
[[Go->Friday]] [[$x]]

:: true
--- ''
[[Two]]

:: Lost
[[Two]]
"""


@pytest.mark.parametrize("passages", [VIGIL, ":: Friday\n[[a]] [[b]]\n\n:: a\nA\n\n:: b\nB\n", ":: Friday\nA.\n"])
def test_check_finds_what_is_marked_as_to_do_and_nothing_else(passages: str) -> None:
    found = story(passages)
    problems = loaded(found).problems
    assert {problem.code for problem in problems} == {"BF043"}
    # The mark stands in the line above.
    lines = found.yaml.split("\n")
    assert [problem.line for problem in problems] == [
        number + 1 for number in to_dos(found.yaml) if lines[number].strip() == "r: TO_DO"
    ]
    assert len(problems) == len(to_dos(found.yaml))


def test_check_finds_broken_links_and_scenes_that_nothing_leads_to_where_they_are_marked() -> None:
    found = story(STRANGE)
    marked = to_dos(found.yaml)
    before = loaded(found).problems
    half_done = found.yaml.replace("r: TO_DO", "r: reveal").replace("tactic: TO_DO", "tactic: research")
    half_done = re.sub(r"# because: .*", "because: It helped.", half_done)
    after = read_text(half_done).problems
    assert {problem.code for problem in before} == {"BF043", "BF074"}
    assert {problem.code for problem in after} == {"BF012"}
    for problem in (*before, *after):
        assert problem.line - 1 in marked, problem


@pytest.mark.parametrize("passages", [VIGIL, STRANGE, ":: Friday\n[[Go->$x]] [[Back->Friday]]\n"])
def test_a_story_whose_to_dos_are_done_passes_the_check_and_plays_to_its_end(passages: str) -> None:
    done = read_text(filled_in(story(passages).yaml))
    assert [problem for problem in done.problems if problem.code != "BF074"] == []
    assert done.scenario is not None
    for last in (False, True):
        session = Session(done.scenario)
        while not session.over:
            assert len(session.line) < 50
            moves = session.legal_moves()
            session.play(Play(session.position.scene, moves[-1 if last else 0]))
        assert session.position.ending


def test_the_ending_that_a_link_led_to_is_the_one_that_is_read() -> None:
    done = read_text(filled_in(story(VIGIL).yaml)).scenario
    assert done is not None
    for moves, ending in (
        (["film_the_van", "go_to_the_lawyer", "write_it_down", "take_it_to_the_council"], "council"),
        (["call_the_lawyer", "wait"], "morning"),
        (["ask_the_priest", "stay"], "morning"),
        (["wait"], "stopped"),
    ):
        session = Session(done)
        for move in moves:
            session.play(Play(session.position.scene, move))
        assert session.position.ending == ending


PIECES = st.sampled_from(
    [
        "[[", "]]", "a", "->", "<-", "|", "][", "<<", "<<if $x>>", "<</if>>", "<<else>>", '<<link "a">>',
        '<<goto "B">>', "(set: $a to 1)", "(if: $a)[", "]", "[", "(else:)[", "{", "}", "{x}", "<% if(x){ %>",
        "<% } %>", "<%= y %>", "$x", "\n", "\n\n", " ", "don't", '"', "'", "# T", "! H", "* b", "::", "\n:: B\n",
        '\n:: C [t] {"position":"1,2"}\n', "\n:: B\n", "[[B]]", "[[go->C]]", "[[x|D]]", "[[Wait->C]]", "[[END]]",
        "<!--", "-->", "/*", "*/", "<nowiki>", "</nowiki>", "&amp;", "&#xE000;", "\u00a0", "\u200d", "e\u0301",
        "漢字", "\x1b[31m", "--", "----", "a: b", "- x", "key: value # c", "\t", "|a>[", "[img[a][B]]", "<br>",
        "<a data-passage='B'>x</a>", "\u202e", "\ufeff", "[if x]\n", "[cont]\n", "null", "true", "123", "%", "@",
        "`", "\\", "\\\n", "🙂", "TO DO", "x" * 400,
    ]
)  # fmt: skip
FORMATS = st.sampled_from(["", "SugarCube", "Harlowe", "Chapbook", "Snowman"])


@given(st.lists(PIECES, max_size=60), FORMATS)
def test_whatever_a_story_holds_the_file_can_be_read_and_only_lacks_what_is_to_do(pieces: list[str], name: str) -> None:
    data = f':: StoryData\n{{"format":"{name}"}}\n' if name else ""
    try:
        found = imported(f"{data}:: Start\n{''.join(pieces)}")
    except NotTweeError:
        return
    assert report(found)
    problems = loaded(found).problems
    assert {problem.code for problem in problems} <= {"BF043", "BF074"}
    marked = to_dos(found.yaml)
    assert all(problem.line - 1 in marked for problem in problems)


@given(st.binary(max_size=300), st.booleans())
def test_no_bytes_break_an_import(data: bytes, headed: bool) -> None:
    try:
        report(imported(b":: Start\n" + data if headed else data))
    except NotTweeError as error:
        assert str(error)


@given(st.text(max_size=60))
def test_a_text_in_one_line_is_read_as_it_was(text: str) -> None:
    written = scalar(text)
    document = read(f"key: {written}\n", "a.yaml")
    assert document.problems == []
    assert document.root == {"key": " ".join(document.root["key"].split())}
    assert scalar(document.root["key"]) == written


# -- Size ------------------------------------------------------------------------------------------------------


def _large(passages: int) -> bytes:
    def parts() -> Iterator[str]:
        yield SUGARCUBE
        for n in range(passages):
            words = "It is late, and nobody's here. " * 6
            links = "\n".join(f"[[Go {k}->P{(n * 7 + k) % passages}]]" for k in range(3))
            yield f":: P{n} [tag]\n<<set $x to {n}>>{words}\n\n{links}\n<<if $x>>[[End]]<</if>>\n\n"
        yield ":: End\nIt is over.\n"

    return "".join(parts()).encode()


def test_time_grows_with_the_file_and_no_faster() -> None:
    def seconds(data: bytes) -> float:
        began = time.process_time()
        imported(data)
        return time.process_time() - began

    seconds(_large(50))
    small, large = seconds(_large(400)), seconds(_large(3200))
    # Eight times as much may not take the square of it; a busy machine is allowed a lot.
    assert large < 8 * small * 3 + 0.5


@pytest.mark.parametrize(
    "unit",
    ["[[", "[[a|", "<<a ", '<<a ">>" ', "(if: ", "(if: $a)[", "[", "<%", "<a ", "''x ", "[[a]]", ":: a\n", "$a ", "\\'",
     "/*", "[[a]][[Qx]]\n"],
)  # fmt: skip
def test_a_file_of_nothing_but_signs_is_read_in_time(unit: str) -> None:
    began = time.process_time()
    imported(":: Start\n" + unit * (400_000 // len(unit)))
    assert time.process_time() - began < 10


def test_a_story_with_more_passages_than_a_scenario_may_have_is_refused_in_words() -> None:
    text = "".join(f":: P{n}\n[[P{n + 1}]]\n" for n in range(20_010))
    with pytest.raises(NotTweeError, match="20,010 passages with links, and a scenario at most 20,000 scenes"):
        imported(text)
