"""Questions that nobody here could answer are found without looking through every step."""

from booking_core.storage.schema_changes import build_index, drop_index

revision = "0041"
down_revision = "0040"


def upgrade() -> None:
    build_index(
        "unanswered_questions",
        "steps (organization_id, id) WHERE kind = 'rule' AND name = 'questions_are_answered' AND NOT ok",
    )


def downgrade() -> None:
    drop_index("unanswered_questions")
