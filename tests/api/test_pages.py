"""The widget's files and the demo portal."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from api.middleware.headers import SecurityHeaders
from api.problem_handlers import handle_problems
from api.routes.pages import serve_pages

PORTAL = "https://www.voorbeeldstad.example"


class Pages:
    """Asks one page at a time, without a server."""

    def __init__(self, app: FastAPI) -> None:
        self._transport = httpx.ASGITransport(app=app)

    def get(self, path: str, headers: dict[str, str] | None = None) -> httpx.Response:
        async def ask() -> httpx.Response:
            async with httpx.AsyncClient(transport=self._transport, base_url="http://leerroute") as client:
                return await client.get(path, headers=headers)

        return asyncio.run(ask())


def app_of(folder: Path, *origins: str) -> Pages:
    app = FastAPI(redirect_slashes=False)
    serve_pages(app, folder)
    handle_problems(app)
    app.add_middleware(SecurityHeaders, allowed_origins=origins)
    return Pages(app)


@pytest.fixture
def built(tmp_path: Path) -> Iterator[Path]:
    """What the widget's build leaves behind, in small."""
    folder = tmp_path / "dist"
    folder.mkdir()
    (folder / "index.html").write_text("<!doctype html><title>Gemeente Voorbeeldstad</title>")
    (folder / "toegankelijkheid.html").write_text("<!doctype html><title>Toegankelijkheid</title>")
    (folder / "leer-route.js").write_text("export {}")
    (folder / "leer-route-views-O6D7QKNJ.js").write_text("export {}")
    (folder / "portal.css").write_text("a {}")
    (tmp_path / "secret.txt").write_text("secret")
    return folder


@pytest.mark.parametrize("path", ["/", "/toegankelijkheid", "/widget/index.html"])
def test_a_page_runs_only_what_is_ours(built: Path, path: str) -> None:
    answer = app_of(built).get(path)
    assert answer.status_code == 200
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'self'" in policy
    assert answer.headers["x-frame-options"] == "SAMEORIGIN"
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["etag"]


def test_a_portal_that_is_allowed_may_frame_a_page(built: Path) -> None:
    headers = app_of(built, PORTAL).get("/").headers
    assert headers["content-security-policy"].endswith(f"frame-ancestors 'self' {PORTAL}")
    assert "x-frame-options" not in headers


def test_any_site_may_load_the_script(built: Path) -> None:
    answer = app_of(built).get("/widget/leer-route.js", headers={"Origin": "https://anyone.example"})
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert answer.headers["cache-control"] == "public, max-age=300, must-revalidate"


def test_a_part_with_a_hash_in_its_name_never_changes(built: Path) -> None:
    answer = app_of(built).get("/widget/leer-route-views-O6D7QKNJ.js")
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_a_script_is_sent_gzipped_to_who_reads_that(built: Path) -> None:
    (built / "leer-route.js").write_text("export const words = 'leren'\n" * 500)
    small = app_of(built).get("/widget/leer-route.js", headers={"Accept-Encoding": "gzip"})
    plain = app_of(built).get("/widget/leer-route.js", headers={"Accept-Encoding": "identity"})
    assert small.headers["content-encoding"] == "gzip"
    assert int(small.headers["content-length"]) < len(plain.content) / 10
    assert small.content == plain.content
    assert "content-encoding" not in plain.headers
    assert small.headers["vary"] == plain.headers["vary"] == "Accept-Encoding"


def test_what_did_not_change_is_not_sent_again(built: Path) -> None:
    client = app_of(built)
    first = client.get("/widget/leer-route.js")
    again = client.get("/widget/leer-route.js", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "path", ["/widget/../secret.txt", "/widget/%2e%2e/secret.txt", "/widget//etc/passwd", "/widget", "/widget/"]
)
def test_nothing_else_is_served(built: Path, path: str) -> None:
    answer = app_of(built).get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("application/problem+json")


def test_without_a_build_the_pages_are_not_found_and_the_app_lives(tmp_path: Path) -> None:
    client = app_of(tmp_path / "nothing")
    assert client.get("/").status_code == 404
    assert client.get("/widget/leer-route.js").status_code == 404
