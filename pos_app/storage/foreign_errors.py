"""SQLite's errors in the till's own words: one table, applied at the border of the storage package."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from pos_app.services.errors import StorageError
from pos_app.storage.bare import code_of


@contextmanager
def translated() -> Iterator[None]:
    """Raise ``StorageError`` for what the driver or SQLAlchemy raises inside."""
    try:
        yield
    except PoolTimeout as error:
        code = "storage.busy"
        raise StorageError(code) from error
    except DBAPIError as error:
        raise StorageError(code_of(error.orig or error)) from error
    except driver.Error as error:
        raise StorageError(code_of(error)) from error
