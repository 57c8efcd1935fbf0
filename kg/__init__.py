"""Who claims what of whom in a conflict: French news texts to a graph of claims with their words.

    import kg
    kg.build(["texts/"], "output")
    graph = kg.load("output")

The parts are imported at first use, so that ``import kg`` stays light.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.api import Graph, load
    from kg.pipeline import build

__version__ = "0.1.0"
__all__ = ["Graph", "__version__", "build", "load"]


def __getattr__(name: str) -> Any:
    if name in ("Graph", "load"):
        from kg import api

        return getattr(api, name)
    if name == "build":
        from kg.pipeline import build

        return build
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
