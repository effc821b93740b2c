"""Editing without a developer: published versions of content files, drafts, editors and their sessions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003_editing"
down_revision = "0002_cases"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "content_edits",
        sa.Column("file", sa.String(200), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("origin", sa.String(5), nullable=False),
        sa.Column("files_sha256", sa.String(64), nullable=False),
        sa.Column("author", sa.String(200), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("restores", sa.Integer(), nullable=True),
        sa.Column("published_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("file", "number", name="pk_content_edits"),
    )
    op.create_table(
        "content_drafts",
        sa.Column("file", sa.String(200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("based_on", sa.String(64), nullable=False),
        sa.Column("saved", sa.Integer(), nullable=False),
        sa.Column("author", sa.String(80), nullable=False),
        sa.Column("saved_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("file", name="pk_content_drafts"),
    )
    op.create_table(
        "editors",
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("role", sa.String(10), nullable=False),
        sa.Column("password_hash", sa.String(200), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_editors"),
    )
    op.create_table(
        "editor_sessions",
        sa.Column("token_sha256", sa.String(64), nullable=False),
        sa.Column("editor", sa.String(80), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["editor"], ["editors.name"], name="fk_editor_sessions_editor_editors", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("token_sha256", name="pk_editor_sessions"),
    )


def downgrade() -> None:
    """Back. What was published is lost: export it first."""
    op.drop_table("editor_sessions")
    op.drop_table("editors")
    op.drop_table("content_drafts")
    op.drop_table("content_edits")
