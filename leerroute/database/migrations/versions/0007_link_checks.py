"""What the link checker found at each address."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007_link_checks"
down_revision = "0006_course_supply"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "link_checks",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("final", sa.Text(), nullable=True),
        sa.Column("moved_to", sa.Text(), nullable=True),
        sa.Column("checked_at", MOMENT, nullable=False),
        sa.Column("broken_since", MOMENT, nullable=True),
        sa.Column("fine_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("key", name="pk_link_checks"),
    )
    op.create_index("ix_link_checks_kind", "link_checks", ["kind"])


def downgrade() -> None:
    """Back."""
    op.drop_table("link_checks")
