"""The Model Context Protocol over standard input and output: a tool for each question, and nothing else."""

from __future__ import annotations

import json
import logging
import threading
from typing import TYPE_CHECKING, Any

from curalign import __version__
from curalign.assistant.last_run import LastRun
from curalign.assistant.marking import mark
from curalign.assistant.questions import read_question
from curalign.assistant.tools import ABOUT_FIELDS, INSTRUCTIONS, TOOLS, Tool
from curalign.errors import CuralignError, QuestionError

if TYPE_CHECKING:
    from mcp.server.lowlevel import Server
    from mcp_types import CallToolResult, ListToolsResult

log = logging.getLogger(__name__)

_BY_NAME = {tool.name: tool for tool in TOOLS}


class Answerer:
    """Answers one question at a time, as JSON in which words of documents are marked.

    Args:
        last_run: What is asked about.

    """

    def __init__(self, last_run: LastRun) -> None:
        self._last_run = last_run
        self._lock = threading.Lock()

    def answer(self, name: str, arguments: object) -> tuple[dict[str, Any], bool]:
        """The answer, and whether it is one: what cannot be answered is a sentence under `error`."""
        try:
            tool = _BY_NAME.get(name)
            if tool is None:
                raise QuestionError(f"There is no such tool; there are {', '.join(_BY_NAME)}.")
            question = read_question(tool.question, arguments or {})
            with self._lock:
                answer = tool.answer(self._last_run.open(), question)
        except CuralignError as error:
            return mark({"error": str(error)}), False
        except Exception as error:
            log.error("%s: a mistake of curalign %s while answering %s.", type(error).__name__, __version__, name)
            sentence = f"{type(error).__name__}: a mistake of curalign {__version__}, not of the question; report it."
            return {"error": sentence}, False
        return {"fields": ABOUT_FIELDS, **mark(answer)}, True


def make_server(last_run: LastRun) -> Server[Any]:
    """A server that answers about a run.

    Args:
        last_run: What is asked about.

    Returns:
        The server; `serve` runs it.

    """
    import anyio
    from mcp.server.lowlevel import Server
    from mcp_types import CallToolResult, ListToolsResult, TextContent

    answerer = Answerer(last_run)

    async def list_tools(_: object, __: object) -> ListToolsResult:
        return ListToolsResult(tools=[_described(tool) for tool in TOOLS])

    async def call_tool(_: object, params: Any) -> CallToolResult:
        answer, is_answer = await anyio.to_thread.run_sync(answerer.answer, params.name, params.arguments)
        text = json.dumps(answer, ensure_ascii=False, allow_nan=False) if is_answer else str(answer["error"])
        return CallToolResult(
            content=[TextContent(type="text", text=text)],
            structured_content=answer if is_answer else None,
            is_error=not is_answer,
        )

    return Server(
        "curalign",
        version=__version__,
        title="curalign",
        instructions=INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


def _described(tool: Tool) -> Any:
    from mcp_types import Tool as Described
    from mcp_types import ToolAnnotations

    hints = ToolAnnotations(
        read_only_hint=tool.only_reads, destructive_hint=False, idempotent_hint=True, open_world_hint=False
    )
    return Described(
        name=tool.name,
        description=tool.description,
        input_schema=tool.question.model_json_schema(),
        annotations=hints,
    )


def serve(last_run: LastRun) -> None:
    """Answer on standard input and output until the other side closes them."""
    import anyio
    from mcp.server.stdio import stdio_server

    server = make_server(last_run)

    async def run() -> None:
        async with stdio_server() as (incoming, outgoing):
            await server.run(incoming, outgoing, server.create_initialization_options())

    anyio.run(run)
