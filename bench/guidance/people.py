"""The table of personas: how many questions they get, and how far their route is what an adviser would give."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import mean, median

from rich.table import Table

from leerroute.domain.planning import plan_route
from tests.personas.expecting import expectations, steps_of
from tests.personas.persona import Persona, personas
from tests.personas.playing import TODAY, Played, content, played


@dataclass(frozen=True)
class Outcome:
    """What came of one persona."""

    persona: Persona
    played: Played
    failed: tuple[str, ...]
    expected: int
    silent: tuple[int, int]  # questions and failed expectations when nothing is told first
    found: float  # the share of the steps of the whole truth that the interview led to

    @property
    def questions(self) -> int:
        """How many were asked."""
        return len(self.played.turns)

    @property
    def promised(self) -> int:
        """The bound that was given at the start."""
        return self.played.turns[0].asked.at_most_left if self.played.turns else 0


def played_personas() -> list[Outcome]:
    """Play all of them."""
    return [_outcome(persona) for persona in personas()]


def _outcome(persona: Persona) -> Outcome:
    result = played(persona.name)
    route, expected = result.route(), expectations(persona)
    best = set(steps_of(plan_route(content().catalogue, persona.truth, TODAY)))
    share = len(best & set(steps_of(route))) / len(best) if best else 1.0
    silent = played(persona.name, silent=True)
    missed = sum(not one.holds(silent.route()) for one in expected)
    failed = tuple(one.what for one in expected if not one.holds(route))
    return Outcome(persona, result, failed, len(expected), (len(silent.turns), missed), share)


def persona_table(outcomes: list[Outcome]) -> Table:
    """One row a persona."""
    table = Table(title="Personas", title_justify="left")
    for heading in ("persona", "questions", "at most", "as expected", "found", "asked", "not as expected"):
        table.add_column(heading, overflow="fold")
    for outcome in outcomes:
        kept = outcome.expected - len(outcome.failed)
        table.add_row(
            outcome.persona.name,
            str(outcome.questions),
            str(outcome.promised),
            f"{kept}/{outcome.expected}",
            f"{outcome.found:.0%}",
            ", ".join(outcome.played.fields),
            "; ".join(outcome.failed),
        )
    return table


def summary(outcomes: list[Outcome]) -> str:
    """The figures over all personas."""
    questions = [outcome.questions for outcome in outcomes]
    expected = sum(outcome.expected for outcome in outcomes)
    failed = sum(len(outcome.failed) for outcome in outcomes)
    silent = sum(outcome.silent[1] for outcome in outcomes)
    return (
        f"{len(outcomes)} personas: median {median(questions):g} questions, mean {mean(questions):.1f}, "
        f"most {max(questions)}; {expected - failed} of {expected} expectations hold; "
        f"the interview finds {mean(o.found for o in outcomes):.0%} of the steps that the whole truth gives\n"
        f"Who tells nothing first: median {median(o.silent[0] for o in outcomes):g} questions; "
        f"{expected - silent} of {expected} expectations hold\n"
    )
