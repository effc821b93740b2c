"""Municipalities by what people call them, desks, and figures that say so when they are missing."""

import pytest

from leerroute.catalogue import CatalogueRepository


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("Amsterdam", {"Amsterdam"}),
        ("den haag", {"'s-Gravenhage"}),
        ("Den Bosch", {"'s-Hertogenbosch"}),
        ("s hertogenbosch", {"'s-Hertogenbosch"}),
        ("Mestreech", {"Maastricht"}),
        ("Ljouwert", {"Leeuwarden"}),
        ("sudwest fryslan", {"Súdwest-Fryslân"}),
        ("Zaandam", {"Zaanstad"}),
        ("Molenwaard", {"Molenlanden"}),
        ("Bergen", {"Bergen (NH.)", "Bergen (L.)"}),
        ("Littenseradiel", {"Leeuwarden", "Súdwest-Fryslân", "Waadhoeke"}),
        ("1011", {"Amsterdam"}),
        ("1011 AB", {"Amsterdam"}),
        ("Atlantis", set()),
        ("0999", set()),
        ("%", set()),
    ],
)
def test_a_whole_name_gives_all_municipalities_it_can_mean(
    repository: CatalogueRepository, query: str, names: set[str]
) -> None:
    assert {m.name for m in repository.municipalities(query, exact=True)} == names


def test_while_typing_names_that_begin_so_are_shown(repository: CatalogueRepository) -> None:
    found = [m.name for m in repository.municipalities("utr")]
    assert found[0] == "Utrecht"
    assert "Utrechtse Heuvelrug" in found


def test_a_slip_of_the_pen_still_finds_the_municipality(repository: CatalogueRepository) -> None:
    assert [m.name for m in repository.municipalities("amsterdm")] == ["Amsterdam"]


def test_without_a_query_all_municipalities_come_each_with_its_region(repository: CatalogueRepository) -> None:
    everything = repository.municipalities()
    regions = repository.regions()
    assert len(everything) == 342
    assert len(regions) == 35
    assert {m.region for m in everything} == set(regions)


def test_a_municipality_is_found_by_its_code(repository: CatalogueRepository) -> None:
    found = repository.municipality("GM0363")
    assert found is not None
    assert (found.name, found.region.name) == ("Amsterdam", "Groot Amsterdam")
    assert repository.municipality("GM9999") is None


def test_a_desk_has_the_national_addresses_and_its_own_where_known(repository: CatalogueRepository) -> None:
    amersfoort, amsterdam = repository.desk("GM0307"), repository.desk("GM0363")
    assert amersfoort is not None
    assert amersfoort.url == "https://werkcentrumregioamersfoort.nl/"
    assert amsterdam is not None
    assert amsterdam.url is None
    assert amsterdam.werkcentrum_url.startswith("https://")
    assert repository.desk("GM9999") is None


def test_an_address_that_is_out_of_date_is_not_shown(repository: CatalogueRepository) -> None:
    enschede = repository.desk("GM0153")
    assert enschede is not None
    assert (enschede.name, enschede.url) == (None, None)


def test_a_figure_that_is_not_there_is_missing_and_not_taken_from_elsewhere(repository: CatalogueRepository) -> None:
    indicators = repository.indicators("groot-amsterdam")
    assert indicators is not None
    of_region = {indicator.id: indicator for indicator in indicators if indicator.level == "region"}
    assert of_region["unused-labour-potential"].missing
    assert of_region["early-school-leavers"].value is None
    assert set(of_region) <= set(repository.texts().labels["indicators"])


def test_figures_of_provinces_say_of_which_one_and_of_when(repository: CatalogueRepository) -> None:
    indicators = repository.indicators("groningen")
    assert indicators is not None
    leavers = [i for i in indicators if i.id == "early-school-leavers" and i.level == "province"]
    assert {i.area for i in leavers} == {"Groningen", "Drenthe"}  # the region lies in both
    assert all(i.period == "2022/'23" and i.provisional and i.source for i in leavers)


def test_an_unknown_region_has_no_indicators(repository: CatalogueRepository) -> None:
    assert repository.indicators("atlantis") is None
