"""Everything that plays a part: folders, server, till, shop, printer, diary."""

import socket
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from pos_app.demo.chain import DemoFolder
from pos_app.demo.processes import ServerProcess, start_server
from pos_app.tour.books import ServerBooks, TillBooks
from pos_app.tour.diary import Diary
from pos_app.tour.papers import Papers
from pos_app.tour.provider import Provider
from pos_app.tour.scenario import Face, Scenario
from pos_app.tour.shop import Shop
from pos_app.tour.till import Opening, TillProcess, is_gone
from pos_app.tour.window import Window

DELIVERY_S = 40.0
"""How long the till may take to notice that the server is back, and to send what waits."""


@dataclass(slots=True)
class Stage:
    """Where the tour is played."""

    scenario: Scenario
    folder: DemoFolder
    port: int
    shop: Shop
    papers: Papers
    printer: str
    diary: Diary
    face: Face
    provider: Provider
    server: ServerProcess | None = None
    till: TillProcess | None = None
    faces_played: list[Face] = field(default_factory=list)
    pids: list[dict[str, object]] = field(default_factory=list)

    @property
    def terminal(self) -> str:
        """The till's name."""
        return str(self.folder.read_stamp()["terminal"])

    @property
    def window(self) -> Window:
        """The till's window."""
        assert self.till is not None
        return Window(self.till)

    @property
    def captures(self) -> bool:
        """Whether the printer's bytes come to the tour's own folder."""
        return self.printer.startswith("file:")

    @property
    def server_books(self) -> ServerBooks:
        """The server's database by plain SQL."""
        return ServerBooks(self.folder.root / "server" / "central.db", self.terminal)

    @property
    def till_books(self) -> TillBooks:
        """The till's journal."""
        return TillBooks(self.folder.till)

    # The processes.

    def start_server(self) -> None:
        """Start the central API on its port."""
        self.server = start_server(self.folder.database_url, port=self.port, log=self.folder.server_log)
        self.pids.append({"what": "server", "pid": self.server.pid})

    def stop_server(self) -> dict[str, object]:
        """Stop the central API; return what can be seen of it afterwards."""
        assert self.server is not None
        server, self.server = self.server, None
        server.stop()
        return {"server_pid_gone": is_gone(server.pid), "port_refuses": _refuses(self.port)}

    def start_till(self) -> TillProcess:
        """Open the till's window in the face of now."""
        opening = Opening(
            folder=self.folder.till,
            url=f"http://127.0.0.1:{self.port}",
            printer=self.printer,
            language=self.face.language,
            theme=self.face.theme,
            log=self.folder.root / "till.log",
        )
        self.till = TillProcess(opening)
        self.pids.append({"what": "till", "pid": self.till.pid})
        return self.till

    def kill_till(self) -> dict[str, object]:
        """Kill the till; return what can be seen of it afterwards."""
        assert self.till is not None
        till, self.till = self.till, None
        till.kill()
        return {"till_pid_gone": is_gone(till.pid)}

    def close(self) -> None:
        """End what still runs."""
        if self.till is not None:
            self.till.close()
        if self.server is not None:
            self.server.stop()
        self.provider.stop()

    # What goes on outside the window.

    def wait(self, holds: Callable[[], bool], *, timeout_s: float) -> bool:
        """Look again and again at something outside the window; return whether it held in time."""
        assert self.till is not None
        ends = time.monotonic() + timeout_s
        while not holds():
            if time.monotonic() > ends:
                return False
            self.till.rest()
        return True

    def jobs(self, count: int) -> list[bytes]:
        """Return the printer's next jobs; fewer if they do not come, none with a printer of one's own."""
        if not self.captures:
            return []
        self.wait(lambda: self.papers.waiting() >= count, timeout_s=20)
        return self.papers.take()

    def step(
        self, name: str, *, expected: Mapping[str, object], seen: Mapping[str, object], picture: bool = True
    ) -> None:
        """Take a picture and write a step down."""
        file = ""
        if picture and self.till is not None:
            number = self.diary.next_number
            file = f"{number:02d}_{name}_{self.face.language}_{self.face.theme}.png"
            self.window.do("picture", path=str(self.diary.out / file))
        self.diary.note(name, expected=expected, seen=seen, picture=file)


def _refuses(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1):
            return False
    except ConnectionRefusedError:
        return True
