"""Every constant of the model, in one place, each with how well it is known.

No study gives the probability that a local threat backfires. The studies give direction and rough size, so each
constant carries a tag:

- `measured`: the size comes from a measurement, within the limits stated
- `direction`: studies give the direction; the size is ours
- `theory`: it follows from a theory of backfire that has been published
- `design`: it makes the game work, and claims nothing more
"""

from typing import NamedTuple


class Constant(NamedTuple):
    """A number of the model with its evidence tag, its source and the reason for its size."""

    value: int
    evidence: str
    source: str
    why: str


TOP_OF_GATE = 10
TOP_OF_EVIDENCE = 5
TOP_OF_CAPACITY = 10
TOP_OF_COST = 100
TOP_OF_SUPPORT = 100

RATE = 90
SUPPORT_WON_IN = 2
SUPPORT_LOST_IN = 6
ANSWER_BONUS = 1
GIVEN_BACK = 1
TRUSTED_VOICE = 1
DISTRUSTED_VOICE = -2
PREPARATION_SOFTENS = 1
EVIDENCE_BEFORE_DENIAL_WEAKENS = 2
BREACH_COSTS = 2
CONSENT_BROKEN_COSTS_CARE = 2
BREACHES_TO_ESCALATE = 2
COURAGE_OF_THE_CHILLED = 2
MEAN_COST_OF_BACKFIRE = 35
SUPPORT_GAINED_FOR_BACKFIRE = 15
CARE_FLOOR = 3
EVIDENCE_OF_SLOW_BURN = 3
MOMENTUM_OF_SLOW_BURN = 5

CONSTANTS: dict[str, Constant] = {
    "product of the gates": Constant(
        1,
        "theory",
        "B. Martin, Backfire basics: an injustice must be both known and judged unjust; each of five methods inhibits",
        "both conditions are necessary, so the gates multiply; no study gives the exact form",
    ),
    "RATE": Constant(RATE, "design", "", "hundredths of the remaining cost that full pressure adds in one round"),
    "SUPPORT_WON_IN": Constant(
        SUPPORT_WON_IN,
        "design",
        "Compare Kalla & Broockman 2020, APSR 114(2): durable change by conversation is small (d 0.04-0.08)",
        "support rises by half the gap each round; quicker than in life, so that an evening shows it",
    ),
    "SUPPORT_LOST_IN": Constant(
        SUPPORT_LOST_IN,
        "direction",
        "Tuch & Weitzer 1997, POQ 61: attitudes after brutality cases recover slowly, slower among the affected",
        "support falls by a sixth of the gap each round: attention fades, slower than it came",
    ),
    "ANSWER_BONUS": Constant(
        ANSWER_BONUS,
        "theory",
        "B. Martin, Backfire basics: each R answers one method",
        "an R played on the round in which its method lands is worth one step more",
    ),
    "GIVEN_BACK": Constant(
        GIVEN_BACK,
        "design",
        "",
        "an answer repairs one step of what the method took, never more than it took",
    ),
    "TRUSTED_VOICE": Constant(
        TRUSTED_VOICE,
        "direction",
        "Founding text: others speak, especially those the audience trusts; Wouters & Walgrave 2017, ASR 82(2)",
        "a trusted voice adds one step",
    ),
    "DISTRUSTED_VOICE": Constant(
        DISTRUSTED_VOICE, "design", "", "the wrong messenger costs more than the right one gains"
    ),
    "PREPARATION_SOFTENS": Constant(
        PREPARATION_SOFTENS,
        "direction",
        "Sutton, Butcher & Svensson 2014, J. Peace Research 51(5): campaigns already built mobilize more afterwards",
        "preparation that answers a method takes one step off it",
    ),
    "EVIDENCE_BEFORE_DENIAL_WEAKENS": Constant(
        EVIDENCE_BEFORE_DENIAL_WEAKENS,
        "direction",
        "Schiff, Schiff & Bueno 2025, APSR 119(1): denial works against text and largely fails against video",
        "above two steps of evidence each further step takes one off a cover-up or a denial",
    ),
    "BREACH_COSTS": Constant(
        BREACH_COSTS,
        "measured",
        "Wasow 2020, APSR 114(3): protester violence cost about one to three times what discipline gained",
        "two steps of dignity and of meaning; the size is a national election effect of the 1960s, carried over",
    ),
    "CONSENT_BROKEN_COSTS_CARE": Constant(
        CONSENT_BROKEN_COSTS_CARE,
        "design",
        "The rule behind it, do no harm first: WITNESS, Minimizing Harm While Exposing Abuse",
        "two steps of care for each person exposed without a yes",
    ),
    "courage at most care": Constant(
        1,
        "direction",
        "Young 2019, APSR 113(1): mild fear sharply reduces dissent",
        "people who are not looked after cannot keep on; the exact rule is ours",
    ),
    "BREACHES_TO_ESCALATE": Constant(
        BREACHES_TO_ESCALATE,
        "direction",
        "Simpson, Willer & Feinberg 2018, Socius 4: violence by a group cuts support for it",
        "one breach is a mistake; two are a story",
    ),
    "COURAGE_OF_THE_CHILLED": Constant(COURAGE_OF_THE_CHILLED, "design", "", "at 2 or below people are silent"),
    "MEAN_COST_OF_BACKFIRE": Constant(
        MEAN_COST_OF_BACKFIRE, "design", "", "mean of the four costs from which we call it backfire"
    ),
    "SUPPORT_GAINED_FOR_BACKFIRE": Constant(
        SUPPORT_GAINED_FOR_BACKFIRE, "design", "", "people of 100 won since the opening"
    ),
    "CARE_FLOOR": Constant(
        CARE_FLOOR, "design", "", "below this the best class is pyrrhic: care is a floor, not a currency"
    ),
    "EVIDENCE_OF_SLOW_BURN": Constant(
        EVIDENCE_OF_SLOW_BURN,
        "theory",
        "Cases that came back after decades on their record: Greensboro 1979 to 2020, Derry 1972 to 2010",
        "a record that can wait",
    ),
    "MOMENTUM_OF_SLOW_BURN": Constant(MOMENTUM_OF_SLOW_BURN, "theory", "The same cases", "and people who keep asking"),
}
"""What the help, the documents and the debrief print about each number."""
