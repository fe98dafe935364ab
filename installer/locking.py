"""The lock: one file of exact versions with hashes, for Linux, Windows and macOS."""

import subprocess
import tempfile

from installer.environment import Environment
from installer.steps import call, say

EXTRAS = ("till", "central", "dev")
# As uv names them. Mac computers with an Intel processor are not among what we promise.
PLATFORMS = ("x86_64-pc-windows-msvc", "aarch64-apple-darwin", "x86_64-manylinux_2_34")


def write_lock(environment: Environment) -> int:
    """Resolve ``pyproject.toml`` for all platforms at once and write ``requirements/dev.txt``."""
    command = [
        str(environment.python),
        "-m",
        "uv",
        "pip",
        "compile",
        "--universal",
        "--python-version",
        "3.11",
    ]
    command += ["--generate-hashes", "--no-emit-index-url", "--no-header", "--quiet", "pyproject.toml"]
    for extra in EXTRAS:
        command += ["--extra", extra]
    return call([*command, "-o", "requirements/dev.txt"], cwd=environment.root)


def check_lock(environment: Environment) -> int:
    """Ask the index for a wheel of every locked library on each platform; nothing is installed."""
    failed = 0
    for platform in PLATFORMS:
        with tempfile.TemporaryDirectory() as folder:
            command = [str(environment.python), "-m", "uv", "pip", "install", "--dry-run", "--quiet"]
            command += ["--python", str(environment.python), "--python-version", "3.11", "--target", folder]
            command += ["--python-platform", platform, "--only-binary", ":all:", "--require-hashes"]
            answer = subprocess.run(
                [*command, "-r", "requirements/dev.txt"],
                check=False,
                capture_output=True,
                text=True,
                cwd=environment.root,
            )
        fine = answer.returncode == 0
        say(f"{platform}: {'every locked wheel resolves' if fine else 'something does not resolve'}")
        if not fine:
            say(answer.stderr.strip())
        failed += not fine
    return 1 if failed else 0
