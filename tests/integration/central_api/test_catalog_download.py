"""A catalog file that breaks off goes on where it broke off, also after a restart; on both databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from fastapi import Response

from central_api.catalog import service as catalog
from pos_app.services.errors import Rejected, Unreachable
from pos_app.sync.catalog_loader import CatalogLoader
from tests.integration.central_api.conftest import Client, RunningServer, product
from tests.integration.central_api.real_till import RealTill, joined

CONTENT = "/v1/catalog/{version}"


@pytest.fixture
def counter(server: RunningServer, tmp_path: Path) -> Iterator[RealTill]:
    """A till that joined, with no catalog yet; the shop has a hundred products."""
    docs = [product(f"p-{number}", barcode=f"69012345{number:05d}") for number in range(100)]
    server.database.run(lambda unit: catalog.put_products(unit, "*", docs=docs))
    with joined(server, tmp_path) as found:
        yield found


def loader(till: RealTill) -> CatalogLoader:
    return CatalogLoader(
        till.link.connection(), till.data.catalog_files, root_public_key=till.terminal.root_public_key
    )


def answered(server: RunningServer) -> list[object]:
    """Return how the server answered each download."""
    return [entry["status"] for entry in server.log() if entry.get("route") == CONTENT]


def breaking_off(monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """Let the next downloads end after some bytes, as a cable that is pulled does."""
    whole = requests.Response.iter_content

    def pieces(response: requests.Response, size: int) -> Iterator[bytes]:
        if "/v1/catalog/" not in response.url:
            yield from whole(response, size)
            return
        yield next(iter(whole(response, after)))
        raise requests.ConnectionError

    monkeypatch.setattr(requests.Response, "iter_content", pieces)


def test_a_download_goes_on_where_it_broke_off(
    counter: RealTill, server: RunningServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        breaking_off(broken, 1_000)
        for come in (1_000, 2_000):
            with pytest.raises(Unreachable):
                loader(counter).fetch()
            [packed] = tmp_path.glob("catalog-*.zst")
            assert packed.stat().st_size == come
    # As at the next start: what has come stays.
    counter.data.catalog_files.remove_old()
    file = loader(counter).fetch()
    assert answered(server) == [200, 206, 206]
    counter.data.catalog_files.activate(file.version)
    found = counter.data.catalog.by_id("p-99")
    assert found is not None
    assert [*tmp_path.glob("catalog-*.zst"), *tmp_path.glob("catalog-*.part")] == []


def test_what_had_come_wrong_is_thrown_away_and_fetched_anew(
    counter: RealTill, server: RunningServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        breaking_off(broken, 1_000)
        with pytest.raises(Unreachable):
            loader(counter).fetch()
    [packed] = tmp_path.glob("catalog-*.zst")
    packed.write_bytes(b"\0" * 1_000)
    with pytest.raises(Rejected, match=r"catalog\.damaged"):
        loader(counter).fetch()
    assert list(tmp_path.glob("catalog-*")) == []
    assert loader(counter).fetch().version
    assert answered(server) == [200, 206, 200]


def test_what_came_of_an_older_file_is_cleared(counter: RealTill, tmp_path: Path) -> None:
    old = tmp_path / "catalog-older.zst"
    old.write_bytes(b"half of it")
    loader(counter).fetch()
    assert not old.exists()


def test_a_server_without_ranges_is_asked_for_the_whole_of_it(
    counter: RealTill, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        breaking_off(broken, 1_000)
        with pytest.raises(Unreachable):
            loader(counter).fetch()
    monkeypatch.setattr("central_api.catalog.endpoints._part", lambda packed, _: whole(packed))
    assert loader(counter).fetch().version


def whole(packed: bytes) -> Response:
    return Response(packed, media_type="application/zstd")


def test_there_is_nothing_behind_the_end(client: Client) -> None:
    manifest = client.get("/v1/catalog").json()
    request = client.prepared("GET", f"/v1/catalog/{manifest['version']}")
    request.headers["Range"] = f"bytes={manifest['compressed_size']}-"
    answer = client.send(request)
    assert (answer.status_code, answer.json()["code"]) == (416, "catalog.no_such_part")


@pytest.mark.parametrize("wanted", ["bytes=0-1", "bytes=-5", "lines=3-", "bytes=2-,5-"])
def test_another_range_is_answered_with_the_whole_file(client: Client, wanted: str) -> None:
    manifest = client.get("/v1/catalog").json()
    request = client.prepared("GET", f"/v1/catalog/{manifest['version']}")
    request.headers["Range"] = wanted
    answer = client.send(request)
    assert (answer.status_code, len(answer.content)) == (200, manifest["compressed_size"])
