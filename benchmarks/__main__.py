"""``python -m benchmarks [board|chain|codes|pricing|reports|server]``: prints, and ``var/bench.json``."""

import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.figures import Row, RulesRow, Spread, rules_table, spread_of, table, write_json
from benchmarks.sales import sale_times
from benchmarks.shop import make_till

SIZES = (2_000, 100_000)
STARTS = 5
OUT = Path("var/bench.json")
NO_GOAL = (0, 0)
"""Of what is only told: offers over everything leave nothing that could be looked up."""


def main(parts: Sequence[str]) -> None:
    """Measure everything at every size, or only one part."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    rows: list[Row] = []
    by_rules: list[RulesRow] = []
    if list(parts) == ["codes"]:
        rows = _codes()
    elif list(parts) == ["board"]:
        rows = _board()
    elif list(parts) == ["reports"]:
        rows = _reports()
    elif list(parts) not in (["server"], ["chain"]):
        rows, by_rules = _pricing()
    if not parts:
        rows = [*_counter(), *_codes(), *_board(), *_reports(), *rows]
    if list(parts) in ([], ["server"]):
        rows += _server()
    if list(parts) in ([], ["chain"]):
        rows += _chain()
    print(table(rows))
    if by_rules:
        print()
        print(rules_table(by_rules))
    machine = {
        "processor": platform.processor() or platform.machine(),
        "cpus": os.cpu_count(),
        "load": _load(),
    }
    write_json(OUT, rows, by_rules=by_rules, machine=machine)
    print(f"Written to {OUT}. Times of a busy machine are too long; compare the ratios.")


def _counter() -> Iterator[Row]:
    raw_lines = _json("benchmarks.raw_window", "lines")["line"]
    with tempfile.TemporaryDirectory(prefix="loop-pos-bench-", ignore_cleanup_errors=True) as folder:
        for products in SIZES:
            _say(f"Making a till with {products:,} products")
            till = Path(folder) / str(products)
            make_till(till, products)
            yield from _measured(till, products, raw_lines)


def _server() -> Iterator[Row]:
    """Return what the server takes in and gives out; times of a batch of 100 sales, or of one call."""
    _say("The server: taking facts in, sending them, news")
    found = _json("benchmarks.server")
    for kind, name in (("postgresql", "PostgreSQL"), ("sqlite", "SQLite")):
        yield _row(
            f"100 sales of 5 lines taken in, {name}",
            0,
            found[f"ingest_{kind}"],
            found[f"bare_{kind}"],
            "the same rows, bare driver",
            (50, 100),
        )
    bare = found["bare_postgresql"]
    same = "the same rows, bare driver"
    yield _row("100 sales uploaded, 2 workers", 0, found["upload"], bare, same, (67, 150))
    one = [each / 100 for each in bare]
    yield _row("one sale a call, 8 tills at a time", 0, found["single"], one, "its rows in a batch", (16, 30))
    yield _row(
        "commit to the page at a waiting till", 0, found["news"], one, "its rows in a batch", (50, 1_000)
    )
    _say(f"8 tills, one sale a call: {found['single_rate']:,.0f} sales a second")


def _chain() -> list[Row]:
    """Return what reports of 500 stores cost from two years of sums, and what adding up costs."""
    _say("Reports of 500 stores on PostgreSQL, two years of sums")
    found = _json("benchmarks.chain")
    _say(f"{found['cells']:,} sums in the table")
    query, goal = "the driver's own query of these sums", (1_000, 5_000)
    return [
        *(
            _row(f"report of 500 stores, {name}", 0, found[name], found[f"bare_{name}"], query, goal)
            for name in ("day", "month", "year")
        ),
        _row("report of 100 stores named, year", 0, found["hundred"], found["bare_year"], query, goal),
        _row(
            "1,000 sales of 5 lines added up",
            0,
            found["summed"],
            found["bare_upsert"],
            "their JSON read, their sums written by the driver",
            (1_000, 2_000),
        ),
    ]


def _codes() -> list[Row]:
    """Return what a signed code costs, and when its first answer is painted with a server that is silent."""
    _say("Signed codes")
    found = _json("benchmarks.codes")
    bare = "libsodium's check of one signature"
    _say("First answers with a server that never answers")
    first = _json("benchmarks.first_answer")
    raw_lines = _json("benchmarks.raw_window", "lines")["line"]
    painted = "a line in an empty PySide6 window"
    goal = (50, 100)
    return [
        _row("member scanned, server silent, to painted", 0, first["member"], raw_lines, painted, goal),
        _row("coupon scanned, server silent, to painted", 0, first["coupon"], raw_lines, painted, goal),
        _row("a bad code refused, every way of attack", 0, found["refused"], found["bare"], bare, (1, 1)),
        _row("a good code accepted", 0, found["accepted"], found["bare"], bare, (1, 1)),
    ]


def _board() -> list[Row]:
    """Return what the pickup board costs with 500 open orders, and how soon a placed one is on it."""
    _say("The pickup board with 500 open orders")
    found = _json("benchmarks.board")
    _say("Orders that are placed, until they are on the board of a till")
    arrived = _json("benchmarks.arrival")["arrived"]
    raw_lines = _json("benchmarks.raw_window", "lines")["line"]
    painted = "a line in an empty PySide6 window"
    return [
        _row("board of 500 orders, opened to painted", 0, found["open"], raw_lines, painted, (100, 200)),
        _row(
            "board of 500, a turn of the wheel to painted", 0, found["scroll"], raw_lines, painted, (10, 16.7)
        ),
        _row("board of 500, a key of a search to painted", 0, found["filter"], raw_lines, painted, (33, 50)),
        _row("order placed, to its place on a till's board", 0, arrived, raw_lines, painted, (500, 1_000)),
    ]


def _reports() -> list[Row]:
    """Return what reports of a till with 500,000 sales cost, and what the counter feels of them."""
    _say("Reports of 500,000 sales and two years; making the books takes minutes")
    found = _json("benchmarks.reports")
    rows = "its rows read, bare SQLCipher"
    page = "50 entries read, bare SQLCipher"
    alone, scan = found["sale_alone"], found["scan_alone"]
    return [
        _row(
            "report of the open shift, 300 sales, first time",
            0,
            found["open_first"],
            found["raw_shift"],
            rows,
            (500, 1_000),
        ),
        _row("report of a closed shift", 0, found["shift"], found["raw_shift"], rows, (500, 1_000)),
        _row("a year beside the two before", 0, found["year"], found["raw_year"], rows, (1_500, 3_000)),
        _row("watch list of four weeks", 0, found["watch"], found["raw_watch"], rows, (500, 1_000)),
        _row(
            "receipts behind a category of a year",
            0,
            found["page_common"],
            found["raw_page"],
            page,
            (500, 1_000),
        ),
        _row(
            "receipts behind a rare product of a year",
            0,
            found["page_rare"],
            found["raw_page"],
            page,
            (500, 1_000),
        ),
        _row(
            "receipts behind an hour of a shift", 0, found["page_hour"], found["raw_page"], page, (100, 300)
        ),
        _row(
            "a sale while reports run without a pause",
            0,
            found["sale_beside"],
            alone,
            "a sale alone",
            (10, 50),
        ),
        _row(
            "a scan while reports run without a pause",
            0,
            found["scan_beside"],
            scan,
            "a scan alone",
            (10, 50),
        ),
    ]


def _pricing() -> tuple[list[Row], list[RulesRow]]:
    """Return the cost of pricing, and how it stays the same however many campaigns there are."""
    _say("Pricing")
    found = _json("benchmarks.pricing")
    times, by_rules = found["times"], found["by_rules"]
    loop = "price x quantity and tax in a bare loop"
    changed = "500 lines, one changed"
    rows = [
        _row("price 30 lines, 1,000 campaigns", 0, times["small"], times["small_raw"], loop, (3, 5)),
        _row("price 500 lines, cold", 0, times["cold"], times["cold_raw"], loop, (20, 30)),
        _row(f"price {changed}", 0, times["changed"], times["cold_raw"], loop, (2, 4)),
        *(
            _row(f"{changed}; {words}", 0, times[f"changed_{name}"], times["cold_raw"], loop, NO_GOAL)
            for name, words in (
                ("threshold", "every 100 gives 10 on everything"),
                ("ladder", "from 3 pieces 10 % on everything"),
                ("nth_item", "second half price on everything"),
            )
        ),
        _row(
            "compile 10,000 campaigns",
            0,
            times["compile"],
            times["compile_raw"],
            "their JSON read",
            (700, 1_000),
        ),
    ]
    return rows, [
        RulesRow(each["rules"], each["concerned"], spread_of(each["times"]), len(each["times"]))
        for each in by_rules
    ]


def _measured(till: Path, products: int, raw_lines: list[float]) -> Iterator[Row]:
    _say("Selling")
    sold, bare = sale_times(till, products)
    yield _row(
        "sale of 5 lines, begin to durable", products, sold, bare, "the same rows, bare SQLCipher", (1, 3)
    )
    _say("Starting it five times")
    started = _starts("benchmarks.first_paint", str(till))
    empty = _starts("benchmarks.raw_window", "start")
    yield _row("start to painted sign-in", products, started, empty, "an empty PySide6 window", (700, 2_000))
    _say("Scanning and searching")
    seen = _json("benchmarks.counter", str(till), str(products))
    list_is = "a line in an empty PySide6 window"
    yield _row("last key of a scan to painted line", products, seen["scan"], raw_lines, list_is, (10, 16.7))
    yield _row("search, key to painted list", products, seen["search"], raw_lines, list_is, (15, 50))


def _row(
    work: str, products: int, seen: list[float], raw: list[float], raw_is: str, goal: tuple[float, float]
) -> Row:
    return Row(work, products, spread_of(seen), spread_of(raw), raw_is, Spread(*goal), len(seen))


def _starts(module: str, *arguments: str) -> list[float]:
    """Return the seconds from the start of a new process to its first painted frame; the first one warms."""
    times = []
    for _ in range(STARTS + 1):
        began = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as process:
            assert process.stdout is not None
            line = process.stdout.readline()
            times.append(time.perf_counter() - began)
        if not line.startswith("painted"):
            raise RuntimeError(f"{module} painted nothing")
    return times[1:]


def _json(module: str, *arguments: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise RuntimeError(done.stderr[-2000:])
    found = json.loads(done.stdout.splitlines()[-1])
    assert isinstance(found, dict)
    return found


def _load() -> float:
    """Return how many processes wanted the processor in the last minute; 0 where nobody counts."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0


def _say(text: str) -> None:
    print(f"  {text} ...", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
