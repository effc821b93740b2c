"""An editor changes a measure on the screens, a publisher makes it public, and nobody loses anything on the way."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.api.editing.conftest import MeasurePages, Screens
from tests.api.editing.forms import values_of

Visit = Callable[..., Screens]
MAXIMUM = "versions.0.amount.maximum"


def maximum(pages: MeasurePages) -> object:
    amount = pages.live()["versions"][0]["amount"]  # type: ignore[index]
    return amount["maximum"]


def test_an_amount_is_changed_looked_at_published_and_undone(visit: Visit) -> None:
    pages = MeasurePages(visit("noor"))
    answer = pages.save({MAXIMUM: "13999", "daarna": "voorbeeld"})
    assert answer.url.path.endswith("/voorbeeld")
    assert "<del>13470</del></td><td><ins>13999</ins>" in answer.text
    assert maximum(pages) == 13470
    done = pages.publish("nieuw bedrag voor 2027")
    assert done.url.path.endswith("/geschiedenis")
    assert "nieuw bedrag voor 2027" in done.text
    assert "noor op" in done.text
    assert maximum(pages) == 13999
    asked = pages.screens.get(f"{pages.path}/terug/1")
    assert "<del>13999</del></td><td><ins>13470</ins>" in asked.text
    values = {"waarom": "was te vroeg", "geldt": _hidden(asked.text, "geldt")}
    assert "zet versie 1 terug" in pages.screens.send(f"{pages.path}/terug/1", **values).text
    assert maximum(pages) == 13470


def _hidden(html: str, name: str) -> str:
    return html.split(f'name="{name}" value="')[1].split('"')[0]


def test_an_editor_drafts_but_does_not_publish_or_undo(visit: Visit) -> None:
    pages = MeasurePages(visit("sam"))
    looked = pages.save({MAXIMUM: "13999", "daarna": "voorbeeld"})
    assert "Publiceer</button>" not in looked.text
    for path in ("publiceren", "terug/1", "bestand", "houden"):
        answer = pages.screens.send(f"{pages.path}/{path}", waarom="toch", gezien=_hidden(looked.text, "gezien"))
        assert answer.status_code == 403
        assert "Dit mag je niet doen" in answer.text
    assert maximum(pages) == 13470
    noor = MeasurePages(visit("noor"))
    assert noor.publish("sam had gelijk").status_code == 200
    assert maximum(pages) == 13999


@pytest.mark.parametrize("path", ["", "/notatie", "/publiceren", "/weggooien", "/bijwerken", "/terug/1"])
@pytest.mark.parametrize("seal", ["", "0" * 64])
def test_no_form_works_without_its_seal(visit: Visit, path: str, seal: str) -> None:
    pages = MeasurePages(visit("noor"))
    values = {**pages.opened(), "zegel": seal, MAXIMUM: "13999"}
    assert pages.screens.send_as(f"{pages.path}{path}", values).status_code == 400
    assert "Er is geen concept" in pages.screens.get(f"{pages.path}/voorbeeld").text


BAD = [
    ("a date that is no date", {"versions.0.from": "31-02-2026"}, "versions.0.from", "31-02-2026"),
    ("a day before the first day", {"versions.0.to": "2016-01-01"}, "versions.0.to", "2016-01-01"),
    (
        "a window outside its version",
        {"versions.0.windows.0.from": "2016-01-01", "versions.0.windows.0.to": "2016-02-01"},
        "versions.0.windows.0",
        "2016-01-01 to 2016-02-01",
    ),
    (
        "overlapping versions",
        {"versions.1.from": "2020-01-01", "versions.1.to": "2021-01-01"},
        "versions",
        "2020-01-01",
    ),
    ("a dangling id", {"replaced-by": ["bestaat-niet"]}, "replaced-by.0", "bestaat-niet"),
    (
        "a condition on an unknown field",
        {"conditions": "- {field: shoeSize, at-least: 18}"},
        "conditions.0.field",
        "shoeSize",
    ),
    ("an operator that does not fit", {"conditions": "- {field: age, is: true}"}, "conditions.0.is", "ja"),
    ("a notation that cannot be read", {"conditions": "- {field: age"}, "conditions", "- {field: age"),
    ("an amount with a sign for thousands", {MAXIMUM: "13.470"}, MAXIMUM, "13.470"),
    ("a negative amount", {MAXIMUM: "-5"}, MAXIMUM, "-5"),
    ("HTML", {"summary.nl": "<b>Vet</b> goed"}, "summary.nl", "<b>Vet</b> goed"),
    ("script", {"name.nl": "<script>alert(1)</script>"}, "name.nl", "<script>alert(1)</script>"),
    ("no English text", {"summary.en": ""}, "summary", ""),
    ("a choice that is none", {"route.purpose": "gifts"}, "route.purpose", "gifts"),
    ("an address that is none", {"contact.url": "javascript:alert(1)"}, "contact.url", "javascript:alert(1)"),
    ("a name of another measure", {"aliases": "STAP"}, "aliases.0", "STAP"),
    ("two million letters", {"summary.nl": "Je leent. " * 200_000}, "", ""),
]


@pytest.mark.parametrize(("typed", "field", "value"), [bad[1:] for bad in BAD], ids=[bad[0] for bad in BAD])
def test_what_is_wrong_is_named_and_still_there(visit: Visit, typed: dict[str, object], field: str, value: str) -> None:
    pages = MeasurePages(visit("noor"))
    opened = pages.opened()
    answer = pages.save(typed, opened)
    assert answer.status_code == 422
    faults = answer.text.split('class="faults"')[1].split("</ul>")[0]
    assert field in faults
    assert _escaped(value) in faults
    again = values_kept(answer.text, pages.path)
    for name, there in typed.items():
        kept = again[name] if isinstance(there, list) else again[name][-1]
        assert kept[:1] == there if isinstance(there, list) else kept.rstrip("\n") == str(there).rstrip()
    assert "<script>alert" not in answer.text
    assert maximum(pages) == 13470
    assert "Er is geen concept" in pages.screens.get(f"{pages.path}/voorbeeld").text


def values_kept(html: str, path: str) -> dict[str, list[str]]:
    """The form on a page that came back."""
    return values_of(html, path)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def test_a_condition_is_put_together_from_choices(visit: Visit) -> None:
    pages = MeasurePages(visit("sam"))
    new = {"conditions+veld": "work", "conditions+toets": "one-of", "conditions+waarde": "employed, student"}
    answer = pages.save({**new, "daarna": "voorbeeld"})
    assert "{field: work, one-of: [employed, student]}" in pages.opened()["conditions"][0]
    assert "voorbeeldmensen merken er iets van" in answer.text


def test_changed_golden_cases_are_shown_and_must_be_seen(visit: Visit) -> None:
    pages = MeasurePages(visit("noor"))
    answer = pages.save({"conditions": "- {field: age, below: 40}", "daarna": "voorbeeld"})
    assert "56 is under 57" in answer.text
    assert "dit is niet wat het geval zegt" in answer.text
    assert pages.publish().status_code == 422
    assert pages.publish(**{"gevallen-gezien": "1"}).status_code == 200


@pytest.mark.parametrize("why", ["", "   ", "x" * 1001])
def test_publishing_needs_a_reason(visit: Visit, why: str) -> None:
    pages = MeasurePages(visit("noor"))
    pages.save({MAXIMUM: "13999"})
    answer = pages.publish(why)
    assert answer.status_code == 422
    assert "Schrijf erbij waarom" in answer.text
    assert maximum(pages) == 13470


def test_the_second_of_two_editors_sees_what_the_first_did_and_loses_nothing(visit: Visit) -> None:
    sam, noor = MeasurePages(visit("sam")), MeasurePages(visit("noor"))
    of_sam, of_noor = sam.opened(), noor.opened()
    assert sam.save({MAXIMUM: "13999"}, of_sam).status_code == 200
    answer = noor.save({MAXIMUM: "14500", "provider": "DUO Groningen"}, of_noor)
    assert answer.status_code == 409
    assert "sam heeft dit intussen bewaard" in answer.text
    assert "<del>13999</del></td><td><ins>14500</ins>" in answer.text
    kept = values_kept(answer.text, noor.path)
    assert (kept[MAXIMUM], kept["provider"]) == (["14500"], ["DUO Groningen"])
    assert sam.opened()[MAXIMUM] == ["13999"]
    assert noor.screens.send_as(noor.path, kept).status_code == 200  # knowingly
    assert sam.opened()[MAXIMUM] == ["14500"]


def test_a_draft_of_before_another_publication_is_not_published_unseen(visit: Visit) -> None:
    sam, noor = MeasurePages(visit("sam")), MeasurePages(visit("noor"))
    of_sam = sam.opened()
    noor.save({MAXIMUM: "13999"})
    noor.publish("eerst")
    answer = sam.save({"provider": "DUO Groningen"}, of_sam)
    assert answer.status_code == 409
    assert "noor heeft dit intussen gepubliceerd" in answer.text
    kept = values_kept(answer.text, sam.path)
    assert (kept["provider"], kept[MAXIMUM]) == (["DUO Groningen"], ["13470"])


def test_a_draft_that_was_saved_in_between_is_not_published_unseen(visit: Visit) -> None:
    noor, sam = MeasurePages(visit("noor")), MeasurePages(visit("sam"))
    noor.save({MAXIMUM: "13999"})
    looked = values_kept(noor.screens.get(f"{noor.path}/voorbeeld").text, f"{noor.path}/publiceren")
    sam.save({MAXIMUM: "99999"})
    answer = noor.screens.send_as(f"{noor.path}/publiceren", {**looked, "waarom": "zoals ik zag"})
    assert answer.status_code == 409
    assert maximum(noor) == 13470


def test_a_session_that_ended_while_typing_loses_nothing(visit: Visit) -> None:
    pages = MeasurePages(visit("sam"))
    opened = {**pages.opened(), MAXIMUM: ["13999"]}
    pages.screens.client.cookies.clear()
    answer = pages.screens.send_as(pages.path, opened)
    assert answer.status_code == 401
    assert "Log in" in answer.text
    pages.screens.log_in("sam")
    again = pages.screens.send_as(pages.path, opened)  # the browser sends the same form once more
    assert again.status_code == 400
    assert "Je bent opnieuw ingelogd" in again.text
    kept = values_kept(again.text, pages.path)
    assert kept[MAXIMUM] == ["13999"]
    assert pages.screens.send_as(pages.path, kept).status_code == 200
    assert pages.opened()[MAXIMUM] == ["13999"]


def test_a_draft_can_be_thrown_away(visit: Visit) -> None:
    pages = MeasurePages(visit("sam"))
    pages.save({MAXIMUM: "13999"})
    looked = values_kept(pages.screens.get(f"{pages.path}/voorbeeld").text, f"{pages.path}/weggooien")
    pages.screens.send_as(f"{pages.path}/weggooien", looked)
    assert pages.opened()[MAXIMUM] == ["13470"]


def test_the_whole_file_can_be_edited_as_text(visit: Visit) -> None:
    pages = MeasurePages(visit("noor"))
    opened = pages.opened("/notatie")
    text = opened["bestand"][0]
    bad = {**opened, "bestand": text.replace("rank: 90", "rank: hoog\n  extra: 1")}
    answer = pages.screens.send_as(f"{pages.path}/notatie", bad)
    assert answer.status_code == 422
    assert "(route.rank)" in answer.text
    assert "(route.extra)" in answer.text
    assert "rank: hoog" in answer.text
    good = {**opened, "bestand": text.replace("rank: 90", "rank: 80")}
    assert pages.screens.send_as(f"{pages.path}/notatie", good).status_code == 200
    assert pages.opened()["route.rank"] == ["80"]


def test_the_file_may_not_become_that_of_another_measure(visit: Visit) -> None:
    pages = MeasurePages(visit("noor"))
    opened = pages.opened("/notatie")
    text = opened["bestand"][0].replace("id: levenlanglerenkrediet", "id: stap-budget")
    answer = pages.screens.send_as(f"{pages.path}/notatie", {**opened, "bestand": text})
    assert answer.status_code == 422


@pytest.mark.parametrize("path", ["bestaat-niet", "..%2f..%2fREADME", "stap-budget/terug/99", "x" * 300])
def test_what_does_not_exist_is_not_found(visit: Visit, path: str) -> None:
    assert visit("noor").get(f"/beheer/maatregelen/{path}").status_code == 404


def test_the_preview_is_of_any_day(visit: Visit) -> None:
    pages = MeasurePages(visit("sam"), "stap-budget")
    assert "<strong>gestopt</strong>" in pages.screens.get(f"{pages.path}/voorbeeld?datum=2025-01-01").text
    assert "<strong>gestopt</strong>" not in pages.screens.get(f"{pages.path}/voorbeeld?datum=2023-11-15").text
    assert "is geen datum" in pages.screens.get(f"{pages.path}/voorbeeld?datum=morgen").text
