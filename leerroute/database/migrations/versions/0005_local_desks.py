"""Desks that municipalities and regions name themselves."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005_local_desks"
down_revision = "0004_case_codes"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "local_desks",
        sa.Column("place", sa.String(80), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("phone", sa.String(40), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("place", name="pk_local_desks"),
    )


def downgrade() -> None:
    """Back."""
    op.drop_table("local_desks")
