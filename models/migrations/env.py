"""Alembic's entry: runs on the connection that the door gives."""

from alembic import context

import models

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=models.metadata,
    render_as_batch=True,
    transactional_ddl=False,
)
context.run_migrations()
