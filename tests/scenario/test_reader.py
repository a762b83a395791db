"""Files are read as plain values, with the place of each, and YAML's surprises stay outside."""

import gc

import pytest
import yaml

from backfire_sim.scenario.reader import read
from backfire_sim.text import plain


@pytest.fixture(params=["C parser", "Python parser"])
def parser(request, monkeypatch):
    monkeypatch.setattr(yaml, "__with_libyaml__", request.param == "C parser")


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("off", "off"),
        ("12:30", "12:30"),
        ("010", "010"),
        ("2026-11-22", "2026-11-22"),
        ("1.5", "1.5"),
        ("+2", "+2"),
        ("=3", "=3"),
        ("-2", -2),
        ("40", 40),
        ("0", 0),
        ("'40'", "40"),
        ("true", True),
        ("null", None),
        ("", None),
        ("9" * 30, "9" * 30),
        ("[a, 2]", ["a", 2]),
        ("{b: c}", {"b": "c"}),
    ],
)
def test_a_value_is_what_an_author_means_by_it(written, value):
    document = read(f"key: {written}\n", "file.yaml")
    assert document.problems == []
    assert document.root == {"key": value}


@pytest.mark.usefixtures("parser")
def test_keys_are_always_text():
    assert read("1: a\ntrue: b\nnull: c\n", "file.yaml").root == {"1": "a", "true": "b", "null": "c"}


@pytest.mark.usefixtures("parser")
def test_every_key_and_value_has_its_place():
    document = read("title: Dawn\nscenes:\n  raid:\n    moves: [publish, {r: reveal}]\n", "file.yaml")

    def at(*path, key=False):
        place = document.place(path, key)
        return document.line(place.line)[place.column - 1 : place.column - 1 + place.length]

    assert at("title", key=True) == "title"
    assert at("title") == "Dawn"
    assert at("scenes", "raid", key=True) == "raid"
    assert at("scenes", "raid", "moves", 0) == "publish"
    assert at("scenes", "raid", "moves", 1, "r") == "reveal"
    assert document.place(("scenes", "raid", "moves")).line == 4
    assert document.place(("scenes", "raid", "nothing", "here")).line == 3


def test_places_are_right_after_a_key_that_was_written_twice():
    document = read("a: 1\nb: 2\na: 3\nc: 4\n", "file.yaml")
    assert document.root == {"a": 1, "b": 2, "c": 4}
    assert document.place(("c",)).line == 4
    assert [(p.code, p.line) for p in document.problems] == [("BF011", 3)]
    assert "line 1" in document.problems[0].message


def test_columns_count_characters_after_accents_and_wide_letters():
    document = read("título: 日本 {\n", "file.yaml")
    assert document.place(("título",)).column == 9


@pytest.mark.parametrize("written", ["a: 1\r\nb: 2\r\n", "a: 1\rb: 2\r", "\ufeffa: 1\nb: 2\n"])
def test_other_line_breaks_and_a_byte_order_mark_make_no_difference(written):
    document = read(written.encode(), "file.yaml")
    assert document.problems == []
    assert document.root == {"a": 1, "b": 2}
    assert document.place(("b",)).line == 2


def test_text_is_composed_and_tabs_inside_it_become_spaces():
    assert read("a: cafe\u0301\tbar\n", "file.yaml").root == {"a": "café bar"}


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"a: caf\xe9\n", "BF002", 1),
        (b"a: 1\nb: \xff\n", "BF002", 2),
        ("a: 1\n".encode("utf-16"), "BF002", 0),
        (b"a: 1\nb: x\x00y\n", "BF004", 2),
        (b"a: x\x1b[2Jy\n", "BF004", 1),
        ("a: x\u202ey\n".encode(), "BF004", 1),
        (b'a: "x\\e[2Jy"\n', "BF004", 1),
        (b"a: " + b"x" * 30_000, "BF003", 1),
        (b"[" * 5000, "BF003", 1),
        (b"a: &a [x]\nb: *a\n", "BF030", 1),
        (b"a: !!python/object:os.system x\n", "BF031", 1),
        (b"a: 1\n---\nb: 2\n", "BF006", 2),
    ],
)
def test_what_cannot_be_read_is_a_problem_with_its_line(data, code, line):
    problem = read(data, "file.yaml").problems[0]
    assert (problem.code, problem.line) == (code, line)
    assert plain(problem.source) == problem.source


def test_a_file_larger_than_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr("backfire_sim.scenario.source.MAX_BYTES", 1000)
    assert [p.code for p in read(b"# " + b"x\n# " * 1000, "file.yaml").problems] == ["BF003"]


@pytest.mark.parametrize(
    ("data", "kind"), [(b"PK\x03\x04\x14\x00", "word processor"), (b"{\\rtf1\\ansi", "RTF"), (b"%PDF-1.7", "PDF")]
)
def test_a_document_of_another_program_is_called_by_its_kind(data, kind):
    (problem,) = read(data, "file.yaml").problems
    assert problem.code == "BF002"
    assert kind in problem.message
    assert "plain text" in problem.help


def test_too_many_values_are_refused(monkeypatch):
    monkeypatch.setattr("backfire_sim.scenario.reader.MAX_EVENTS", 50)
    assert [p.code for p in read("a: [" + "x, " * 100 + "]", "file.yaml").problems] == ["BF003"]


def test_no_unsafe_character_reaches_a_value():
    document = read('a: "x\\u202ey"\nb: x\x07y\n', "file.yaml")
    assert document.root == {"a": "xy", "b": "xy"}
    assert {problem.code for problem in document.problems} == {"BF004"}


def test_the_collector_runs_again_after_reading():
    assert gc.isenabled()
    read("a: 1\n", "file.yaml")
    assert gc.isenabled()
    read("a: [\n", "file.yaml")
    assert gc.isenabled()


@pytest.mark.parametrize(
    ("text", "code", "line", "says"),
    [
        ("a:\n  b: 1\n\tc: 2\n", "BF021", 3, "tab"),
        ("text: Note: this is it\n", "BF022", 1, '"Note: this is it"'),
        ("m: {ask: Why: no, b: 2}\n", "BF022", 1, "quotes"),
        ("text: [They] said no\n", "BF024", 1, '"[They] said no"'),
        ("text: {They} said no\n", "BF024", 1, "brace"),
        ("text: `x` now\n", "BF024", 1, "backtick"),
        ("text: %50 of them\n", "BF024", 1, "percent"),
        ("text: | hello\n", "BF024", 1, "|"),
        ("text: - nope\n", "BF024", 1, "dash"),
        ("a:\n  - *Boom* it went\n", "BF024", 2, "star"),
        ('a: "hello\nb: 1\n', "BF025", 1, "not closed"),
        ("a: 'it's here'\nb: 1\n", "BF026", 1, "apostrophe"),
        ('a: "Hi" he said\n', "BF026", 1, "closing quote"),
        ('a: "C:\\path"\n', "BF026", 1, "backslash"),
        ("a:\n  b: 1\n   c: 2\n", "BF027", 3, "indented further"),
        ("a:\n   b: 1\n  c: 2\n", "BF027", 3, "indentation"),
        ("a: {b: 1\nc: 2\n", "BF027", 1, "not closed"),
        ("a:\n  - ask: x\n  ask: y\n", "BF028", 3, "dash"),
        ("a: 1\nb\nc: 2\n", "BF028", 2, "colon"),
        ("a:1\nb: 2\n", "BF028", 1, "space is missing"),
        ("when: >= 3\n", "BF033", 1, "care >= 3"),
        ("a: {b: 1,, c: 2}\n", "BF023", 1, "comma"),
        ("text: | You turn\n", "BF024", 1, "next line"),
        ('a: "C:\\Users"\n', "BF026", 1, "backslash in double quotes"),
        ('a: "one", "two"\n', "BF026", 1, '["one", "two"]'),
        ("e: {care: +3; courage: +1}\n", "BF023", 1, "{care: +3, courage: +1}"),
        ("e: {care: +3 courage: +1}\n", "BF023", 1, "{care: +3, courage: +1}"),
        ("effects: care: +3\n", "BF022", 1, "write {care: +3}"),
        ("a: {b: The desk #1, c: 2}\n", "BF027", 1, "From this # on"),
        ("a: 1\ntitle： Dawn\nb: 2\n", "BF028", 2, "write `title: Dawn`"),
        ("a:\n  - one\n  -Two\n", "BF028", 3, "write `- Two`"),
        ("s:\n  a:\n    moves:\n      b:\n        r: x\n    cc:\n        r: y\n      d:\n", "BF027", 6, "6 spaces"),
        ("scenes:\n  a:\n    title: x\nb:\n    title: y\n  c:\n", "BF027", 4, "2 spaces"),
        ("moves:\n  - a:\n    r: x\n  b:\n    r: y\n", "BF028", 2, "remove the dash: `a:`"),
        ("options:\n  - r: x\n  b:\n    r: y\n", "BF028", 2, "write an id"),
        ("```yaml\na: 1\n", "BF028", 1, "delete this line"),
        ("a: 1\n// note\nb: 2\n", "BF028", 2, "`# note`"),
        ("a: 1\n<!-- note -->\nb: 2\n", "BF028", 2, "`# note`"),
        ("a: 1\n<<<<<<< HEAD\nb: 2\n", "BF028", 2, "delete this line"),
        ("1 # pasted\na: 1\n", "BF028", 1, "pasted in front of it"),
        ("when: !warned\n", "BF031", 1, "`not warned`"),
    ],
)
@pytest.mark.usefixtures("parser")
def test_the_usual_accidents_are_said_in_plain_words(text, code, line, says):
    (problem,) = read(text, "file.yaml").problems
    assert (problem.code, problem.line) == (code, line)
    assert says in f"{problem.message} {problem.help}"


@pytest.mark.parametrize(
    ("text", "line", "column", "character", "root"),
    [
        ("a:\n  b: 1\n \u00a0c: 2\n", 3, 2, "U+00A0", {"a": {"b": 1, "c": 2}}),
        ("a:\n  b: 1\n  \u00a0c: 2\n  d: 3\n", 3, 3, "U+00A0", {"a": {"b": 1, "c": 2, "d": 3}}),
        ("a:\n\u00a0\u00a0b: 1\n", 2, 1, "U+00A0", {"a": {"b": 1}}),
        ("uses: cover_up\u200b\n", 1, 15, "U+200B", {"uses": "cover_up"}),
        ("ti\u200btle: Dawn\n", 1, 3, "U+200B", {"title": "Dawn"}),
        ("e: {ca\u2060re: +1}\n", 1, 7, "U+2060", {"e": {"care": "+1"}}),
    ],
)
def test_an_invisible_character_in_a_key_or_word_is_named(text, line, column, character, root):
    document = read(text, "file.yaml")
    (problem,) = document.problems
    assert (problem.code, problem.line, problem.column) == ("BF004", line, column)
    assert character in problem.message
    assert document.root == root


def test_a_fixed_space_or_soft_hyphen_inside_a_sentence_is_no_fault():
    document = read("text: |\n  10\u00a0000 people\n  pro\u00adtest\n", "file.yaml")
    assert document.problems == []


@pytest.mark.parametrize("text", ["m: {ask: Why?}\n", "m: [Why?, b]\n"])
def test_a_question_mark_in_braces_is_explained_where_the_parser_refuses_it(text, monkeypatch):
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    assert [p.code for p in read(text, "file.yaml").problems] == ["BF029"]
