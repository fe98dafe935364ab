"""How a till joins a store: a one-time code, the till's own key, a place in the store.

A code has ten characters (Crockford's 32), lives ten minutes and allows five tries. Its first four
characters find its row, so that a wrong guess uses up a try of the code that was guessed at; the other six
(30 bits) are the secret.
"""

import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from central_api.enrolment import repository
from central_api.enrolment.repository import EnrolCode, StorePlace
from central_api.enrolment.schemas import ActiveTill
from central_api.feed import service as feed
from central_api.feed.schemas import EVERYWHERE, STORE
from central_api.keys import service as keys
from central_api.kit.callers import Caller
from central_api.kit.database import Database
from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from retail_core.codes.crockford import ALPHABET, normalise
from retail_core.codes.signature import is_sound_key
from retail_core.journal import GENESIS_HASH
from retail_core.tenders import TenderError, TenderOffer, check_offers
from retail_core.wire.enrolment import ChannelDoc, EnrolReply, EnrolRequest, StoreCard
from retail_core.wire.feed import PlaceDoc

PROTOCOL = 1
_PLACE = ("store_number", "name", "address", "latitude_e6", "longitude_e6", "region")
"""What the tills of other stores are told of a store."""
CODE_CHARS = 10
CODE_LIFE_MS = 10 * 60 * 1000
CODE_TRIES = 5
HEARD_EVERY_MS = 60_000
"""How exactly it is written when a till was heard."""

_HANDLE_CHARS = 4
_KEY_ID_CHARS = 32
_PLACES_TRIED = 20
_LISTS = ("perishable_categories", "channels")
_AS_JSON = ("tenders", "points", "stored_value", "tiers", "web_buffers", "markdowns", "promises", *_LISTS)
"""Settings of a store that lie in its row as JSON."""

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True)
class ChainState:
    """Where a till's chain stands: the next place, and the hash of the entry before it."""

    incarnation: int
    expected_seq: int
    head_hash: str
    status: str


class TerminalCallers:
    """Who asks, from the database; implements :class:`central_api.kit.callers.Callers`."""

    def __init__(self, database: Database) -> None:
        """Look into ``database``, in units of its own."""
        self._database = database

    def find(self, key_id: str) -> Caller | None:
        """Return the till whose present key has this name."""
        with self._database.read() as unit:
            row = repository.find_terminal_by_key(unit, key_id)
        if row is None:
            return None
        return Caller(
            terminal_id=row["terminal_id"],
            store_id=row["store_id"],
            incarnation=row["incarnation"],
            key_id=row["key_id"],
            device_public_key=bytes.fromhex(row["device_public_key"]),
            status=row["status"],
            heard_ms=row["heard_ms"],
        )

    def take_nonce(self, key_id: str, nonce: str, *, expires_ms: int) -> bool:
        """Remember a nonce; return False if it was seen before."""
        return self._database.run(
            lambda unit: repository.insert_nonce(unit, key_id, nonce=nonce, expires_ms=expires_ms)
        )

    def hear(self, caller: Caller, *, now_ms: int) -> None:
        """Remember that a till was heard now, if that is news by a minute."""
        if now_ms - caller.heard_ms >= HEARD_EVERY_MS:
            self._database.run(lambda unit: repository.hear(unit, caller.terminal_id))

    def knows_client(self, token_sha256: str) -> bool:
        """Return whether a client of the shop's side has this token."""
        with self._database.read() as unit:
            return repository.client_exists(unit, token_sha256)


def make_code(unit: Unit, store_id: str, *, terminal_id: str | None = None) -> str:
    """Return a new one-time code for a store; with ``terminal_id`` that till gets its next incarnation.

    A till has one code at a time: those that were made for it before are good no longer.

    Raises:
        ApiError: 404 ``store.unknown`` or ``terminal.unknown``.
    """
    if repository.find_store(unit, store_id) is None:
        raise ApiError(404, "store.unknown", detail=store_id)
    if terminal_id is not None:
        found = repository.find_terminal(unit, terminal_id)
        if found is None or found["store_id"] != store_id:
            raise ApiError(404, "terminal.unknown", detail=terminal_id)
    repository.drop_expired_codes(unit)
    if terminal_id is not None:
        # A request with an older code that arrives only now would take the till's place from who has joined.
        repository.drop_codes_of(unit, terminal_id)
    for _ in range(_PLACES_TRIED):
        code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_CHARS))
        row = EnrolCode(
            handle=code[:_HANDLE_CHARS],
            code_sha256=_digest(code),
            store_id=store_id,
            terminal_id=terminal_id,
            expires_ms=unit.now_ms + CODE_LIFE_MS,
            tries_left=CODE_TRIES,
            used_ms=None,
        )
        if repository.insert_code(unit, row):
            return code
    raise ApiError(503, "enrol.no_place")


def check_code(unit: Unit, text: str) -> EnrolCode | None:
    """Use up a try and return the code if it is right; None for every kind of wrong.

    The caller commits before it refuses, so that the try stays used.
    """
    code = normalise(text)
    if len(code) != CODE_CHARS:
        return None
    found = repository.take_try(unit, code[:_HANDLE_CHARS])
    if found is None or found.expires_ms < unit.now_ms:
        return None
    return found if hmac.compare_digest(found.code_sha256, _digest(code)) else None


def join(unit: Unit, code: EnrolCode, *, request: EnrolRequest) -> EnrolReply:
    """Give the till behind a right code its place; the same till with the same code gets the same place.

    Raises:
        ApiError: 409 ``protocol.unknown``; 422 ``enrol.bad_key``; 403 ``enrol.code_wrong``, the code was used
            by another till.
    """
    if request.protocol != PROTOCOL:
        raise ApiError(409, "protocol.unknown", detail=str(request.protocol))
    public_key = _sound_key(request.device_public_key)
    key_id = hashlib.sha256(public_key).hexdigest()[:_KEY_ID_CHARS]
    known = repository.find_terminal_by_key(unit, key_id)
    if known is None:
        if not repository.use_code(unit, code.handle):
            raise ApiError(403, "enrol.code_wrong")
        terminal_id = _place(unit, code, request=request, key_id=key_id)
    elif code.used_ms is not None and known["store_id"] == code.store_id:
        terminal_id = str(known["terminal_id"])
    else:
        raise ApiError(422, "enrol.bad_key")
    return _reply(unit, terminal_id)


def chain_state(unit: Unit, terminal_id: str) -> ChainState:
    """Return where a till's chain stands, and keep others from moving it before this unit ends.

    Raises:
        ApiError: 404 ``terminal.unknown``.
    """
    row = repository.find_terminal(unit, terminal_id, lock=True)
    if row is None:
        raise ApiError(404, "terminal.unknown", detail=terminal_id)
    return ChainState(row["incarnation"], row["expected_seq"], row["head_hash"], row["status"])


def stored_through(unit: Unit, terminal_id: str) -> int:
    """Return the last ``seq`` of a till that is stored and applied; 0 for none."""
    row = repository.find_terminal(unit, terminal_id)
    return 0 if row is None else int(row["expected_seq"]) - 1


def advance_chain(unit: Unit, terminal_id: str, *, expected_seq: int, head_hash: str) -> None:
    """Note that everything below ``expected_seq`` is stored."""
    repository.renew_terminal(
        unit, terminal_id, values={"expected_seq": expected_seq, "head_hash": head_hash}
    )


def quarantine(unit: Unit, terminal_id: str) -> None:
    """Note that a till's chain has forked: what it sends is kept aside until a person looked at it."""
    repository.renew_terminal(unit, terminal_id, values={"status": "quarantined"})


def active_tills(unit: Unit) -> list[ActiveTill]:
    """Return the tills that may send and ask, in order."""
    return repository.active_tills(unit)


def store_of(unit: Unit, terminal_id: str) -> str | None:
    """Return the store of a till, ``None`` for one that is not known."""
    row = repository.find_terminal(unit, terminal_id)
    return None if row is None else str(row["store_id"])


def tills_by_status(unit: Unit) -> dict[str, int]:
    """Return how many tills there are of each status."""
    return repository.count_by_status(unit)


def release(unit: Unit, terminal_id: str) -> None:
    """Let a quarantined till send again, behind the head that is stored; a person looked at what it sent.

    Raises:
        ApiError: 404 ``terminal.unknown``; 409 ``terminal.not_quarantined``.
    """
    found = repository.find_terminal(unit, terminal_id, lock=True)
    if found is None:
        raise ApiError(404, "terminal.unknown", detail=terminal_id)
    if found["status"] != "quarantined":
        raise ApiError(409, "terminal.not_quarantined", detail=terminal_id)
    repository.renew_terminal(unit, terminal_id, values={"status": "active"})


def retire(unit: Unit, terminal_id: str) -> None:
    """Let a till in no more, as one that was stolen; a new code for it (``--terminal``) lifts that.

    Raises:
        ApiError: 404 ``terminal.unknown``.
    """
    if repository.find_terminal(unit, terminal_id, lock=True) is None:
        raise ApiError(404, "terminal.unknown", detail=terminal_id)
    repository.renew_terminal(unit, terminal_id, values={"status": "retired"})


def put_tenant(unit: Unit, tenant_id: int, *, name: str) -> None:
    """Write the chain: its number (0 to 65535, inside signed codes) and its name."""
    repository.put_tenant(unit, tenant_id, name=name)


def put_store(unit: Unit, tenant_id: int, *, card: StoreCard) -> None:
    """Write a store as its tills print and show it, and tell them.

    Raises:
        ApiError: 422 ``store.bad_tender``: a tender is there twice, or its rule is none for it;
            ``store.bad_payment_url``: no address, or one that payments would travel to in the open.
    """
    if card.payment_url and not is_private_url(card.payment_url):
        raise ApiError(422, "store.bad_payment_url", detail=card.payment_url)
    try:
        check_offers(TenderOffer(offer.kind, offer.over, offer.most_minor) for offer in card.tenders)
    except TenderError as error:
        raise ApiError(422, "store.bad_tender", detail=str(error.arguments[0])) from error
    values = card.model_dump(mode="json")
    values["languages"] = json.dumps(values["languages"])
    for name in _AS_JSON:
        values[name] = json.dumps(values[name])
    values["prices_include_tax"] = int(card.prices_include_tax)
    values["cash_exact"] = int(card.cash_exact)
    before = repository.find_store(unit, card.store_id)
    repository.put_store(unit, {**values, "tenant_id": tenant_id})
    doc = card.model_dump(mode="json")
    feed.publish(unit, STORE, scope=card.store_id, kind="settings", key=card.store_id, doc=doc)
    if before is not None and all(before[name] == values[name] for name in _PLACE):
        return  # The tills of other stores know where it is.
    place = PlaceDoc(
        store_id=card.store_id,
        number=card.store_number,
        name=card.name,
        address=card.address,
        latitude_e6=card.latitude_e6,
        longitude_e6=card.longitude_e6,
        region=card.region,
    )
    doc = place.model_dump(mode="json")
    feed.publish(unit, STORE, scope=EVERYWHERE, kind="place", key=card.store_id, doc=doc)


def change_store(unit: Unit, store_id: str, *, values: Mapping[str, object]) -> StoreCard:
    """Change settings of a store, and tell its tills; return all of them.

    Args:
        unit: The unit of work.
        store_id: Which store.
        values: Fields of :class:`StoreCard` with what they are from now on.

    Raises:
        ApiError: 404 ``store.unknown``; 422 as :func:`put_store`.
    """
    # All settings are written anew: what a till says meanwhile, as how busy it is, must not be lost.
    repository.lock_store(unit, store_id)
    card = StoreCard.model_validate({**store_card(unit, store_id).model_dump(), **values})
    row = repository.find_store(unit, store_id)
    assert row is not None, "its card was read"
    put_store(unit, int(row["tenant_id"]), card=card)
    return card


def set_channel(unit: Unit, store_id: str, *, said: ChannelDoc, remove: bool = False) -> StoreCard:
    """Say how a store knows the orders of a channel, or that it gets none; return all settings.

    Raises:
        ApiError: 404 ``store.unknown``.
    """
    repository.lock_store(unit, store_id)
    channels = store_card(unit, store_id).channels
    others = tuple(each for each in channels if each.channel != said.channel)
    kept = next((each.commission_bp for each in channels if each.channel == said.channel), 0)
    said = said.model_copy(update={"commission_bp": said.commission_bp or kept})
    return change_store(unit, store_id, values={"channels": others if remove else (*others, said)})


def set_commission(unit: Unit, store_id: str, *, channel: str, basis_points: int) -> StoreCard:
    """Say what a channel keeps of what is paid there; return all settings.

    Raises:
        ApiError: 404 ``store.unknown``.
    """
    repository.lock_store(unit, store_id)
    channels = store_card(unit, store_id).channels
    known = next((each for each in channels if each.channel == channel), None)
    said = known or ChannelDoc(channel=channel, name=channel[:30])
    others = tuple(each for each in channels if each.channel != channel)
    changed = (*others, said.model_copy(update={"commission_bp": basis_points}))
    return change_store(unit, store_id, values={"channels": changed})


def say_busy(unit: Unit, store_id: str, *, minutes: int, until_ms: int, said_ms: int) -> bool:
    """Let orders of a store take longer until a time, and tell its tills; return whether it counts.

    What was said later already, by its own time, stays: a till may tell of it long after.

    Raises:
        ApiError: 404 ``store.unknown``.
    """
    values = {"busy_minutes": minutes, "busy_until_ms": until_ms, "busy_said_ms": said_ms}
    is_newer = repository.say_busy(unit, store_id, values=values)
    card = store_card(unit, store_id)
    if is_newer:
        doc = card.model_dump(mode="json")
        feed.publish(unit, STORE, scope=store_id, kind="settings", key=store_id, doc=doc)
    return is_newer


def store_card(unit: Unit, store_id: str) -> StoreCard:
    """Return a store as its tills print and show it.

    Raises:
        ApiError: 404 ``store.unknown``.
    """
    row = repository.find_store(unit, store_id)
    if row is None:
        raise ApiError(404, "store.unknown", detail=store_id)
    values = {name: row[name] for name in StoreCard.model_fields}
    values["languages"] = tuple(json.loads(values["languages"]))
    for name in _AS_JSON:
        values[name] = json.loads(values[name])
    values["prices_include_tax"] = bool(values["prices_include_tax"])
    values["cash_exact"] = bool(values["cash_exact"])
    return StoreCard.model_validate_json(json.dumps(values))


def heard_ms(unit: Unit, store_id: str) -> int | None:
    """Return when a till of a store was last heard, to the minute; nothing for a store without tills."""
    return repository.heard_ms(unit, [store_id]).get(store_id)


def heard_of(unit: Unit, store_ids: Sequence[str]) -> dict[str, int]:
    """Return the same of several stores; those without tills are left out."""
    return repository.heard_ms(unit, store_ids)


def places(unit: Unit) -> list[StorePlace]:
    """Return the stores that have coordinates, in order of their ids."""
    return repository.places(unit)


def store_ids(unit: Unit) -> list[str]:
    """Return the stores' ids in order."""
    return repository.store_ids(unit)


def tenant_number(unit: Unit) -> int | None:
    """Return the chain's number, if there is a chain."""
    row = repository.find_tenant(unit)
    return None if row is None else int(row["tenant_id"])


def make_client(unit: Unit, name: str) -> str:
    """Return a new token for a client of the shop's side; it is shown now and never again."""
    token = secrets.token_urlsafe(32)
    repository.insert_client(unit, _digest(token), name=name)
    return token


def _place(unit: Unit, code: EnrolCode, *, request: EnrolRequest, key_id: str) -> str:
    values: dict[str, object] = {
        "device_public_key": request.device_public_key,
        "key_id": key_id,
        "status": "active",
        "expected_seq": 1,
        "head_hash": GENESIS_HASH,
        "app_version": request.app_version,
        "device_name": request.device_name,
        "enrolled_ms": unit.now_ms,
    }
    if code.terminal_id is not None:
        found = repository.find_terminal(unit, code.terminal_id, lock=True)
        assert found is not None, "a code names a till that is there"
        incarnation = int(found["incarnation"]) + 1
        repository.renew_terminal(unit, code.terminal_id, values={**values, "incarnation": incarnation})
        return code.terminal_id
    number = repository.take_terminal_number(unit, code.store_id)
    terminal_id = f"{code.store_id}-T{number:02d}"
    identity = {"terminal_id": terminal_id, "store_id": code.store_id, "label": terminal_id, "incarnation": 1}
    repository.insert_terminal(unit, {**values, **identity})
    return terminal_id


def _reply(unit: Unit, terminal_id: str) -> EnrolReply:
    till = repository.find_terminal(unit, terminal_id)
    chain = repository.find_tenant(unit)
    assert till is not None, "the till was placed"
    assert chain is not None, "a store has its chain"
    return EnrolReply(
        terminal=terminal_id,
        terminal_label=till["label"],
        incarnation=till["incarnation"],
        key_id=till["key_id"],
        tenant=chain["tenant_id"],
        tenant_name=chain["name"],
        store=store_card(unit, till["store_id"]),
        root_public_key=keys.root_public_key(unit).hex(),
        phone_mac_key=keys.phone_mac_key(unit).hex(),
        server_ms=unit.now_ms,
    )


def _sound_key(text: str) -> bytes:
    try:
        public_key = bytes.fromhex(text)
    except ValueError as error:
        raise ApiError(422, "enrol.bad_key") from error
    if not is_sound_key(public_key):
        raise ApiError(422, "enrol.bad_key")
    return public_key


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def is_private_url(url: str) -> bool:
    """Return whether what is sent to ``url`` stays private: https, or plain http within one machine."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return False
    return bool(host) and (parts.scheme == "https" or (parts.scheme == "http" and host in _LOOPBACK))
