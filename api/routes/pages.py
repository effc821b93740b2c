"""The widget's files and the demo portal, as they were built in widget/dist."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from leerroute.service.settings import ROOT

BUILT = ROOT / "widget" / "dist"
PAGES = {"/": "index.html", "/toegankelijkheid": "toegankelijkheid.html"}
FRESH = "no-cache"  # asked again each time, answered 304 when nothing changed
SHORT = "public, max-age=300, must-revalidate"  # the name stays the same, so a new widget is there within minutes
FOREVER = "public, max-age=31536000, immutable"
HASHED = re.compile(r"-[0-9A-Z]{8}\.js$")  # the bundler's name for a part that never changes


class WidgetFiles(StaticFiles):
    """Files any site may load as a module script; pages are checked for news each time."""

    async def check_config(self) -> None:
        """Without a build there is nothing to find; that is no error of the server."""
        try:
            await super().check_config()
        except RuntimeError:
            raise HTTPException(404) from None

    async def get_response(self, path: str, scope: Scope) -> Response:
        """A file with its caching, and open to every origin."""
        response = await super().get_response(path, scope)
        is_page = response.headers.get("content-type", "").startswith("text/html")
        response.headers["Cache-Control"] = FRESH if is_page else FOREVER if HASHED.search(path) else SHORT
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        response.headers["Access-Control-Allow-Origin"] = "*"
        return response


def serve_pages(app: FastAPI, folder: Path = BUILT) -> None:
    """Serve the demo portal at / and the files under /widget/.

    The files are sent gzipped: they hold no secrets. Answers with data are not (the BREACH attack).
    """
    for address, name in PAGES.items():
        app.add_api_route(address, _page(folder / name), methods=["GET", "HEAD"], include_in_schema=False)
    app.mount("/widget", GZipMiddleware(WidgetFiles(directory=folder, check_dir=False)))


def _page(file: Path) -> Callable[[], Response]:
    def page() -> Response:
        if not file.is_file():
            raise HTTPException(404)
        return FileResponse(file, headers={"Cache-Control": FRESH})

    return page
