"""Reading packed rows again, as the page does."""

from __future__ import annotations

from typing import Any


def unpacked(table: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of a packed table; what a row lacked is None."""

    def value(column: dict[str, Any], row: int) -> Any:
        if "same" in column:
            return column["same"]
        return column["all"][row] if "all" in column else column["values"][column["at"][row]]

    return [{name: value(column, row) for name, column in table["columns"].items()} for row in range(table["rows"])]
