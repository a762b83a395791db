"""Every text that people read can be in another language, and no change of a scenario loses a translation."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.engine.conditions import Condition
from backfire_sim.engine.scenario import Scenario
from backfire_sim.scenario import drill_models, models
from backfire_sim.scenario.build_shapes import build
from backfire_sim.scenario.compile import WAIT_LABEL
from backfire_sim.scenario.lazy import LazyScenes
from backfire_sim.scenario.load import load, read_text
from backfire_sim.scenario.overlay import translated
from backfire_sim.scenario.texts import Text, mark, reading_order, texts
from backfire_sim.scenario.translation import Entry, Match, load_translation, matched, read_translation
from tests.library import LIBRARY

from .conftest import FIXTURES

RAID = FIXTURES / "food-bank-raid.yaml"

NO_TEXT_FOR_PEOPLE = {
    # Ids, words of the format, and numbers.
    "Frame": {"id", "language", "sources"},  # a reference stands in the language of its source
    "Counter": {"range"},
    "Option": {"r", "tactic", "effects", "sets", "clears", "answers"},
    "Outcome": {"effects", "sets", "clears", "names", "revokes", "when", "goto"},
    "Wait": {"effects", "sets", "clears", "goto"},
    "Inject": {"effects", "sets", "clears", "when", "reaches", "names", "revokes"},
    "Method": {"effects", "sets", "clears", "uses", "technique", "when", "reaches", "revokes"},
    "Voice": {"trusted_by", "distrusted_by"},
    "Person": {"uses", "agrees"},
    "Ending": {"when"},
    "Question": {"when", "about"},
    "Finding": {"sources"},
    "Scene": {"formerly"},
    "Drill": {"asks", "best", "workable", "worse", "method", "move", "tactic"},
    "About": {"for", "teaches", "serves", "setting", "begins"},
    "Audience": {"leverage"},
    "Bearer": {"holds"},
}
NO_TEXT_FOR_PEOPLE["Move"] = NO_TEXT_FOR_PEOPLE["Outcome"] | {
    *("r", "tactic", "needs", "voice", "reaches", "uses_consent", "formerly")
}


def sidecar(scenario: str, say=lambda text: f"ES {text.source}", id_: str = "food-bank-raid", **more: str) -> str:
    """Translations of every text of a scenario: by `say`, or as given by key."""
    lines = [f"translates: {id_}", "language: es", "texts:"]
    for text in texts(read_text(scenario).document.root):
        to = more.get(text.key.replace(".", "_"), say(text)).replace("\\", "\\\\").replace('"', '\\"')
        to = to.replace("\n", "\\n")
        lines += [f"  {text.key}:", f"    of: {text.mark}", f'    to: "{to}"']
    return "\n".join(lines) + "\n"


def in_spanish(scenario: str, translations: str) -> Scenario:
    loaded = read_text(scenario)
    translation = read_translation(translations, "raid.es.yaml", loaded)
    assert translation.ok, translation.problems
    return translated(loaded, translation)


def strings(value: object) -> Iterator[str]:
    """Every piece of text in a scenario that is not an id or a name in a condition."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            if field.name != "reads":
                yield from strings(getattr(value, field.name))
    elif isinstance(value, dict | LazyScenes):
        yield from (text for each in value.values() for text in strings(each))
    elif isinstance(value, tuple) and not isinstance(value, Condition):
        yield from (text for each in value for text in strings(each))


# -- What there is to translate -----------------------------------------------------------------------------------


def test_every_key_that_can_hold_words_is_for_people_or_is_named_here_as_not_for_them():
    for name, keys in build()["parts"].items():
        if name in ("PlaysFile", "Play", "Expect", "TranslationFile", "TranslatedText"):
            continue
        model = getattr(models, name, None) or getattr(drill_models, name)
        wordy = {
            field.alias or key
            for key, field in model.model_fields.items()
            if re.search(r"\bstr\b|Literal|Any", str(field.annotation)) and (field.alias or key) != "format"
            if not keys[field.alias or key][0]  # another part, which is looked at by itself
        }
        read = {key for key, known in keys.items() if known[4]}
        assert wordy - read == NO_TEXT_FOR_PEOPLE.get(name, set()), name


@pytest.mark.parametrize("file", [RAID, *(LIBRARY / f"{name}.yaml" for name in LIBRARY.names)], ids=lambda f: f.stem)
def test_a_scenario_that_is_wholly_translated_has_no_words_left(file):
    source = file.read_text(encoding="utf-8")
    scenario = in_spanish(source, sidecar(source, id_=read_text(source).scenario.id))
    left = [text for text in strings(scenario) if " " in text.strip() and not text.startswith("ES ")]
    references = set(scenario.sources.values())
    assert {text for text in left if text not in references} <= {WAIT_LABEL}
    assert (scenario.language, scenario.about.written_in) == ("es", "en")
    assert (scenario.about.untranslated, scenario.about.outdated) == (0, 0)


def test_texts_come_in_story_order(food_bank):
    keys = [text.key for text in texts(read_text(food_bank).document.root)]
    assert len(keys) == len(set(keys))
    wanted = ["title", "about.summary", "audiences.council.label", "prepare.text", "scenes.raid.title"]
    wanted += ["scenes.raid.methods.denial.text", "scenes.raid.moves.publish.label", "scenes.raid.wait.text"]
    wanted += ["scenes.smear.title", "injects.leak.title", "endings.backfired.title", "debrief.1.ask"]
    assert [key for key in keys if key in wanted] == wanted


def test_scenes_come_as_a_reader_meets_them():
    scenes = {
        "first": {"moves": {"a": {"goto": "third"}, "b": {"outcomes": [{"goto": "second"}]}}, "wait": {"goto": "END"}},
        "alone": {"moves": {}, "wait": {}},
        "second": {"moves": {}, "wait": {"goto": "first"}},
        "third": {"moves": {}, "wait": {"goto": "second"}},
    }
    assert reading_order(scenes) == ["first", "third", "second", "alone"]


def test_line_breaks_change_no_mark_and_words_do():
    assert mark("Six masked men\npush in.") == mark("Six  masked men push in.\n") != mark("Six masked men push in")


# -- What is shown ------------------------------------------------------------------------------------------------


def test_what_has_no_translation_stays_in_the_language_it_was_written_in(food_bank):
    loaded = read_text(food_bank)
    translation = read_translation(
        "translates: food-bank-raid\nlanguage: es\ntexts:\n  scenes.raid.title: {to: Hombres en la puerta}\n"
        "  about.goals.2: {to: Prepararse antes}\n  scenes.raid.text: {to: ''}\n",
        "raid.es.yaml",
        loaded,
    )
    assert translation.problems == ()
    made = translated(loaded, translation)
    assert made.scenes["raid"].title == "Hombres en la puerta"
    assert made.scenes["raid"].text == loaded.scenario.scenes["raid"].text
    assert made.about.goals == (loaded.scenario.about.goals[0], "Prepararse antes")
    assert loaded.scenario.scenes["raid"].title == "Masked men at the door"
    # Most of it is still in English, and it says so.
    assert made.language == "en"
    assert made.about.untranslated == len(translation.match.texts) - 2


def test_a_changed_text_keeps_its_translation_until_that_is_mended(food_bank):
    made = in_spanish(food_bank.replace("Masked men at the door", "Men at the door"), sidecar(food_bank))
    assert made.scenes["raid"].title == "ES Masked men at the door"
    assert made.about.outdated == 1


def test_scenes_are_only_made_when_they_are_opened(food_bank):
    scenes = in_spanish(food_bank, sidecar(food_bank)).scenes
    assert isinstance(scenes, LazyScenes)
    assert set(scenes._made.values()) == {None}
    assert scenes["smear"].title.startswith("ES ")
    assert scenes._made["raid"] is None


def test_what_a_terminal_would_obey_is_no_part_of_a_translation(food_bank):
    loaded = read_text(food_bank)
    told = read_translation(sidecar(food_bank, scenes_raid_title="Hombres\x1b[2J"), "raid.es.yaml", loaded).problems
    assert [problem.code for problem in told] == ["BF004"]
    escaped = sidecar(food_bank).replace('to: "ES Masked men at', 'to: "ES\\e Masked men at')
    assert [p.code for p in read_translation(escaped, "raid.es.yaml", loaded).problems] == ["BF004"]


def test_lines_stay_lines_and_prose_keeps_its_paragraphs(food_bank):
    made = in_spanish(
        food_bank,
        sidecar(food_bank, scenes_raid_title="Uno\n\ndos", scenes_raid_text="Uno\ndos.\n\n\nTres."),
    )
    assert made.scenes["raid"].title == "Uno dos"
    assert made.scenes["raid"].text == "Uno dos.\n\nTres."


# -- Finding the text of a translation ----------------------------------------------------------------------------


def found(scenario: str, translations: str) -> Match:
    match = read_translation(translations, "raid.es.yaml", read_text(scenario)).match
    assert match is not None
    return match


def test_renamed_scenes_and_moves_take_their_translations_with_them(food_bank):
    renamed = food_bank.replace("goto: smear", "goto: slander").replace(
        "  smear:\n    title", "  slander:\n    formerly: [smear]\n    title"
    )
    renamed = renamed.replace("      portraits:\n", "      at_mass:\n        formerly: [portraits]\n")
    renamed = renamed.replace("smear.portraits", "slander.at_mass")
    assert read_text(renamed).problems == ()
    match = found(renamed, sidecar(food_bank))
    assert (match.missing(), match.stale(), match.orphans) == ([], [], ())
    assert match.translated()["scenes.slander.moves.at_mass.label"].startswith("ES Ask the priest")


def test_items_of_a_list_are_known_by_their_words(food_bank):
    goals = "[Tell revealing from reframing, Prepare before the incident]"
    assert goals in food_bank
    swapped = food_bank.replace(goals, "[Prepare before the incident, Breathe, Tell revealing from reframing]")
    match = found(swapped, sidecar(food_bank))
    assert [text.key for text in match.missing()] == ["about.goals.2"]
    assert (match.stale(), match.orphans) == ([], ())
    assert match.translated()["about.goals.3"] == "ES Tell revealing from reframing"
    changed = food_bank.replace(goals, "[Prepare before the incident, Tell revealing from anything]")
    match = found(changed, sidecar(food_bank))
    assert [text.key for text in match.stale()] == ["about.goals.2"]
    assert match.translated()["about.goals.1"] == "ES Prepare before the incident"


def test_a_text_that_moved_without_a_word_about_it_is_found_by_its_words(food_bank):
    match = found(food_bank.replace("      portraits:\n", "      at_mass:\n"), sidecar(food_bank))
    assert (match.missing(), match.orphans) == ([], ())


def test_a_text_that_is_gone_leaves_an_orphan_that_comes_back_with_it(food_bank):
    without = food_bank.replace("content_notes: [threats, detention]", "content_notes: [threats]")
    match = found(without, sidecar(food_bank))
    assert [entry.to for entry in match.orphans] == ["ES detention"]
    set_aside = "translates: food-bank-raid\nlanguage: es\ntexts: {}\norphaned:\n  about.content_notes.2:\n"
    again = found(food_bank, f"{set_aside}    of: {mark('detention')}\n    to: detención\n")
    assert again.translated() == {"about.content_notes.2": "detención"}
    assert again.orphans == ()


KEYS = st.sampled_from(["a", "b", "list.1", "list.2", "list.3", "scenes.old.title", "scenes.new.title"])
WORDS = st.sampled_from(["one", "two", "three", "four"])


@given(
    st.dictionaries(KEYS, WORDS),
    st.lists(st.tuples(KEYS, WORDS | st.just(""), WORDS | st.just(""), st.booleans()), max_size=8),
)
def test_every_translation_is_taken_once_or_is_an_orphan(scenario, written):
    wanted = [
        Text(tuple(int(p) - 1 if p.isdigit() else p for p in k.split(".")), w, "line") for k, w in scenario.items()
    ]
    entries = [
        Entry(key, of and mark(of), was and mark(was), f"{number} {was or of}", "texts" if fresh else "orphaned")
        for number, (key, of, was, fresh) in enumerate(written)
    ]
    match = matched(wanted, entries, {"old": "new"})
    kept = [taken.entry for taken in match.taken.values()] + list(match.orphans)
    assert sorted(kept) == sorted(entries)
    for text in match.texts:
        taken = match.taken.get(text.key)
        if taken is not None and not taken.stale:
            assert (taken.entry.was or taken.entry.of or text.mark) == text.mark


# -- What an author or translator is told -------------------------------------------------------------------------

TITLE = f"  scenes.raid.title:\n    of: {mark('Masked men at the door')}\n"


@pytest.mark.parametrize(
    ("old", "new", "code", "help_"),
    [
        ("translates: food-bank-raid", "translates: food-bank", "BF200", "food-bank-raid"),
        ("language: es", "language: Español", "BF201", "es"),
        ("language: es", "language: es_mx", "BF201", "es-MX"),
        ("language: es", "language: fr", "BF201", "`es`"),
        (TITLE, "  scenes.riad.title:\n", "BF202", "scenes.raid.title"),
        (f"of: {mark('threats')}", f"of: {mark('threat')}", "BF203", "threats"),
        (f"of: {mark('threats')}", "of: threats", "BF204", "delete"),
        (TITLE, "  scenes.raid.titles.1:\n", "BF202", "orphaned"),
        ('to: "ES threats"', 'two: "ES threats"', "BF041", "to"),
        ('to: "ES threats"', "to: [ES, threats]", "BF042", ""),
        ("translates: food-bank-raid\n", "", "BF040", "translates"),
    ],
)
def test_a_slip_is_explained(food_bank, old, new, code, help_):
    text = sidecar(food_bank)
    assert old in text
    translation = read_translation(text.replace(old, new, 1), "raid.es.yaml", read_text(food_bank))
    assert [problem.code for problem in translation.problems] == [code]
    assert help_ in translation.problems[0].help
    assert translation.problems[0].line > 0
    assert translation.ok == (code in ("BF202", "BF203"))


def test_a_line_that_became_too_long_is_an_error(food_bank):
    translation = read_translation(sidecar(food_bank, scenes_raid_title="x" * 301), "r.es.yaml", read_text(food_bank))
    assert [problem.code for problem in translation.problems] == ["BF047"]


def test_the_language_of_the_scenario_itself_is_no_translation(food_bank):
    text = sidecar(food_bank).replace("language: es", "language: en")
    assert [p.code for p in read_translation(text, "raid.en.yaml", read_text(food_bank)).problems] == ["BF201"]


@pytest.mark.parametrize("text", ["", "[]", "texts:\n", "- a\n", "a: [\n", "scenes: {}\n", "translates: x\n", "\x00"])
def test_what_holds_no_translations_is_a_problem(text, food_bank):
    translation = read_translation(text, "raid.es.yaml", read_text(food_bank))
    assert not translation.ok
    assert translation.match is None


@given(st.text(max_size=60))
def test_no_text_is_an_accident(text):
    read_translation(f"translates: x\nlanguage: es\ntexts:\n  title:\n    to: {text}", "x.es.yaml")


def test_translations_checked_as_a_scenario_are_told_apart(tmp_path, food_bank):
    path = tmp_path / "other.yaml"
    path.write_text(sidecar(food_bank), encoding="utf-8")
    (problem,) = load(path).problems
    assert (problem.code, problem.line) == ("BF005", 1)
    assert "NAME.es.yaml" in problem.help


def test_a_file_that_is_not_there_is_said(tmp_path):
    assert [p.code for p in load_translation(tmp_path / "raid.es.yaml").problems] == ["BF001"]
