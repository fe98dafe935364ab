"""``make bare``: a minimal Debian in a folder, a clone in it, README's first line, both commands.

The folder gets the package sources and pip settings of this machine, read at run time: no host is named here.
Needs root and debootstrap.
"""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from installer.debian import install
from installer.steps import SetupError, call_quietly, say

SUITE = "bookworm"
LAST_LINES = 20
KEYS = "/usr/share/keyrings/debian-archive-keyring.gpg"
CLONE = "/srv/loop-pos"
COPIED_FILES = ("/etc/resolv.conf", "/etc/hosts", "/etc/pip.conf", "/etc/ssl/certs/ca-certificates.crt")
# The machine's own certificates; kept apart, so that a later update of the list in there keeps them, too.
COPIED_FOLDER = "/usr/local/share/ca-certificates"
# Settings of this machine's tools that also hold inside; nothing else of its environment does.
PASSED_ON = re.compile(r"(PIP_\w+|UV_\w+|\w*_?PROXY|\w*_CA_BUNDLE|SSL_CERT_\w+)", re.IGNORECASE)


def run_bare(root: Path) -> int:
    """Build the machine, follow the README in it, print the last lines of what it said.

    Args:
        root: The project; its committed state is what is cloned.

    Returns:
        0 if ``make run`` and ``make test`` both ended well, else 1.

    Raises:
        SetupError: This is not root's session, or the machine could not be built.
    """
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        raise SetupError("make bare builds a Debian in a folder and needs root: sudo make bare")
    install(["debootstrap", "git"], root=root)
    # Not below a folder that a service may clean, and not on a memory disk: it takes about 3 GB.
    with tempfile.TemporaryDirectory(prefix="loop-pos-bare-", dir="/var/tmp") as folder:
        machine = Path(folder) / "root"
        log = root / "var" / "bare.log"
        log.parent.mkdir(exist_ok=True)
        _build(machine, root=root)
        with _mounted(machine):
            code = _follow_readme(machine, root=root, log=log)
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
        say(f"--- the last {LAST_LINES} lines of {log}")
        say("\n".join(lines[-LAST_LINES:]))
        say("make bare: " + ("passed" if code == 0 else "FAILED"))
    return 0 if code == 0 else 1


def readme_line(text: str) -> str:
    """Return the apt line of the README: its first line after the title that is not empty, without markup."""
    after_title = [line.strip().strip("`") for line in text.splitlines()[1:] if line.strip()]
    line = after_title[0] if after_title else ""
    command = line.removeprefix("sudo ")
    if not command.startswith("apt-get install"):
        raise SetupError("README.md has no apt-get line right after its title.", exit_code=1)
    return command


def mirror_in(sources: str) -> str:
    """Return the first Debian package source in ``sources`` (either format of apt), empty without one."""
    match = re.search(r"^(?:URIs:|deb(?: \[[^\]]*\])?)\s+(\S+)", sources, re.MULTILINE)
    return match.group(1) if match else ""


def local_folders(settings: str) -> list[Path]:
    """Return the existing folders of this machine that ``settings`` of pip point to, outermost only."""
    named = re.findall(r"(?:file://)?(/[^\s'\":,]+)", settings)
    folders = sorted({Path(name) for name in named if Path(name).is_dir()})
    # A simple index keeps its files beside it.
    folders = [folder.parent if folder.name == "simple" else folder for folder in folders]
    return [folder for folder in folders if not any(other in folder.parents for other in folders)]


def _build(machine: Path, *, root: Path) -> None:
    """Make the minimal Debian and hand it this machine's package sources."""
    apt = Path("/etc/apt")
    lists = [apt / "sources.list", *sorted((apt / "sources.list.d").glob("*"))]
    active = [file for file in lists if file.suffix in {".list", ".sources"} and file.is_file()]
    debian = [file for file in active if SUITE in file.read_text(encoding="utf-8")]
    mirror = next(filter(None, (mirror_in(file.read_text(encoding="utf-8")) for file in debian)), "")
    if not mirror:
        raise SetupError(f"No package source for Debian {SUITE} was found in {apt}.", exit_code=1)
    say(f"Building a minimal Debian ({SUITE}) ...")
    keyring = [f"--keyring={KEYS}"] if Path(KEYS).exists() else []
    certificates = ["--include=ca-certificates"]
    command = ["debootstrap", "--variant=minbase", *keyring, *certificates, SUITE, str(machine), mirror]
    call_quietly(command, cwd=root)
    (machine / "etc" / "apt" / "sources.list").unlink(missing_ok=True)
    for file in debian:
        shutil.copy2(file, machine / file.relative_to("/"))
    # No service may start in there: it would be one of the machine outside, and outlive the folder.
    policy = machine / "usr" / "sbin" / "policy-rc.d"
    policy.write_text("#!/bin/sh\nexit 101\n", encoding="utf-8")
    policy.chmod(0o755)
    for file in (apt / "apt.conf.d").glob("*"):
        # Settings of the machine's own upkeep would call programs that a minimal system lacks.
        if not re.search(
            r"Post-Invoke|Pre-Install|Pre-Invoke", file.read_text(encoding="utf-8", errors="replace")
        ):
            shutil.copy2(file, machine / file.relative_to("/"))


@contextlib.contextmanager
def _mounted(machine: Path) -> Iterator[None]:
    """Mount what a running system has, and this machine's pip sources; unmount whatever happens."""
    settings = subprocess.run(["pip", "config", "list"], capture_output=True, text=True, check=False).stdout
    settings += "".join(f"{value}\n" for name, value in _passed_on().items() if name.startswith("PIP_"))
    pip_conf = Path("/etc/pip.conf")
    settings += pip_conf.read_text(encoding="utf-8") if pip_conf.exists() else ""
    mounted: list[Path] = []
    try:
        for kind, name in (("proc", "proc"), ("sysfs", "sys"), ("devtmpfs", "dev")):
            target = machine / name
            source = ["--rbind", f"/{name}"] if kind != "proc" else ["-t", "proc", "proc"]
            mounted.append(_mount([*source, str(target)], target))
        target = machine / "tmp"
        mounted.append(_mount(["-t", "tmpfs", "-o", "mode=1777,size=2g", "tmpfs", str(target)], target))
        for folder in local_folders(settings):
            target = machine / folder.relative_to("/")
            target.mkdir(parents=True, exist_ok=True)
            mounted.append(_mount(["--bind", "-o", "ro", str(folder), str(target)], target))
        _copy_settings(machine)
        yield
    finally:
        _end_leftovers(machine)
        for target in reversed(mounted):
            _unmount(target)


def _copy_settings(machine: Path) -> None:
    """Hand over how this machine finds and trusts the hosts that it fetches from."""
    for name in (*COPIED_FILES, *_passed_on().values()):
        if name.startswith("/") and Path(name).is_file():
            target = machine / name.lstrip("/")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(name, target)
    if Path(COPIED_FOLDER).is_dir():
        shutil.copytree(COPIED_FOLDER, machine / COPIED_FOLDER.lstrip("/"), dirs_exist_ok=True)


def _mount(arguments: Sequence[str], target: Path) -> Path:
    call_quietly(["mount", *arguments], cwd=Path("/"))
    if "--rbind" in arguments:
        # What is unmounted in there must stay mounted out here.
        call_quietly(["mount", "--make-rslave", str(target)], cwd=Path("/"))
    return target


def _end_leftovers(machine: Path) -> None:
    """End what still runs in the machine, and nothing else: its processes have the folder as their root."""
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if (process / "root").readlink() == machine:
                os.kill(int(process.name), signal.SIGKILL)


def _unmount(target: Path) -> None:
    """Unmount now, or as soon as its last user is gone."""
    subprocess.run(["umount", "--recursive", "--lazy", str(target)], capture_output=True, check=False)


def _passed_on() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if PASSED_ON.fullmatch(name)}


def _follow_readme(machine: Path, *, root: Path, log: Path) -> int:
    """Do what the README says, all output in ``log``; return the first bad exit code or 0."""
    bundle = machine / "srv" / "project.bundle"
    call_quietly(["git", "bundle", "create", "--quiet", str(bundle), "HEAD"], cwd=root)
    apt_line = readme_line((root / "README.md").read_text(encoding="utf-8"))
    home = {
        "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME": "/root",
        "LANG": "C.UTF-8",
    }
    env = {**home, **_passed_on(), "DEBIAN_FRONTEND": "noninteractive"}
    preparations = (
        ("apt-get update", ["sh", "-c", "apt-get -qq update"]),
        (apt_line, ["sh", "-c", f"{apt_line} -y -qq --no-install-recommends"]),
        ("git clone", ["git", "clone", "--quiet", "/srv/project.bundle", CLONE]),
    )
    promises = (
        ("make run", ["make", "-C", CLONE, "run"]),
        ("make test", ["make", "-C", CLONE, "test"]),
    )
    with log.open("wb") as output:

        def follow(step: tuple[str, list[str]]) -> int:
            title, command = step
            say(f"In the machine: {title}")
            output.write(f"\n$ {title}\n".encode())
            output.flush()
            inside = ["chroot", str(machine), *command]
            ended = subprocess.run(
                inside,
                check=False,
                env=env,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
            return ended.returncode

        # A preparation that fails ends it; of the two promises both are tried.
        prepared = next((code for code in map(follow, preparations) if code), 0)
        return prepared or max(map(follow, promises), key=abs)
