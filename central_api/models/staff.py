"""People who sign in at tills."""

from central_api.models.base import key, maybe_words, number, table, words

staff = table(
    "staff",
    key("staff_id"),
    words("scope"),  # * or a store
    words("name"),
    words("role"),
    words("rights"),  # JSON object: verb to limit, null for no limit
    words("pin_salt"),
    number("pin_ops"),
    number("pin_mem"),
    words("pin_digest"),
    words("badge_mac", ""),
    number("active", 1),
    maybe_words("import_batch"),
)
"""A person with a role; the PIN only as an argon2id digest."""
