"""Members' proofs before spending, the codes that were sent for them, and the outbox of messages."""

from sqlalchemy import CheckConstraint, Index

from central_api.models.base import key, maybe_words, number, row_number, table, words

member_proof = table(
    "member_proof",
    row_number(),
    words("member_id"),
    words("sale_id"),
    words("means"),
    words("outcome"),
    words("store_id"),
    words("terminal_id"),
    words("staff_id"),
    number("at_ms"),
    CheckConstraint("means IN ('pin', 'message')", name="means"),
    CheckConstraint("outcome IN ('proven', 'wrong', 'locked', 'expired', 'asked')", name="outcome"),
)
"""Insert-only: every try to prove who somebody is, and every message code that was asked for."""

Index("ix_member_proof_member_id", member_proof.c.member_id)
Index("ix_member_proof_sale_id", member_proof.c.sale_id)

member_code = table(
    "member_code",
    row_number(),
    words("member_id"),
    words("code_mac"),
    number("tries", 0),
    number("expires_ms"),
    number("made_ms"),
    words("used_for", ""),  # the sale for which it was right
)
"""Message codes; the newest row of a member is the one that counts."""

Index("ix_member_code_member_id", member_code.c.member_id)

receipt_code = table(
    "receipt_code",
    row_number(),
    words("sale_id"),
    words("phone_mac"),
    words("code_mac"),
    number("tries", 0),
    number("expires_ms"),
    number("made_ms"),
)
"""Codes that were sent to who joins by a receipt; of a sale and number the newest row counts."""

Index("ix_receipt_code_sale_id", receipt_code.c.sale_id)
Index("ix_receipt_code_phone_mac", receipt_code.c.phone_mac)

message_outbox = table(
    "message_outbox",
    key("message_id"),
    words("member_id"),
    words("kind"),
    maybe_words("to_phone"),
    maybe_words("words"),
    words("state", "waiting"),
    number("tries", 0),
    number("next_ms"),
    number("expires_ms"),
    number("made_ms"),
    number("done_ms", 0),
    words("fault", ""),
    CheckConstraint("state IN ('waiting', 'sent', 'expired')", name="state"),
)
"""What is to be told to members; number and words are taken out when it was sent or is over."""

Index("ix_message_outbox_next", message_outbox.c.state, message_outbox.c.next_ms)
