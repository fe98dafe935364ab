from pathlib import Path

import keyring.core
import pytest
import sqlcipher3.dbapi2 as sqlcipher3
from sqlalchemy import text

from pos_app.bootstrap.start import key_store
from pos_app.services.errors import StorageError
from pos_app.services.ports import TillKeys
from pos_app.storage import engine
from pos_app.storage.bare import connect
from pos_app.storage.data_lock import DataLock
from pos_app.storage.engine import assert_pragmas
from pos_app.storage.first_look import first_look
from pos_app.storage.integrity import damage_of
from pos_app.storage.key_stores import FileKeyStore, PassphraseKeyStore
from pos_app.storage.till_data import open_for_reading, open_till_data
from tests.fakes import FakeIds, FakeKeyStore
from tests.till_shop import open_shop


def test_a_second_process_on_the_same_folder_is_refused(tmp_path: Path) -> None:
    with open_shop(tmp_path), pytest.raises(StorageError) as refused:
        open_till_data(tmp_path / "data", key_store=FakeKeyStore(), ids=FakeIds())
    assert refused.value.code == "storage.in_use"


def test_reading_goes_on_beside_the_process_that_writes(tmp_path: Path) -> None:
    with open_shop(tmp_path) as shop:
        store, engine = open_for_reading(tmp_path / "data", shop.data.keys, ids=FakeIds())
        with store.read() as work:
            assert work.journal.head().seq == 1
        engine.dispose()


def test_what_is_opened_for_reading_cannot_be_written(tmp_path: Path) -> None:
    with open_shop(tmp_path) as shop:
        store, engine = open_for_reading(tmp_path / "data", shop.data.keys, ids=FakeIds())
        with pytest.raises(StorageError), store.write() as work:
            work.settings.put("a", "b")
        engine.dispose()


def test_an_error_does_not_tell_what_was_to_be_written(tmp_path: Path) -> None:
    with open_shop(tmp_path) as shop, pytest.raises(StorageError) as failed, shop.store.write() as work:
        work.connection.execute(text("INSERT INTO nowhere VALUES (:name)"), {"name": "张伟 13800138000"})
    assert "no such table" in str(failed.value.__cause__)
    assert "张伟" not in str(failed.value.__cause__)


def test_the_file_is_not_readable_without_its_key(tmp_path: Path) -> None:
    with open_shop(tmp_path):
        pass
    assert b"SQLite format 3" not in (tmp_path / "data" / "till.db").read_bytes()[:100]
    with pytest.raises(StorageError) as refused:
        connect(tmp_path / "data" / "till.db", b"x" * 32)
    assert refused.value.code == "storage.wrong_key"


def test_a_database_whose_key_is_gone_is_not_overwritten(tmp_path: Path) -> None:
    with open_shop(tmp_path):
        pass
    with pytest.raises(StorageError) as refused:
        open_till_data(tmp_path / "data", key_store=FakeKeyStore(), ids=FakeIds())
    assert refused.value.code == "keys.missing"


def test_every_connection_for_writing_is_durable(tmp_path: Path) -> None:
    with open_shop(tmp_path) as shop, shop.store.write() as work:
        found = [
            work.connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "cipher_status")
        ]
    assert found == ["wal", 2, 1, 1, "1"]


@pytest.mark.parametrize(
    "weakened",
    [
        "synchronous = NORMAL",
        "synchronous = OFF",
        "foreign_keys = OFF",
        "recursive_triggers = OFF",
        "fullfsync = OFF",
        "checkpoint_fullfsync = OFF",
        "query_only = ON",
    ],
)
def test_a_connection_that_could_lose_a_sale_is_refused(tmp_path: Path, weakened: str) -> None:
    with open_shop(tmp_path) as shop:
        with shop.store.write() as work:
            work.connection.exec_driver_sql("SELECT 1")
            driver = work.connection.connection.driver_connection
        assert driver is not None
        driver.execute(f"PRAGMA {weakened}")
        with pytest.raises(StorageError) as refused, shop.store.write():
            pass
    assert (refused.value.code, refused.value.arguments[0]) == (
        "storage.not_durable",
        weakened.split(maxsplit=1)[0],
    )


def test_a_connection_for_reading_that_could_write_is_refused(tmp_path: Path) -> None:
    with open_shop(tmp_path) as shop:
        with shop.store.read() as work:
            driver = work.connection.connection.driver_connection
        assert driver is not None
        driver.execute("PRAGMA query_only = OFF")
        with pytest.raises(StorageError) as refused, shop.store.read():
            pass
    assert refused.value.arguments == ("query_only", 0)


def test_a_file_that_is_not_encrypted_is_refused_at_check_out(tmp_path: Path) -> None:
    plain = sqlcipher3.connect(str(tmp_path / "plain.db"), isolation_level=None)
    plain.execute("PRAGMA journal_mode = WAL").fetchone()
    plain.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(StorageError) as refused:
        assert_pragmas(plain, engine.READER)
    plain.close()
    assert refused.value.arguments == ("cipher_status", "0")


def test_a_flipped_bit_is_found(tmp_path: Path) -> None:
    with open_shop(tmp_path) as shop:
        key = shop.data.keys.database_key
    path = tmp_path / "data" / "till.db"
    assert damage_of(path, key) == ""
    content = bytearray(path.read_bytes())
    content[3 * 4096 + 100] ^= 1
    path.write_bytes(content)
    assert damage_of(path, key) == "storage.damaged"


def test_after_an_unclean_stop_a_damaged_file_is_named_so(tmp_path: Path) -> None:
    with open_shop(tmp_path) as shop:
        keys = shop.data.keys
    path = tmp_path / "data" / "till.db"
    content = bytearray(path.read_bytes())
    content[3 * 4096 + 100] ^= 1
    path.write_bytes(content)
    (tmp_path / "data" / "till.lock").write_bytes(b"\nopen")
    for _ in range(2):
        with pytest.raises(StorageError) as refused:
            open_till_data(tmp_path / "data", key_store=FakeKeyStore(keys), ids=FakeIds())
        assert refused.value.code == "storage.damaged"


def test_the_lock_tells_whether_the_last_process_ended_well(tmp_path: Path) -> None:
    first = DataLock(tmp_path)
    first.release()
    second = DataLock(tmp_path)
    second.release(ended_well=False)
    third = DataLock(tmp_path)
    third.release()
    assert (second.ended_well, third.ended_well) == (True, False)


def test_the_first_look_needs_no_signed_in_person(tmp_path: Path) -> None:
    with open_shop(tmp_path) as shop:
        key = shop.data.keys.database_key
        with shop.store.write() as work:
            work.settings.put("language", "en")
    look = first_look(tmp_path / "data" / "till.db", key)
    assert look is not None
    assert (look.store_name, look.terminal_label) == ("街角咖啡", "S01-T02")
    assert [tile.name for tile in look.staff] == ["吴昊", "李娜"]
    assert look.settings == {"language": "en"}


def test_an_empty_folder_has_no_first_look(tmp_path: Path) -> None:
    assert first_look(tmp_path / "till.db", b"k" * 32) is None


def test_a_key_file_is_for_its_owner_only(tmp_path: Path) -> None:
    keys = TillKeys(b"a" * 32, b"b" * 32)
    store = FileKeyStore(tmp_path / "till.key")
    store.save(keys)
    assert (tmp_path / "till.key").stat().st_mode & 0o777 == 0o600
    assert store.load() == keys


def test_a_key_file_that_others_may_read_is_refused(tmp_path: Path) -> None:
    store = FileKeyStore(tmp_path / "till.key")
    store.save(TillKeys(b"a" * 32, b"b" * 32))
    (tmp_path / "till.key").chmod(0o644)
    with pytest.raises(StorageError) as refused:
        store.load()
    assert refused.value.code == "keys.too_open"


def test_a_key_file_is_never_overwritten(tmp_path: Path) -> None:
    store = FileKeyStore(tmp_path / "till.key")
    store.save(TillKeys(b"a" * 32, b"b" * 32))
    with pytest.raises(StorageError) as refused:
        store.save(TillKeys(b"c" * 32, b"d" * 32))
    assert refused.value.code == "keys.unavailable"


def test_a_passphrase_seals_the_keys_in_the_data_folder(tmp_path: Path) -> None:
    keys = TillKeys(b"a" * 32, b"b" * 32)
    PassphraseKeyStore(tmp_path, lambda: "correct horse é").save(keys)
    path = tmp_path / "sealed.key"
    assert path.stat().st_mode & 0o777 == 0o600
    assert keys.database_key.hex() not in path.read_text()
    # The same word typed with a combining accent, as another keyboard layout does.
    assert PassphraseKeyStore(tmp_path, lambda: "correct horse e\u0301").load() == keys
    with pytest.raises(StorageError) as refused:
        PassphraseKeyStore(tmp_path, lambda: "wrong horse").load()
    assert refused.value.code == "keys.wrong_passphrase"
    with pytest.raises(StorageError) as refused:
        PassphraseKeyStore(tmp_path, lambda: "correct horse é").save(keys)
    assert refused.value.code == "keys.unavailable", "what is there is never overwritten"


def test_a_passphrase_that_is_soon_guessed_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as refused:
        PassphraseKeyStore(tmp_path, lambda: "1234567").save(TillKeys(b"a" * 32, b"b" * 32))
    assert (refused.value.code, (tmp_path / "sealed.key").exists()) == ("keys.short_passphrase", False)


def test_without_a_keyring_nothing_else_is_used_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)
    with pytest.raises(StorageError) as refused:
        open_till_data(tmp_path, key_store=key_store(tmp_path, None), ids=FakeIds())
    assert refused.value.code == "keys.unavailable"
    assert [path.name for path in tmp_path.iterdir()] == ["till.lock"]
