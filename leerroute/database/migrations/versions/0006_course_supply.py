"""Imported courses, and the imports that brought them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006_course_supply"
down_revision = "0005_local_desks"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "course_offers",
        sa.Column("source", sa.String(80), nullable=False),
        sa.Column("id", sa.String(200), nullable=False),
        sa.Column("measure_id", sa.String(80), nullable=False),
        sa.Column("name", sa.String(300), nullable=False),
        sa.Column("provider", sa.String(200), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("level", sa.String(4), nullable=True),
        sa.Column("municipality", sa.String(6), nullable=True),
        sa.Column("place", sa.String(120), nullable=True),
        sa.Column("online", sa.Boolean(), nullable=False),
        sa.Column("moments", sa.JSON(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("flexible_start", sa.Boolean(), nullable=False),
        sa.Column("enrol_until", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("hours_per_week", sa.Integer(), nullable=True),
        sa.Column("price", sa.Integer(), nullable=True),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("seen_in", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("source", "id", name="pk_course_offers"),
    )
    op.create_index("ix_course_offers_measure_id_municipality", "course_offers", ["measure_id", "municipality"])
    op.create_index("ix_course_offers_seen_in", "course_offers", ["seen_in"])
    op.create_table(
        "supply_imports",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("source", sa.String(80), nullable=False),
        sa.Column("format", sa.String(20), nullable=False),
        sa.Column("file_sha256", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("refused", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Integer(), nullable=False),
        sa.Column("started_at", MOMENT, nullable=False),
        sa.Column("finished_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_supply_imports"),
    )
    op.create_index("ix_supply_imports_source", "supply_imports", ["source"])


def downgrade() -> None:
    """Back."""
    op.drop_table("supply_imports")
    op.drop_table("course_offers")
