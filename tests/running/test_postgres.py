"""The private PostgreSQL that other tests lean on."""

from sqlalchemy import create_engine, inspect, text


def test_each_test_gets_an_empty_database_of_its_own(postgres_url: str) -> None:
    engine = create_engine(postgres_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE kept (id int)"))
    assert inspect(engine).get_table_names() == ["kept"]
    engine.dispose()


def test_nothing_of_another_test_is_in_it(postgres_url: str) -> None:
    engine = create_engine(postgres_url)
    assert inspect(engine).get_table_names() == []
    engine.dispose()
