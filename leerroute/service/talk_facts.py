"""What a message changes in what is known: new, corrected, refused, denied, or at odds with what was said before.

Pure: the talk reads the case, asks here, and writes the outcome.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from leerroute.cases.case import Source, StoredFact, is_list
from leerroute.domain.profile import BARRIERS, FIELDS, MUNICIPALITY_CODE, FieldError, Profile, Value, field_fault
from leerroute.domain.question import BARRIER_PREFIX

DENIED = "barriersDenied"
PLACES = "municipalityOptions"

# With which work a field can be true (docs/contract/reading-a-message.md, rules 8-11).
WORK_BEHIND: Mapping[str, frozenset[str]] = {
    "contract": frozenset({"employed"}),
    "hoursPerWeek": frozenset({"employed", "self-employed", "student"}),
    "monthsUnemployed": frozenset({"unemployed"}),
    "jobAtRisk": frozenset({"employed", "self-employed"}),
    "employerSize": frozenset({"employed", "self-employed", "student"}),
}
WORK_MEANT: Mapping[str, str] = {"monthsUnemployed": "unemployed"}  # otherwise: employed


@dataclass(frozen=True, slots=True)
class SaidFact:
    """A fact as it was heard, not checked yet; `field` may also be `barriersDenied` or `municipalityOptions`."""

    field: str
    value: object
    source: Source = "quote"
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A field before and after; None is unknown."""

    field: str
    before: Value | None
    after: Value | None


@dataclass(frozen=True, slots=True)
class Clash:
    """Two things that can't both hold. Each way out is the facts that it says, by field."""

    field: str
    ways_out: tuple[Mapping[str, Value], ...]


@dataclass(frozen=True, slots=True)
class TakenIn:
    """The outcome of a message. `understood` when it held anything at all that we can use."""

    noted: tuple[Change, ...] = ()
    changed: tuple[Change, ...] = ()
    dropped: tuple[Change, ...] = ()
    known_already: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    refused: tuple[FieldError, ...] = ()
    clash: Clash | None = None
    places: tuple[str, ...] = ()
    stored: tuple[StoredFact, ...] = ()

    @property
    def understood(self) -> bool:
        """Whether the message brought something; a value that does not fit brought nothing."""
        return bool(self.touched or self.known_already or self.clash or self.places)

    @property
    def touched(self) -> bool:
        """Whether what is known has changed."""
        return bool(self.noted or self.changed or self.dropped or self.denied)


def read_facts(profile: Profile, said: Sequence[SaidFact]) -> TakenIn:
    """Sort out what was said against what is known. Nothing that breaks the contract comes through."""
    denied = tuple(str(fact.value) for fact in said if fact.field == DENIED and fact.value in BARRIERS)
    places = _places(said)
    heard = _with_equals([fact for fact in said if fact.field not in (DENIED, PLACES)], denied)
    values, refused, twice = _checked(heard)
    values = _merged_care(profile, values)
    clash = twice or _clash_with_work(profile, values)
    if clash is not None:
        values = {name: value for name, value in values.items() if name not in _fields_of(clash)}
    values = _without_misfits(profile, values)
    new = {name: value for name, value in values.items() if not _holds(profile, name, value)}
    return TakenIn(
        noted=tuple(Change(n, None, v) for n, v in new.items() if n not in profile or n == "barriers"),
        changed=tuple(Change(n, profile[n], v) for n, v in new.items() if n in profile and n != "barriers"),
        dropped=_dropped(profile, new, denied),
        known_already=tuple(name for name in values if name not in new),
        denied=denied,
        refused=tuple(refused),
        clash=clash,
        places=places if "municipality" not in new else (),
        stored=tuple(_stored(name, heard, value) for name, value in new.items()),
    )


def _fields_of(clash: Clash) -> frozenset[str]:
    return frozenset(name for way in clash.ways_out for name in way)


def _places(said: Sequence[SaidFact]) -> tuple[str, ...]:
    options: list[str] = []
    for fact in said:
        if fact.field == PLACES:
            values = fact.value if isinstance(fact.value, (list, tuple)) else [fact.value]
            options += [str(code) for code in values if MUNICIPALITY_CODE.fullmatch(str(code))]
    return tuple(dict.fromkeys(options))


def _with_equals(said: list[SaidFact], denied: tuple[str, ...]) -> list[SaidFact]:
    """`learningBudget` none and the barrier no-means are one and the same by contract; so are some and denied."""
    extra: list[SaidFact] = []
    for fact in said:
        if fact.field == "barriers" and fact.value in ("no-means", ["no-means"]):
            extra.append(SaidFact("learningBudget", "none", fact.source, fact.quote))
        if fact.field == "learningBudget" and fact.value == "none":
            extra.append(SaidFact("barriers", "no-means", fact.source, fact.quote))
    if denied == ("no-means",) and not any(fact.field == "learningBudget" for fact in said):
        extra.append(SaidFact("learningBudget", "some", "tap"))
    return said + [fact for fact in extra if not any((fact.field, fact.value) == (f.field, f.value) for f in said)]


def _checked(heard: Sequence[SaidFact]) -> tuple[dict[str, Value], list[FieldError], Clash | None]:
    values: dict[str, Value] = {}
    refused: list[FieldError] = []
    clash: Clash | None = None
    for fact in heard:
        value = _as_list(fact.value) if is_list(fact.field) else fact.value
        fault = field_fault(fact.field, value)
        if fault is not None:
            refused.append(fault)
            continue
        former, kept = values.get(fact.field), cast("Value", value)
        if is_list(fact.field):
            items = (*cast("tuple[str, ...]", former or ()), *cast("tuple[str, ...]", kept))
            values[fact.field] = tuple(dict.fromkeys(items))
        elif former is not None and former != kept and FIELDS[fact.field].kind != "text":
            clash = Clash(fact.field, ({fact.field: former}, {fact.field: kept}))
        else:
            values[fact.field] = kept
    return values, refused, clash


def _as_list(value: object) -> object:
    return tuple(value) if isinstance(value, (list, tuple)) else (value,)


def _merged_care(profile: Profile, values: dict[str, Value]) -> dict[str, Value]:
    """Somebody who cares for children and now tells of a sick mother cares for both."""
    if {profile.get("careTasks"), values.get("careTasks")} == {"children", "informal-care"}:
        return {**values, "careTasks": "both"}
    return values


def _clash_with_work(profile: Profile, values: Mapping[str, Value]) -> Clash | None:
    """Hours of work from somebody who said to be without work: which of the two holds has to be asked."""
    known = profile.get("work")
    if known is None or "work" in values:
        return None
    for name, fitting in WORK_BEHIND.items():
        if name in values and values[name] is not False and known not in fitting:
            meant = {"work": WORK_MEANT.get(name, "employed"), name: values[name]}
            return Clash("work", ({"work": known}, meant))
    return None


def _without_misfits(profile: Profile, values: dict[str, Value]) -> dict[str, Value]:
    work = values.get("work", profile.get("work"))
    return {n: v for n, v in values.items() if work is None or n not in WORK_BEHIND or work in WORK_BEHIND[n]}


def _holds(profile: Profile, name: str, value: Value) -> bool:
    if name == "barriers":
        return set(cast("tuple[str, ...]", value)) <= set(cast("tuple[str, ...]", profile.get("barriers", ())))
    return profile.get(name) == value


def _dropped(profile: Profile, new: Mapping[str, Value], denied: tuple[str, ...]) -> tuple[Change, ...]:
    """What can't hold any more: fields of the former work, barriers that were denied or whose ground is gone."""
    fields: list[Change] = []
    if "work" in new:
        gone = [name for name, fitting in WORK_BEHIND.items() if name in profile and new["work"] not in fitting]
        fields = [Change(name, profile[name], None) for name in gone if name not in new]
    said = cast("tuple[str, ...]", profile.get("barriers", ()))
    taken_back = set(denied)
    if new.get("learningBudget") == "some":
        taken_back.add("no-means")
    return (*fields, *(Change(BARRIER_PREFIX + b, b, None) for b in said if b in taken_back))


def _stored(name: str, heard: Sequence[SaidFact], value: Value) -> StoredFact:
    fact = next(fact for fact in reversed(heard) if fact.field == name)
    return StoredFact(name, value, fact.source, fact.quote)
