"""Join a store: make the device key, redeem the one-time code, write the first entry.

A code that head office made for a till that is there already makes this computer its next incarnation: the
journal then says where the old one ended.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from pos_app.services.errors import RuleError
from pos_app.services.identity import RESTORED_SETTING
from pos_app.services.ports import Clock, EnrolmentApi, Ids, Store
from pos_app.services.records import Terminal
from pos_app.services.repositories import UnitOfWork
from pos_app.services.store_card import profile_of
from pos_app.services.watch_identity import SETTING as REFUSED_SETTING
from pos_app.services.write_fact import TILL_ACTOR, write_fact
from retail_core.journal import public_key_of
from retail_core.wire.enrolment import EnrolReply, EnrolRequest
from retail_core.wire.facts import TILL_ENROLLED, Replaced, TillEnrolled

_SEED_BYTES = 32


@dataclass(frozen=True, slots=True)
class Predecessor:
    """What is known of the incarnation that is replaced.

    ``stored_through`` returns how far head office has it, ``None`` if that cannot be asked; ``known_through``
    how far this computer or the second disk has it.
    """

    stored_through: Callable[[Terminal, bytes], int | None]
    known_through: Callable[[Terminal], int]


class EnrolTill:
    """Joins a store; needs the network once."""

    def __init__(self, *, store: Store, api: EnrolmentApi, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._api = api
        self._clock = clock
        self._ids = ids

    def __call__(
        self,
        *,
        url: str,
        code: str,
        device_name: str,
        app_version: str,
        renew: bool = False,
        predecessor: Predecessor | None = None,
    ) -> Terminal:
        """Redeem ``code`` at ``url`` and keep the identity; the journal then starts with ``till.enrolled``.

        Args:
            url: Where the central API answers.
            code: The one-time code.
            device_name: What this computer is called.
            app_version: Of this program.
            renew: Whether a till that is enrolled here may get its next incarnation; a restored one may.
            predecessor: Asked when the code was made for a till that was there before.

        Raises:
            RuleError: ``till.already_enrolled``, or ``till.other_till``: the code is for another till than
                the one whose files are here; nothing was changed.
            Unreachable: Nobody answered at ``url``.
            Rejected: The code is wrong, used or expired.
        """
        with self._store.read() as work:
            before = work.terminal.get()
            if before is not None and not (renew or work.settings.get(RESTORED_SETTING)):
                raise RuleError("till.already_enrolled")
        seed = self._ids.secret(_SEED_BYTES)
        public_key = public_key_of(seed).hex()
        request = EnrolRequest(
            code=code.strip().upper(),
            device_public_key=public_key,
            app_version=app_version,
            device_name=device_name,
        )
        reply = self._api.enrol(url, request)
        terminal = _terminal(reply, url=url, enrolled_ms=self._clock.now_ms())
        if before is not None and before.terminal != terminal.terminal:
            raise RuleError("till.other_till", terminal.terminal, before.terminal)
        replaced = _replaced(terminal, seed, predecessor=predecessor)
        with self._store.write() as work:
            # First: everything of this transaction belongs to the new incarnation.
            work.terminal.put(terminal, seed)
            if before is not None:
                replaced = self._end_the_old_one(work, replaced)
            write_fact(
                work,
                self._clock,
                kind=TILL_ENROLLED,
                actor=TILL_ACTOR,
                body=TillEnrolled(
                    store=reply.store.store_id,
                    app_version=app_version,
                    device_public_key=public_key,
                    replaces=replaced,
                ),
            )
        return terminal

    def _end_the_old_one(self, work: UnitOfWork, replaced: Replaced | None) -> Replaced | None:
        """Begin counting anew in files that go on; shifts that are not closed end without a Z."""
        shift, suspended = work.shifts.open(), work.shifts.suspended()
        for each in (*suspended, *(() if shift is None else (shift,))):
            work.shifts.mark_closed(each.shift_id, self._clock.now_ms())
        # What the drawers hold is counted at the next opening; nothing of it is known to this incarnation.
        work.shifts.forget_left()
        work.sync_state.put(replace(work.sync_state.get(), acked_through=0, expected=1, applied_through=0))
        work.settings.put(RESTORED_SETTING, "")
        work.settings.put(REFUSED_SETTING, "")
        if replaced is None:
            return None
        return replaced.model_copy(
            update={
                "cut_shift_id": None if shift is None else shift.shift_id,
                "cut_suspended": tuple(each.shift_id for each in suspended),
            }
        )


def _replaced(terminal: Terminal, seed: bytes, *, predecessor: Predecessor | None) -> Replaced | None:
    if terminal.incarnation == 1:
        return None
    return Replaced(
        incarnation=terminal.incarnation - 1,
        stored_through=None if predecessor is None else predecessor.stored_through(terminal, seed),
        known_through=0 if predecessor is None else predecessor.known_through(terminal),
        cut_shift_id=None,
    )


def _terminal(reply: EnrolReply, *, url: str, enrolled_ms: int) -> Terminal:
    return Terminal(
        terminal=reply.terminal,
        label=reply.terminal_label,
        incarnation=reply.incarnation,
        key_id=reply.key_id,
        tenant=reply.tenant,
        tenant_name=reply.tenant_name,
        url=url,
        store=profile_of(reply.store),
        root_public_key=bytes.fromhex(reply.root_public_key),
        phone_mac_key=bytes.fromhex(reply.phone_mac_key),
        enrolled_ms=enrolled_ms,
    )
