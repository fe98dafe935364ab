"""Sounds through a lane, so that no scan waits for a loudspeaker."""

from pos_app.devices.sounds import NullSounds, WavePlayer, sound_file
from pos_app.services.ports import Lane, Sounds


class LaneSounds:
    """Queues each sound; implements :class:`pos_app.services.ports.Sounds`."""

    def __init__(self, player: WavePlayer, lane: Lane) -> None:
        """Play with ``player`` on ``lane``."""
        self._player = player
        self._lane = lane

    def good(self) -> None:
        """A scan was understood."""
        self._play("good")

    def unknown(self) -> None:
        """A scan was not."""
        self._play("unknown")

    def attention(self) -> None:
        """Somebody should look."""
        self._play("attention")

    def done(self) -> None:
        """Something with many scans is complete."""
        self._play("done")

    def _play(self, name: str) -> None:
        file = sound_file(name)
        self._lane.run(lambda: self._player.play(file), lambda _: None, _raise)


def make_sounds(lane: Lane) -> Sounds:
    """Return the sounds of this machine, silent ones where nothing plays."""
    player = WavePlayer()
    return LaneSounds(player, lane) if player.can_play else NullSounds()


def _raise(error: BaseException) -> None:
    raise error
