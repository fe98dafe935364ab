"""Points and balances of the members of a stand-in store: the real rules over figures that a test sets."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from pos_app.services.attach_member import AttachMember
from pos_app.services.balance_model import KnownBalance
from pos_app.services.events import EventBus
from pos_app.services.ports import Store
from pos_app.services.prove_member import ProveMember
from pos_app.services.records import StoreProfile
from pos_app.services.spend_balance import SpendBalance
from tests.fakes import FakeCentralApi, FakeClock


class Purses:
    """What is known of every member, whoever it is; ``balances`` of a unit of work, and the store itself."""

    def __init__(self) -> None:
        self.known: KnownBalance | None = None

    @property
    def balances(self) -> "Purses":
        """Themselves."""
        return self

    def of(self, alias: str) -> KnownBalance | None:
        """Return what a test said."""
        del alias
        return self.known

    @contextmanager
    def read(self) -> Iterator["Purses"]:
        """Give themselves."""
        yield self


def prove_of(purses: Purses, api: FakeCentralApi) -> ProveMember:
    """Return the use case that proves members by ``api``; it reads no codes."""
    members = AttachMember(store=cast("Store", purses), api=api, clock=FakeClock(), events=EventBus())
    return ProveMember(api=api, members=members)


def spend_of(purses: Purses, api: FakeCentralApi, profile: StoreProfile) -> SpendBalance:
    """Return the use case over ``purses``; ``api`` answers while it is online."""
    return SpendBalance(
        store=cast("Store", purses), api=api, clock=FakeClock(), events=EventBus(), profile=profile
    )
