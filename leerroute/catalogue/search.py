"""Searching measures by words: names first, then what people call them, then what they are about.

Words are stemmed. In names and aliases a stem counts wherever it stands in a word, so that "subsidies" finds
"scholingssubsidie"; in longer texts only where a word begins, so that "taal" does not find "betaalt".
SQLite searches by groups of three letters (FTS5), PostgreSQL by its Dutch and English dictionaries and pg_trgm.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

import snowballstemmer  # type: ignore[import-untyped]
from sqlalchemy import Connection, text

from leerroute.catalogue.naming import plain_key
from leerroute.domain.measure import Measure

DICTIONARIES = {"nl": "dutch", "en": "english"}
OTHER_DICTIONARY = "simple"
MOST_WORDS = 12
NO_WORDS: Mapping[str, Sequence[str]] = {}
LONGEST_WORD = 40
SHORTEST_PART = 3  # FTS5's trigrams find nothing shorter

_INSERT = {
    "sqlite": "INSERT INTO measure_search (measure_id, language, names, aliases, body) "
    "VALUES (:measure_id, :language, :names, :aliases, :body)",
    "postgresql": "INSERT INTO measure_search (measure_id, language, names, aliases, body, words) "
    "VALUES (:measure_id, :language, :names, :aliases, :body, "
    "setweight(to_tsvector(CAST(:dictionary AS regconfig), :names), 'A') "
    "|| setweight(to_tsvector(CAST(:dictionary AS regconfig), :aliases), 'B') "
    "|| setweight(to_tsvector(CAST(:dictionary AS regconfig), :body), 'C'))",
}
_FIND_SQLITE = (
    "SELECT measure_id FROM measure_search WHERE measure_search MATCH :query AND language = :language "
    "ORDER BY bm25(measure_search, 0, 0, 10, 6, 1), measure_id"
)
_FIND_POSTGRESQL = (
    "SELECT measure_id FROM measure_search WHERE language = :language AND ({tests}) "
    "ORDER BY ({points}) DESC, measure_id"
)
_NAMES = "(names || ' ' || aliases)"


def clear_search(connection: Connection) -> None:
    """Empty the index."""
    connection.execute(text("DELETE FROM measure_search"))


def fill_search(
    connection: Connection, measures: Collection[Measure], search_words: Mapping[str, Sequence[str]] = NO_WORDS
) -> None:
    """Put the measures in the index, once per language, with the words by which people look for them."""
    rows = [
        _row(measure, language, search_words.get(measure.id, ()) if language == "nl" else ())
        for measure in measures
        for language in measure.name
    ]
    if rows:
        connection.execute(text(_INSERT[connection.dialect.name]), rows)


def search_words(query: str, language: str) -> list[str]:
    """The stems of the words of a query; short words are left out when there are longer ones."""
    words = [word[:LONGEST_WORD] for word in plain_key(query).split()][:MOST_WORDS]
    stems = [_stem(word, language) for word in words]
    return list(dict.fromkeys(stem for stem in stems if len(stem) >= SHORTEST_PART))


def search(connection: Connection, query: str, language: str) -> tuple[str, ...]:
    """Keys of the measures with all the words, best first; with some of the words when none has all."""
    words = search_words(query, language)
    if not words:
        return ()
    find = _search_sqlite if connection.dialect.name == "sqlite" else _search_postgresql
    return tuple(find(connection, words, language, " AND ") or find(connection, words, language, " OR "))


def _row(measure: Measure, language: str, search_words: Sequence[str]) -> dict[str, str]:
    texts = [measure.summary, measure.next_step, *measure.check_yourself]
    about = [texts_by_language.get(language, "") for texts_by_language in texts]
    return {
        "measure_id": measure.key,
        "language": language,
        "names": _with_stems(measure.name[language], language),
        "aliases": _with_stems(" ".join([*measure.aliases, *search_words]), language),
        "body": " " + _with_stems(" ".join([*about, measure.provider]), language),
        "dictionary": DICTIONARIES.get(language, OTHER_DICTIONARY),
    }


def _with_stems(words: str, language: str) -> str:
    """The words as they are compared, followed by the stems that are not simply their beginning."""
    plain = plain_key(words)
    stems = {word: _stem(word, language) for word in plain.split()}
    return " ".join([plain, *(stem for word, stem in stems.items() if not word.startswith(stem))])


@cache
def _stemmer(language: str) -> Any:
    return snowballstemmer.stemmer(DICTIONARIES[language])


@lru_cache(maxsize=2**16)
def _stem(word: str, language: str) -> str:
    """The catalogue has some 3,000 words, said four times each, and stemming took most of the time of loading it."""
    return str(_stemmer(language).stemWord(word)) if language in DICTIONARIES else word


def _search_sqlite(connection: Connection, words: Sequence[str], language: str, join: str) -> list[str]:
    # words hold letters and digits only, so nothing in them is syntax
    query = join.join(f'({{names aliases}} : "{word}" OR body : " {word}")' for word in words)
    found = connection.execute(text(_FIND_SQLITE), {"query": query, "language": language})
    return list(found.scalars())


def _search_postgresql(connection: Connection, words: Sequence[str], language: str, join: str) -> list[str]:
    tests, points = [], []
    parameters = {"language": language, "dictionary": DICTIONARIES.get(language, OTHER_DICTIONARY)}
    for number, word in enumerate(words):
        term = f"plainto_tsquery(CAST(:dictionary AS regconfig), :word{number})"
        part = f"'%' || CAST(:word{number} AS text) || '%'"
        parameters[f"word{number}"] = word
        tests.append(f"(words @@ {term} OR {_NAMES} LIKE {part})")
        points.append(
            f"ts_rank(words, {term}) + CASE WHEN names LIKE {part} THEN 2 WHEN aliases LIKE {part} THEN 1 ELSE 0 END"
        )
    statement = _FIND_POSTGRESQL.format(tests=join.join(tests), points=" + ".join(points))
    return list(connection.execute(text(statement), parameters).scalars())
