"""What the counter hears: four short sounds, played by what the platform has."""

import shutil
import subprocess
import sys
from pathlib import Path

import resources

PLAY_S = 3.0
_GOOD = "scan_ok.wav"
_UNKNOWN = "scan_unknown.wav"
_ATTENTION = "attention.wav"
_DONE = "done.wav"


class NullSounds:
    """A till without a loudspeaker."""

    def good(self) -> None:
        """Play nothing."""

    def unknown(self) -> None:
        """Play nothing."""

    def attention(self) -> None:
        """Play nothing."""

    def done(self) -> None:
        """Play nothing."""


class WavePlayer:
    """Plays a file to its end; takes a fraction of a second, so it runs on a lane of its own."""

    def __init__(self) -> None:
        """Look for what plays sounds here."""
        self._program = shutil.which("paplay") or shutil.which("aplay") or shutil.which("afplay")

    @property
    def can_play(self) -> bool:
        """Whether anything here plays sounds."""
        return sys.platform == "win32" or self._program is not None

    def play(self, file: Path) -> None:
        """Play ``file``; a missing sound card is no fault."""
        if sys.platform == "win32":
            import winsound

            winsound.PlaySound(str(file), winsound.SND_FILENAME | winsound.SND_NODEFAULT)
        elif self._program is not None:
            try:
                subprocess.run(  # noqa: S603 - a player of the platform, found above.
                    [self._program, str(file)], capture_output=True, check=False, timeout=PLAY_S
                )
            except (OSError, subprocess.TimeoutExpired):
                return


def sound_file(name: str) -> Path:
    """Return the file of a sound: ``good``, ``unknown``, ``attention`` or ``done``."""
    files = {"good": _GOOD, "unknown": _UNKNOWN, "attention": _ATTENTION, "done": _DONE}
    return resources.path("sounds", files[name])
