"""A till joins a store: ``POST /v1/enrol``."""

from typing import Literal

from retail_core.wire.base import HexText, Id, Message, Millis, Text


class EnrolRequest(Message):
    """The one-time code, and the public key that the till made."""

    protocol: int = 1
    code: Text
    device_public_key: HexText
    app_version: Text
    device_name: Text


class StoreCard(Message):
    """What a till prints and shows of its store."""

    store_id: Id
    store_number: int
    """The store's number inside signed codes."""
    name: Text
    address: Text
    legal_id: Text
    time_zone: Text
    currency: Id
    day_cutoff_minutes: int
    languages: tuple[str, ...]
    receipt_language: Text
    receipt_base_url: Text
    cash_step_minor: int
    """Smallest coin; cash totals are rounded to it."""
    prices_include_tax: bool
    tax_per: Literal["rate", "line"] = "rate"
    """Whether tax is reckoned once for each rate of a document, or for each line."""
    region: Text = ""
    """What campaigns of a region ask for; empty for a store in none."""


class EnrolReply(Message):
    """The till's identity, and what it needs to trust the server's words."""

    terminal: Id
    terminal_label: Text
    incarnation: int
    key_id: Id
    tenant: int
    tenant_name: Text
    store: StoreCard
    root_public_key: HexText
    """Signs key lists, catalog files and anchors."""
    phone_mac_key: HexText
    """Keys the fingerprints of phone numbers, so that no till holds numbers."""
    server_ms: Millis
