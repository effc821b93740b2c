"""Short codes to open a talk on another device, and the tokens of those devices."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004_case_codes"
down_revision = "0003_editing"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "case_codes",
        sa.Column("code_sha256", sa.String(64), nullable=False),
        sa.Column("case_id", sa.String(36), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_case_codes_case_id_cases", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("code_sha256", name="pk_case_codes"),
    )
    op.create_index("ix_case_codes_case_id", "case_codes", ["case_id"])
    op.create_table(
        "case_tokens",
        sa.Column("token_sha256", sa.String(64), nullable=False),
        sa.Column("case_id", sa.String(36), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_case_tokens_case_id_cases", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("token_sha256", name="pk_case_tokens"),
    )
    op.create_index("ix_case_tokens_case_id", "case_tokens", ["case_id"])


def downgrade() -> None:
    """Back."""
    op.drop_table("case_tokens")
    op.drop_table("case_codes")
