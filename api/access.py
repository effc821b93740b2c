"""Who may reach a talk: the holder of its token. For everyone else it does not exist."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import Depends
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from api.problems import Problem
from api.services import Services, services_of
from leerroute.cases import Case

ServicesIn = Annotated[Services, Depends(services_of)]
CASE_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
MAX_TOKEN = 200
_bearer = HTTPBearer(auto_error=False, description="The token that was told when the talk started")


async def _own_case(
    id: str,  # noqa: A002 - the name in the address
    request: Request,
    services: ServicesIn,
    credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
) -> Case:
    """The talk of this address and token. A wrong token, an unknown id and an expired talk all give the same 404."""
    if credentials is None or len(credentials.credentials) > MAX_TOKEN or not CASE_ID.fullmatch(id):
        raise Problem("not-found")
    case = await run_in_threadpool(services.cases.with_token, id, credentials.credentials, services.now())
    if case is None:
        raise Problem("not-found")
    request.state.language = case.language
    return case


OwnCase = Annotated[Case, Depends(_own_case)]
