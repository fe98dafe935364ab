"""The database was put back from a backup: what tills know from behind it must not be taken for true.

Without this a till goes on reading behind a cursor whose numbers are given again to other things, a
PostgreSQL cluster that counts its transactions from the beginning hides what an older one wrote, and tills
distrust a key list whose version they have seen before.

Source: docs/user/owner.md, "Put the database back".
"""

from central_api.feed import service as feed
from central_api.keys import service as keys
from central_api.kit.unit import Unit
from central_api.restoring import repository


def put_back(unit: Unit) -> str:
    """Begin a new epoch of the feeds and return it; once after each restore, before tills are let in again.

    Tills then read their feeds from the beginning, and send again what they had sent after the backup.
    """
    repository.forget_transactions(unit)
    epoch = feed.renew_epoch(unit)
    # Tills take no list that is older than theirs. Nobody knows which versions came after the backup, but
    # they count days; a version made of seconds lies behind all of them, and behind that of a restore before.
    keys.publish_list(unit, least_version=unit.now_ms // 1000)
    return epoch
