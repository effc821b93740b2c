"""The next question: worth asking, never asked twice, and an end."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from leerroute.domain.interview import MOST_QUESTIONS, next_question
from leerroute.domain.measure import Condition
from leerroute.domain.profile import FIELDS, Profile, Value
from leerroute.domain.question import Answer, Interview, Question
from tests.domain.catalogues import SMALL, TODAY, catalogue, is_true, measure


def question(field: str, *values: Value, sensitive: bool = False, rank: int = 50, **changes: object) -> Question:
    share = 1 / max(len(values), 1)
    answers = tuple(Answer(value, {"nl": str(value)}, share) for value in values)
    return Question(field, {"nl": field}, {"nl": field}, answers, sensitive=sensitive, rank=rank, **changes)  # type: ignore[arg-type]


DEBTS = question("debts", True, False, sensitive=True)
BENEFIT = question("benefit", "ww", "none")
SECTOR = question("sector", "retail", "ict")
TIME = question("barrier:time-pressure", True, False)
HARDEST = question("barriers", ("time-pressure",), ())
QUESTIONS = (DEBTS, BENEFIT, SECTOR, TIME, HARDEST)


def asked(interview: Interview, questions: tuple[Question, ...] = QUESTIONS) -> str | None:
    found = next_question(SMALL, questions, interview, TODAY).question
    return found.field if found else None


def test_what_is_known_is_not_asked() -> None:
    assert asked(Interview(Profile.of({"benefit": "ww"})), (BENEFIT,)) is None
    assert asked(Interview(Profile()), (BENEFIT,)) == "benefit"


def test_what_was_skipped_is_not_asked_again() -> None:
    assert asked(Interview(Profile(), skipped=frozenset({"benefit"})), (BENEFIT,)) is None


def test_what_cannot_change_the_route_is_not_asked() -> None:
    assert asked(Interview(Profile()), (SECTOR,)) is None


def test_a_denied_or_stated_barrier_is_not_asked() -> None:
    sure = catalogue(
        measure("a"), measure("b", "work", useful_when=(Condition("barriers", "one-of", ("time-pressure",)),))
    )
    for interview in (
        Interview(Profile(), denied_barriers=frozenset({"time-pressure"})),
        Interview(Profile.of({"barriers": ["time-pressure"]})),
    ):
        assert next_question(sure, (TIME,), interview, TODAY).question is None


def test_sensitive_questions_never_come_first() -> None:
    assert asked(Interview(Profile()), (DEBTS, BENEFIT)) == "benefit"
    assert asked(Interview(Profile.of({"benefit": "ww", "age": 40}), asked=2), (DEBTS, BENEFIT)) == "debts"


def test_a_question_waits_for_what_makes_it_sensible() -> None:
    hours = question("contract", "temporary", "permanent", ask_when=(Condition("work", "one-of", ("employed",)),))
    matters = catalogue(measure("a", "debt-help", useful_when=(Condition("contract", "one-of", ("temporary",)),)))
    assert next_question(matters, (hours,), Interview(Profile()), TODAY).question is None
    assert next_question(matters, (hours,), Interview(Profile.of({"work": "employed"})), TODAY).question == hours


def test_what_is_known_can_make_an_answer_likelier_and_its_question_worth_asking() -> None:
    reading = catalogue(
        measure("class", "basic-skills", useful_when=(Condition("literacy", "one-of", ("difficult",)),))
    )
    answers = (Answer("difficult", {"nl": "ja"}, 0.1, 0.6), Answer("ok", {"nl": "nee"}, 0.9, 0.4))
    literacy = replace(question("literacy"), answers=answers, likely_when=(is_true("debts"),))
    assert next_question(reading, (literacy,), Interview(Profile()), TODAY).question is None
    assert next_question(reading, (literacy,), Interview(Profile.of({"debts": False})), TODAY).question is None
    assert next_question(reading, (literacy,), Interview(Profile.of({"debts": True})), TODAY).question == literacy


def test_who_told_how_much_time_there_is_is_not_asked_about_it_in_a_roundabout_way() -> None:
    pressed = catalogue(
        measure("a", "debt-help", useful_when=(Condition("barriers", "one-of", ("time-pressure",)),)), measure("b")
    )

    def next_for(**fields: object) -> Question | None:
        return next_question(pressed, (TIME,), Interview(Profile.of(fields)), TODAY).question

    assert next_for() == TIME
    assert next_for(learningHoursPerWeek=4) is None


def test_two_fields_that_only_matter_together_are_both_found() -> None:
    both = catalogue(
        *(measure(f"m{n}", "debt-help", useful_when=(is_true("debts"), is_true("housingProblem"))) for n in range(20))
    )
    questions = (question("debts", True, False), question("housingProblem", True, False))
    assert next_question(both, questions, Interview(Profile()), TODAY).question is not None


def test_the_number_left_is_an_upper_bound_and_the_interview_ends() -> None:
    interview, bounds = Interview(Profile()), []
    while (following := next_question(SMALL, QUESTIONS, interview, TODAY)).question is not None:
        bounds.append(following.at_most_left)
        skipped = interview.skipped | {following.question.field}
        interview = Interview(interview.profile, interview.denied_barriers, skipped, interview.asked + 1)
    left = list(range(len(bounds), 0, -1))
    assert bounds, "the small catalogue has something to ask"
    assert all(bound >= really for bound, really in zip(bounds, left, strict=True))


def test_after_the_most_questions_nothing_is_asked() -> None:
    assert asked(Interview(Profile(), asked=MOST_QUESTIONS)) is None


known_fields = st.fixed_dictionaries(
    {},
    optional={
        "debts": st.booleans(),
        "benefit": st.sampled_from(FIELDS["benefit"].values),
        "sector": st.sampled_from(FIELDS["sector"].values),
        "age": st.integers(14, 100),
        "learningHoursPerWeek": st.integers(0, 40),
        "barriers": st.lists(st.sampled_from(FIELDS["barriers"].values), unique=True),
    },
)


@settings(max_examples=60, deadline=None)
@given(known_fields)
def test_whatever_is_known_the_question_is_about_something_unknown(known: dict[str, object]) -> None:
    profile = Profile.of(known)
    field = asked(Interview(profile))
    assert field is None or field not in profile


def test_a_barrier_that_follows_from_the_facts_is_not_asked() -> None:
    assert asked(Interview(Profile.of({"learningHoursPerWeek": 0})), (TIME,)) is None
