"""How editing works, for the editor."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from api.editing.frame import page
from api.editing.session import EditorIn

router = APIRouter()


@router.get("/hulp")
def read(request: Request, _: EditorIn) -> Response:
    """The help page."""
    return page(request, "help.html")
