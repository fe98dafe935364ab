"""What goes wrong: cuts, kills, full disks, jumping clocks, a dead or restored server, a till replaced."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.simulation.schedule import HOUR_MS, MINUTE_MS, SECOND_MS

if TYPE_CHECKING:
    from tests.simulation.machine import Machine
    from tests.simulation.world import World


@dataclass(slots=True)
class Mischief:
    """Does something to a world now and then."""

    world: "World"
    counts: dict[str, int] = field(default_factory=dict)

    def do_something(self) -> None:
        """Do one thing."""
        chance = self.world.chance
        act = chance.pick(_ACTS)
        machine = chance.one_of(self.world.machines)
        self.counts[act] = self.counts.get(act, 0) + 1
        self.world.trace.note(self.world.schedule.now_ms, "mischief", act, machine.name)
        if act in _TO_A_MACHINE:
            _TO_A_MACHINE[act](self, machine)
        else:
            _TO_THE_SERVER[act](self)

    def restore_at_night(self) -> None:
        """Put the server back while the stores are closed, to any of its backups."""
        self.counts["restore"] = self.counts.get("restore", 0) + 1
        self.world.restore()

    # To a machine

    def _cut_till(self, machine: "Machine") -> None:
        self._cut([machine])

    def _cut_store(self, machine: "Machine") -> None:
        self._cut([item for item in self.world.machines if item.store_id == machine.store_id])

    def _cut(self, machines: "list[Machine]") -> None:
        """Cut the network of some machines for minutes; some stay cut over the night."""
        span_ms = self.world.chance.pick({1: 0.85, 100: 0.15}) * self.world.chance.about(3 * MINUTE_MS)
        for machine in machines:
            machine.way.cut = True

        def mend() -> None:
            for machine in machines:
                machine.way.cut = False

        self.world.schedule.after(span_ms, mend)

    def _kill_now(self, machine: "Machine") -> None:
        if machine.process is not None:
            machine.process.die()

    def _kill_before_commit(self, machine: "Machine") -> None:
        if machine.process is not None:
            machine.process.doom.arm("before_commit", commits=self.world.chance.number(1, 6))

    def _kill_after_commit(self, machine: "Machine") -> None:
        if machine.process is not None:
            machine.process.doom.arm("after_commit", commits=self.world.chance.number(1, 6))

    def _fill_disk(self, machine: "Machine") -> None:
        if machine.process is not None:
            machine.process.doom.arm("disk_full", commits=self.world.chance.number(1, 6))

    def _jump(self, machine: "Machine") -> None:
        """Move a till's wall clock: by seconds, by minutes, by hours, back or forth."""
        size_ms = self.world.chance.pick({20 * SECOND_MS: 0.3, 7 * MINUTE_MS: 0.4, 30 * HOUR_MS: 0.3})
        machine.clock.jump(self.world.chance.one_of((-1, 1)) * self.world.chance.about(size_ms))

    def _replace(self, machine: "Machine") -> None:
        """A disk dies; a new one joins in its place, if the server can be asked."""
        world = self.world
        if not world.server.is_up or machine.way.cut:
            return
        world.books.gone.add((machine.terminal_id, machine.incarnation))
        world.replace(machine)

    # To the server

    def _kill_server(self) -> None:
        if self.world.server.is_up:
            self.world.server.kill()

    def _jump_server(self) -> None:
        """Move the server's wall clock, by minutes."""
        self.world.books.ever.server_jumps_ms.append(self.world.schedule.now_ms)
        self.world.server.clock.jump(
            self.world.chance.one_of((-1, 1)) * self.world.chance.about(8 * MINUTE_MS)
        )

    def _back_up(self) -> None:
        if self.world.server.is_up:
            self.world.back_up()

    def _restore(self) -> None:
        """Put the server back; half of the time some tills cannot see it happen."""
        if self.world.chance.happens(0.5):
            self._cut_store(self.world.chance.one_of(self.world.machines))
        self.world.restore()


_ACTS = {
    "cut_till": 0.16,
    "cut_store": 0.08,
    "kill_now": 0.12,
    "kill_before_commit": 0.12,
    "kill_after_commit": 0.12,
    "fill_disk": 0.08,
    "jump": 0.08,
    "replace": 0.03,
    "kill_server": 0.08,
    "jump_server": 0.02,
    "back_up": 0.06,
    "restore": 0.05,
}
_TO_A_MACHINE = {
    "cut_till": Mischief._cut_till,
    "cut_store": Mischief._cut_store,
    "kill_now": Mischief._kill_now,
    "kill_before_commit": Mischief._kill_before_commit,
    "kill_after_commit": Mischief._kill_after_commit,
    "fill_disk": Mischief._fill_disk,
    "jump": Mischief._jump,
    "replace": Mischief._replace,
}
_TO_THE_SERVER = {
    "kill_server": Mischief._kill_server,
    "jump_server": Mischief._jump_server,
    "back_up": Mischief._back_up,
    "restore": Mischief._restore,
}
