"""Hours of learning a week, as numbers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008_weekly_hours"
down_revision = "0007_link_checks"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.add_column("measures", sa.Column("least_hours", sa.Integer(), nullable=True))
    op.add_column("measures", sa.Column("most_hours", sa.Integer(), nullable=True))


def downgrade() -> None:
    """Back."""
    op.drop_column("measures", "most_hours")
    op.drop_column("measures", "least_hours")
