"""The books in double entry: whole, balanced, and each shift in them as its Z says."""

from pos_app.services.export_journal import ExportBooks
from retail_core.books import Period
from tests.booked import problems_of, transactions
from tests.booked_zs import differences, of_shifts
from tests.simulation.invariants.evidence import Evidence
from tests.simulation.trouble import expect
from tests.simulation.world import World


def books_are_accepted(world: World, evidence: Evidence) -> None:
    """Beancount accepts each living till's books, and they hold its Zs to the cent."""
    facts = evidence.chains()
    for machine in world.machines:
        if machine.process is None:
            continue
        text = "".join(ExportBooks(store=machine.process.data.store).lines("beancount", Period()))
        problems = problems_of(text)
        expect(not problems, "the books are accepted", (machine.name, problems[:3]))
        shifts = of_shifts(transactions(text))
        chain = (machine.terminal_id, machine.incarnation)
        for fact in facts.get(chain, []):
            if fact.type == "shift.closed":
                sums = shifts.get(f"Shift-{fact.body['shift_number']}", {})
                found = differences(sums, fact.body)
                expect(not found, "the books hold each Z", (chain, fact.body["z_number"], found))
