"""Makes the small shop of the tour, and starts what plays in it."""

import json

from pos_app.demo.chain import DemoFolder, enrol, open_server, prepare
from pos_app.demo.processes import free_port
from pos_app.tour.diary import Diary
from pos_app.tour.papers import Papers
from pos_app.tour.provider import Provider
from pos_app.tour.scenario import Face, read_scenario
from pos_app.tour.shop import Shop
from pos_app.tour.stage import Stage


def make_folder(folder: DemoFolder) -> None:
    """Seed the shop and enrol its till; the folder can be copied and played in many times.

    Raises:
        ProcessFailed: One of the programs refused.
    """
    scenario = read_scenario("zh-Hans")
    prepare(folder, say=lambda _text: None, seed=scenario.seed)
    with open_server(folder) as server:
        enrol(folder, server, store=scenario.store)


def set_up(folder: DemoFolder, diary: Diary, *, face: tuple[str, str], printer: str) -> Stage:
    """Return the stage, with nothing running yet."""
    scenario = read_scenario(face[0])
    facts = json.loads(folder.facts.read_text(encoding="utf-8"))
    port = free_port()
    papers = Papers(diary.out / "receipts")
    return Stage(
        scenario=scenario,
        folder=folder,
        port=port,
        shop=Shop(f"http://127.0.0.1:{port}", facts["client_token"], scenario),
        papers=papers,
        printer=printer or f"file:{papers.folder}",
        diary=diary,
        face=Face(*face),
        provider=Provider(folder, store=scenario.store),
    )
