"""The catalogue: measures, texts, questions, regions, and an index to search the measures.

A frozen picture: later changes of the tables get migrations of their own.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001_catalogue"
down_revision = None
branch_labels = None
depends_on = None


TABLES = (
    "barriers",
    "catalogue_revision",
    "dated_amounts",
    "everyday_words",
    "figures",
    "labels",
    "measures",
    "questions",
    "reason_texts",
    "regions",
    "solutions",
    "target_groups",
    "answers",
    "barrier_texts",
    "dated_amount_values",
    "desks",
    "measure_aliases",
    "measure_barriers",
    "measure_exclusions",
    "measure_replacements",
    "measure_solutions",
    "measure_sources",
    "measure_tags",
    "measure_target_groups",
    "measure_texts",
    "measure_versions",
    "municipalities",
    "question_texts",
    "region_provinces",
    "requirements",
    "solution_texts",
    "target_group_texts",
    "answer_titles",
    "measure_amount_texts",
    "measure_municipalities",
    "measure_source_references",
    "measure_windows",
    "municipality_aliases",
    "places",
    "postcodes",
    "requirement_values",
)


def _texts() -> None:
    op.create_table(
        "barriers",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_barriers"),
    )
    op.create_table(
        "catalogue_revision",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("revision", sa.String(length=64), nullable=False),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_catalogue_revision"),
    )
    op.create_table(
        "dated_amounts",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("unit", sa.String(length=40), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("mark", sa.String(length=1), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_dated_amounts"),
    )
    op.create_table(
        "everyday_words",
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("word", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("kind", "word", name="pk_everyday_words"),
    )
    op.create_table(
        "labels",
        sa.Column("category", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("value", sa.String(length=80), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("category", "name", "value", "language", name="pk_labels"),
    )
    op.create_table(
        "reason_texts",
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("code", "language", name="pk_reason_texts"),
    )
    op.create_table(
        "solutions",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_solutions"),
    )
    op.create_table(
        "target_groups",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_target_groups"),
    )
    op.create_table(
        "barrier_texts",
        sa.Column("topic", sa.String(length=80), nullable=False),
        sa.Column("part", sa.String(length=20), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["topic"], ["barriers.id"], name="fk_barrier_texts_topic_barriers"),
        sa.PrimaryKeyConstraint("topic", "part", "language", name="pk_barrier_texts"),
    )
    op.create_table(
        "dated_amount_values",
        sa.Column("amount_id", sa.String(length=80), nullable=False),
        sa.Column("holds_from", sa.Date(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["amount_id"], ["dated_amounts.id"], name="fk_dated_amount_values_amount_id_dated_amounts"
        ),
        sa.PrimaryKeyConstraint("amount_id", "holds_from", name="pk_dated_amount_values"),
    )
    op.create_table(
        "solution_texts",
        sa.Column("topic", sa.String(length=80), nullable=False),
        sa.Column("part", sa.String(length=20), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["topic"], ["solutions.id"], name="fk_solution_texts_topic_solutions"),
        sa.PrimaryKeyConstraint("topic", "part", "language", name="pk_solution_texts"),
    )
    op.create_table(
        "target_group_texts",
        sa.Column("topic", sa.String(length=80), nullable=False),
        sa.Column("part", sa.String(length=20), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["topic"], ["target_groups.id"], name="fk_target_group_texts_topic_target_groups"),
        sa.PrimaryKeyConstraint("topic", "part", "language", name="pk_target_group_texts"),
    )


def _questions() -> None:
    op.create_table(
        "questions",
        sa.Column("field", sa.String(length=80), nullable=False),
        sa.Column("input", sa.String(length=40), nullable=False),
        sa.Column("sensitive", sa.Boolean(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("field", name="pk_questions"),
    )
    op.create_table(
        "answers",
        sa.Column("question", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("likelihood", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["question"], ["questions.field"], name="fk_answers_question_questions"),
        sa.PrimaryKeyConstraint("question", "position", name="pk_answers"),
    )
    op.create_table(
        "question_texts",
        sa.Column("question", sa.String(length=80), nullable=False),
        sa.Column("part", sa.String(length=20), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["question"], ["questions.field"], name="fk_question_texts_question_questions"),
        sa.PrimaryKeyConstraint("question", "part", "language", name="pk_question_texts"),
    )
    op.create_table(
        "answer_titles",
        sa.Column("question", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["question", "position"],
            ["answers.question", "answers.position"],
            name="fk_answer_titles_question_position_answers",
        ),
        sa.PrimaryKeyConstraint("question", "position", "language", name="pk_answer_titles"),
    )


def _regions() -> None:
    op.create_table(
        "figures",
        sa.Column("indicator", sa.String(length=80), nullable=False),
        sa.Column("area_code", sa.String(length=10), nullable=False),
        sa.Column("period", sa.String(length=20), nullable=False),
        sa.Column("area", sa.String(length=200), nullable=False),
        sa.Column("value", sa.Double(), nullable=False),
        sa.Column("unit", sa.String(length=40), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("provisional", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("indicator", "area_code", "period", name="pk_figures"),
    )
    op.create_table(
        "regions",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_regions"),
    )
    op.create_table(
        "desks",
        sa.Column("region_id", sa.String(length=80), nullable=False),
        sa.Column("werkcentrum_url", sa.Text(), nullable=False),
        sa.Column("leerwerkloket_url", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["region_id"], ["regions.id"], name="fk_desks_region_id_regions"),
        sa.PrimaryKeyConstraint("region_id", name="pk_desks"),
    )
    op.create_table(
        "municipalities",
        sa.Column("code", sa.String(length=6), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("name_key", sa.String(length=200), nullable=False),
        sa.Column("province_code", sa.String(length=40), nullable=False),
        sa.Column("province", sa.String(length=40), nullable=False),
        sa.Column("region_id", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(["region_id"], ["regions.id"], name="fk_municipalities_region_id_regions"),
        sa.PrimaryKeyConstraint("code", name="pk_municipalities"),
    )
    op.create_index("ix_municipalities_name_key", "municipalities", ["name_key"])
    op.create_index("ix_municipalities_region_id", "municipalities", ["region_id"])
    op.create_table(
        "region_provinces",
        sa.Column("region_id", sa.String(length=80), nullable=False),
        sa.Column("province", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["region_id"], ["regions.id"], name="fk_region_provinces_region_id_regions"),
        sa.PrimaryKeyConstraint("region_id", "province", name="pk_region_provinces"),
    )
    op.create_table(
        "municipality_aliases",
        sa.Column("name_key", sa.String(length=200), nullable=False),
        sa.Column("municipality_code", sa.String(length=6), nullable=False),
        sa.Column("alias", sa.String(length=200), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipalities.code"],
            name="fk_municipality_aliases_municipality_code_municipalities",
        ),
        sa.PrimaryKeyConstraint("name_key", "municipality_code", name="pk_municipality_aliases"),
    )
    op.create_table(
        "places",
        sa.Column("code", sa.String(length=10), nullable=False),
        sa.Column("municipality_code", sa.String(length=6), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("name_key", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_code"], ["municipalities.code"], name="fk_places_municipality_code_municipalities"
        ),
        sa.PrimaryKeyConstraint("code", "municipality_code", name="pk_places"),
    )
    op.create_index("ix_places_name_key", "places", ["name_key"])
    op.create_table(
        "postcodes",
        sa.Column("pc4", sa.String(length=4), nullable=False),
        sa.Column("municipality_code", sa.String(length=6), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_code"], ["municipalities.code"], name="fk_postcodes_municipality_code_municipalities"
        ),
        sa.PrimaryKeyConstraint("pc4", "municipality_code", name="pk_postcodes"),
    )


def _measures() -> None:
    op.create_table(
        "measures",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("provider", sa.String(length=200), nullable=False),
        sa.Column("purpose", sa.String(length=40), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("varies_locally", sa.Boolean(), nullable=False),
        sa.Column("permission_from", sa.String(length=40), nullable=True),
        sa.Column("learning_form", sa.String(length=40), nullable=True),
        sa.Column("flexible_time", sa.Boolean(), nullable=True),
        sa.Column("flexible_place", sa.Boolean(), nullable=True),
        sa.Column("flexible_start", sa.Boolean(), nullable=True),
        sa.Column("costs_money", sa.Boolean(), nullable=False),
        sa.Column("recommendable", sa.Boolean(), nullable=False),
        sa.Column("mentioned_in_article", sa.Boolean(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("url_verified", sa.Boolean(), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=True),
        sa.Column("phone_verified", sa.Boolean(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.Column("confidence", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_measures"),
    )
    op.create_table(
        "measure_aliases",
        sa.Column("measure_id", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("alias", sa.String(length=200), nullable=False),
        sa.Column("name_key", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["measure_id"], ["measures.id"], name="fk_measure_aliases_measure_id_measures"),
        sa.PrimaryKeyConstraint("measure_id", "position", name="pk_measure_aliases"),
    )
    op.create_index("ix_measure_aliases_name_key", "measure_aliases", ["name_key"])
    op.create_table(
        "measure_barriers",
        sa.Column("measure_id", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("value", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(["measure_id"], ["measures.id"], name="fk_measure_barriers_measure_id_measures"),
        sa.ForeignKeyConstraint(["value"], ["barriers.id"], name="fk_measure_barriers_value_barriers"),
        sa.PrimaryKeyConstraint("measure_id", "position", name="pk_measure_barriers"),
    )
    op.create_index("ix_measure_barriers_value", "measure_barriers", ["value"])
    op.create_table(
        "measure_exclusions",
        sa.Column("measure_id", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("value", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(["measure_id"], ["measures.id"], name="fk_measure_exclusions_measure_id_measures"),
        sa.ForeignKeyConstraint(["value"], ["measures.id"], name="fk_measure_exclusions_value_measures"),
        sa.PrimaryKeyConstraint("measure_id", "position", name="pk_measure_exclusions"),
    )
    op.create_table(
        "measure_replacements",
        sa.Column("measure_id", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("value", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(["measure_id"], ["measures.id"], name="fk_measure_replacements_measure_id_measures"),
        sa.ForeignKeyConstraint(["value"], ["measures.id"], name="fk_measure_replacements_value_measures"),
        sa.PrimaryKeyConstraint("measure_id", "position", name="pk_measure_replacements"),
    )
    op.create_table(
        "measure_solutions",
        sa.Column("measure_id", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("value", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(["measure_id"], ["measures.id"], name="fk_measure_solutions_measure_id_measures"),
        sa.ForeignKeyConstraint(["value"], ["solutions.id"], name="fk_measure_solutions_value_solutions"),
        sa.PrimaryKeyConstraint("measure_id", "position", name="pk_measure_solutions"),
    )
    op.create_index("ix_measure_solutions_value", "measure_solutions", ["value"])
    op.create_table(
        "measure_sources",
        sa.Column("measure_id", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("mark", sa.String(length=1), nullable=False),
        sa.Column("confidence", sa.String(length=40), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["measure_id"], ["measures.id"], name="fk_measure_sources_measure_id_measures"),
        sa.PrimaryKeyConstraint("measure_id", "position", name="pk_measure_sources"),
    )
    op.create_table(
        "measure_tags",
        sa.Column("measure_id", sa.String(length=80), nullable=False),
        sa.Column("list_name", sa.String(length=20), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("value", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["measure_id"], ["measures.id"], name="fk_measure_tags_measure_id_measures"),
        sa.PrimaryKeyConstraint("measure_id", "list_name", "position", name="pk_measure_tags"),
    )
    op.create_index("ix_measure_tags_value", "measure_tags", ["value"])
    op.create_table(
        "measure_target_groups",
        sa.Column("measure_id", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("value", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(["measure_id"], ["measures.id"], name="fk_measure_target_groups_measure_id_measures"),
        sa.ForeignKeyConstraint(["value"], ["target_groups.id"], name="fk_measure_target_groups_value_target_groups"),
        sa.PrimaryKeyConstraint("measure_id", "position", name="pk_measure_target_groups"),
    )
    op.create_index("ix_measure_target_groups_value", "measure_target_groups", ["value"])
    op.create_table(
        "measure_texts",
        sa.Column("measure_id", sa.String(length=80), nullable=False),
        sa.Column("part", sa.String(length=20), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["measure_id"], ["measures.id"], name="fk_measure_texts_measure_id_measures"),
        sa.PrimaryKeyConstraint("measure_id", "part", "position", "language", name="pk_measure_texts"),
    )
    op.create_table(
        "measure_versions",
        sa.Column("measure_id", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("exact", sa.Boolean(), nullable=False),
        sa.Column("has_amount", sa.Boolean(), nullable=False),
        sa.Column("minimum", sa.Double(), nullable=True),
        sa.Column("maximum", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(["measure_id"], ["measures.id"], name="fk_measure_versions_measure_id_measures"),
        sa.PrimaryKeyConstraint("measure_id", "position", name="pk_measure_versions"),
    )
    op.create_table(
        "measure_amount_texts",
        sa.Column("measure_id", sa.String(length=80), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["measure_id", "version"],
            ["measure_versions.measure_id", "measure_versions.position"],
            name="fk_measure_amount_texts_measure_id_version_measure_versions",
        ),
        sa.PrimaryKeyConstraint("measure_id", "version", "language", name="pk_measure_amount_texts"),
    )
    op.create_table(
        "measure_municipalities",
        sa.Column("measure_id", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("value", sa.String(length=6), nullable=False),
        sa.ForeignKeyConstraint(["measure_id"], ["measures.id"], name="fk_measure_municipalities_measure_id_measures"),
        sa.ForeignKeyConstraint(
            ["value"], ["municipalities.code"], name="fk_measure_municipalities_value_municipalities"
        ),
        sa.PrimaryKeyConstraint("measure_id", "position", name="pk_measure_municipalities"),
    )
    op.create_index("ix_measure_municipalities_value", "measure_municipalities", ["value"])
    op.create_table(
        "measure_source_references",
        sa.Column("measure_id", sa.String(length=80), nullable=False),
        sa.Column("source", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["measure_id", "source"],
            ["measure_sources.measure_id", "measure_sources.position"],
            name="fk_measure_source_references_measure_id_source_measure_sources",
        ),
        sa.PrimaryKeyConstraint("measure_id", "source", "position", name="pk_measure_source_references"),
    )
    op.create_table(
        "measure_windows",
        sa.Column("measure_id", sa.String(length=80), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("label", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["measure_id", "version"],
            ["measure_versions.measure_id", "measure_versions.position"],
            name="fk_measure_windows_measure_id_version_measure_versions",
        ),
        sa.PrimaryKeyConstraint("measure_id", "version", "position", name="pk_measure_windows"),
    )


def _requirements() -> None:
    op.create_table(
        "requirements",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("measure_id", sa.String(length=80), nullable=True),
        sa.Column("question", sa.String(length=80), nullable=True),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("operator", sa.String(length=40), nullable=False),
        sa.Column("field", sa.String(length=40), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("flag", sa.Boolean(), nullable=True),
        sa.Column("name", sa.String(length=80), nullable=True),
        sa.Column("reason", sa.String(length=80), nullable=True),
        sa.ForeignKeyConstraint(["measure_id"], ["measures.id"], name="fk_requirements_measure_id_measures"),
        sa.ForeignKeyConstraint(["parent_id"], ["requirements.id"], name="fk_requirements_parent_id_requirements"),
        sa.ForeignKeyConstraint(["question"], ["questions.field"], name="fk_requirements_question_questions"),
        sa.PrimaryKeyConstraint("id", name="pk_requirements"),
    )
    op.create_index("ix_requirements_field_operator", "requirements", ["field", "operator"])
    op.create_index("ix_requirements_measure_id", "requirements", ["measure_id"])
    op.create_index("ix_requirements_parent_id", "requirements", ["parent_id"])
    op.create_index("ix_requirements_question", "requirements", ["question"])
    op.create_table(
        "requirement_values",
        sa.Column("requirement_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("value", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(
            ["requirement_id"], ["requirements.id"], name="fk_requirement_values_requirement_id_requirements"
        ),
        sa.PrimaryKeyConstraint("requirement_id", "position", name="pk_requirement_values"),
    )
    op.create_index("ix_requirement_values_value", "requirement_values", ["value"])


def _search() -> None:
    """SQLite: full text by groups of three letters. PostgreSQL: Dutch and English words, and parts of words."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE measure_search USING fts5("
            "measure_id UNINDEXED, language UNINDEXED, names, aliases, body, tokenize = 'trigram')"
        )
        return
    op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    op.execute(
        "CREATE TABLE measure_search (measure_id varchar(80) NOT NULL, language varchar(2) NOT NULL, "
        "names text NOT NULL, aliases text NOT NULL, body text NOT NULL, words tsvector NOT NULL, "
        "CONSTRAINT pk_measure_search PRIMARY KEY (measure_id, language))"
    )
    op.execute("CREATE INDEX ix_measure_search_words ON measure_search USING gin (words)")
    op.execute(
        "CREATE INDEX ix_measure_search_trigrams ON measure_search USING gin ((names || ' ' || aliases) gin_trgm_ops)"
    )


def upgrade() -> None:
    """Make the tables."""
    _texts()
    _questions()
    _regions()
    _measures()
    _requirements()
    _search()


def downgrade() -> None:
    """Drop them; the content can always be loaded again."""
    op.execute("DROP TABLE measure_search")
    for table in reversed(TABLES):
        op.drop_table(table)
