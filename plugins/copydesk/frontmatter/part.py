"""What all groups of keys have in common."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic.config import JsonDict

# Marks a key that the machine keeps and no editor fills in.
KEPT: Final[JsonDict] = {"readOnly": True}
# Marks a key that editors alone write: to use it changes nothing that the machine wrote.
OURS: Final[JsonDict] = {"x-editors": True}


class Part(BaseModel):
    """A group of keys: no key besides the named ones, no value of another kind."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, populate_by_name=True)

    @model_validator(mode="before")
    @classmethod
    def _empty_is_left_out(cls, values: Any) -> Any:
        """`byline:` with nothing behind it means the same as no byline at all."""
        if not isinstance(values, dict):
            return values
        needed = _needed(cls)
        return {key: value for key, value in values.items() if value is not None or key in needed}

    @classmethod
    def editors_keys(cls) -> frozenset[str]:
        """The keys that the machine never writes."""
        return frozenset(
            field.alias or name for name, field in cls.model_fields.items() if field.json_schema_extra == OURS
        )


@cache
def _needed(part: type[Part]) -> frozenset[str]:
    """The keys that may not be left out."""
    return frozenset(field.alias or name for name, field in part.model_fields.items() if field.is_required())
