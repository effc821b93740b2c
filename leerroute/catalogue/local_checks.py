"""Whether what a place says of its own fits the national catalogue; told so that an editor knows what to do."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from leerroute.catalogue.errors import ContentError
from leerroute.catalogue.local import FOLDER, LocalContent, PlaceFiles
from leerroute.catalogue.measure_checks import Named, alias_faults, measure_faults
from leerroute.catalogue.region_content import RegionContent
from leerroute.catalogue.requirement_checks import Vocabulary
from leerroute.domain.measure import Measure

LOCAL_LEVELS = frozenset({"municipality", "region"})
LONGEST_KEY = 80
KNOWN_PLACE = "the code of a municipality (GM0363) or the id of a labour-market region (groot-amsterdam)"
NATIONAL_RULES = "another id: this measure has the same rules everywhere, only its texts can be local (texts.yml)"
ONE_PLACE = "no such list here: the folder already says where it is"
NOT_TWICE = "a measure that is not in measures/ here too: write the text in that file"


def check_local(
    files: Mapping[str, PlaceFiles],
    local: LocalContent,
    national: Mapping[str, Measure],
    regions: RegionContent,
    named: Named,
    vocabulary: Vocabulary,
) -> Iterator[ContentError]:
    """Every fault in the files of the places."""
    region_ids = {region.id for region in regions.regions.values()}
    for place, own in files.items():
        municipality = regions.municipalities.get(place)
        if municipality is None and place not in region_ids:
            yield ContentError(f"{FOLDER}/{place}", "", place, KNOWN_PLACE)
            continue
        wider = local.measures.get(municipality.region.id, {}) if municipality else {}
        above = {**national, **wider}
        ids = named["measures"] | frozenset(wider) | frozenset(own.measures)
        for measure in own.measures.values():
            file = f"{FOLDER}/{place}/measures/{measure.id}.yml"
            yield from measure_faults(measure, file, {**named, "measures": ids}, vocabulary)
            yield from _own_measure_faults(measure, file, above)
        yield from _text_faults(own, ids)
        yield from alias_faults({**above, **own.measures}, own.measures, f"{FOLDER}/{place}/measures")


def _own_measure_faults(measure: Measure, file: str, above: Mapping[str, Measure]) -> Iterator[ContentError]:
    if measure.municipalities:
        yield ContentError(file, "municipalities", list(measure.municipalities), ONE_PLACE)
    national = above.get(measure.id)
    if national is not None and not national.varies_locally and not LOCAL_LEVELS.intersection(national.levels):
        yield ContentError(file, "id", measure.id, NATIONAL_RULES)
    if len(measure.key) > LONGEST_KEY:
        most = LONGEST_KEY - len(measure.key) + len(measure.id)
        yield ContentError(file, "id", measure.id, f"at most {most} characters")


def _text_faults(own: PlaceFiles, ids: Collection[str]) -> Iterator[ContentError]:
    file = f"{FOLDER}/{own.place}/texts.yml"
    for name, texts in own.texts.items():
        if name in own.measures:
            yield ContentError(file, name, name, NOT_TWICE)
        elif name not in ids:
            yield ContentError(file, name, name, "the id of a measure that exists")
        if not (texts.summary or texts.next_step or texts.check_yourself or texts.contact):
            yield ContentError(file, name, None, "summary, next-step, check-yourself or contact")
