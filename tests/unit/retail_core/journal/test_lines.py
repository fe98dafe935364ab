from dataclasses import replace

import pytest

from retail_core.journal import Entry, genesis, verify_lines, write_lines
from tests.unit.retail_core.journal.examples import chain

START = genesis("S01-T02", 1)


def exported(entries: list[Entry] | None = None) -> list[str]:
    """Return the lines of a file with three entries, or with those given."""
    return list(write_lines(chain(3) if entries is None else entries, start=START))


def test_a_file_has_a_first_line_one_line_an_entry_and_a_last_line() -> None:
    lines = exported()
    assert len(lines) == 5
    assert lines[0].startswith('{"format":"loop-pos-journal","line_hash":"')
    assert lines[4].startswith('{"count":3,"end":{"hash":"')
    assert all(line.endswith("}\n") and line.count("\n") == 1 for line in lines)


def test_an_untouched_file_is_fine() -> None:
    report = verify_lines(exported())
    assert (report.code, report.line_no, report.seq, report.count) == (None, 0, None, 3)


def test_a_file_without_entries_is_fine() -> None:
    report = verify_lines(exported([]))
    assert (report.code, report.count, report.head) == (None, 0, START)


def test_lines_may_come_as_bytes() -> None:
    assert verify_lines(line.encode() for line in exported()).code is None


def test_an_erased_person_leaves_the_file_fine() -> None:
    entries = chain(3)
    entries[1] = replace(entries[1], personal=None, salt=None)
    assert verify_lines(exported(entries)).code is None


def test_erasing_a_person_in_the_file_itself_is_noticed_at_its_line() -> None:
    lines = exported()
    erased = exported([chain(3)[0], replace(chain(3)[1], personal=None, salt=None), chain(3)[2]])
    own_hash = lines[2].split('"line_hash":"')[1][:64]
    lines[2] = erased[2].replace(erased[2].split('"line_hash":"')[1][:64], own_hash)
    report = verify_lines(lines)
    assert (report.code, report.line_no, report.seq, report.count) == ("lines.line_altered", 3, 2, 1)


def test_any_one_changed_byte_is_noticed_with_its_line_number() -> None:
    raw = [line.encode() for line in exported()]
    unnoticed = []
    for index, line in enumerate(raw):
        for place in range(len(line)):
            changed = line[:place] + bytes([line[place] ^ 1]) + line[place + 1 :]
            report = verify_lines([*raw[:index], changed, *raw[index + 1 :]])
            if report.code is None or report.line_no != index + 1:
                unnoticed.append((index + 1, place))
    assert unnoticed == []


def test_any_removed_byte_is_noticed() -> None:
    raw = "".join(exported()).encode()
    unnoticed = [
        place
        for place in range(len(raw))
        if verify_lines((raw[:place] + raw[place + 1 :]).splitlines(keepends=True)).code is None
    ]
    assert unnoticed == []


@pytest.mark.parametrize(("kept", "line_no"), [(0, 1), (1, 2), (3, 4), (4, 5)])
def test_a_file_that_ends_too_early_is_noticed_at_the_line_that_is_missing(kept: int, line_no: int) -> None:
    report = verify_lines(exported()[:kept])
    assert (report.code, report.line_no) == ("lines.truncated", line_no)


def test_a_last_line_without_its_newline_is_noticed() -> None:
    lines = exported()
    report = verify_lines([*lines[:4], lines[4].rstrip("\n")])
    assert (report.code, report.line_no) == ("lines.not_canonical", 5)


def test_anything_after_the_last_line_is_noticed() -> None:
    report = verify_lines([*exported(), "\n"])
    assert (report.code, report.line_no) == ("lines.after_the_end", 6)


@pytest.mark.parametrize(
    ("number", "old", "new", "code"),
    [
        (2, "\n", "\r\n", "lines.not_canonical"),
        (2, '":', '": ', "lines.not_canonical"),
        (2, '"seq":1,', '"seq":1,"seq":1,', "lines.not_canonical"),
        (2, '"seq":1,', '"seq":1.0,', "lines.not_json"),
        (2, '"total_minor":1250', '"total_minor":NaN', "lines.not_json"),
        (2, '"total_minor":1250', '"total_minor":1251', "chain.body_altered"),
        (2, '"staff-1"', '"staff-2"', "chain.hash_wrong"),
        (2, '"seq":1,', '"seq":"1",', "lines.not_an_entry"),
        (2, '"id":"0', '"id":"f', "lines.line_altered"),
        (4, '"seq":3,', '"seq":4,', "chain.gap"),
        (3, "13800000000", "13800000001", "chain.personal_altered"),
        (1, '"version":1', '"version":2', "lines.unknown_format"),
        (1, '"incarnation":1', '"incarnation":2', "lines.line_altered"),
        (5, '"count":3', '"count":2', "lines.end_wrong"),
    ],
)
def test_what_was_changed_is_told_by_its_code(number: int, old: str, new: str, code: str) -> None:
    lines = exported()
    assert old in lines[number - 1]
    lines[number - 1] = lines[number - 1].replace(old, new, 1)
    report = verify_lines(lines)
    assert (report.code, report.line_no) == (code, number)


def test_a_line_that_is_left_out_is_noticed_where_it_was() -> None:
    lines = exported()
    report = verify_lines([*lines[:2], *lines[3:]])
    assert (report.code, report.line_no, report.seq) == ("chain.gap", 3, 3)


@pytest.mark.parametrize(
    "line", ["", "\n", "[]\n", "7\n", "null\n", "[" * 100_000 + "\n", "9" * 5000 + "\n", '{"a":{}}\n']
)
def test_rubbish_is_refused_and_never_crashes(line: str) -> None:
    report = verify_lines([line])
    assert report.line_no == 1
    assert report.code in {"lines.not_json", "lines.not_canonical", "lines.unknown_format"}


def test_bytes_that_are_no_utf_8_are_refused() -> None:
    assert verify_lines([b"\xff\n"]).code == "lines.not_json"
