"""What every test stands on: no window on the screen, no error unnoticed, a PostgreSQL when asked for."""

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = ["tests.garbage", "tests.log_fail", "tests.postgres", "tests.selection"]

# Two cores are shared by everything, so an example's duration says nothing.
settings.register_profile("loop", deadline=None, print_blob=True, database=None)
# `make properties`: what a release is measured by, in minutes instead of seconds.
settings.register_profile("full", settings.get_profile("loop"), max_examples=2_000)
settings.load_profile(os.environ.get("LOOP_PROPERTIES", "loop"))
