"""The result as JSON, as tables for people, and as a list of misreads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import numpy as np

from bench.understanding import figures
from bench.understanding.comparing import Outcome
from bench.understanding.figures import Figure
from bench.understanding.testset import DUTCH, GROUPS, OTHER_LANGUAGES

TEMPTING_GROUP = "negation-and-others"


def result_of(outcomes: Sequence[Outcome], measured: dict[str, Any]) -> dict[str, Any]:
    """All figures of one system."""
    names = sorted({name for o in outcomes for name, _ in (*o.right, *o.wrong, *o.missed)})
    tempted = _of_groups(outcomes, [TEMPTING_GROUP])
    dutch = _of_groups(outcomes, DUTCH)
    return {
        "groups": {name: _group(_of_groups(outcomes, groups)) for name, groups in _groupings().items()},
        "fields": {name: _field(figures.counts(outcomes, name)) for name in names},
        "fields_dutch": {name: _field(figures.counts(dutch, name)) for name in names},
        "tempting_messages": {
            "with_a_wrong_fact": asdict(figures.share_of_messages([bool(o.wrong) for o in tempted])),
            "with_a_tempting_field_filled": asdict(figures.share_of_messages([o.fell_for for o in tempted])),
        },
        "milliseconds": {
            kind: {
                **{f"p{level}": float(np.percentile(measured[f"{kind}_ms"], level)) for level in (50, 95)},
                "max": max(measured[f"{kind}_ms"]),
            }
            for kind in ("wall", "cpu")
        },
        "memory_mb": measured["memory_mb"],
        "load_seconds": measured["load_seconds"],
    }


def _groupings() -> dict[str, Sequence[str]]:
    own = {group: (group,) for group in GROUPS}
    return {**own, "all Dutch": DUTCH, "other languages": OTHER_LANGUAGES, "all": GROUPS}


def _of_groups(outcomes: Sequence[Outcome], groups: Sequence[str]) -> list[Outcome]:
    return [outcome for outcome in outcomes if outcome.message.group in groups]


def _group(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    rows = figures.counts(outcomes)
    shares = {name: getattr(figures, name) for name in ("precision", "recall", "f1")}
    return {
        "messages": len(outcomes),
        "facts": int(rows[:, 0].sum() + rows[:, 2].sum()),
        "wrong_facts": int(rows[:, 1].sum()),
        **{name: asdict(figures.figure(rows, share)) for name, share in shares.items()},
        "exact": asdict(figures.share_of_messages([o.exact for o in outcomes])),
        "with_a_wrong_fact": asdict(figures.share_of_messages([bool(o.wrong) for o in outcomes])),
    }


def _field(rows: np.ndarray) -> dict[str, Any]:
    shares = {name: getattr(figures, name) for name in ("precision", "recall", "f1")}
    facts = int(rows[:, 0].sum() + rows[:, 2].sum())
    return {"facts": facts, **{name: asdict(figures.figure(rows, share)) for name, share in shares.items()}}


def tables(results: dict[str, dict[str, Any]]) -> str:
    """The systems below each other per group and per field, then wrong facts, time and memory."""
    lines = [
        f"{'group':21}{'system':16}{'n':>5}{'facts':>7}   precision  recall     "
        f"{'F1 [95 %]':22}{'exact [95 %]':22}wrong"
    ]
    for name in _groupings():
        for system, result in results.items():
            row = result["groups"][name]
            plain = "".join(f"{_number(row[key]):<11}" for key in ("precision", "recall"))
            lines.append(
                f"{name:21}{system:16}{row['messages']:5}{row['facts']:7}   {plain}"
                f"{_interval(row['f1']):22}{_interval(row['exact']):22}{row['wrong_facts']}"
            )
    lines += [
        "",
        f"{'field (all Dutch)':22}{'facts':>6}   "
        + "".join(f"{system + ': P, R, F1 [95 %]':44}" for system in results),
    ]
    for name in sorted({field for result in results.values() for field in result["fields_dutch"]}):
        rows = [result["fields_dutch"].get(name) for result in results.values()]
        facts = max(row["facts"] for row in rows if row)
        lines.append(f"{name:22}{facts:6}   " + "".join(f"{_field_cell(row):44}" for row in rows))
    return "\n".join([*lines, "", *(_footer(system, result) for system, result in results.items())])


def _field_cell(row: dict[str, Any] | None) -> str:
    if row is None:
        return "-"
    return f"{_number(row['precision'])}  {_number(row['recall'])}  {_interval(row['f1'])}"


def _footer(system: str, result: dict[str, Any]) -> str:
    tempting, wall, cpu = result["tempting_messages"], result["milliseconds"]["wall"], result["milliseconds"]["cpu"]
    return (
        f"{system}: a wrong fact in {_interval(tempting['with_a_wrong_fact'])} of the messages on negation and others, "
        f"in a tempting field in {_interval(tempting['with_a_tempting_field_filled'])}\n"
        f"  one core, ms a message: p50 {wall['p50']:.1f}, p95 {wall['p95']:.1f}, most {wall['max']:.1f} on the clock; "
        f"p50 {cpu['p50']:.1f}, p95 {cpu['p95']:.1f}, most {cpu['max']:.1f} of the processor; "
        f"memory {result['memory_mb']['now']:.0f} MB (most {result['memory_mb']['most']:.0f}), "
        f"loaded in {result['load_seconds']:.1f} s"
    )


def _number(share: dict[str, Any]) -> str:
    return "  -  " if share["value"] is None else f"{share['value']:.3f}"


def _interval(share: dict[str, Any]) -> str:
    known = Figure(**share)
    return "  -" if known.value is None else f"{known.value:.3f} [{known.low:.3f}-{known.high:.3f}]"


def misreads(outcomes: Sequence[Outcome]) -> str:
    """Every message that was not read exactly, with what was missed and what was wrong."""
    blocks = []
    for outcome in (o for o in outcomes if not o.exact):
        lines = [f"[{outcome.message.group}] {outcome.message.text}"]
        lines += [f"    missed  {name} = {value}" for name, value in outcome.missed]
        lines += [f"    wrong   {name} = {value}" for name, value in outcome.wrong]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"
