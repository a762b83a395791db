"""The help of a problem is what to write instead, at the value itself."""

import pytest

from backfire_sim.engine.events import Play, Prepare
from backfire_sim.engine.session import Session
from backfire_sim.scenario.load import read_text

WAIT = "    wait:\n      text: Nobody answers the front page.\n      goto: END"
EFFECTS = "effects: {visibility: +3, evidence: +2}"


@pytest.mark.parametrize(
    ("old", "new", "code", "says", "marked"),
    [
        ("format: 1", 'format: "1"', "BF007", "without quotes", '"'),
        ("size: 4000", "size: 4,000", "BF023", "write 4000", "000"),
        ("size: 4000", "size: 4.000", "BF042", "write 4000", "4.000"),
        ("size: 4000", "size: 4_000", "BF042", "write 4000", "4_000"),
        ("minutes: 40", "minutes: about an hour", "BF042", "such as `minutes: 40`", "about an hour"),
        ("choose: 2", "choose: two", "BF042", "write 2", "two"),
        ("strength: 2", "strength: strong", "BF042", "1 slight, 2 solid, 3 strong", "strong"),
        ("strength: 2", "strength: 1.5", "BF042", "1 slight, 2 solid, 3 strong", "1.5"),
        ("strength: 2", "strength: 9", "BF044", "3 strong", "9"),
        ("{standing: 40, legal", "{standing: 40%, legal", "BF042", "write 40", "40%"),
        (EFFECTS, "effects: [visibility +3, care -1]", "BF042", "{visibility: +3, care: -1}", "[visibility"),
        (EFFECTS, "effects: visibility +3", "BF042", "{visibility: +3}", "visibility +3"),
        (EFFECTS, "effects: {visibility:+3, evidence:+2}", "BF028", "{visibility: +3, evidence: +2}", "visibility:+3"),
        (EFFECTS, "effects: {+3 visibility}", "BF028", "{visibility: +3}", "+3 visibility"),
        (EFFECTS, "effects: {visibility: +99999999999}", "BF062", "", "+99999999999"),
        ("goto: smear\n      witnesses", "goto: [smear]\n      witnesses", "BF042", "`goto: smear`", "[smear]"),
        ("uses_consent: [ana.story, ana.face]", "uses_consent: {ana: face}", "BF042", "[ana.face]", "{ana: face}"),
        ("when: not families_warned", "when: true", "BF042", "write a condition", "true"),
        ("when: not families_warned", "when: {care: 5}", "BF042", "`care >= 5`", "{care: 5}"),
        ("when: not families_warned", "when: !families_warned", "BF031", "`not families_warned`", "!families_warned"),
        ("when: not families_warned", "when: consents(ana, face", "BF050", "add )", "e"),
        ("when: not families_warned", "when: care >= 5 or", "BF050", "what follows `or`", "r"),
        ("when: not families_warned", "when: council.care >= 5", "BF051", "`care` alone", "council.care"),
        ("when: not families_warned", "when: mayor.support >= 5", "BF051", "no audience `mayor`", "mayor.support"),
        ("when: not families_warned", "when: visited(streem)", "BF051", "there are raid, smear", "streem"),
        ("when: not families_warned", "when: visited(raid.publish)", "BF051", "`played(raid.publish)`", "raid.publish"),
        ("when: outcome == backfire", "when: outcome == slow burn", "BF050", "`slow_burn`", "burn"),
        ("range: 0-40", "range: 0-99999999999", "BF082", "six digits", "0-99999999999"),
        ("range: 0-40", "range: -5-40", "BF082", "0 or above", "-5-40"),
        ("about: reveal", "about: film", "BF043", "cover_up", "film"),
        ("  - ask: Which method did", "  - Which method did", "BF042", "`- ask: Which method", "Which"),
        ("label: Father Tomas", "label: true", "BF045", '"true"', "true"),
        ("voice: priest", "voice: Father Tomas", "BF013", "write its id, `priest`", "Father Tomas"),
        ("voice: priest", "voice: priest, lawyer", "BF013", "name one of them only", "priest, lawyer"),
        ("goto: smear", "goto: They were known", "BF012", "the id of a scene, or END", "They were known"),
        ("technique: deny", "technique: Say nothing", "BF010", "`say_nothing`", "Say nothing"),
        ("when: not families_warned", "when: played raid.publish", "BF050", "`played(raid.publish)`", "raid.publish"),
        ("when: not families_warned", "when: not visited raid", "BF050", "`visited(raid)`", "raid"),
        ("because: The denial", "because The denial", "BF028", "a colon behind `because`", "because The"),
        ("  smear:\n", "  smear\n", "BF028", "write `smear:`", "smear"),
        ("uses_consent: [ana.story, ana.face]", "uses_consent: [ana]", "BF013", "`ana.story`, `ana.face`", "ana"),
        (WAIT, "    wait: Nobody.", "BF042", "`goto:`", "Nobody."),
        ("uses: [story, face]", "uses: [story, face]\n    says: Yes.", "BF042", "for each use", "Yes."),
    ],
)
def test_the_help_says_what_to_write_and_the_caret_stands_on_the_value(food_bank, old, new, code, says, marked):
    assert old in food_bank
    (problem,) = read_text(food_bank.replace(old, new, 1)).problems
    assert problem.code == code
    assert says in problem.help
    assert problem.source[problem.column - 1 :].startswith(marked)


def test_a_weight_of_nothing_is_refused(told):
    problems = told(("          - when: care >= 6\n", "          - odds: 0\n"))
    assert "BF044" in {p.code for p in problems}


def test_a_dash_without_its_space_in_a_list(food_bank):
    goals = "  goals: [Tell revealing from reframing, Prepare before the incident]"
    text = food_bank.replace(goals, "  goals:\n    -Tell it")
    (problem,) = read_text(text).problems
    assert "write a space after each dash: `- Tell it`" in problem.help


def test_outcomes_with_names_in_place_of_dashes(food_bank):
    start = food_bank.index("          - when: care >= 6\n")
    text = food_bank[:start] + "          many:\n            when: care >= 6\n" + food_bank[start:].partition("\n")[2]
    text = text.replace("          - text: People are afraid", "          few:\n            text: People are afraid")
    (problem,) = read_text(text).problems
    assert (problem.code, "`- ` before the keys of each" in problem.help) == ("BF042", True)


def test_a_minus_sign_of_typographers_takes_away(food_bank):
    text = food_bank.replace(EFFECTS, "effects: {visibility: +3, evidence: +2, care: −1}")
    loaded = read_text(text)
    assert loaded.problems == ()
    session = Session(loaded.scenario)
    session.play(Prepare(("cameras",)))
    plain = Session(read_text(text.replace("−1", "-1")).scenario)
    plain.play(Prepare(("cameras",)))
    session.play(Play("raid", "publish"))
    plain.play(Play("raid", "publish"))
    assert session.position.values == plain.position.values
    assert ("care", "+", -1) in loaded.scenario.scenes["raid"].moves[0].change.effects
