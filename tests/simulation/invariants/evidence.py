"""What server and tills hold at a peace, read by plain SQL and parsed without the product's models."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from retail_core.journal import Entry
from tests.simulation.world import World

Row = dict[str, Any]
Chain = tuple[str, int]
"""Terminal and incarnation."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A journal entry as the server stored it."""

    entry_id: str
    terminal: str
    incarnation: int
    seq: int
    type: str
    actor: str
    body: Row
    hash: str
    prev_hash: str
    state: str

    @property
    def chain(self) -> Chain:
        """Which chain it belongs to."""
        return self.terminal, self.incarnation


@dataclass(slots=True)
class Evidence:
    """Everything that is compared."""

    facts: list[Fact]
    """In order of terminal, incarnation and seq."""
    own: dict[Chain, list[Entry]]
    """What each living till holds itself."""
    stores: dict[str, str]
    """Terminal to store."""
    _world: World
    _rows: dict[str, list[Row]] = field(default_factory=dict)

    def of_type(self, *types: str) -> Iterator[Fact]:
        """Yield the facts of some types."""
        return (fact for fact in self.facts if fact.type in types)

    def chains(self) -> dict[Chain, list[Fact]]:
        """Return the facts of each chain, in order."""
        found: dict[Chain, list[Fact]] = {}
        for fact in self.facts:
            found.setdefault(fact.chain, []).append(fact)
        return found

    def rows(self, sql: str) -> list[Row]:
        """Return what the server's database answers."""
        if sql not in self._rows:
            with self._world.server.database.read() as unit:
                self._rows[sql] = [dict(row) for row in unit.conn.exec_driver_sql(sql).mappings()]
        return self._rows[sql]


def collect(world: World) -> Evidence:
    """Read everything."""
    with world.server.database.read() as unit:
        rows = unit.conn.exec_driver_sql(
            "SELECT * FROM journal_entry ORDER BY terminal_id, incarnation, seq"
        ).mappings()
        facts = [
            Fact(
                entry_id=row["entry_id"],
                terminal=row["terminal_id"],
                incarnation=row["incarnation"],
                seq=row["seq"],
                type=row["type"],
                actor=row["actor"],
                body=json.loads(row["body"]),
                hash=row["hash"],
                prev_hash=row["prev_hash"],
                state=row["state"],
            )
            for row in rows
        ]
    own = {
        (machine.terminal_id, machine.incarnation): list(machine.process.data.outbox.after(0, 1_000_000))
        for machine in world.machines
        if machine.process is not None
    }
    stores = {machine.terminal_id: machine.store_id for machine in world.machines}
    return Evidence(facts, own, stores, world)
