"""The page over HTTP, on this computer alone: what is asked for, by whom, and which page answers."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from curalign.domain.materials import Role
from curalign.domain.questionnaire import CHOICES
from curalign.domain.reviews import Answer, Review, Round
from curalign.errors import CuralignError
from curalign.reviewing.guarding import HEADERS, Guard
from curalign.reviewing.pages import PAGES, Pages, Visit
from curalign.reviewing.session import ReviewSession
from curalign.wording.text import one_line

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from uvicorn import Server

HERE = "127.0.0.1"
_MOST = 64 * 1024
"""Bytes of a form: a note of some pages."""
_NAME, _NOTE, _CHALLENGE = 80, 4000, 200
_TYPES = {"review.css": "text/css", "keys.js": "text/javascript"}
_ROUNDS = {"learn": Round.CALIBRATION, "number": Round.ALONE, "doubts": Round.ALONE, "discuss": Round.DISCUSSION}

Send = Callable[[Any], Awaitable[None]]


class Refused(Exception):  # noqa: N818  # an answer, no error
    """A request that is answered with this status and nothing else."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


@dataclass
class ReviewApp:
    """An ASGI application: one district's review, for whoever has the address."""

    session: ReviewSession
    guard: Guard
    pages: Pages
    names: dict[str, str] = field(default_factory=dict)
    """The reviewer by the visitor's cookie, as long as the server runs."""

    async def __call__(self, scope: Any, receive: Any, send: Send) -> None:
        """Answer one request; nothing of it is answered before the guard has looked at it."""
        from starlette.concurrency import run_in_threadpool
        from starlette.requests import Request
        from starlette.responses import PlainTextResponse

        if scope["type"] != "http":
            return
        request = Request(scope, receive)
        try:
            form = await self._form(request)
            response = await run_in_threadpool(self._answer, request, form)
        except Refused as refused:
            response = PlainTextResponse(f"{refused.status}\n", refused.status)
        except CuralignError as error:
            response = PlainTextResponse(f"{error}\n", 500)
        response.headers.update(HEADERS)
        await response(scope, receive, send)

    async def _form(self, request: Request) -> dict[str, str]:
        """What a form sent; empty for a GET. Raises Refused before anything is read of what is not ours."""
        path = request.url.path
        if request.method not in ("GET", "HEAD", "POST"):
            raise Refused(405)
        if self.guard.refusal(request.method, path, request.headers):
            raise Refused(403)
        if request.method != "POST":
            return {}
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > _MOST:
                raise Refused(413)
        fields = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=40)
        return {name: value.replace("\x00", "") for name, value in fields}

    def _answer(self, request: Request, form: dict[str, str]) -> Response:
        from starlette.responses import HTMLResponse, Response

        name = request.url.path[len(self.guard.root) :]
        visitor = request.cookies.get(self._cookie, "")
        if request.method == "POST":
            return self._change(name, visitor, form)
        if name in _TYPES:
            return Response(_file(name), media_type=_TYPES[name])
        if name not in PAGES:
            raise Refused(404)
        fresh = visitor if visitor in self.names else secrets.token_urlsafe(24)
        visit = Visit(self.names.get(visitor, ""), self.guard.form_secret(fresh), request.query_params.get("done", ""))
        response = HTMLResponse(self.pages.render(name if visit.reviewer else "", visit))
        if fresh != visitor:
            self._welcome(response, fresh)
        return response

    @property
    def _cookie(self) -> str:
        return f"curalign_review_{self.guard.host.rpartition(':')[2]}"  # cookies of all ports are in one jar

    def _welcome(self, response: Response, visitor: str) -> None:
        response.set_cookie(self._cookie, visitor, path=self.guard.root, httponly=True, samesite="strict")

    def _change(self, name: str, visitor: str, form: dict[str, str]) -> Response:
        """What a form of ours asks for. Raises Refused."""
        from starlette.responses import RedirectResponse

        if not visitor or not self.guard.is_ours(visitor, form.get("form", "")):
            raise Refused(403)
        if name == "sign-in":
            return self._sign_in(visitor, form)
        reviewer = self.names.get(visitor)
        actions = {"answer": self._record, "undo": self._undo, "draw": self._draw, "reply": self._reply}
        if reviewer is None or name not in actions:
            raise Refused(403 if name in actions else 404)
        back = actions[name](reviewer, form)
        return RedirectResponse(self.guard.root + back, 303)

    def _sign_in(self, visitor: str, form: dict[str, str]) -> Response:
        from starlette.responses import RedirectResponse

        reviewer = one_line(form.get("reviewer", ""))[:_NAME].strip()
        if not reviewer or not reviewer.isprintable():
            return RedirectResponse(self.guard.root + "?done=no-name", 303)
        self.names[visitor] = reviewer
        return RedirectResponse(self.guard.root + "guide", 303)

    def _record(self, reviewer: str, form: dict[str, str]) -> str:
        queue = form.get("queue", "")
        if queue not in _ROUNDS:
            raise Refused(400)
        self._add(reviewer, form, _ROUNDS[queue])
        return f"{queue}?done=recorded"

    def _reply(self, reviewer: str, form: dict[str, str]) -> str:
        self._add(reviewer, form, Round.REPLY)
        return "reply?done=recorded"

    def _add(self, reviewer: str, form: dict[str, str], round_: Round) -> None:
        """Record an answer as a form gives it. Raises Refused where it gives none."""
        strength, stage, depth = form.get("strength", ""), form.get("stage", ""), form.get("depth") or "0"
        fits = strength in ("", *CHOICES["strength"]) and depth in ("0", *CHOICES["depth"])
        if not fits or stage not in ("", *Role):
            raise Refused(400)
        try:
            review = Review(
                reviewer,
                datetime.now(UTC),
                Answer(form.get("answer", "")),
                standard=form.get("standard", ""),
                passage=form.get("passage", ""),
                note=form.get("note", "").strip()[:_NOTE],
                round=round_,
                strength=strength,
                stage=stage,
                depth=int(depth),
                challenge=form.get("challenge", "").strip()[:_CHALLENGE],
            )
            self.session.record(review)
        except (ValueError, KeyError):
            raise Refused(400) from None

    def _undo(self, reviewer: str, form: dict[str, str]) -> str:
        undone = self.session.undo(self.session.read(), reviewer)
        queue = form.get("queue", "")
        return f"{queue if queue in PAGES else ''}?done={'undone' if undone else 'nothing-undone'}"

    def _draw(self, reviewer: str, form: dict[str, str]) -> str:  # noqa: ARG002  # every action takes the same
        self.session.draw(self.session.read(), more=True)
        return "number?done=drawn"


def _file(name: str) -> str:
    return files("curalign.reviewing").joinpath("templates", name).read_text(encoding="utf-8")


@dataclass
class ReviewServer:
    """A review that is served on a port of this computer; `address` is where, with the token."""

    address: str
    _server: Server
    _socket: socket.socket

    def run(self) -> None:
        """Serve until it is stopped."""
        with closing(self._socket):
            self._server.run(sockets=[self._socket])

    def stop(self) -> None:
        """Let `run` end."""
        self._server.should_exit = True


def open_server(session: ReviewSession, port: int = 0, language: str = "en") -> ReviewServer:
    """Take a port of this computer for a review.

    Args:
        session: The review.
        port: The port; any that is free where it is 0.
        language: The language of the pages.

    Returns:
        The server, which is not running yet.

    Raises:
        OSError: The port is taken.

    """
    import uvicorn

    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        bound.bind((HERE, port))
    except OSError:
        bound.close()
        raise
    guard = Guard(f"{HERE}:{bound.getsockname()[1]}")
    app = ReviewApp(session, guard, Pages(session, language))
    config = uvicorn.Config(
        app, log_config=None, access_log=False, server_header=False, lifespan="off", ws="none", proxy_headers=False
    )
    return ReviewServer(guard.address, uvicorn.Server(config), bound)
