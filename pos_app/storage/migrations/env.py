"""Runs a migration over the connection that ``pos_app.storage.migrate`` hands in."""

from alembic import context

from pos_app.storage.tables import metadata
from pos_app.storage.triggers import remake_triggers

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
context.run_migrations()
remake_triggers(connection)
