"""Work on a Ray cluster whose nodes have porism installed. Tasks of a worker or node that dies are done again elsewhere."""

from __future__ import annotations

import socket
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from solver.errors import PorismError, ProcessDied
from solver.runtime.optional import needed

T = TypeVar("T")

#: How often a task is done again whose worker or node has died, before it counts as what killed them.
RETRIES = 5
#: Seconds for an answer from a cluster's address.
PATIENCE = 10.0
HOW_TO_BEGIN = "`ray start --head` begins one and says its address; --ray local begins one for this command"


class Cluster:
    """An executor (`executors.py`). address: HOST:PORT, `auto` (the cluster that runs here), or `local`, which starts one on
    this machine. cores: that a task takes. Raises PorismError where there is no cluster at the address.
    """

    def __init__(self, address: str, cores: int = 1) -> None:
        self._ray = needed("ray")
        _require_listening(address)
        here = {"include_dashboard": False} if address == "local" else {}
        try:
            self._ray.init(address=address, log_to_driver=False, logging_level="ERROR", **here)
        except (ConnectionError, ValueError, RuntimeError) as error:
            raise PorismError(
                f"there is no Ray cluster at {address}: {error}".splitlines()[0], None, HOW_TO_BEGIN
            ) from None
        self._cores = cores
        self._do = self._ray.remote(_do).options(num_cpus=cores, max_retries=RETRIES)
        self._running: set[Any] = set()

    @property
    def workers(self) -> int:
        """The processors of all nodes that there are now: nodes may come and go."""
        return max(1, int(self._ray.cluster_resources().get("CPU", 0)) // self._cores)

    def submit(self, work: Callable[[], T]) -> Future[T]:
        reference = self._do.remote(work)
        self._running.add(reference)
        found: Future[T] = Future()

        def done(came: Future[T]) -> None:
            self._running.discard(reference)
            if not found.set_running_or_notify_cancel():
                return
            error = came.exception()
            if error is None:
                found.set_result(came.result())
            else:
                found.set_exception(self._as_ours(error))

        reference.future().add_done_callback(done)
        return found

    def close(self) -> None:
        for reference in tuple(self._running):
            self._ray.cancel(reference)
        self._ray.shutdown()

    def _as_ours(self, error: BaseException) -> BaseException:
        """What the work raised; where it was never done, ProcessDied."""
        failures = self._ray.exceptions
        if isinstance(error, failures.RayTaskError):
            cause: BaseException = error.cause
            return cause
        if isinstance(error, failures.RayError):
            reason = str(error).strip().splitlines()[0]
            return ProcessDied(f"the workers died that did a piece of this work, {RETRIES + 1} times: {reason}")
        return error


def _require_listening(address: str) -> None:
    """Raises PorismError where nobody listens at HOST:PORT: Ray itself would wait for ever."""
    host, _, port = address.rpartition(":")
    if not host:
        if address not in ("auto", "local"):
            raise PorismError(f"{address!r} is no address of a Ray cluster", None, "give HOST:PORT, auto, or local")
        return
    try:
        socket.create_connection((host, int(port)), PATIENCE).close()
    except (OSError, ValueError, OverflowError) as error:
        raise PorismError(f"there is no Ray cluster at {address}: {error}", None, HOW_TO_BEGIN) from None


def _do(work: Callable[[], T]) -> T:
    return work()
