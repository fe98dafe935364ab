"""The days behind the last one: every order that is open is got ready, and nobody comes for it."""

from tests.simulation.invariants import by_line, check_everything
from tests.simulation.invariants.evidence import collect
from tests.simulation.schedule import DAY_MS, HOUR_MS, MINUTE_MS
from tests.simulation.world import World


def end_orders(world: World) -> None:
    """Bring every order to its end.

    Raises:
        Broken: It does not come to that, or an invariant does not hold.
    """
    world.calm_down()
    world.wait_for_step()
    for store_id in world.stores:
        machine = next(each for each in world.machines if each.store_id == store_id)
        for wait_ms in world.counters[machine.name].finish_orders():
            world.run_for(wait_ms)
    world.wait_for_step()
    _close_tills(world)
    world.run_for(DAY_MS + HOUR_MS)
    # The stores are heard again, behind the last deadline; then the server looks.
    world.calm_down()
    world.run_for(15 * MINUTE_MS)
    world.wait_for_step()
    check_everything(world)
    by_line.every_order_has_ended(world, collect(world))
    _close_tills(world)
    world.trace.note(world.schedule.now_ms, "world", "orders ended")


def _close_tills(world: World) -> None:
    for machine in world.machines:
        if machine.process is not None:
            machine.process.close()
