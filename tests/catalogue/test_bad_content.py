"""A wrong file is refused with its name, the field, the value and what was expected; and all faults at once."""

from pathlib import Path

import pytest

from leerroute.catalogue.content import read_content
from leerroute.catalogue.errors import ContentError, ContentErrors

LOAN = "measures/levenlanglerenkrediet.yml"


def faults(folder: Path) -> tuple[ContentError, ...]:
    """What is wrong with the content of a folder."""
    with pytest.raises(ContentErrors) as caught:
        read_content(folder)
    return caught.value.errors


def replace(folder: Path, name: str, old: str, new: str) -> None:
    """Change one piece of text in a file, which must be there."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{name} does not hold {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_content_of_the_project_is_right(folder: Path) -> None:
    content = read_content(folder)
    assert len(content.measures) == 100
    assert len(content.regions.municipalities) == 342


@pytest.mark.parametrize(
    ("old", "new", "field", "value"),
    [
        ("rank: 90", "rank: high", "route.rank", "high"),
        ("rank: 90", "rank: 90\n  extra: 1", "route.extra", 1),
        ("provider: DUO", "", "provider", None),
        ("purpose: funding", "purpose: gifts", "route.purpose", "gifts"),
        ("kinds: [funding]", "kinds: [loan]", "kinds.0", "loan"),
        ("id: levenlanglerenkrediet", "id: krediet", "id", "krediet"),
        ("below: 57", "below: 577", "conditions.0.below", 577),
        ("below: 57", "below: pension-age", "conditions.0.below", "pension-age"),
        ("below: 57", "one-of: ['57']", "conditions.0.one-of", ("57",)),
        ("field: age", "field: shoeSize", "conditions.0.field", "shoeSize"),
        ("field: age, below: 57", "field: targetGroups, one-of: [unemployed]", "conditions.0.field", "targetGroups"),
        ("is: true, reason", "is: maybe, reason", "not-when.0.is", "maybe"),
        ("reason: loan-with-debts", "reason: because", "not-when.0.reason", "because"),
        ("one-of: [mbo4, havo", "one-of: [mbo5, havo", "route.useful-when.1.one-of", ["mbo5"]),
        ("barriers: [no-means]", "barriers: [no-money]", "barriers.0", "no-money"),
        ("solutions: [funding", "solutions: [money", "solutions.0", "money"),
        ("replaced-by: []", "replaced-by: [gone]", "replaced-by.0", "gone"),
        ("excludes: []", "excludes: [levenlanglerenkrediet]", "excludes.0", "levenlanglerenkrediet"),
        ("to: null", "to: 2016-01-01", "versions.0.to", "2016-01-01"),
        ("from: 2017-08-01", "from: last year", "versions.0.from", "last year"),
        ("maximum: 13470", "maximum: '13470'", "versions.0.amount.maximum", "13470"),
        ("duration:", "weekly-hours: {least: 5, most: 2}\nduration:", "weekly-hours.most", 2),
        ("duration:", "weekly-hours: {least: 1, most: 99}\nduration:", "weekly-hours.most", 99),
        (
            "windows: []",
            "windows: [{from: 2016-01-01, to: 2016-02-01, label: early}]",
            "versions.0.windows.0",
            "2016-01-01 to 2016-02-01",
        ),
        (
            "windows: []",
            "windows: [{from: 2020-02-01, to: 2020-01-01, label: back}]",
            "versions.0.windows.0.to",
            "2020-01-01",
        ),
    ],
)
def test_a_wrong_value_is_named_with_its_field(folder: Path, old: str, new: str, field: str, value: object) -> None:
    replace(folder, LOAN, old, new)
    found = [error for error in faults(folder) if error.file == LOAN]
    assert [(error.field, error.value) for error in found] == [(field, value)]
    assert found[0].expected


def test_all_faults_are_told_at_once(folder: Path) -> None:
    replace(folder, LOAN, "rank: 90", "rank: high")
    replace(folder, LOAN, "kinds: [funding]", "kinds: [loan]")
    replace(folder, "measures/geldfit.yml", "barriers: [", "barriers: [no-money, ")
    replace(folder, "questions/age.yml", "input: number", "input: slider")
    found = {(error.file, error.field) for error in faults(folder)}
    assert {
        (LOAN, "route.rank"),
        (LOAN, "kinds.0"),
        ("measures/geldfit.yml", "barriers.0"),
        ("questions/age.yml", "input"),
    } <= found


@pytest.mark.parametrize(
    "script",
    [
        "<script>alert(1)</script>",
        "Klik <a href='x'>hier</a>",
        "ga naar javascript:alert(1)",
        "&#60;b&#62;",
        "a\\u202eb",
    ],
)
def test_html_and_script_are_refused(folder: Path, script: str) -> None:
    replace(folder, LOAN, "name: {nl: Levenlanglerenkrediet,", f'name: {{nl: "{script}",')
    assert [(error.file, error.field) for error in faults(folder)] == [(LOAN, "name.nl")]


def test_an_ordinary_smaller_than_sign_is_just_text(folder: Path) -> None:
    replace(folder, LOAN, "claim: ", "claim: Loon < 2000 euro. ")
    read_content(folder)


def test_a_file_that_is_too_big_is_refused(folder: Path) -> None:
    path = folder / LOAN
    path.write_text(path.read_text(encoding="utf-8") + "#" * 200_000, encoding="utf-8")
    (error,) = [error for error in faults(folder) if error.file == LOAN]
    assert "at most 200000 bytes" in error.expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: [1", "line"),
        ("id: x\nid: y", "twice"),
        ("a: &anchor [1]\nb: *anchor", "anchors"),
        ("!!python/object/apply:os.system ['true']", "line"),
        ("", "dictionary"),
        ("- 1", "dictionary"),
    ],
)
def test_what_is_no_plain_yaml_is_refused(folder: Path, text: str, told: str) -> None:
    (folder / LOAN).write_text(text, encoding="utf-8")
    messages = [str(error) for error in faults(folder) if error.file == LOAN]
    assert len(messages) == 1
    assert told in messages[0]


def test_bytes_that_are_no_text_are_refused(folder: Path) -> None:
    (folder / LOAN).write_bytes(b"id: \xff\xfe")
    assert "UTF-8" in str(next(error for error in faults(folder) if error.file == LOAN))


def test_no_is_a_word_and_not_a_boolean(folder: Path) -> None:
    replace(folder, LOAN, "en: Lifelong learning credit", "en: no")
    assert read_content(folder).measures["levenlanglerenkrediet"].name["en"] == "no"


def test_two_measures_cannot_have_one_alias(folder: Path) -> None:
    replace(folder, LOAN, "aliases: [", "aliases: [STAP budget, ")
    (error,) = faults(folder)
    assert (error.file, error.field) == (LOAN, "aliases.0")
    assert "stap-budget" in error.expected


def test_search_words_for_a_measure_that_does_not_exist_are_told(folder: Path) -> None:
    replace(folder, "search-words.yml", "taalhuis:", "taalhuys:")
    assert [(error.file, error.field) for error in faults(folder)] == [("search-words.yml", "taalhuys")]


def test_versions_may_not_overlap(folder: Path) -> None:
    again = "versions:\n  - {from: 2020-01-01, to: null, exact: true, windows: [], amount: null}\n"
    replace(folder, LOAN, "versions:\n", again)
    (error,) = faults(folder)
    assert (error.file, error.field) == (LOAN, "versions")


def test_a_file_that_nothing_reads_is_told(folder: Path) -> None:
    (folder / "measures" / "new.yaml").write_text("id: new", encoding="utf-8")
    (error,) = faults(folder)
    assert error.file == "measures/new.yaml"


def test_a_missing_file_is_told(folder: Path) -> None:
    (folder / "reasons.yml").unlink()
    assert "reasons.yml" in {error.file for error in faults(folder)}


def test_a_value_of_a_field_without_a_label_is_told(folder: Path) -> None:
    replace(folder, "labels.yml", "      student:", "      pupil:")
    told = {error.field for error in faults(folder)}
    assert told == {"fields.work.values.student", "fields.work.values.pupil"}


@pytest.mark.parametrize(
    ("name", "old", "new", "field"),
    [
        ("questions/work.yml", "value: employed", "value: emplyed", "answers"),
        ("questions/barrier-no-means.yml", "value: true", "value: 1", "answers"),
        ("questions/age.yml", "field: age", "field: shoeSize", "field"),
        ("questions/contract.yml", "field: work", "field: job", "ask-when"),
        ("amounts/aow-age.yml", "value: 780", "value: -1", "values"),
    ],
)
def test_questions_and_amounts_are_checked(folder: Path, name: str, old: str, new: str, field: str) -> None:
    replace(folder, name, old, new)
    assert any(error.file == name and error.field.startswith(field) for error in faults(folder))


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (
            "regions/municipalities.csv",
            "GM0034,Almere,PV24,Flevoland,Flevoland",
            "GM0034,Almere,PV24,Flevoland,Atlantis",
        ),
        ("regions/municipalities.csv", "GM0034,", "GM0014,"),
        ("regions/municipalities.csv", "GM0034,", "0034,"),
        ("regions/municipalities.csv", "GM0034,Almere,PV24,Flevoland,Flevoland,2026", "GM0034,Almere"),
        ("regions/aliases.csv", "GM0518", "GM9999"),
        ("regions/regional_help.csv", "Achterhoek,https", "Achterhoek,ftp"),
    ],
)
def test_regions_are_checked(folder: Path, name: str, old: str, new: str) -> None:
    replace(folder, name, old, new)
    assert name in {error.file for error in faults(folder)}


@pytest.mark.parametrize("day", ["2017-02-30", "2017-13-01", "30-02-2017", "soon"])
def test_a_date_that_is_none_is_told_with_its_place(folder: Path, day: str) -> None:
    replace(folder, LOAN, "from: 2017-08-01", f"from: {day}")
    (error,) = faults(folder)
    assert (error.file, error.field, error.value) == (LOAN, "versions.0.from", day)
