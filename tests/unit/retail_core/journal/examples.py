"""A short chain that several tests read."""

from retail_core.journal import Draft, Entry, append, genesis

SALT = "00112233445566778899aabbccddeeff"


def draft(number: int = 1, *, personal: dict[str, object] | None = None) -> Draft:
    """Return a small fact; ``number`` makes it differ from its neighbours."""
    return Draft(
        type="sale.completed",
        version=1,
        wall_ms=1_763_769_600_000 + number,
        mono_ms=5000 + number,
        actor="staff-1",
        body={"sale": f"{number:032x}", "total_minor": 1250 * number},
        personal=personal,
    )


def chain(length: int = 3) -> list[Entry]:
    """Return the first entries of till S01-T02; the second one has a personal part."""
    head = genesis("S01-T02", 1)
    entries = []
    for number in range(1, length + 1):
        personal: dict[str, object] | None = (
            {"member": "张三", "phone": "13800000000"} if number == 2 else None
        )
        entry = append(head, draft(number, personal=personal), entry_id=f"{number:032x}", salt=SALT)
        entries.append(entry)
        head = entry.head
    return entries
