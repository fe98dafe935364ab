"""Where the id of a member stands: what merging accounts and erasing people have to go through."""

from sqlalchemy import Column

from central_api.models.base import metadata

_MEMBER = "member"


def columns_naming_members() -> tuple[Column[str | None], ...]:
    """Return every column ``member_id`` but that of the members' own table, in order of the tables.

    A new table is among them by itself. Sums that are kept for each member (``campaign_use_level``) are not:
    their slices know how to add them.
    """
    return tuple(
        table.c.member_id
        for table in sorted(metadata.tables.values(), key=lambda each: each.name)
        if table.name != _MEMBER and "member_id" in table.c
    )
