"""What is looked at after every step: numbers without gaps, nothing told that is not durable."""

from central_api.feed.schemas import FeedName
from tests.simulation.machine import Machine, Process
from tests.simulation.trouble import expect
from tests.simulation.world import World

_PLACE = (
    "SELECT (SELECT count(*) FROM journal WHERE incarnation = t.incarnation), "
    "(SELECT coalesce(max(seq), 0) FROM journal WHERE incarnation = t.incarnation), "
    "(SELECT count(*) FROM sale WHERE incarnation = t.incarnation), "
    "(SELECT coalesce(max(receipt_seq), 0) FROM sale WHERE incarnation = t.incarnation), "
    "(SELECT count(*) FROM shift WHERE closed_ms IS NULL AND suspended_ms IS NULL), "
    "(SELECT count(*) FROM cash_move WHERE incarnation = t.incarnation), "
    "(SELECT coalesce(max(slip_seq), 0) FROM cash_move WHERE incarnation = t.incarnation), "
    "(SELECT count(*) FROM z_report), (SELECT coalesce(max(z_number), 0) FROM z_report), "
    "(SELECT coalesce(max(acked_through), 0) FROM sync_state) FROM terminal t"
)
_STORED = "SELECT max(seq) FROM journal_entry WHERE terminal_id = ? AND incarnation = ?"
_CHAINS = (
    "SELECT t.terminal_id, t.expected_seq, t.status, coalesce(max(j.seq), 0) AS last "
    "FROM terminal t LEFT JOIN journal_entry j "
    "ON j.terminal_id = t.terminal_id AND j.incarnation = t.incarnation "
    "GROUP BY t.terminal_id, t.expected_seq, t.status ORDER BY t.terminal_id"
)


def check_step(world: World) -> None:
    """Look at every machine and server that wrote something since the last look."""
    for machine in world.machines:
        process = machine.process
        if process is not None and process.doom.commits != machine.looked_at:
            machine.looked_at = process.doom.commits
            _check_machine(world, machine)
    if world.server.is_up and world.server.doom.commits != world.server.looked_at:
        world.server.looked_at = world.server.doom.commits
        _check_chains(world)
    if world.server.is_up and world.server.lives != world.lives_seen:
        # What was acknowledged when the process died has to be there when it is back.
        world.lives_seen = world.server.lives
        for machine in world.machines:
            if machine.process is not None:
                _check_acknowledged(world, machine.process)


def _check_machine(world: World, machine: Machine) -> None:
    process = machine.process
    assert process is not None, "the machine runs"
    with process.data.store.read() as work:
        row = work.connection.exec_driver_sql(_PLACE).one()
    entries, head, sales, last_receipt, active_shifts, moves, last_slip, zs, last_z, acked = row
    where = (machine.name, tuple(row))
    expect(entries == head, "sequences have no gaps", where)
    expect(sales == last_receipt, "receipt numbers have no gaps", where)
    expect(active_shifts <= 1, "one shift is active", where)
    expect(moves == last_slip, "slip numbers have no gaps", where)
    expect(zs == last_z, "Z numbers have no gaps", where)
    expect(acked <= head, "nothing is acknowledged that was not written", where)
    _check_acknowledged(world, process)
    told = world.books.told_by(machine.terminal_id, machine.incarnation)
    expect(told <= sales, "what was told is durable", (told, where))
    expect(
        machine.drawer.pulses_of_this_life <= machine.drawers_due,
        "a drawer opens for a sale of this life, once",
        (machine.name, machine.drawer.pulses_of_this_life, machine.drawers_due),
    )


def _check_acknowledged(world: World, process: Process) -> None:
    """What a till counts as sent is stored on the server, unless that was put back and lost it again."""
    if not world.server.is_up:
        return
    terminal, incarnation = process.terminal.terminal, process.terminal.incarnation
    acked = process.data.outbox.acked_through()
    with world.server.database.read() as unit:
        stored = unit.conn.exec_driver_sql(_STORED, (terminal, incarnation)).scalar() or 0
    lost = world.books.ever.lost_through.get((terminal, incarnation), 0)
    expect(
        acked <= max(stored, lost), "what is acknowledged is stored", (terminal, incarnation, acked, stored)
    )


def _check_chains(world: World) -> None:
    with world.server.database.read() as unit:
        rows = unit.conn.exec_driver_sql(_CHAINS).all()
    for terminal_id, expected, status, last in rows:
        expect(expected == last + 1, "the server's place is its last entry", (terminal_id, expected, last))
        expect(status == "active", "no till is taken for another", (terminal_id, status))


def behind(world: World, machine: Machine) -> list[str]:
    """Return in what a machine is not in step with the server."""
    process = machine.process
    if process is None:
        return [f"{machine.name} does not run"]
    found = []
    acked, head = process.data.outbox.acked_through(), process.data.outbox.head().seq
    if acked < head:
        found.append(f"{machine.name} has sent {acked} of {head}")
    current = process.data.catalog_files.current()
    cursors: dict[FeedName, str] = {
        "store": process.data.feed_sink.cursor(),
        "catalog": "" if current is None else current.cursor(),
    }
    with world.server.database.read() as unit:
        found += [
            f"{machine.name} has not read {name} behind {cursor!r}"
            for name, cursor in cursors.items()
            if world.has_news(unit, name, store_id=machine.store_id, cursor=cursor)
        ]
    return found
