"""How likely an answer is for those of whom something else is known."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009_likely_answers"
down_revision = "0008_weekly_hours"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.add_column("answers", sa.Column("likelihood_then", sa.Double(), nullable=True))


def downgrade() -> None:
    """Back."""
    op.drop_column("answers", "likelihood_then")
